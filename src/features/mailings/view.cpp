#include "features/mailings/view.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/mailings/mailing.h"

namespace mailings {
namespace {

constexpr std::array<std::string_view, kScreens.size()> kNames{"phone", "desktop", "dark", "text"};
constexpr std::string_view kSample = "sample";

}  // namespace

std::string path_of(const View& view) {
    return fmt::format("{}-{}-{}/{}", view.variant.number, base::code(view.locale),
                       kNames[static_cast<std::size_t>(view.screen)],
                       view.person ? std::to_string(view.person->value) : std::string{kSample});
}

std::optional<View> view_of(const ViewParts& parts) {
    const auto text = parts.view;
    if (text.size() < 6 || text[1] != '-' || text[4] != '-') return std::nullopt;
    const auto number = base::whole_number(text.substr(0, 1));
    const auto locale = base::locale_of(text.substr(2, 2));
    const auto* screen = std::ranges::find(kNames, text.substr(5));
    if (!number || *number < 0 || *number >= kMostVariants || !locale || screen == kNames.end()) return std::nullopt;
    View view{{static_cast<int>(*number)}, *locale, static_cast<Screen>(screen - kNames.begin())};
    if (parts.person == kSample) return view;
    view.person = base::id_from<people::PersonId>(parts.person);
    return view.person ? std::optional{view} : std::nullopt;
}

}  // namespace mailings
