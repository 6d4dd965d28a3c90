#include "features/message_guides/staff_pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/word_difference.h"
#include "features/message_guides/library.h"
#include "features/message_guides/pages.h"
#include "platform/html/assets.h"
#include "platform/html/difference.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace message_guides::staff_pages {
namespace {

using base::Locale;
using html::Out;
using html::SafeHtml;
using i18n::Translator;

constexpr std::size_t kGapsShown = 12;

SafeHtml stage_badge(const Translator& t, Stage stage) {
    constexpr std::array<std::string_view, 3> kTones{"neutral", "success", "danger"};
    return ports::badge({kTones[static_cast<std::size_t>(stage)], t(label_of(stage))});
}

ports::Crumb to_list(const Translator& t) { return {t("Words That Work"), list_path(t.locale())}; }

std::vector<ports::Crumb> to_guide(const Translator& t, const Guide& guide, const Content& content) {
    const std::string& title = title_of(content, t.locale());
    return {to_list(t), {title.empty() ? guide.slug : title, guide_path(t.locale(), guide.slug)}};
}

std::vector<html::Choice> level_choices(const Translator& t, const std::vector<people::Level>& levels) {
    std::vector<html::Choice> choices;
    for (const people::Level& each : levels) choices.push_back({each.slug, each.name(t.locale())});
    return choices;
}

void write_row(Out& out, const Translator& t, const Row& row) {
    const std::string& title = title_of(row.content, t.locale());
    html::write<
        R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{} {} {}</td><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
        out, guide_path(t.locale(), row.guide.slug), title.empty() ? row.guide.slug : title, t("State"),
        stage_badge(t, row.guide.stage),
        row.waits_for_approval ? ports::badge({"warning", t("waits for approval")}) : SafeHtml{},
        row.is_review_due ? ports::badge({"danger", t("review is due")}) : SafeHtml{}, t("Level"), row.level,
        t("Missing in English"), t.number(std::ssize(gaps(row.content, Locale::english))), t("Missing in French"),
        t.number(std::ssize(gaps(row.content, Locale::french))));
}

// ---- One guide

void write_gaps(Out& out, const Translator& t, const Content& content, Locale locale) {
    const auto names = gaps(content, locale);
    html::write<R"(<h3 class="guide-parity__language">{} {}</h3>)">(
        out, i18n::own_name(locale),
        names.empty() ? ports::badge({"success", t("complete")})
                      : ports::badge({"warning", t.plural("{count} part is missing", "{count} parts are missing",
                                                          std::ssize(names))}));
    if (names.empty()) return;
    const auto named = named_fields(content);
    html::write<R"(<ul class="guide-parity__list">)">(out);
    for (std::size_t i = 0; i < std::min(names.size(), kGapsShown); ++i) {
        const auto found = std::ranges::find(named, names[i], &NamedField::name);
        if (found != named.end()) html::write<"<li>{}</li>">(out, where(t, *found));
    }
    if (names.size() > kGapsShown)
        html::write<"<li>{}</li>">(out, t("and {count} more", {{"count", names.size() - kGapsShown}}));
    html::write<"</ul>">(out);
}

SafeHtml parity(const Translator& t, const Content& content) {
    Out out;
    for (const Locale locale : base::kLocales) write_gaps(out, t, content, locale);
    return ports::panel({t("Both languages")}, std::move(out).finish());
}

std::string approval_sentence(const Translator& t, const Version& version) {
    if (version.approved_at)
        return t("Version {number} was approved by {name} on {date}.",
                 {{"number", version.number}, {"name", version.approved_by}, {"date", t.date(*version.approved_at)}});
    if (version.asked_at)
        return t("Version {number} waits for approval: {name} asked on {date}.",
                 {{"number", version.number}, {"name", version.asked_by}, {"date", t.date(*version.asked_at)}});
    return t("Version {number} by {name} is a draft. Nobody was asked to approve it yet.",
             {{"number", version.number}, {"name", version.by}});
}

