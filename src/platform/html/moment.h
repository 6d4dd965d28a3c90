// platform/html/moment.h - a page that says one thing: check your email, thank you, this link has run out. Below it
// stands what can be done next.
//
//     return html::moment({html::MomentTone::success, "mail", t("One more step: check your email"), text,
//                          html::moment_links({{path, t("Back to the event")}})});
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/forms.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace html {

// plain: something to decide or to know; success: done, on the colour of the level; error: it did not work.
enum class MomentTone { plain, success, error };

struct Moment {
    MomentTone tone = MomentTone::plain;
    std::string_view icon;  // of the sprite
    std::string title, text;
    SafeHtml below{};
    std::string more{};  // a second paragraph of the text
};
[[nodiscard]] SafeHtml moment(const Moment& moment);

// Links that look like buttons, side by side where there is room.
struct MomentLink {
    std::string url, label;
    std::string_view kind = "primary";  // or "quiet"
};
[[nodiscard]] SafeHtml moment_links(const std::vector<MomentLink>& links);

// Each a form with nothing but the button that sends it, side by side where there is room.
struct MomentButton {
    std::string action, label;
    ButtonKind kind = ButtonKind::primary;
};
[[nodiscard]] SafeHtml moment_buttons(const i18n::Translator& t, const std::vector<MomentButton>& buttons);

// Behind a mailed link that is none of ours, since it was cut in two or typed by hand.
[[nodiscard]] SafeHtml broken_link(const i18n::Translator& t);

}  // namespace html
