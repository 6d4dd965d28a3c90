// features/mailings/view.h - how staff look at a mail before it is sent: which variant, in which language, as which
// screen, as whom. Pure.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/locale.h"
#include "people/person.h"
#include "ports/mailings.h"

namespace mailings {

enum class Screen : unsigned char { phone, desktop, dark, text };
inline constexpr std::array kScreens{Screen::phone, Screen::desktop, Screen::dark, Screen::text};

struct View {
    ports::Variant variant{};
    base::Locale locale{};
    Screen screen = Screen::desktop;
    std::optional<people::PersonId> person{};  // nullopt: an invented one
};

// "0-fr-phone/sample", "1-en-text/17325": the end of its address, and back from its two parts.
std::string path_of(const View& view);
struct ViewParts {
    std::string_view view, person;
};
std::optional<View> view_of(const ViewParts& parts);

}  // namespace mailings