void write_act(Out& out, const Translator& t, const std::string& path, const Version& version,
               const html::Button& button) {
    const base::Problems none;
    html::write<R"(<form method="post" action="{}">{}{}</form>)">(
        out, path, html::hidden({"version", std::to_string(version.number)}), html::Fields{t, none}.button(button));
}

SafeHtml approval(const Translator& t, const Overview& view) {
    const Version& newest = view.versions.front();
    const std::string path = guide_path(t.locale(), view.guide.slug);
    const auto missing = unready(newest.content);
    const bool is_shown = view.guide.stage == Stage::published && view.guide.shown == newest.id;
    Out out;
    html::write<"<p>{}</p>">(out, approval_sentence(t, newest));
    if (!missing.empty()) {
        html::write<R"(<ul class="guide-parity__list">)">(out);
        for (const auto& problem : missing) html::write<"<li>{}</li>">(out, t(problem.message));
        html::write<"</ul>">(out);
    }
    html::write<R"(<div class="cluster">)">(out);
    if (!is_shown && missing.empty() && !newest.asked_at)
        write_act(out, t, path + "/approval-request", newest,
                  {.label = t("Ask for approval"), .kind = html::ButtonKind::quiet, .icon = "send"});
    if (!is_shown && missing.empty() && view.rights.may_publish && view.rights.may_approve)
        write_act(out, t, path + "/approval", newest, {.label = t("Approve and publish"), .icon = "check"});
    if (view.guide.stage == Stage::published && view.rights.may_publish)
        write_act(out, t, path + "/withdrawal", newest, {.label = t("Withdraw"), .kind = html::ButtonKind::danger});
    html::write<"</div>">(out);
    if (!is_shown && !view.rights.may_approve)
        html::write<R"(<p class="field__hint">{}</p>)">(
            out, t("You wrote a part of what would become public: somebody else has to approve it."));
    return ports::panel({t("Approval by a second person")}, std::move(out).finish());
}

std::string trial_sentence(const Translator& t, const Trial& trial) {
    const auto share = [&](const statistics::Proportion& p) {
        return t("{share} of {trials}", {{"share", t.percent(statistics::share(p))}, {"trials", p.trials}});
    };
    const std::string figures =
        t("Used: {first} for the first wording, {other} for the other. Difference {low} to {high} (95% interval).",
          {{"first", share(trial.first)},
           {"other", share(trial.other)},
           {"low", t.percent(trial.difference.low, {1})},
           {"high", t.percent(trial.difference.high, {1})}});
    switch (verdict_of(trial)) {
        case TrialVerdict::too_early:
            return figures + " " + t("Too early to say: each has to be shown 50 times.");
        case TrialVerdict::first_is_better:
            return figures + " " + t("The first wording is used more often.");
        case TrialVerdict::other_is_better:
            return figures + " " + t("The other wording is used more often.");
        case TrialVerdict::no_difference:
            break;
    }
    return figures + " " + t("No difference that would stand out from chance.");
}

void write_use_row(Out& out, const Translator& t, const Overview& view, const Pair& pair) {
    const std::string& heard =
        pair.heard.in(t.locale()).empty() ? pair.heard.in(base::other(t.locale())) : pair.heard.in(t.locale());
    html::write<R"(<tr><th scope="row">{})">(out, heard);
    const bool is_tried = !pair.other.english.empty() || !pair.other.french.empty();
    if (is_tried)
        html::write<R"(<p class="guide-trial">{}</p>)">(out, trial_sentence(t, trial_of(view.uses, pair.key)));
    html::write<"</th>">(out);
    for (const UseKind kind : kUseKinds) {
        const auto uses =
            count(view.uses, pair.key, Wording::first, kind) + count(view.uses, pair.key, Wording::other, kind);
        // How often it was shown is counted where two wordings are tried.
        html::write<R"(<td class="table__number" data-label="{}">{}</td>)">(
            out, t(label_of(kind)), kind == UseKind::shown && !is_tried ? "–" : t.number(uses));
    }
    html::write<"</tr>">(out);
}

