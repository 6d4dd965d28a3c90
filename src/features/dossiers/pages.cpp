#include "features/dossiers/pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "features/dossiers/words.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/moment.h"
#include "platform/inbound_mail/reply.h"
#include "ports/day_words.h"
#include "ports/staff_pages.h"

namespace dossiers::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

void write_link(Out& out, const Translator& t, const std::string& url) {
    if (url.empty()) return;
    html::write<R"( <a href="{}" rel="nofollow noopener">{} {}</a>)">(out, url, t("Where it can be read"),
                                                                      html::icon("external"));
}

void write_evidence(Out& out, const Translator& t, const Wording& evidence, const std::string& url) {
    if (evidence.empty() && url.empty()) return;
    html::write<R"(<p class="dossier__evidence">)">(out);
    if (!evidence.empty()) {
        const auto in = evidence.in(t.locale());
        html::write<R"(<span lang="{}">{}</span>)">(out, base::code(in.language), in.text);
    }
    write_link(out, t, url);
    html::write<"</p>">(out);
}

void write_figure(Out& out, const std::string& figure, const std::string& words) {
    html::write<R"(<div class="dossier__figure"><dt>{}</dt><dd>{}</dd></div>)">(out, words, figure);
}

void write_figures(Out& out, const Translator& t, const Dossier& dossier) {
    const Totals& totals = dossier.totals;
    html::write<R"(<dl class="dossier__figures">)">(out);
    write_figure(out, t.number(totals.asked),
                 totals.since ? t("wrote to them since {day}", {{"day", t.date(*totals.since)}}) : t("wrote to them"));
    write_figure(out, t.number(totals.answered),
                 totals.answered_at ? t("answers, the last on {day}", {{"day", t.date(*totals.answered_at)}})
                                    : t("answers that we know of"));
    html::write<"</dl>">(out);
}

void write_promises(Out& out, const Translator& t, const std::vector<Promise>& promises) {
    if (promises.empty()) return;
    html::write<R"(<h3 class="dossier__heading">{}</h3><ul class="dossier__list">)">(out, t("Promises"));
    for (const Promise& each : promises) {
        html::write<R"(<li class="dossier__item">)">(out);
        write_words(out, t, each.words);
        html::write<R"(<p class="dossier__line">{} <time datetime="{}">{}</time></p>)">(
            out, ports::badge({tone_of(each.now().state), t(label_of(each.now().state))}), each.made_on,
            t("Promised on {day}", {{"day", ports::day_in_words(t, each.made_on)}}));
        write_history(out, t, each);
        html::write<"</li>">(out);
    }
    html::write<"</ul>">(out);
}

void write_meetings(Out& out, const Translator& t, const std::vector<Meeting>& meetings) {
    if (meetings.empty()) return;
    html::write<R"(<h3 class="dossier__heading">{}</h3><ul class="dossier__list">)">(out, t("Meetings with us"));
    for (const Meeting& each : meetings) {
        html::write<R"(<li class="dossier__item"><p class="dossier__line"><time datetime="{}">{}</time></p>)">(
            out, each.on_date, ports::day_in_words(t, each.on_date));
        write_words(out, t, each.summary);
        html::write<"</li>">(out);
    }
    html::write<"</ul>">(out);
}

void write_shown(Out& out, const Translator& t, const ShownAnswer& shown, const std::string& token) {
    html::write<R"(<li class="dossier__item"><p class="dossier__line"><b>{}</b> <time datetime="{}">{}</time></p>)">(
        out, subject_of(t, shown.answer), i18n::machine_time(shown.answer.received_at),
        t.date(shown.answer.received_at));
    write_answer_words(out, t, shown.answer);
    if (!shown.attachments.empty()) {
        html::write<R"(<ul class="dossier__attachments">)">(out);
        for (const AttachmentFacts& each : shown.attachments) {
            const std::string name = each.name.empty() ? t("without a name") : each.name;
            if (each.is_kept)
                html::write<R"(<li><a href="{}/attachments/{}">{} {}</a> ({})</li>)">(
                    out, telling_path(t.locale(), token), each.id.value, html::icon("download"), name,
                    size_words(t, each.size));
            else
                html::write<"<li>{} ({})</li>">(
                    out, name,
                    t("{size}, too large to be kept: ask the office for it", {{"size", size_words(t, each.size)}}));
        }
        html::write<"</ul>">(out);
    }
    html::write<"</li>">(out);
}

