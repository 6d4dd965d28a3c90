#include <algorithm>

#include <fmt/format.h>

#include "features/mail_sending/pages.h"
#include "features/mail_sending/tally_store.h"
#include "platform/html/facts.h"
#include "platform/html/forms.h"

namespace mail_sending::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

i18n::TimeZone named(std::string_view name) { return i18n::TimeZone::find(name).value_or(i18n::TimeZone::toronto()); }

std::string time_words(const Translator& t, const Plan& plan, base::Instant at) {
    return t.date_time(at, named(plan.time_zone));
}

void write_row(Out& out, const Translator& t, const Standing& each) {
    const auto total = std::max(each.blast.counted, each.total.taken);
    const auto count = each.stage == Stage::planned
                           ? std::string{"\u2013"}
                           : t("{done} of {total}", {{"done", each.total.done()}, {"total", total}});
    html::write<R"(
<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
        out, path_of(t.locale(), each.blast.id), each.blast.plan.name, t("State"),
        ports::badge(badge_of(t, each.stage)), t("Recipients"), count, t("Planned"), t.date(each.blast.planned_at));
}

SafeHtml unsent_list(const Translator& t, const std::vector<ports::MailingSummary>& unsent) {
    Out out;
    html::write<R"(<div class="prose"><ul>)">(out);
    for (const ports::MailingSummary& mailing : unsent)
        html::write<R"(<li><a href="{}?mailing={}">{}</a></li>)">(out, path(t.locale(), "/new"), mailing.id.value,
                                                                  mailing.name);
    html::write<"</ul></div>">(out);
    return std::move(out).finish();
}

std::vector<html::Choice> zone_choices(const Translator& t) {
    return {{"America/St_Johns", t("Newfoundland time")}, {"America/Halifax", t("Atlantic time")},
            {"America/Toronto", t("Eastern time")},       {"America/Winnipeg", t("Central time")},
            {"America/Regina", t("Saskatchewan time")},   {"America/Edmonton", t("Mountain time")},
            {"America/Vancouver", t("Pacific time")}};
}

std::string begin_words(const Translator& t, const Standing& standing) {
    const Plan& plan = standing.blast.plan;
    if (standing.first_wave_at.microseconds > 0) return time_words(t, plan, standing.first_wave_at);
    return plan.begins_at ? time_words(t, plan, *plan.begins_at) : t("As soon as it is confirmed");
}

SafeHtml facts(const Translator& t, const Show& show) {
    const Plan& plan = show.standing.blast.plan;
    Out out;
    html::write<R"(<dl class="facts">)">(out);
    html::write_fact(out, {t("Who gets it"), show.segment.empty() ? t("Everybody on the list") : show.segment});
    html::write_fact(out, {t("Topic"), show.topic});
    html::write_fact(out, {t("Begins"), begin_words(t, show.standing)});
    if (plan.local_times == LocalTimes::recipients)
        html::write_fact(out, {t("Time zone"), t("At this time of the day in each recipient's province")});
    if (plan.per_hour > 0)
        html::write_fact(out, {t("Speed"), t("At most {count} in an hour", {{"count", plan.per_hour}})});
    html::write_fact(out, {t("Planned by"), show.standing.blast.planned_by});
    html::write_fact(out, {t("Confirmed by"), show.standing.blast.confirmed_by});
    html::write<"</dl>">(out);
    return std::move(out).finish();
}

SafeHtml sample(const Translator& t, const std::vector<Sample>& people) {
    Out out;
    html::write<R"(<p>{}</p><div class="prose"><ul>)">(out, t("Some of them:"));
    for (const Sample& person : people)
        html::write<"<li>{}</li>">(
            out, fmt::format("{} \u00b7 {}{}{}", person.name.empty() ? t("No name given") : person.name,
                             i18n::own_name(person.locale), person.place.empty() ? "" : " \u00b7 " + person.place,
                             person.email.empty() ? "" : " \u00b7 " + person.email));
    html::write<"</ul></div>">(out);
    return std::move(out).finish();
}

