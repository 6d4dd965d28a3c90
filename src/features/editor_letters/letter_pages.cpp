// What pages.h declares about one letter: writing it, its draft, and the page behind the mailed link.
#include <algorithm>
#include <array>

#include "features/editor_letters/letter_form.h"
#include "features/editor_letters/pages.h"
#include "features/editor_letters/words.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/moment.h"

namespace editor_letters::pages {
namespace {

using html::MomentTone;
using html::Out;
using html::Required;
using html::SafeHtml;
using i18n::Translator;

void write_tips(Out& out, const Translator& t, const Write& view) {
    const std::array tips{
        t("Short: three paragraphs are read, and nobody can cut what is short."),
        t("Your own words: a letter that others send too is printed by no paper."),
        t("About something that the paper wrote, or that happened where it is read."),
        t("Your full name, place and telephone: papers call to check, and print only the first two.")};
    html::write<
        R"(<section class="editor-tips" aria-labelledby="tips"><h2 class="editor-tips__title" id="tips">{}</h2><ul>)">(
        out, t("What gets printed"));
    for (const auto& tip : tips) html::write<"<li>{}</li>">(out, tip);
    if (!view.newspaper.facts.page_url.empty())
        html::write<R"(<li><a href="{}" rel="noopener">{}</a></li>)">(
            out, view.newspaper.facts.page_url,
            t("What {paper} itself asks for", {{"paper", view.newspaper.facts.name}}));
    html::write<"</ul></section>">(out);
}

void write_points_at_hand(Out& out, const Translator& t, const Write& view) {
    html::write<
        R"(<details class="disclosure"><summary class="disclosure__summary">{}</summary><div class="disclosure__body"><ul class="editor-points" lang="{}">)">(
        out, t("Points you can make"), base::code(view.words_in));
    for (const auto& each : view.campaign.plan.points(view.words_in)) html::write<"<li>{}</li>">(out, each);
    html::write<"</ul></div></details>">(out);
}

// The server's count of what was typed; a script goes on counting.
SafeHtml word_count(const Translator& t, const Write& view) {
    const auto limit = view.newspaper.facts.word_limit;
    const bool is_over = limit > 0 && view.words > limit;
    const std::string words = t.plural("{count} word", "{count} words", view.words);
    const std::string most = limit > 0 ? " / " + limit_words(t, limit) : "";
    return html::render<
        R"(<p class="editor-count{}" data-word-count="text" data-word-limit="{}" data-word-count-text="{}" data-word-count-one="{}"><span data-word-count-shown>{}</span>{}</p>)">(
        is_over ? " editor-count--over" : "", std::to_string(limit), t("{count} words"), t("{count} word"), words,
        most);
}

SafeHtml language_field(const html::Fields& fields, const Translator& t, const Write& view) {
    const std::string chosen{base::code(view.words_in)};
    if (view.newspaper.facts.language != PaperLanguage::both) return html::hidden({"words_in", chosen});
    const std::vector<html::Choice> languages{{"en", t("English")}, {"fr", t("French")}};
    return fields.select(
        {.name = "words_in", .label = t("Language of the letter"), .choices = languages, .value = chosen});
}

SafeHtml person_fields(const html::Fields& fields, const Translator& t, const LetterForm& typed) {
    return html::render<"{}{}">(
        html::field_pair(fields.text({.name = "name",
                                      .label = t("Your full name"),
                                      .value = typed.name,
                                      .autocomplete = "name",
                                      .max_length = 150}),
                         fields.text({.name = "place",
                                      .label = t("City or town"),
                                      .value = typed.place,
                                      .autocomplete = "address-level2",
                                      .max_length = 150})),
        html::field_pair(fields.text({.name = "telephone",
                                      .label = t("Telephone"),
                                      .value = typed.telephone,
                                      .kind = html::TextKind::tel,
                                      .autocomplete = "tel",
                                      .hint = t("For the paper alone, to check that you wrote it."),
                                      .max_length = 40}),
                         fields.text({.name = "email",
                                      .label = t("Email"),
                                      .value = typed.email,
                                      .kind = html::TextKind::email,
                                      .autocomplete = "email",
                                      .hint = t("The paper answers to it. It puts you on no list."),
                                      .max_length = 254})));
}

void write_form(Out& out, const Translator& t, const Write& view) {
    const html::Fields fields{t, view.problems};
    html::write<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}{}{}{}{}{}{}{}{}{}</form>)">(
        out, view.path, fields.error_summary(), html::hidden({"stamp", view.stamp}),
        html::hidden({"limit", std::to_string(view.newspaper.facts.word_limit)}), html::trap(t, kTrapField),
        language_field(fields, t, view),
        fields.text({.name = "subject", .label = t("Title"), .value = view.typed.subject, .max_length = 150}),
        fields.text_area({.name = "text",
                          .label = t("Your letter"),
                          .value = view.typed.text,
                          .hint = t("No greeting is needed, and no links: papers print neither."),
                          .rows = 12}),
        word_count(t, view), view.panel, person_fields(fields, t, view.typed), view.puzzle,
        fields.button({.label = t("See it as the paper gets it"), .size = html::ButtonSize::large}),
        html::render<R"(<p class="form__note">{}</p>)">(
            t("Nothing is sent yet. On the next page you choose how it goes.")));
}

