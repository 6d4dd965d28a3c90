#include "features/champions/own_pages.h"

#include <fmt/format.h>

#include "features/champions/own_parts_pages.h"
#include "platform/html/assets.h"

namespace champions::own_pages {
namespace {

using html::Out;
using i18n::Translator;

std::string state_sentence(const Translator& t, const Champion& champion) {
    switch (champion.state) {
        case State::applied:
            return t("Your application is being read. You can already say when you have time.");
        case State::in_training:
            return t("You are in training. You can already say when you have time.");
        case State::trained:
            return t("You are trained. As soon as your coordinator makes you active, groups can ask for you.");
        case State::active:
            return champion.is_shown
                       ? t("You are active, and groups find you in the directory.")
                       : t("You are active. Groups do not find you in the directory, but requests are offered to you.");
        case State::paused:
            return t("You are paused: nothing is offered to you.");
        case State::left:
            return t("You have left.");
    }
    return {};
}

void write_showing(Out& out, const Translator& t, const Champion& champion) {
    html::write<R"(<section class="own-champion__part" aria-labelledby="showing"><h2 id="showing">{}</h2>)">(
        out, t("In the directory"));
    if (champion.is_shown)
        html::write<
            R"(<p>{}</p><form method="post" action="{}/showing"><input type="hidden" name="act" value="take_back"><button class="button button--quiet" type="submit">{}</button></form>)">(
            out, t("You agreed: “{words}”", {{"words", showing_words(t)}}), own_path(t.locale()),
            t("Take me out of the directory"));
    else
        html::write<
            R"(<p>{}</p><form method="post" action="{}/showing"><input type="hidden" name="act" value="give"><button class="button button--primary" type="submit">{}</button></form>)">(
            out, showing_words(t), own_path(t.locale()), t("I agree: show me in the directory"));
    html::write<"</section>">(out);
}

}  // namespace

html::SafeHtml overview(const Translator& t, const Overview& page) {
    Out out;
    write_head(out, t, page.champion, "");
    html::write<R"(<p class="own-champion__state"><span class="badge badge--{}">{}</span> {}</p>)">(
        out, page.champion.state == State::active ? "success" : "neutral", t(label_of(page.champion.state)),
        state_sentence(t, page.champion));
    out.append(page.bookings);
    html::write<R"(<section class="own-champion__part" aria-labelledby="free"><h2 id="free">{}</h2>)">(out,
                                                                                                       t("Your times"));
    if (page.hours_a_week == 0)
        html::write<R"(<div class="empty">{}<h3 class="empty__title">{}</h3><p class="empty__text">{}</p></div>)">(
            out, html::icon("calendar"), t("You have not said yet when you have time"),
            t("A few hours in a usual week are enough to begin with."));
    else
        write_next_free(out, t, page.champion, page.next_free);
    html::write<R"(<p><a class="button button--primary" href="{}">{}</a></p></section>)">(
        out, own_path(t.locale(), "times"),
        page.hours_a_week == 0 ? t("Say when you have time") : t("Change my times"));
    write_showing(out, t, page.champion);
    write_feed(out, t, page.feed_url);
    write_foot(out, t);
    return std::move(out).finish();
}

std::string showing_words(const Translator& t) {
    return t(
        "I agree that my name, my photo, my place, what I wrote about myself, and when I have time stand in the "
        "public directory of champions. I can take this back at any time.");
}

std::string own_path(base::Locale locale) { return fmt::format("/{}/champions/own", base::code(locale)); }

std::string own_path(base::Locale locale, std::string_view page) {
    return fmt::format("/{}/champions/own/{}", base::code(locale), page);
}

}  // namespace champions::own_pages
