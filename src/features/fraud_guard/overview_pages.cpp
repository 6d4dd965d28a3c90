// What pages.h declares about the first page of the guard.
#include <algorithm>

#include <fmt/format.h>

#include "features/fraud_guard/pages.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace fraud_guard::pages {
namespace {

using html::Out;
using i18n::Translator;

constexpr std::size_t kRulesShown = 8;

void write_stats(Out& out, const Translator& t, const Situation& situation) {
    const auto& minute = situation.last_minute;
    html::write<R"(
<dl class="stats"><div class="stat"><dt class="stat__label">{}</dt><dd class="stat__figure">{}</dd></div>
<div class="stat"><dt class="stat__label">{}</dt><dd class="stat__figure">{}</dd><dd class="stat__note">{}</dd></div>
<div class="stat"><dt class="stat__label">{}</dt><dd class="stat__figure">{}</dd><dd class="stat__note">{}</dd></div></dl>)">(
        out, t("Sign-ons in the last minute"), t.number(minute.sign_ons), t("Flagged of them"),
        t.number(minute.flagged), t.percent(static_cast<double>(minute.flagged_percent()) / 100), t("Looked at"),
        t.number(situation.judged), t("since the program started"));
}

std::vector<html::Choice> mode_choices(const Translator& t) {
    return {{"0", t("By itself"), t("When there is too much, and until five calm minutes have passed.")},
            {"1", t("On"), t("Browsers solve a puzzle before they sign.")},
            {"2", t("Off"), t("Nothing is asked, whatever happens.")}};
}

std::vector<html::Choice> step_choices(const Translator& t) {
    std::vector<html::Choice> choices;
    for (int step = 0; step < http::kLoadSteps; ++step)
        choices.push_back({std::to_string(step), step_label(t, static_cast<ports::LoadStep>(step))});
    return choices;
}

void write_pressure_fields(Out& out, const Translator& t, const Overview& view) {
    const html::Fields fields{t, view.problems};
    const auto& pressure = view.policy.pressure;
    html::write<"{}{}{}{}{}{}">(
        out, fields.error_summary(),
        fields.radio_group({.name = "pressure",
                            .legend = t("Ask for a proof of work"),
                            .choices = mode_choices(t),
                            .value = std::to_string(static_cast<std::int64_t>(pressure.mode))}),
        fields.text({.name = "pressure_percent",
                     .label = t("By itself from this share of flagged sign-ons on"),
                     .value = std::to_string(pressure.flagged_percent),
                     .kind = html::TextKind::number,
                     .hint = t("Percent of the last minute, of at least 60 sign-ons."),
                     .size = html::FieldSize::small}),
        fields.text({.name = "pressure_rate",
                     .label = t("Or from this many sign-ons a second on"),
                     .value = std::to_string(pressure.sign_ons_a_second),
                     .kind = html::TextKind::number,
                     .hint = t("On the average of the last minute."),
                     .size = html::FieldSize::small}),
        fields.select({.name = "least_load_step",
                       .label = t("Leave out under load, at least"),
                       .choices = step_choices(t),
                       .value = std::to_string(view.policy.least_load_step),
                       .hint = t("More is left out by itself while there is more to do than the server can do, in this "
                                 "order. Signing always goes on.")}),
        fields.button({.label = t("Save")}));
}

void write_pressure(Out& out, const Translator& t, const Overview& view) {
    const bool is_on = view.situation.pressure_since.has_value();
    const ports::Badge state{is_on ? "warning" : "success", is_on ? t("Puzzles are asked for") : t("Nothing is asked")};
    const ports::Badge step{view.step == ports::LoadStep::everything ? "success" : "warning", step_label(t, view.step)};
    const auto body = [&](Out& inside) {
        html::write<"<p>{} {}</p>">(inside, ports::badge(state), ports::badge(step));
        if (is_on)
            html::write<"<p>{}</p>">(inside,
                                     t("Since {time}", {{"time", t.date_time(*view.situation.pressure_since)}}));
        if (view.may_set == MaySet::no) return;
        html::write<R"(<form class="form" method="post" action="{}" novalidate>{}</form>)">(
            inside, path_of(t.locale(), "/pressure"), [&](Out& form) { write_pressure_fields(form, t, view); });
    };
    out.append(ports::panel({t("Pressure and load")}, html::render<"{}">(body)));
}

std::string kind_label(const Translator& t, TrendKind kind) {
    if (kind == TrendKind::domain) return t("Domain");
    return kind == TrendKind::network ? t("Network") : t("Country");
}

void write_trend_rows(Out& out, const Translator& t, const std::vector<Trend>& trends) {
    for (const Trend& trend : trends)
        html::write<R"(
<tr><th scope="row">{}</th><td data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td>
  <td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td></tr>)">(
            out, trend.what, t("Kind"), kind_label(t, trend.kind), t("Lately"), t.number(trend.sign_ons), t("Flagged"),
            t.percent(static_cast<double>(trend.flagged_percent) / 100), t("Part of all"), t.percent(trend.share),
            t("Usually"), t.percent(trend.usual_share));
}

struct TrendTable {
    std::string id, caption;
    const std::vector<Trend>& trends;
};

void write_trend_table(Out& out, const Translator& t, const TrendTable& table) {
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="{}" tabindex="0"><table class="table table--cards">
<caption class="table__caption" id="{}">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th>
<th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th></tr></thead><tbody>{}</tbody></table></div>)">(
        out, table.id, table.id, table.caption, t("What"), t("Kind"), t("Lately"), t("Flagged"), t("Part of all"),
        t("Usually"), [&](Out& rows) { write_trend_rows(rows, t, table.trends); });
}