SafeHtml press(const Translator& t, const std::string& action, const std::string& label, html::ButtonKind kind) {
    const base::Problems none;
    const html::Fields fields{t, none};
    return html::render<R"(<form method="post" action="{}">{}</form>)">(action,
                                                                        fields.button({.label = label, .kind = kind}));
}

SafeHtml notice(std::string_view tone, const std::string& title, const std::string& text) {
    return html::render<
        R"(<div class="notice notice--{}">{}<div class="notice__body"><p><strong>{}</strong> {}</p></div></div>)">(
        tone, html::icon(tone == "warning" ? "warning" : "info"), title, text);
}

void write_likeness(Out& out, const Translator& t, const Draft& view) {
    if (view.alike.above > 0)
        out.append(notice(
            "warning",
            t.plural("{count} other letter says nearly the same.", "{count} other letters say nearly the same.",
                     view.alike.above),
            t("Papers notice, and print none of them. Change the beginning, and say what it means to you, and yours is "
              "one of a kind.")));
    if (!view.same_at.empty())
        out.append(notice("warning", t("You wrote nearly the same to {paper}.", {{"paper", view.same_at}}),
                          t("The same letter in two papers is printed by neither. Send this one only when the other "
                            "paper did not want it.")));
}

void write_marks(Out& out, const Translator& t, const Draft& view) {
    if (view.marks.empty()) return;
    html::write<
        R"(<section class="editor-marks" aria-labelledby="marks"><h2 class="editor-tips__title" id="marks">{}</h2><ul lang="{}">)">(
        out, t("Words that have better ones"), base::code(view.letter.words_in));
    for (const auto& mark : view.marks)
        html::write<R"(<li><q>{}</q> <span aria-hidden="true">→</span> <strong>{}</strong>. {}</li>)">(
            out, std::string_view{view.letter.text}.substr(mark.begin, mark.end - mark.begin), mark.better, mark.why);
    html::write<"</ul></section>">(out);
}

void write_ways(Out& out, const Translator& t, const Draft& view) {
    const std::string path = draft_path(t.locale(), view.token);
    const std::string body = letter_for_paper(view.letter);
    html::write<
        R"(<section class="editor-ways" aria-labelledby="ways"><h2 class="section__title" id="ways">{}</h2><div class="editor-way editor-way--first"><h3 class="editor-way__title">{}</h3><p>{}</p>{}</div>)">(
        out, t("How it goes to {paper}", {{"paper", view.newspaper.facts.name}}), t("We send it for you"),
        t("You get an email first, and confirm with one press. The paper then gets the letter in your name, and "
          "answers "
          "to you."),
        press(t, path + "/sending", t("Send it for me"), html::ButtonKind::primary));
    html::write<
        R"(<div class="editor-way"><h3 class="editor-way__title">{}</h3><p>{}</p><p class="cluster"><a class="button button--quiet" href="{}">{} {}</a> <button class="button button--quiet" type="button" data-copy="#editor-letter" data-copied="{}" hidden>{} <span data-copy-label>{}</span></button> <button class="button button--quiet" type="button" data-print hidden>{} {}</button></p><p>{} <a href="mailto:{}">{}</a></p>{}</div></section>)">(
        out, t("You send it yourself"),
        t("From your own mail program, or on paper. Nothing about it leaves from here."),
        mailto_url({view.newspaper.facts.email.text(), view.letter.subject, body}), html::icon("mail"),
        t("Open in my mail program"), t("Copied"), html::icon("copy"), t("Copy the letter"), html::icon("printer"),
        t("Print it"), t("The address for letters:"), view.newspaper.facts.email.text(),
        view.newspaper.facts.email.text(),
        press(t, path + "/own-way", t("I have sent it myself"), html::ButtonKind::text));
}

