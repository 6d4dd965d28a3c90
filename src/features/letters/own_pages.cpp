// What pages.h declares about the page behind the mailed link.
#include <fmt/format.h>

#include "features/letters/pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/moment.h"

namespace letters::pages {
namespace {

using html::MomentTone;
using html::Out;
using html::SafeHtml;
using i18n::Translator;

// A form of this page with nothing but its button.
html::MomentButton own_button(const Translator& t, const OwnView& view, html::MomentButton button) {
    button.action = fmt::format("{}/{}", own_path(t.locale(), view.token), button.action);
    return button;
}

html::Moment unconfirmed(const Translator& t, const OwnView& view) {
    if (view.has_run_out)
        return {MomentTone::plain, "clock", t("This link has run out"),
                t("Your letter was not sent. You can write it again."),
                html::moment_links({{campaign_path(t.locale(), view.campaign.slug), t("Back to the page")}})};
    return {
        MomentTone::plain, "mail", t("Send your letter"),
        t("{name}, with one press of the button your letter leaves. Before that, nothing does.",
          {{"name", view.writing.name.given}}),
        html::moment_buttons(t, {own_button(t, view, {"confirmation", t("Send my letter"), html::ButtonKind::primary}),
                                 own_button(t, view, {"withdrawal", t("This was not me"), html::ButtonKind::quiet})})};
}

html::Moment confirmed(const Translator& t, const OwnView& view) {
    if (view.writing.held == Ticked::yes)
        return {MomentTone::success, "check-circle", t("Thank you. Your letter is confirmed"),
                t("Somebody of the campaign reads it before it leaves. You get no further email about that; this page "
                  "shows it.")};
    return {MomentTone::success, "check-circle", t("Thank you. Your letter is on its way"),
            view.election == ElectionNear::yes
                ? t("An election is near: letters to offices that it concerns leave when it is over.")
                : t("Offices get letters one by one, so it may take a while. This page shows when it has arrived.")};
}

html::Moment moment_of(const Translator& t, const OwnView& view) {
    switch (view.writing.state) {
        case WritingState::unconfirmed:
            return unconfirmed(t, view);
        case WritingState::confirmed:
            return confirmed(t, view);
        case WritingState::taken_back:
            return {MomentTone::plain, "undo", t("This letter was taken back"), t("It was not sent.")};
        case WritingState::refused:
            break;
    }
    return {MomentTone::plain, "info", t("This letter was not sent"),
            t("Somebody of the campaign has read it and thinks that it would harm the matter. You can write another.")};
}

void write_letters(Out& out, const Translator& t, const OwnView& view) {
    html::write<R"(<ul class="letter-to__list">)">(out);
    for (std::size_t i = 0; i < view.letters.size(); ++i) {
        const Letter& letter = view.letters[i];
        html::write<R"(<li class="letter-to__one"><strong>{}</strong><span>{}</span>)">(out, letter.recipient_name,
                                                                                        t(label_of(letter.state)));
        if (letter.answered_at)
            html::write<"<span>{}</span>">(out, t("Answered on {date}", {{"date", t.date(*letter.answered_at)}}));
        else if (letter.state == LetterState::delivered && !view.tell_paths[i].empty())
            html::write<R"(<a href="{}">{}</a>)">(out, view.tell_paths[i], t("Tell us that an answer came"));
        html::write<"</li>">(out);
    }
    html::write<"</ul>">(out);
}

void write_words(Out& out, const Translator& t, const OwnView& view) {
    html::write<R"(<section class="section"><div class="frame frame--narrow"><h2 class="section__title">{}</h2>)">(
        out, view.campaign.title(t.locale()));
    if (view.writing.state == WritingState::confirmed) write_letters(out, t, view);
    html::write<
        R"(<article class="letter-paper" lang="{}"><h3 class="letter-paper__subject">{}</h3><div class="letter-paper__text">{}</div><p class="letter-paper__text">{}</p></article></div></section>)">(
        out, base::code(view.writing.locale), view.writing.subject, view.writing.body,
        signature_of({view.writing.name, view.writing.street, view.writing.place, view.writing.postal_code}));
}

void write_next(Out& out, const Translator& t, const OwnView& view) {
    if (!view.next) return;
    html::write<
        R"(<section class="section"><div class="frame"><div class="next-action accent-2"><p class="next-action__label">{}</p><h2 class="next-action__title"><a class="next-action__link" href="{}">{}</a></h2><p class="next-action__text">{}</p></div></div></section>)">(
        out, t("What you can do next"), view.next->path, view.next->call, view.next->summary);
}

}  // namespace

SafeHtml own(const Translator& t, const OwnView& view) {
    Out out;
    out.append(html::moment(moment_of(t, view)));
    if (!view.writing.email.empty()) write_words(out, t, view);
    if (view.writing.state == WritingState::confirmed) write_next(out, t, view);
    return std::move(out).finish();
}

SafeHtml broken_link(const Translator& t) { return html::broken_link(t); }

SafeHtml turned_away(const Translator& t, const Campaign& campaign, const std::string& contact) {
    return html::moment(
        {MomentTone::error, "shield", t("Your letter could not be taken"),
         t("We take no letters from this network or address at present, because too many came from it that were not "
           "real. If that is a mistake, write to us: we will put it right."),
         html::moment_links({{"mailto:" + contact, t("Write to {address}", {{"address", contact}})},
                             {campaign_path(t.locale(), campaign.slug), t("Back to the page"), "quiet"}})});
}

}  // namespace letters::pages