SafeHtml confirm_form(const Translator& t, const Show& show, const Confirm& confirm) {
    const html::Fields fields{t, show.problems};
    const auto typed =
        confirm.typed_number
            ? fields.text({.name = "number",
                           .label = t("Type the number of recipients"),
                           .autocomplete = "off",
                           .hint = t("This goes to very many people. Typing {count} makes sure that you mean it.",
                                     {{"count", confirm.reach.counted}}),
                           .size = html::FieldSize::small})
            : SafeHtml{};
    return html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}<p>{}</p>{}</form>)">(
        path_of(t.locale(), show.standing.blast.id, "/confirmation"), html::hidden({"proof", confirm.proof}), typed,
        t.plural("You can take it back for {count} minute after this.",
                 "You can take it back for {count} minutes after this.", confirm.undo_minutes),
        fields.button({.label = t.plural("Send to {count} person", "Send to {count} people", confirm.reach.counted)}));
}

SafeHtml before_sending(const Translator& t, const Show& show) {
    const Confirm& confirm = *show.confirm;
    Out out;
    if (!confirm.unready.empty()) {
        html::write<R"(<p>{}</p><div class="prose"><ul>)">(out, t("This mail cannot be sent yet:"));
        for (const base::Message& why : confirm.unready) html::write<"<li>{}</li>">(out, t(why));
        html::write<"</ul></div>">(out);
        return std::move(out).finish();
    }
    if (confirm.reach.counted == 0) return html::render<"<p>{}</p>">(t("Nobody would get this mail."));
    html::write<R"(<p><strong>{}</strong></p>{}{})">(
        out,
        t.plural("{count} person will get this mail.", "{count} people will get this mail.", confirm.reach.counted),
        sample(t, confirm.sample), confirm_form(t, show, confirm));
    return std::move(out).finish();
}

void write_figure(Out& out, std::string_view key, const std::string& label, const std::string& figure) {
    html::write<
        R"(<div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value" data-sending-figure="{}">{}</dd></div>)">(
        out, label, key, figure);
}

SafeHtml progress(const Translator& t, const Show& show) {
    const store::Tally& total = show.standing.total;
    const auto all = std::max({show.standing.blast.counted, total.taken, std::int64_t{1}});
    Out out;
    html::write<
        R"(<div class="sending-progress" data-sending="{}" data-stage="{}"><p><progress class="progress" max="{}" value="{}" aria-label="{}"></progress></p><dl class="facts">)">(
        out, path_of(t.locale(), show.standing.blast.id, "/events"), name_of(show.standing.stage), all,
        std::min(total.done(), all), t("How many are done"));
    write_figure(out, "delivered", t("Delivered"), t.number(total.delivered));
    write_figure(out, "waiting", t("Tried again later"), t.number(total.taken - total.done()));
    write_figure(out, "refused", t("Refused"), t.number(total.refused));
    write_figure(out, "given_up", t("Given up"), t.number(total.given_up));
    write_figure(out, "dropped", t("Left or held back meanwhile"), t.number(total.dropped));
    html::write<R"(</dl></div><p><a href="{}">{}</a></p>)">(out, path_of(t.locale(), show.standing.blast.id),
                                                            t("Look again"));
    return std::move(out).finish();
}

SafeHtml returns(const Translator& t, const store::Tally& total) {
    Out out;
    html::write<R"(<dl class="facts">)">(out);
    html::write_fact(out, {t("Addresses that do not exist"), t.number(total.hard)});
    html::write_fact(out, {t("Full or away"), t.number(total.soft)});
    html::write_fact(out, {t("Blocked by their server"), t.number(total.blocked)});
    html::write_fact(out, {t("Marked as spam"), t.number(total.complaints)});
    html::write_fact(out, {t("Left the list"), t.number(total.unsubscribed)});
    html::write<"</dl>">(out);
    return std::move(out).finish();
}

ports::Act act_of(const Translator& t, const Show& show, std::string_view rest, std::string label) {
    return {path_of(t.locale(), show.standing.blast.id, rest), std::move(label)};
}