SafeHtml asked_moment(const Translator& t, const Draft& view) {
    const std::string path = draft_path(t.locale(), view.token);
    std::vector<html::MomentLink> links;
    if (!view.mailbox_path.empty()) links.push_back({view.mailbox_path, t("Open the demo mailbox")});
    links.push_back({path + "/words", t("Change my letter"), "quiet"});
    return html::moment(
        {MomentTone::success, "mail", t("One more step: check your email"),
         t("We have sent an email to {address} with a button to confirm. Nothing leaves before. Nothing there "
           "after five minutes? Look in your junk mail.",
           {{"address", view.letter.email}}),
         html::render<"{}{}">(
             html::moment_links(links),
             html::moment_buttons(t, {{path + "/sending", t("Send the email again"), html::ButtonKind::quiet}}))});
}

SafeHtml back_to_list(const Translator& t) {
    return html::moment_links({{list_path(t.locale()), t("Letters to the editor"), "quiet"}});
}

struct StateView {
    const EditorLetter& letter;
    const std::string& paper;
};
SafeHtml state_moment(const Translator& t, const StateView& view, const SafeHtml& below) {
    switch (view.letter.state) {
        case LetterState::held:
            return html::moment({MomentTone::success, "clock", t("Thank you: your letter is confirmed"),
                                 t("Somebody of the campaign reads it before it goes to {paper}. You get an email.",
                                   {{"paper", view.paper}}),
                                 below});
        case LetterState::waiting:
            return html::moment(
                {MomentTone::success, "clock", t("Thank you: your letter is confirmed"),
                 t("{paper} gets a few letters a day from here, so that it reads them. Yours goes when it is "
                   "its turn, and you get a copy by email.",
                   {{"paper", view.paper}}),
                 below});
        case LetterState::sent:
            return html::moment({MomentTone::success, "check-circle",
                                 t("Your letter is on its way to {paper}", {{"paper", view.paper}}),
                                 t("Papers often call to check who wrote. When it is printed, please tell us here."),
                                 below});
        case LetterState::own_way:
            return html::moment({MomentTone::success, "check-circle", t("Thank you for writing"),
                                 t("When it is printed, please tell us: the email that we sent has the way."), below});
        case LetterState::withdrawn:
            return html::moment({MomentTone::plain, "undo", t("Your letter does not leave"),
                                 t("Nothing was sent to {paper}.", {{"paper", view.paper}}), below});
        case LetterState::refused:
            return html::moment(
                {MomentTone::plain, "info", t("Your letter was not sent"),
                 t("Somebody of the campaign read it and did not send it on: its words may hurt somebody, or "
                   "name private details."),
                 below});
        case LetterState::draft:
        case LetterState::asked:
            break;
    }
    return html::moment(
        {MomentTone::plain, "edit", t("Your letter is being changed"),
         t("Its words were changed after the email left. Please send it once more from the page on which you "
           "wrote."),
         below});
}

SafeHtml printed_form(const Translator& t, const Own& view) {
    const html::Fields fields{t, view.problems};
    return html::render<
        R"(<section class="frame frame--narrow editor-page" aria-labelledby="printed"><h2 class="section__title" id="printed">{}</h2><p class="section__lead">{}</p><form class="form" method="post" action="{}/printing" novalidate>{}{}{}{}{}</form></section>)">(
        t("Was it printed?"), t("Tell us where, and others see that writing works. Your name is not shown."),
        letter_path(t.locale(), view.token), fields.error_summary(),
        fields.text({.name = "url",
                     .label = t("Web address of the letter"),
                     .value = view.typed.url,
                     .kind = html::TextKind::url,
                     .required = Required::no,
                     .hint = t("Leave it empty when it stood on paper alone."),
                     .max_length = 500}),
        fields.text({.name = "on",
                     .label = t("Day"),
                     .value = view.typed.on,
                     .hint = t("As in 2026-11-03."),
                     .size = html::FieldSize::small,
                     .max_length = 10}),
        fields.text({.name = "headline",
                     .label = t("Title that the paper gave it"),
                     .value = view.typed.headline,
                     .required = Required::no,
                     .max_length = 150}),
        fields.button({.label = t("It was printed")}));
}

SafeHtml after_sending(const Translator& t, const Own& view) {
    switch (view.letter.printed) {
        case PrintedState::untold:
            return printed_form(t, view);
        case PrintedState::told:
            return html::render<R"(<p class="frame frame--narrow editor-page">{}</p>)">(
                t("Thank you for telling us that it was printed. Somebody looks, and puts it on the list."));
        case PrintedState::seen:
            return html::render<R"(<p class="frame frame--narrow editor-page">{} <a href="{}">{}</a></p>)">(
                t("It was printed: congratulations."), printed_path(t.locale()), t("Letters that were printed"));
        case PrintedState::not_found:
            return html::render<R"({}<p class="frame frame--narrow editor-page">{}</p>)">(
                printed_form(t, view), t("We did not find it at the place that you told us. Please look again."));
    }
    return {};
}

}  // namespace

