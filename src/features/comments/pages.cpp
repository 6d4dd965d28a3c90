#include "features/comments/pages.h"

#include <array>
#include <map>

#include <fmt/format.h>

#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/moment.h"
#include "ports/paging.h"

namespace comments::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

std::string petition_path(const Translator& t, const ports::PetitionFacts& petition) {
    return fmt::format("/{}/petitions/{}", base::code(t.locale()), petition.slug);
}

std::string who(const Translator& t, const Comment& comment) {
    if (comment.name.empty()) return t("Someone who signed");
    return comment.place.empty() ? comment.name : fmt::format("{}, {}", comment.name, comment.place);
}

// The words as the signer has them, whatever their direction; markup in them is text.
void write_words(Out& out, const Translator& t, const Comment& comment, base::Instant now) {
    html::write<R"(<blockquote class="comment__words" lang="{}" dir="auto">{}</blockquote>
<p class="comment__who"><b>{}</b> <time datetime="{}">{}</time></p>)">(
        out, base::code(comment.locale), comment.words, who(t, comment), i18n::machine_time(comment.written_at),
        t.relative(comment.written_at - now));
}

void write_report(Out& out, const Translator& t, const List& list, const Comment& comment) {
    html::write<R"(<form class="comment__report" method="post" action="{}/{}/report"><button class="button button--text"
type="submit" aria-label="{}">{} {}</button></form>)">(out, list_path(t.locale(), list.petition.slug), comment.id.value,
                                                       t("Report the words of {name}", {{"name", who(t, comment)}}),
                                                       html::icon("flag"), t("Report"));
}

void write_language_links(Out& out, const Translator& t, const List& list) {
    struct Way {
        std::optional<base::Locale> language;
        std::string label, query;
    };
    const std::array ways{Way{std::nullopt, t("Both languages"), ""},
                          Way{base::Locale::english, t("In English"), "?language=en"},
                          Way{base::Locale::french, t("In French"), "?language=fr"}};
    html::write<R"(<nav class="comment-languages" aria-label="{}"><ul>)">(out, t("Languages of the comments"));
    for (const Way& way : ways)
        html::write<R"(<li><a href="{}"{}>{}</a></li>)">(
            out, list_path(t.locale(), list.petition.slug) + way.query,
            html::attribute_if(way.language == list.language, "aria-current", "page"), way.label);
    html::write<"</ul></nav>">(out);
}

// How many staff did not show, and why: the public can judge how it is done.
void write_not_shown(Out& out, const Translator& t, const List& list) {
    std::map<Reason, std::int64_t> by_reason;
    std::int64_t all = 0;
    for (const store::StateCount& each : list.counts) {
        if (each.state != State::refused && each.state != State::taken_down) continue;
        by_reason[each.reason] += each.count;
        all += each.count;
    }
    html::write<
        R"(<section class="section comment-rules" aria-labelledby="rules-title"><h2 class="petition__heading" id="rules-title">{}</h2><p>{}</p>)">(
        out, t("How comments are read"),
        t("Only people who signed can write here. Somebody of the campaign reads every comment before it is shown; "
          "disagreement alone is no reason to refuse one."));
    if (all > 0) {
        html::write<"<p>{}</p><ul>">(out,
                                     t.plural("{count} comment is not shown:", "{count} comments are not shown:", all));
        for (const auto& [reason, count] : by_reason)
            html::write<"<li>{} ({})</li>">(out, t(label_of(reason)), t.number(count));
        html::write<"</ul>">(out);
    }
    html::write<"</section>">(out);
}

void write_pager(Out& out, const Translator& t, const List& list) {
    if (!list.older) return;
    std::string path = fmt::format("{}?before={}", list_path(t.locale(), list.petition.slug), list.older->value);
    if (list.language) path += fmt::format("&language={}", base::code(*list.language));
    out.append(ports::next_page(t, {path, t("Older")}));
}

void write_none(Out& out, const Translator& t, const ports::PetitionFacts& petition) {
    html::write<R"(<p class="empty">{} <a href="{}#sign">{}</a></p>)">(
        out,
        t("Nobody has said why they signed yet. When you sign, write a sentence under “Why it matters to you”: it "
          "appears here once somebody of the campaign has read it."),
        petition_path(t, petition), t("Sign and say why"));
}

std::int64_t shown_in(const List& list) {
    std::int64_t count = 0;
    for (const store::StateCount& each : list.counts)
        if (each.state == State::shown) count += each.count;
    return count;
}

// Where it stands, to whoever wrote it.
void write_standing(Out& out, const Translator& t, const Own& own) {
    if (!own.comment) return;
    html::write<R"(<blockquote class="comment__words" lang="{}" dir="auto">{}</blockquote>)">(
        out, base::code(own.comment->locale), own.comment->words);
    switch (own.comment->state) {
        case State::waiting:
            return html::write<R"(<p class="own-comment__state">{} {}</p>)">(
                out, html::icon("clock"), t("It waits to be read by somebody of the campaign."));
        case State::shown:
            return html::write<R"(<p class="own-comment__state">{} <a href="{}">{}</a></p>)">(
                out, html::icon("check-circle"), list_path(t.locale(), own.petition.slug), t("It is shown."));
        case State::refused:
        case State::taken_down:
            return html::write<R"(<p class="own-comment__state">{} {}</p>)">(
                out, html::icon("info"),
                t("It is not shown. The reason: {reason}.", {{"reason", t(label_of(own.comment->reason))}}));
    }
}

