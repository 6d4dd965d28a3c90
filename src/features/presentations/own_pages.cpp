// What pages.h declares about the pages behind the links of mails: of hosts, of offers, of names for the list.
#include <algorithm>

#include <fmt/format.h>

#include "features/presentations/pages.h"
#include "features/presentations/parts_pages.h"
#include "features/presentations/words.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/moment.h"

namespace presentations::pages {
namespace {

using html::MomentTone;
using html::Out;
using html::Required;
using html::SafeHtml;
using i18n::Translator;

std::string act_path(const Translator& t, const Own& view, std::string_view act) {
    return fmt::format("{}/{}", own_path(t.locale(), view.token), act);
}

std::string dates_words(const Translator& t, const std::vector<base::Instant>& dates, const Wish& wish) {
    std::vector<std::string> words;
    for (const auto at : dates) words.push_back(time_words(t, at, wish));
    return fmt::format("{}", fmt::join(words, " · "));
}

SafeHtml wish_facts(const Translator& t, const Own& view) {
    const Presentation& presentation = view.presentation;
    const Wish& wish = presentation.wish;
    const bool has_time = presentation.starts_at && presentation.state != State::waiting;
    return facts({{t("Group"), wish.host_group, wish.language},
                  {t("When"), has_time ? time_words(t, *presentation.starts_at, wish) : std::string{}},
                  {t("Dates that you proposed"), has_time ? std::string{} : dates_words(t, view.dates, wish)},
                  {t("How long"), length_words(t, wish.minutes)},
                  {t("Where"), place_words(t, wish)},
                  {t("Champion"), view.champion},
                  {t("You asked for"), view.champion.empty() ? view.wanted : std::string{}},
                  {t("Language"), language_words(t, wish.language)},
                  {t("Reason"), presentation.reason, presentation.locale}});
}

std::string asking_words(const Translator& t, const Own& view) {
    if (view.is_wanted_asked)
        return t("We have asked {name} before anybody else. You get an email as soon as there is an answer.",
                 {{"name", view.wanted}});
    if (!view.wanted.empty())
        return t(
            "{name} cannot come at these dates, so we have asked others. The first who says yes comes, and you "
            "get an email.",
            {{"name", view.wanted}});
    return t("Those who fit best have been asked, and the first who says yes comes. You get an email.");
}

struct Head {
    std::string_view icon;
    std::string title, text;
};

Head head_of(const Translator& t, const Own& view) {
    switch (view.presentation.state) {
        case State::unconfirmed:
            return {"presentation", t("Confirm that this came from you"),
                    t("With one press of the button your request goes to the champions near you.")};
        case State::waiting:
            if (std::ranges::all_of(view.dates, [&](base::Instant at) { return at <= view.now; }))
                return {"clock", t("Your dates are over"),
                        t("Nobody could come at them. Please propose others; then we ask again.")};
            return {"clock", t("You are on the waiting list"),
                    t("No champion is free at your dates yet. A coordinator looks at it. Other dates make it easier.")};
        case State::offered:
            return {"clock", t("We are asking champions"), asking_words(t, view)};
        case State::booked:
            return {"check-circle", t("It is booked"), t("The invitation for your calendar is in your email.")};
        case State::held:
            return {"heart-handshake", t("Thank you for having us"), t("Your place is on the map now.")};
        case State::cancelled:
            return {"undo", t("It is cancelled"), t("You may ask for another presentation whenever you like.")};
        case State::declined:
            return {"info", t("This time it is not possible"), t("We are sorry. Another date or place may work.")};
        case State::missed:
            return {"info", t("It did not take place"), t("Somebody could not come. Please ask for a new date.")};
    }
    return {"info", t("It did not take place"), ""};
}

void write_move(Out& out, const Translator& t, const Own& view) {
    const html::Fields fields{t, view.problems};
    html::write<
        R"(<section class="talk-own__part" aria-labelledby="move"><h2 class="section__title" id="move">{}</h2><p>{}</p><form class="form" method="post" action="{}" novalidate>{}{}</form></section>)">(
        out, t("Propose other dates"),
        view.presentation.state == State::booked
            ? t("If your champion is free then, the new date is booked at once. Otherwise somebody else is asked.")
            : t("They take the place of those above."),
        act_path(t, view, "dates"), date_fields(fields, t, view.typed_dates),
        fields.button({.label = t("Send the dates"), .kind = html::ButtonKind::quiet}));
}

void write_cancel(Out& out, const Translator& t, const Own& view) {
    const html::Fields fields{t, view.problems};
    html::write<
        R"(<section class="talk-own__part" aria-labelledby="cancel"><h2 class="section__title" id="cancel">{}</h2><form class="form" method="post" action="{}" novalidate>{}{}</form></section>)">(
        out, t("Cancel"), act_path(t, view, "cancellation"),
        fields.text_area({.name = "reason",
                          .label = t("Why, if you like to say"),
                          .required = Required::no,
                          .rows = 2,
                          .max_length = 500}),
        fields.button({.label = t("Cancel the presentation"), .kind = html::ButtonKind::danger}));
}

void write_feedback(Out& out, const Translator& t, const Own& view) {
    if (view.feedback) {
        html::write<R"(<p class="notice notice--success">{} {}</p>)">(out, html::icon("check-circle"),
                                                                      t("Thank you for telling us."));
        return;
    }
    const html::Fields fields{t, view.problems};
    const std::vector<html::Choice> ratings{
        {"5", t("Very good")}, {"4", t("Good")}, {"3", t("All right")}, {"2", t("Not so good")}, {"1", t("Bad")}};
    const auto checked =
        view.typed_feedback.may_quote == FeedbackForm::Quote::yes ? html::Checked::yes : html::Checked::no;
    html::write<
        R"(<section class="talk-own__part" aria-labelledby="how-was-it"><h2 class="section__title" id="how-was-it">{}</h2><form class="form" method="post" action="{}" novalidate>{}{}{}{}</form></section>)">(
        out, t("How was it?"), act_path(t, view, "feedback"),
        fields.radio_group({.name = "rating",
                            .legend = t("The presentation was"),
                            .choices = ratings,
                            .value = view.typed_feedback.rating}),
        fields.text_area({.name = "feedback_words",
                          .label = t("In your own words"),
                          .value = view.typed_feedback.words,
                          .required = Required::no,
                          .rows = 4,
                          .max_length = 2000}),
        fields.checkbox(
            {.name = "may_quote", .label = t("You may quote me, with the name of our group"), .checked = checked}),
        fields.button({.label = t("Send")}));
}

// --- offers

SafeHtml offer_facts(const Translator& t, const OfferView& view) {
    const Wish& wish = view.presentation.wish;
    return facts({{t("Group"), wish.host_group, wish.language},
                  {t("Who will be there"), t(label_of(wish.audience))},
                  {t("How many"), t.number(wish.expected_size)},
                  {t("Where"), place_words(t, wish)},
                  {t("How long"), length_words(t, wish.minutes)},
                  {t("Language"), language_words(t, wish.language)},
                  {t("What people need to take part"), wish.accessibility, view.presentation.locale},
                  {t("They wrote"), wish.words, view.presentation.locale},
                  {t("Why you"), reason_words(t, view.offer.reasons)},
                  {t("Please answer by"), time_words(t, view.offer.expires_at, wish)}});
}

void write_answer(Out& out, const Translator& t, const OfferView& view) {
    const html::Fields fields{t, view.problems};
    const std::string path = offer_path(t.locale(), view.token);
    if (view.free.empty()) {
        html::write<"<p>{}</p>">(out, t("You are not free at any of these dates any more."));
    } else {
        std::vector<html::Choice> choices;
        for (const auto at : view.free)
            choices.push_back({std::to_string(at.seconds()), time_words(t, at, view.presentation.wish)});
        html::write<R"(<form class="form" method="post" action="{}/acceptance" novalidate>{}{}</form>)">(
            out, path,
            fields.radio_group({.name = "start",
                                .legend = t("When you can come"),
                                .choices = choices,
                                .value = view.free.size() == 1 ? choices.front().value : std::string{}}),
            fields.button({.label = t("Yes, I am coming"), .size = html::ButtonSize::large}));
    }
    html::write<
        R"(<section class="talk-own__part" aria-labelledby="no"><h2 class="section__title" id="no">{}</h2><form class="form" method="post" action="{}/refusal" novalidate>{}{}</form></section>)">(
        out, t("Or not this time"), path,
        fields.text_area({.name = "words",
                          .label = t("Why, if you like to say"),
                          .required = Required::no,
                          .hint = t("Only the coordinators read it."),
                          .rows = 2,
                          .max_length = 500}),
        fields.button({.label = t("No, I cannot"), .kind = html::ButtonKind::quiet}));
}

SafeHtml to_own_presentations(const Translator& t, const OfferView& view) {
    return html::moment_links({{champion_path(t.locale(), view.champion_token), t("See your presentations")}});
}

html::Moment answered_moment(const Translator& t, const OfferView& view) {
    const bool is_open_no_more =
        view.offer.state == OfferState::open;  // its time ran out, and the night's work has not noted it yet
    if (view.offer.state == OfferState::accepted)
        return {MomentTone::success, "check-circle", t("It is yours"),
                t("Thank you. The invitation for your calendar is in your email, with what the host wrote."),
                to_own_presentations(t, view)};
    if (view.offer.state == OfferState::refused)
        return {MomentTone::success, "check", t("Thank you for answering"), t("Somebody else is asked."),
                to_own_presentations(t, view)};
    if (view.offer.state == OfferState::expired || is_open_no_more)
        return {MomentTone::plain, "clock", t("The time to answer is over"),
                t("Somebody else is asked. Thank you all the same."), to_own_presentations(t, view)};
    return {MomentTone::plain, "users", t("It is taken care of"),
            t("Somebody else said yes first, or the host does not need it any more. Thank you all the same."),
            to_own_presentations(t, view)};
}

}  // namespace

SafeHtml own(const Translator& t, const Own& view) {
    const html::Fields fields{t, view.problems};
    const Head head = head_of(t, view);
    const Presentation& presentation = view.presentation;
    Out out;
    html::write<R"(
<article class="frame frame--narrow talk-own"><header class="page-head"><p class="page-head__eyebrow">{}</p><h1 class="page-head__title">{}</h1>
<p class="page-head__lead">{}</p></header>{})">(out, ports::badge(badge_of(t, presentation.state)), head.title,
                                                head.text, fields.error_summary());
    if (presentation.state == State::unconfirmed) {
        html::write<R"(<div class="cluster">{}{}</div>)">(
            out, one_button(t, {act_path(t, view, "confirmation"), t("Confirm my request"), html::ButtonKind::primary}),
            one_button(t, {act_path(t, view, "cancellation"), t("This was not me"), html::ButtonKind::quiet}));
    }
    out.append(wish_facts(t, view));
    if (presentation.state == State::held) write_feedback(out, t, view);
    if (may_move(presentation, view.now)) write_move(out, t, view);
    if (presentation.state != State::unconfirmed && may_cancel(presentation, view.now)) write_cancel(out, t, view);
    html::write<"</article>">(out);
    return std::move(out).finish();
}