SafeHtml uses(const Translator& t, const Overview& view) {
    Out out;
    html::write<
        R"(<p>{}</p><div class="table-scroll" role="region" aria-labelledby="uses" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="uses">{}</caption><thead><tr><th scope="col">{}</th>)">(
        out,
        t("How often in the last 90 days. Nobody is tracked: readings are counted, not people, so who reads twice "
          "counts "
          "twice and the intervals are a little too narrow."),
        t("How often each answer was used"), t("You hear"));
    for (const UseKind kind : kUseKinds)
        html::write<R"(<th scope="col" class="table__number">{}</th>)">(out, t(label_of(kind)));
    html::write<"</tr></thead><tbody>">(out);
    for (const Pair& pair : view.versions.front().content.pairs) write_use_row(out, t, view, pair);
    html::write<"</tbody></table></div>">(out);
    return ports::panel({t("Use")}, std::move(out).finish());
}

SafeHtml versions(const Translator& t, const Overview& view) {
    Out out;
    html::write<R"(<ol class="guide-versions">)">(out);
    for (const Version& each : view.versions) {
        html::write<R"(<li><a href="{}/versions/{}">{}</a> {} {}{}</li>)">(
            out, guide_path(t.locale(), view.guide.slug), each.number, t("Version {number}", {{"number", each.number}}),
            t("{name}, {date}", {{"name", each.by}, {"date", t.date_time(each.at)}}),
            view.guide.shown == each.id && view.guide.stage == Stage::published ? ports::badge({"success", t("public")})
                                                                                : SafeHtml{},
            each.note.empty() ? std::string{} : " " + t("restored from version {number}", {{"number", each.note}}));
    }
    html::write<"</ol>">(out);
    return ports::panel({t("Versions")}, std::move(out).finish());
}

SafeHtml place(const Translator& t, const Overview& view) {
    const html::Fields fields{t, view.problems};
    const auto level = std::ranges::find(view.levels, view.guide.level, &people::Level::id);
    return ports::panel(
        {t("Whose it is")},
        html::render<R"(<form class="form" method="post" action="{}/place" novalidate>{}{}{}</form>)">(
            guide_path(t.locale(), view.guide.slug),
            fields.select({.name = "level",
                           .label = t("Level"),
                           .choices = level_choices(t, view.levels),
                           .value = level == view.levels.end() ? std::string{} : level->slug,
                           .hint = t("The levels below show it unless they have one of the same theme.")}),
            fields.text({.name = "theme", .label = t("Theme"), .value = view.guide.theme, .max_length = 60}),
            fields.button({.label = t("Save"), .kind = html::ButtonKind::quiet})));
}

}  // namespace

std::string list_path(Locale locale) { return fmt::format("/{}/staff/words", base::code(locale)); }
std::string guide_path(Locale locale, std::string_view slug) { return fmt::format("{}/{}", list_path(locale), slug); }

std::string where(const Translator& t, const NamedField& field) {
    std::string text;
    if (field.list == "rules") text = t("Rule {number}", {{"number", field.position}}) + ": ";
    if (field.list == "pairs") text = t("Pair {number}", {{"number", field.position}}) + ": ";
    if (field.list == "facts") text = t("Fact {number}", {{"number", field.position}}) + ": ";
    if (field.list == "terms") text = t("Word {number}", {{"number", field.position}}) + ": ";
    text += t(field.label);
    if (field.locale) text.append(" (").append(i18n::own_name(*field.locale)).append(")");
    return text;
}

SafeHtml list(const Translator& t, const std::vector<Row>& rows) {
    const std::string path = list_path(t.locale());
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Words That Work"),
            .lead = t("One persuasive voice: what people hear, and what they can say. A second person approves every "
                      "version before it is public."),
            .actions = html::render<"{}{}">(ports::button_link({path + "/export.json", t("Export"), "download"}),
                                            ports::button_link({path + "/new", t("New guide"), "plus", "primary"}))}));
    if (rows.empty()) {
        out.append(ports::empty_state({"megaphone", t("No guide yet"), t("Begin with the theme people ask about most."),
                                       ports::button_link({path + "/new", t("New guide"), "plus", "primary"})}));
        return std::move(out).finish();
    }
    html::write<
        R"(<div class="table-scroll" role="region" aria-labelledby="guides" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="guides">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Guides"), t("Guide"), t("State"), t("Level"), t("Missing in English"), t("Missing in French"));
    for (const Row& row : rows) write_row(out, t, row);
    html::write<"</tbody></table></div>">(out);
    return std::move(out).finish();
}