SafeHtml acts(const Translator& t, const Show& show) {
    const Stage stage = show.standing.stage;
    Out out;
    html::write<R"(<div class="cluster">)">(out);
    if (stage == Stage::waiting && show.now < show.standing.blast.undo_until) {
        auto take_back = act_of(t, show, "/take-back", t("Take it back"));
        take_back.kind = html::ButtonKind::primary;
        out.append(ports::act(t, take_back));
    }
    if (stage == Stage::waiting || stage == Stage::running)
        out.append(ports::act(t, act_of(t, show, "/pause", t("Pause"))));
    if (stage == Stage::paused) {
        auto resume = act_of(t, show, "/resumption", t("Go on"));
        resume.kind = html::ButtonKind::primary;
        out.append(ports::act(t, resume));
    }
    auto stop = act_of(t, show, "/stop", t("Stop for good"));
    stop.kind = html::ButtonKind::danger;
    out.append(ports::act(t, stop));
    html::write<"</div>">(out);
    return std::move(out).finish();
}

std::string variant_name(const Translator& t, Variant variant) {
    return t("Wording {letter}", {{"letter", std::string(1, static_cast<char>('A' + variant.number))}});
}

SafeHtml variants(const Translator& t, const Show& show) {
    const html::Fields fields{t, show.problems};
    Out out;
    html::write<
        R"(<div class="table-scroll" role="region" aria-labelledby="wordings" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="wordings">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Wordings"), t("Wording"), t("Delivered"), t("Left the list"), t("Came back"));
    for (const store::Tally& tally : show.tallies)
        html::write<R"(
<tr><th scope="row">{}</th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
            out, variant_name(t, tally.variant), t("Delivered"), t.number(tally.delivered), t("Left the list"),
            t.number(tally.unsubscribed), t("Came back"), t.number(tally.returned()));
    html::write<"</tbody></table></div>">(out);
    if (show.standing.blast.waits_for_winner() && show.standing.total.taken > 0) {
        std::vector<html::Choice> choices;
        for (int i = 0; i < show.standing.blast.plan.variants; ++i)
            choices.push_back({std::to_string(i), variant_name(t, {i})});
        html::write<R"(<form class="form" method="post" action="{}" novalidate>{}{}</form>)">(
            out, path_of(t.locale(), show.standing.blast.id, "/winner"),
            fields.radio_group({.name = "winner", .legend = t("What the others get"), .choices = choices}),
            fields.button({.label = t("Send it to the others")}));
    }
    return std::move(out).finish();
}

SafeHtml wave_list(const Translator& t, const Show& show) {
    Out out;
    html::write<R"(<div class="prose"><ul>)">(out);
    for (const Wave& wave : show.waves) {
        std::vector<std::string> codes;
        for (const people::Province province : people::kProvinces)
            if (wave.provinces.hold(province)) codes.emplace_back(people::code(province));
        html::write<"<li>{}</li>">(
            out, t("{time}: {provinces}",
                   {{"time", time_words(t, show.standing.blast.plan, wave.begins_at)},
                    {"provinces", codes.size() == people::kProvinces.size() ? t("everywhere") : t.list(codes)}}));
    }
    html::write<"</ul></div>">(out);
    return std::move(out).finish();
}

}  // namespace

html::SafeHtml list(const Translator& t, const List& list) {
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Sending"),
            .lead = t("Mails to the list: what is planned, what is on its way, what was sent."),
            .actions = ports::button_link({path(t.locale(), "/limits"), t("Speed and domains"), "settings"})}));
    if (!list.unsent.empty()) out.append(ports::panel({t("Written and not yet sent")}, unsent_list(t, list.unsent)));
    if (list.blasts.empty()) {
        out.append(
            ports::empty_state({"send", t("Nothing was sent yet"),
                                t("A mail that is written in both languages can be planned from its own page.")}));
        return std::move(out).finish();
    }
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="list" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="list">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Sending"), t("Mail"), t("State"), t("Recipients"), t("Planned"));
    for (const Standing& each : list.blasts) write_row(out, t, each);
    html::write<"</tbody></table></div>">(out);
    if (list.older)
        html::write<R"(<p><a href="{}?before={}">{}</a></p>)">(out, path(t.locale()), list.older->value, t("Older"));
    return std::move(out).finish();
}