SafeHtml offer(const Translator& t, const OfferView& view) {
    if (view.offer.state != OfferState::open || view.offer.expires_at <= view.now)
        return html::moment(answered_moment(t, view));
    const html::Fields fields{t, view.problems};
    Out out;
    html::write<R"(
<article class="frame frame--narrow talk-own"><header class="page-head"><h1 class="page-head__title">{}</h1>
<p class="page-head__lead">{}</p></header>{}{})">(out, t("Can you come?"), t("Whoever says yes first has it."),
                                                  fields.error_summary(), offer_facts(t, view));
    write_answer(out, t, view);
    html::write<"</article>">(out);
    return std::move(out).finish();
}

SafeHtml list_name(const Translator& t, const NameView& view) {
    if (view.name.confirmed_at)
        return html::moment({MomentTone::success, "check-circle", t("You are on the list"),
                             t("Every email of ours has a link for leaving.")});
    if (view.name.denied_at)
        return html::moment({MomentTone::plain, "undo", t("You are not on the list"),
                             t("Your address is gone from it. You get nothing more.")});
    const std::string path = name_path(t.locale(), view.token);
    return html::moment({MomentTone::plain, "mail", t("Do you want news of the campaign?"), view.words,
                         html::moment_buttons(t, {{path + "/confirmation", t("Yes, put me on the list")},
                                                  {path + "/denial", t("This was not me"), html::ButtonKind::quiet}})});
}

}  // namespace presentations::pages