void write_trends(Out& out, const Translator& t, const Situation& situation) {
    const auto body = [&](Out& inside) {
        if (situation.rising.empty())
            html::write<"<p>{}</p>">(
                inside,
                t("Nothing comes up more than usual. Domains, networks and countries appear here when they have "
                  "three times their usual share of what is signed."));
        else
            write_trend_table(inside, t, {"rising", t("More than usual"), situation.rising});
        std::vector<Trend> frequent = situation.domains;
        frequent.insert(frequent.end(), situation.networks.begin(), situation.networks.end());
        if (!frequent.empty()) write_trend_table(inside, t, {"frequent", t("Most frequent lately"), frequent});
    };
    out.append(ports::panel({t("What comes up")}, html::render<"{}">(body)));
}

void write_spoken(Out& out, const Translator& t, const Situation& situation) {
    std::vector<Rule> rules;
    for (int i = 0; i < kRules; ++i)
        if (situation.spoken[static_cast<std::size_t>(i)] > 0) rules.push_back(static_cast<Rule>(i));
    const auto count = [&](Rule rule) { return situation.spoken[static_cast<std::size_t>(rule)]; };
    std::ranges::sort(rules, [&](Rule left, Rule right) {
        return count(left) != count(right) ? count(left) > count(right) : left < right;
    });
    if (rules.size() > kRulesShown) rules.erase(rules.begin() + kRulesShown, rules.end());
    const auto body = [&](Out& inside) {
        if (rules.empty()) return html::write<"<p>{}</p>">(inside, t("No rule has spoken yet."));
        const auto rows = [&](Out& list) {
            for (const Rule rule : rules)
                html::write<
                    R"(<div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value">{}</dd></div>)">(
                    list, t(words_of(rule).reason), t.number(count(rule)));
        };
        html::write<R"(<dl class="facts">{}</dl>)">(inside, rows);
    };
    out.append(ports::panel({t("What the rules found since the start")}, html::render<"{}">(body)));
}

std::string change_label(const Translator& t, const std::string& name) {
    if (name == "pressure") return t("Ask for a proof of work");
    if (name == "load_step") return t("Load");
    if (name == "least_load_step") return t("Leave out under load, at least");
    if (name == "pressure_percent") return t("By itself from this share of flagged sign-ons on");
    if (name == "pressure_rate") return t("Or from this many sign-ons a second on");
    if (name == "flag_from") return t("Flag from");
    if (name == "ask_from") return t("Ask for a proof from");
    const auto rule = rule_of(name.substr(name.find('.') + 1));
    if (!rule) return name;
    const std::string words = t(words_of(*rule).reason);
    return name.starts_with("weight.") ? t("Points of “{rule}”", {{"rule", words}})
                                       : t("Limit of “{rule}”", {{"rule", words}});
}

// "On" for "1" where the setting is a choice; else the number.
std::string value_label(const Translator& t, const store::LoggedChange& change, const std::string& value) {
    if (change.name == "pressure") {
        if (value == "on" || value == "1") return t("On");
        return value == "0" ? t("By itself") : t("Off");
    }
    const bool is_step = change.name == "load_step" || change.name == "least_load_step";
    if (!is_step || value.size() != 1) return value;
    return step_label(t, static_cast<ports::LoadStep>(value.front() - '0'));
}

void write_change(Out& out, const Translator& t, const store::LoggedChange& change) {
    html::write<R"(
<tr><th scope="row">{}</th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td>
  <td data-label="{}"><time datetime="{}">{}</time></td></tr>)">(
        out, change_label(t, change.name), t("Before"), value_label(t, change, change.before), t("After"),
        value_label(t, change, change.after), t("By"), change.by.empty() ? t("by itself") : change.by, t("When"),
        i18n::machine_time(change.at), t.date_time(change.at));
}

void write_changes(Out& out, const Translator& t, const std::vector<store::LoggedChange>& changes) {
    const auto body = [&](Out& inside) {
        if (changes.empty()) return html::write<"<p>{}</p>">(inside, t("Nothing was changed yet."));
        html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="changes" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="changes">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div>)">(
            inside, t("Latest changes"), t("What"), t("Before"), t("After"), t("By"), t("When"), [&](Out& rows) {
                for (const auto& change : changes) write_change(rows, t, change);
            });
    };
    out.append(ports::panel({t("Latest changes")}, html::render<"{}">(body)));
}

}  // namespace

html::SafeHtml overview(const Translator& t, const Overview& view) {
    Out out;
    out.append(ports::staff_head(
        t,
        {.title = t("Fraud guard"),
         .lead = t("Every sign-on gets points from rules. Odd ones are flagged for you to look at; only the block "
                   "list refuses."),
         .actions = html::render<"{} {}">(ports::button_link({path_of(t.locale(), "/rules"), t("Rules"), "settings"}),
                                          ports::button_link({path_of(t.locale(), "/lists"), t("Lists"), "list"}))}));
    write_stats(out, t, view.situation);
    write_pressure(out, t, view);
    write_trends(out, t, view.situation);
    write_spoken(out, t, view.situation);
    write_changes(out, t, view.changes);
    return std::move(out).finish();
}

}  // namespace fraud_guard::pages