html::SafeHtml new_plan(const Translator& t, const NewPlan& plan) {
    const html::Fields fields{t, plan.problems};
    std::vector<html::Choice> segments{{"", t("Everybody on the list")}};
    for (const ports::SegmentSummary& segment : plan.segments)
        segments.push_back({std::to_string(segment.id.value), segment.name, segment.rules});
    Out out;
    out.append(ports::staff_head(
        t, {.title = plan.mailing.name,
            .lead = plan.topic.empty()
                        ? t("Nothing is sent before you have seen how many get it, and have confirmed it.")
                        : t("On the topic “{topic}”: whoever left it out does not get it.", {{"topic", plan.topic}}),
            .above = {{t("Sending"), path(t.locale())}}}));
    html::write<R"({}<form class="form" method="post" action="{}" novalidate>{}{}{}{}{}{}{}{}</form>)">(
        out, fields.error_summary(), path(t.locale()), html::hidden({"mailing", plan.typed.mailing}),
        fields.select({.name = "segment",
                       .label = t("Who gets it"),
                       .choices = segments,
                       .value = plan.typed.segment,
                       .required = html::Required::no}),
        fields.radio_group(
            {.name = "when",
             .legend = t("When"),
             .choices = {{"now", t("As soon as it is confirmed")}, {"later", t("At a time of your choice")}},
             .value = plan.typed.when.empty() ? "now" : plan.typed.when}),
        fields.text({.name = "begins_at",
                     .label = t("Day and time"),
                     .value = plan.typed.begins_at,
                     .kind = html::TextKind::date_time,
                     .required = html::Required::no}),
        fields.select({.name = "time_zone",
                       .label = t("Time zone"),
                       .choices = zone_choices(t),
                       .value = plan.typed.time_zone.empty() ? "America/Toronto" : plan.typed.time_zone}),
        fields.checkbox({.name = "local_times",
                         .label = t("At this time of the day in each recipient's own province"),
                         .checked = plan.typed.local_times}),
        fields.text({.name = "per_hour",
                     .label = t("At most so many in an hour"),
                     .value = plan.typed.per_hour,
                     .kind = html::TextKind::number,
                     .required = html::Required::no,
                     .hint = t("Left empty: as fast as the mail server takes them."),
                     .size = html::FieldSize::small}),
        fields.button({.label = t("See who would get it")}));
    return std::move(out).finish();
}

html::SafeHtml show(const Translator& t, const Show& show) {
    const html::Fields fields{t, show.problems};
    const Standing& standing = show.standing;
    const bool ended = standing.stage == Stage::finished || standing.stage == Stage::stopped;
    Out out;
    out.append(ports::staff_head(t, {.title = standing.blast.plan.name,
                                     .actions = ports::badge(badge_of(t, standing.stage)),
                                     .above = {{t("Sending"), path(t.locale())}}}));
    out.append(fields.error_summary());
    if (show.confirm) out.append(ports::panel({t("Before it is sent")}, before_sending(t, show)));
    if (standing.stage != Stage::planned) {
        out.append(ports::panel({t("How it goes")}, progress(t, show)));
        if (!ended) out.append(acts(t, show));
        if (standing.blast.plan.variants > 1) out.append(ports::panel({t("Wordings")}, variants(t, show)));
        out.append(ports::panel({t("What came back")}, returns(t, standing.total)));
        if (show.may_see_people)
            out.append(
                ports::button_link({path_of(t.locale(), standing.blast.id, "/recipients"), t("Who got it"), "users"}));
    }
    out.append(ports::panel({t("The plan")}, facts(t, show)));
    if (show.waves.size() > 1) out.append(ports::panel({t("Begins at")}, wave_list(t, show)));
    return std::move(out).finish();
}

}  // namespace mail_sending::pages