void write_telling_form(Out& out, const Translator& t, const Telling& telling) {
    const html::Fields fields{t, telling.problems};
    html::write<R"(<h2 class="dossier__heading">{}</h2>
<form class="form" method="post" action="{}" novalidate>{}{}{}{}</form>)">(
        out, t("An answer came another way?"), telling_path(t.locale(), telling.token), fields.error_summary(),
        fields.text({.name = "on_date",
                     .label = t("On which day, as 2026-11-30"),
                     .value = telling.typed.on_date,
                     .size = html::FieldSize::medium}),
        fields.text_area({.name = "words",
                          .label = t("What they answered"),
                          .value = telling.typed.words,
                          .hint = t("Copy the answer, or tell it in a sentence. Somebody of the campaign reads it; "
                                    "nothing of it becomes public before that, and never with your name."),
                          .rows = 8,
                          .max_length = static_cast<int>(kLongestAnswer)}),
        fields.button({.label = t("Tell us")}));
}

}  // namespace

std::string_view tone_of(PromiseState state) {
    switch (state) {
        case PromiseState::kept:
            return "success";
        case PromiseState::broken:
            return "danger";
        case PromiseState::withdrawn:
            return "warning";
        case PromiseState::open:
            return "information";
        case PromiseState::mistaken:
            break;
    }
    return "neutral";
}

void write_words(Out& out, const Translator& t, const Wording& words) {
    const auto in = words.in(t.locale());
    if (in.text.empty()) return;
    html::write<R"(<p class="dossier__words" lang="{}">{}</p>)">(out, base::code(in.language), in.text);
}

// The newest evidence in sight; how it came to that, where it changed, behind a disclosure.
void write_history(Out& out, const Translator& t, const Promise& promise) {
    write_evidence(out, t, promise.now().evidence, promise.now().evidence_url);
    if (promise.states.size() < 2) return;
    html::write<
        R"(<details class="disclosure"><summary class="disclosure__summary">{}</summary><div class="disclosure__body"><ol class="dossier__history">)">(
        out, t("How it came to that"));
    for (auto state = promise.states.rbegin(); state != promise.states.rend(); ++state) {
        html::write<R"(<li><time datetime="{}">{}</time> {})">(
            out, state->on_date, ports::day_in_words(t, state->on_date), t(label_of(state->state)));
        write_evidence(out, t, state->evidence, state->evidence_url);
        html::write<"</li>">(out);
    }
    html::write<"</ol></div></details>">(out);
}

void write_standings(Out& out, const Translator& t, const std::vector<Standing>& standings) {
    html::write<R"(<ul class="dossier__list">)">(out);
    for (const Standing& each : standings) {
        html::write<R"(<li class="dossier__item"><p class="dossier__words">)">(out);
        if (each.path.empty())
            html::write<"{}">(out, each.title);
        else
            html::write<R"(<a href="{}">{}</a>)">(out, each.path, each.title);
        html::write<R"(</p><p class="dossier__line">{} <time datetime="{}">{}</time>)">(
            out, ports::badge({each.tone, each.label}), each.on_date, ports::day_in_words(t, each.on_date));
        if (each.is == Standing::Is::replaced) html::write<" {}">(out, t("replaced by a later one"));
        html::write<"</p>">(out);
        if (!each.evidence.empty() || !each.evidence_url.empty()) {
            html::write<R"(<p class="dossier__evidence"><span lang="{}">{}</span>)">(
                out, base::code(each.evidence_language), each.evidence);
            write_link(out, t, each.evidence_url);
            html::write<"</p>">(out);
        }
        html::write<"</li>">(out);
    }
    html::write<"</ul>">(out);
}