void write_own_form(Out& out, const Translator& t, const Own& own) {
    const html::Fields fields{t, own.problems};
    const std::string hint =
        own.name.empty()
            ? t("It is shown without your name once somebody of the campaign has read it.")
            : t("It is shown as the words of {name} once somebody of the campaign has read it.", {{"name", own.name}});
    html::write<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}</form>)">(
        out, own_path(t.locale(), own.token), fields.error_summary(),
        fields.text_area({.name = "words",
                          .label = own.comment ? t("In other words") : t("Why it matters to you"),
                          .value = own.typed,
                          .hint = hint,
                          .rows = 4,
                          .max_length = kLongestWords}),
        own.words_help, fields.button({.label = own.comment ? t("Replace it") : t("Send it")}));
    if (own.comment)
        html::write<R"(<form method="post" action="{}/removal">{}</form>)">(
            out, own_path(t.locale(), own.token),
            fields.button({.label = t("Remove my comment"), .kind = html::ButtonKind::quiet}));
}

std::string own_title(const Translator& t, const Own& own) {
    return own.comment ? t("What you said") : t("Say why you signed");
}

html::SafeHtml lead_of(const Translator& t, const List& list) {
    if (list.comments.empty()) return {};
    return html::render<R"(<p class="page-head__lead">{}</p>)">(
        t.plural("{count} comment of people who signed, the newest first.",
                 "{count} comments of people who signed, the newest first.", shown_in(list)));
}

}  // namespace

html::SafeHtml section(const Translator& t, const Section& section) {
    const bool is_open = section.petition.stage == ports::PetitionStage::open;
    if (section.newest.empty() && !is_open) return {};
    Out out;
    html::write<R"(
<section class="petition-comments" aria-labelledby="comments-title"><div class="frame">
<h2 class="petition__heading" id="comments-title">{}</h2>)">(out, t("Why people signed"));
    if (section.newest.empty()) {
        html::write<R"(<p class="empty">{}</p>)">(
            out, t("Nobody has said why they signed yet. When you sign, write a sentence under “Why it matters to "
                   "you”: it appears here once somebody of the campaign has read it."));
    } else {
        html::write<R"(<ul class="comments">)">(out);
        for (const Comment& each : section.newest) {
            html::write<R"(<li class="comment">)">(out);
            write_words(out, t, each, section.now);
            html::write<"</li>">(out);
        }
        html::write<R"(</ul><p class="endorse-all"><a href="{}">{}</a></p>)">(
            out, list_path(t.locale(), section.petition.slug),
            t.plural("Read {count} comment", "Read all {count} comments", section.count));
    }
    html::write<"</div></section>">(out);
    return std::move(out).finish();
}

html::SafeHtml list(const Translator& t, const List& list) {
    Out out;
    html::write<R"(
<header class="page-head frame"><p class="page-head__eyebrow"><a href="{}">{}</a></p>
<h1 class="page-head__title">{}</h1>{}</header><article class="frame">)">(
        out, petition_path(t, list.petition), list.petition.title, t("Why people signed"), lead_of(t, list));
    if (list.reported == List::Reported::yes)
        html::write<
            R"(<div class="notice notice--success" role="status">{}<div class="notice__body"><p>{}</p></div></div>)">(
            out, html::icon("check"), t("Thank you. Somebody of the campaign will look at it again."));
    write_language_links(out, t, list);
    if (list.comments.empty()) write_none(out, t, list.petition);
    html::write<R"(<ul class="comments comments--all">)">(out);
    for (const Comment& each : list.comments) {
        html::write<R"(<li class="comment" id="comment-{}">)">(out, each.id.value);
        write_words(out, t, each, list.now);
        write_report(out, t, list, each);
        html::write<"</li>">(out);
    }
    html::write<"</ul>">(out);
    write_pager(out, t, list);
    write_not_shown(out, t, list);
    html::write<"</article>">(out);
    return std::move(out).finish();
}

html::SafeHtml own_section(const Translator& t, const Own& own) {
    Out out;
    html::write<R"(
<section class="section own-comment" aria-labelledby="own-comment-title"><div class="frame frame--narrow">
<h2 class="petition__heading" id="own-comment-title">{}</h2>)">(out, own_title(t, own));
    write_standing(out, t, own);
    write_own_form(out, t, own);
    html::write<"</div></section>">(out);
    return std::move(out).finish();
}

html::SafeHtml own(const Translator& t, const Own& own) {
    Out out;
    html::write<R"(
<header class="page-head frame frame--narrow"><p class="page-head__eyebrow"><a href="{}">{}</a></p>
<h1 class="page-head__title">{}</h1></header><article class="frame frame--narrow own-comment">)">(
        out, petition_path(t, own.petition), own.petition.title, own_title(t, own));
    write_standing(out, t, own);
    write_own_form(out, t, own);
    html::write<"</article>">(out);
    return std::move(out).finish();
}

html::SafeHtml broken_link(const Translator& t) {
    return html::moment(
        {html::MomentTone::error, "link", t("There is no signature behind this link"),
         t("It was withdrawn, or the link is not complete. Only people whose signature counts can say why they "
           "signed.")});
}

std::string list_path(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/petitions/{}/comments", base::code(locale), slug);
}

std::string own_path(base::Locale locale, std::string_view token) {
    return fmt::format("/{}/comments/{}", base::code(locale), token);
}

}  // namespace comments::pages