SafeHtml letter_sheet(const Translator& t, const EditorLetter& letter) {
    return html::render<
        R"(<section class="editor-sheet" aria-label="{}" lang="{}"><h2 class="editor-sheet__title">{}</h2><div class="editor-sheet__words" id="editor-letter">{}</div></section>)">(
        t("Your letter"), base::code(letter.words_in), letter.subject, letter_for_paper(letter));
}

SafeHtml write(const Translator& t, const Write& view) {
    Out out;
    html::write<R"(
<article class="frame frame--narrow editor-page"><header class="page-head"><p class="page-head__eyebrow"><a href="{}">{}</a></p><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>{})">(
        out, campaign_path(t.locale(), view.campaign.id), view.campaign.plan.title(t.locale()),
        t("Your letter to {paper}", {{"paper", view.newspaper.facts.name}}), where_words(t, view.newspaper.facts),
        election_lines(view.taglines));
    write_tips(out, t, view);
    write_points_at_hand(out, t, view);
    write_form(out, t, view);
    html::write<"</article>">(out);
    return std::move(out).finish();
}

SafeHtml draft(const Translator& t, const Draft& view) {
    if (view.letter.state == LetterState::asked && view.problems.empty()) return asked_moment(t, view);
    if (view.letter.state != LetterState::draft && view.problems.empty())
        return state_moment(t, {view.letter, view.newspaper.facts.name}, back_to_list(t));
    const html::Fields fields{t, view.problems};
    Out out;
    html::write<R"(
<article class="frame frame--narrow editor-page"><header class="page-head"><p class="page-head__eyebrow"><a href="{}">{}</a></p><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>{})">(
        out, campaign_path(t.locale(), view.campaign.id), view.campaign.plan.title(t.locale()), t("Read it once more"),
        t("This is what {paper} gets: {words}.",
          {{"paper", view.newspaper.facts.name},
           {"words", t.plural("{count} word", "{count} words", count_words(view.letter.text))}}),
        fields.error_summary());
    write_likeness(out, t, view);
    out.append(letter_sheet(t, view.letter));
    html::write<R"(<p class="editor-change"><a class="button button--quiet" href="{}/words">{} {}</a></p>)">(
        out, draft_path(t.locale(), view.token), html::icon("edit"), t("Change it"));
    write_marks(out, t, view);
    write_ways(out, t, view);
    html::write<"</article>">(out);
    return std::move(out).finish();
}

SafeHtml own(const Translator& t, const Own& view) {
    const std::string path = letter_path(t.locale(), view.token);
    const std::string& paper = view.newspaper.facts.name;
    const bool has_left = view.letter.state == LetterState::sent || view.letter.state == LetterState::own_way;
    if (view.letter.state == LetterState::asked && view.expiry == Expiry::past)
        return html::moment({MomentTone::plain, "clock", t("This link has run out"),
                             t("A letter to the editor is news for a week. Please write it anew."), back_to_list(t)});
    if (view.letter.state == LetterState::asked)
        return html::render<"{}{}">(
            html::moment(
                {MomentTone::plain, "mail", t("Send this letter to {paper}?", {{"paper", paper}}),
                 t("It goes in your name, with your place and telephone. Papers often call before they print."),
                 html::moment_buttons(t, {{path + "/confirmation", t("Yes, send it")},
                                          {path + "/withdrawal", t("This was not me"), html::ButtonKind::quiet}})}),
            html::render<R"(<div class="frame frame--narrow editor-page">{}</div>)">(letter_sheet(t, view.letter)));
    const bool may_stop = view.letter.state == LetterState::held || view.letter.state == LetterState::waiting;
    const SafeHtml below =
        may_stop ? html::moment_buttons(t, {{path + "/withdrawal", t("Do not send it"), html::ButtonKind::quiet}})
                 : SafeHtml{};
    return html::render<"{}{}{}">(
        state_moment(t, {view.letter, paper}, below), has_left ? after_sending(t, view) : SafeHtml{},
        view.letter.state == LetterState::refused
            ? html::render<R"(<div class="frame frame--narrow editor-page">{}</div>)">(letter_sheet(t, view.letter))
            : SafeHtml{});
}

}  // namespace editor_letters::pages
