#include "platform/html/moment.h"

#include <fmt/format.h>

#include "platform/html/assets.h"

namespace html {
namespace {

std::string_view name_of(MomentTone tone) {
    switch (tone) {
        case MomentTone::plain:
            return "plain";
        case MomentTone::success:
            return "success";
        case MomentTone::error:
            return "error";
    }
    return "plain";
}

}  // namespace

SafeHtml moment(const Moment& moment) {
    Out out;
    write<R"(
<section class="moment moment--{}"><div class="moment__inner frame"><p class="moment__sign">{}</p>
<h1 class="moment__title">{}</h1><div class="moment__text"><p>{}</p>)">(out, name_of(moment.tone), icon(moment.icon),
                                                                        moment.title, moment.text);
    if (!moment.more.empty()) write<"<p>{}</p>">(out, moment.more);
    write<"</div>{}</div></section>">(out, moment.below);
    return std::move(out).finish();
}

SafeHtml moment_links(const std::vector<MomentLink>& links) {
    Out out;
    write<R"(<p class="moment__actions">)">(out);
    for (const MomentLink& link : links)
        write<R"(<a class="button button--{}" href="{}">{}</a> )">(out, link.kind, link.url, link.label);
    write<"</p>">(out);
    return std::move(out).finish();
}

SafeHtml moment_buttons(const i18n::Translator& t, const std::vector<MomentButton>& buttons) {
    const base::Problems none;
    const Fields fields{t, none};
    Out out;
    write<R"(<div class="moment__actions">)">(out);
    for (const MomentButton& button : buttons)
        write<R"(<form class="moment__form" method="post" action="{}">{}</form>)">(
            out, button.action, fields.button({.label = button.label, .kind = button.kind, .size = ButtonSize::large}));
    write<"</div>">(out);
    return std::move(out).finish();
}

SafeHtml broken_link(const i18n::Translator& t) {
    return moment({MomentTone::error, "link", t("This link is not complete"),
                   t("Mail programs sometimes cut long links in two. Copy the whole address from the email, or press "
                     "the button in it again."),
                   moment_links({{fmt::format("/{}/", base::code(t.locale())), t("Go to the campaign")}})});
}

}  // namespace html