html::SafeHtml subject_of(const Translator& t, const Answer& answer) {
    if (answer.subject.empty()) return html::render<"{}">(t(label_of(answer.way)));
    return html::render<R"(<span lang="{}">{}</span>)">(base::code(answer.locale), answer.subject);
}

void write_answer_words(Out& out, const Translator& t, const Answer& answer) {
    if (answer.emptied_at) {
        html::write<R"(<p class="dossier__line">{}</p>)">(out, t("The words of this answer are no longer kept."));
        return;
    }
    const std::string_view own = inbound_mail::own_words(answer.words);
    html::write<R"(<div class="dossier__letter" lang="{}" dir="auto">{}</div>)">(out, base::code(answer.locale), own);
    if (own.size() == answer.words.size()) return;
    html::write<
        R"(<details class="disclosure"><summary class="disclosure__summary">{}</summary><div class="disclosure__body"><div class="dossier__letter" lang="{}" dir="auto">{}</div></div></details>)">(
        out, t("What they quoted"), base::code(answer.locale), std::string_view{answer.words}.substr(own.size()));
}

html::SafeHtml section(const Translator& t, const Dossier& dossier) {
    const bool is_asked = dossier.totals.asked > 0 || dossier.totals.answered > 0;
    if (!is_asked && dossier.standings.empty() && dossier.promises.empty() && dossier.meetings.empty()) return {};
    Out out;
    html::write<
        R"(<section class="dossier" aria-labelledby="dossier-title"><h2 class="section__title" id="dossier-title">{}</h2>)">(
        out, t("What was asked, and what they said"));
    if (is_asked) write_figures(out, t, dossier);
    if (!dossier.standings.empty()) {
        html::write<R"(<h3 class="dossier__heading">{}</h3>)">(out, t("Where they stand"));
        write_standings(out, t, dossier.standings);
    }
    write_promises(out, t, dossier.promises);
    write_meetings(out, t, dossier.meetings);
    html::write<"</section>">(out);
    return std::move(out).finish();
}

html::SafeHtml telling(const Translator& t, const Telling& telling) {
    Out out;
    html::write<R"(
<article class="frame frame--narrow section"><header class="page-head"><h1 class="page-head__title">{}</h1>
<p class="page-head__lead">{}</p></header>)">(
        out, t("Your letter to {name}", {{"name", name_words(t, telling.representative)}}),
        office_words(t, telling.representative));
    if (telling.said == Telling::Said::told)
        html::write<
            R"(<div class="notice notice--success" role="status">{}<div class="notice__body"><p>{}</p></div></div>)">(
            out, html::icon("check"), t("Thank you. Somebody of the campaign reads it."));
    if (telling.answers.empty()) {
        html::write<"<p>{}</p>">(out, t("No answer has reached us yet. Most offices take some weeks."));
    } else {
        html::write<R"(<h2 class="dossier__heading">{}</h2><ul class="dossier__list">)">(out, t("What they answered"));
        for (const ShownAnswer& each : telling.answers) write_shown(out, t, each, telling.token);
        html::write<"</ul>">(out);
    }
    write_telling_form(out, t, telling);
    html::write<"</article>">(out);
    return std::move(out).finish();
}

html::SafeHtml broken_link(const Translator& t) {
    return html::moment({html::MomentTone::error, "link", t("There is no letter behind this link"),
                         t("The link is not complete, or the letter was taken back.")});
}

std::string telling_path(base::Locale locale, std::string_view token) {
    return fmt::format("/{}/letter-answers/{}", base::code(locale), token);
}

}  // namespace dossiers::pages