SafeHtml new_guide(const Translator& t, const NewGuidePage& page) {
    const html::Fields fields{t, page.problems};
    return html::render<R"({}<form class="form" method="post" action="{}/new" novalidate>{}{}{}{}{}</form>)">(
        ports::staff_head(t, {.title = t("New guide"), .above = {to_list(t)}}), list_path(t.locale()),
        fields.error_summary(),
        fields.text(
            {.name = "slug",
             .label = t("Address"),
             .value = page.typed.slug,
             .hint = t("Small letters, digits and hyphens: tax-fairness. It stays for good, in both languages."),
             .max_length = 60}),
        fields.text({.name = "theme",
                     .label = t("Theme"),
                     .value = page.typed.theme,
                     .required = html::Required::no,
                     .hint = page.themes.empty()
                                 ? t("Guides of one theme stand in for each other. Left empty: as the address.")
                                 : t("Guides of one theme stand in for each other. There are: {themes}",
                                     {{"themes", t.list(page.themes)}}),
                     .max_length = 60}),
        fields.select({.name = "level",
                       .label = t("Level"),
                       .choices = level_choices(t, page.levels),
                       .value = page.typed.level}),
        fields.button({.label = t("Begin to write")}));
}

SafeHtml overview(const Translator& t, const Overview& view) {
    const Version& newest = view.versions.front();
    const std::string path = guide_path(t.locale(), view.guide.slug);
    const html::Fields fields{t, view.problems};
    const std::string& title = title_of(newest.content, t.locale());
    Out out;
    out.append(ports::staff_head(
        t, {.title = title.empty() ? view.guide.slug : title,
            .lead = view.level,
            .actions = html::render<"{}{}{}">(
                stage_badge(t, view.guide.stage),
                view.guide.stage == Stage::published
                    ? ports::button_link({pages::guide_path(t.locale(), view.guide.slug), t("See it"), "eye"})
                    : SafeHtml{},
                ports::button_link({path + "/text", t("Write"), "edit", "primary"})),
            .above = {to_list(t)}}));
    out.append(fields.error_summary());
    out.append(approval(t, view));
    out.append(parity(t, newest.content));
    if (!newest.content.pairs.empty()) out.append(uses(t, view));
    out.append(versions(t, view));
    if (view.rights.may_publish) out.append(place(t, view));
    return std::move(out).finish();
}

SafeHtml difference(const Translator& t, const Difference& view) {
    const std::string path = guide_path(t.locale(), view.guide.slug);
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Version {number}", {{"number", view.after.number}}),
            .lead = view.before.number == view.after.number
                        ? t("{name}, {date}", {{"name", view.after.by}, {"date", t.date_time(view.after.at)}})
                        : t("What changed since version {number}", {{"number", view.before.number}}),
            .above = to_guide(t, view.guide, view.after.content)}));
    if (view.changes.empty())
        out.append(ports::empty_state({"check-circle", t("Nothing changed"), t("Both versions say the same.")}));
    for (const ChangedField& change : view.changes) {
        html::write<R"(<section class="guide-change"><h2 class="guide-change__where">{}</h2>)">(out,
                                                                                                where(t, change.field));
        const auto pieces = html::difference(t, base::word_difference({change.before, change.field.text}));
        if (change.field.locale)
            html::write<R"(<div class="difference" lang="{}">{}</div></section>)">(
                out, base::code(*change.field.locale), pieces);
        else
            html::write<R"(<div class="difference">{}</div></section>)">(out, pieces);
    }
    if (view.may_restore) {
        const base::Problems none;
        html::write<R"(<form class="form__actions" method="post" action="{}/versions/{}/restore">{}</form>)">(
            out, path, view.after.number,
            html::Fields{t, none}.button(
                {.label = t("Write on from this version"), .kind = html::ButtonKind::quiet, .icon = "history"}));
    }
    return std::move(out).finish();
}

}  // namespace message_guides::staff_pages
