#include "features/mail_series/pages.h"

#include <algorithm>

#include "platform/html/assets.h"
#include "ports/staff_pages.h"

namespace mail_series::pages {
namespace {

using html::Out;

html::SafeHtml state_badge(const i18n::Translator& t, const Series& series) {
    return series.switched_on_at ? ports::badge({"success", t("on")}) : ports::badge({"neutral", t("off")});
}

std::string label_of(const i18n::Translator& t, const std::vector<html::Choice>& choices, const std::string& value) {
    const auto found = std::ranges::find(choices, value, &html::Choice::value);
    if (found == choices.end()) return t("something that is gone");
    return found->group.empty() ? found->label : found->group + " – " + found->label;
}

std::vector<html::Choice> with_none(std::string label, const std::vector<html::Choice>& choices) {
    std::vector<html::Choice> all{{"", std::move(label)}};
    all.insert(all.end(), choices.begin(), choices.end());
    return all;
}

html::SafeHtml step_row(const i18n::Translator& t, const SeriesView& view, const html::Fields& fields, std::size_t i) {
    const StepForm typed = i < view.typed.steps.size() ? view.typed.steps[i] : StepForm{};
    const std::string number = std::to_string(i + 1);
    return html::render<R"(<div class="series__step">{}{}</div>)">(
        fields.select({.name = "mailing_" + number,
                       .label = t("Mail {number}", {{"number", number}}),
                       .choices = with_none(t("(no mail)"), view.choices.mailings),
                       .value = typed.mailing,
                       .required = i == 0 ? html::Required::yes : html::Required::no}),
        fields.text({.name = "days_" + number,
                     .label = t("Days after they came in"),
                     .value = typed.days,
                     .kind = html::TextKind::number,
                     .required = html::Required::no,
                     .size = html::FieldSize::small}));
}

html::SafeHtml who_part(const i18n::Translator& t, const SeriesView& view, const html::Fields& fields) {
    return html::render<"{}{}{}{}">(
        fields.select({.name = "trigger",
                       .label = t("Who comes in: whoever did this"),
                       .choices = with_none(t("Choose"), view.choices.triggers),
                       .value = view.typed.trigger}),
        fields.select({.name = "segment",
                       .label = t("Only who is in this segment gets the mails"),
                       .choices = with_none(t("Everybody who came in"), view.choices.segments),
                       .value = view.typed.segment,
                       .required = html::Required::no}),
        fields.select({.name = "exit_segment",
                       .label = t("Who comes to be in this segment leaves the series"),
                       .choices = with_none(t("Nobody leaves early"), view.choices.segments),
                       .value = view.typed.exit_segment,
                       .required = html::Required::no,
                       .hint = t("Such as those who have signed already what the mails ask for.")}),
        fields.select({.name = "topic",
                       .label = t("Topic"),
                       .choices = with_none(t("None in particular"), view.choices.topics),
                       .value = view.typed.topic,
                       .required = html::Required::no,
                       .hint = t("Who left this topic out gets no mail of the series.")}));
}

html::SafeHtml steps_part(const i18n::Translator& t, const SeriesView& view, const html::Fields& fields) {
    if (view.choices.mailings.empty())
        return html::render<"<p>{}</p>">(t("Write the mails first; then choose them here."));
    const auto rows = [&](Out& out) {
        for (std::size_t i = 0; i < kMostSteps; ++i) out.append(step_row(t, view, fields, i));
    };
    return html::render<"<p>{}</p>{}">(
        t("Each leaves so many days after somebody came in: 0 at once, 3 on the third day, 365 on the anniversary."),
        rows);
}

std::string words(const i18n::Translator& t, Ended ended) {
    switch (ended) {
        case Ended::no:
            return t("Under way");
        case Ended::through:
            return t("Had every mail");
        case Ended::left_list:
            return t("Left the email list");
        case Ended::exit_rule:
            return t("Left by the rule");
    }
    return "";
}

html::SafeHtml counts(const i18n::Translator& t, const SeriesView& view) {
    if (view.counts.empty()) return html::render<"<p>{}</p>">(t("Nobody has come in yet."));
    const auto rows = [&](Out& out) {
        for (const auto& [ended, count] : view.counts)
            html::write<R"(<tr><th scope="row">{}</th><td class="table__number" data-label="{}">{}</td></tr>)">(
                out, words(t, ended), t("People"), t.number(count));
    };
    return html::render<R"(<table class="table"><caption class="table__caption visually-hidden">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table>)">(
        t("Where they are"), t("Where they are"), t("People"), rows);
}

html::SafeHtml switch_part(const i18n::Translator& t, const SeriesView& view) {
    const std::string path = series_path(t.locale(), view.series->id);
    if (view.series->switched_on_at)
        return ports::act(t, {.path = path + "/off", .label = t("Switch off"), .kind = html::ButtonKind::danger});
    if (view.unready.empty())
        return ports::act(t, {.path = path + "/on",
                              .label = t("Switch on"),
                              .kind = html::ButtonKind::primary,
                              .above = html::render<"<p>{}</p>">(
                                  t("The mails are sent with the words that they have now. To send newer words, switch "
                                    "off and on again."))});
    const auto reasons = [&](Out& out) {
        for (const auto& reason : view.unready) html::write<"<li>{}</li>">(out, t(reason));
    };
    return html::render<R"(<p>{}</p><div class="prose"><ul>{}</ul></div>)">(t("It cannot be switched on yet:"),
                                                                            reasons);
}

}  // namespace

std::string staff_path(base::Locale locale) { return "/" + std::string{base::code(locale)} + "/staff/series"; }

std::string series_path(base::Locale locale, SeriesId id) {
    return staff_path(locale) + "/" + std::to_string(id.value);
}

html::SafeHtml list(i18n::Translator t, const std::vector<Series>& all, const Choices& choices) {
    const auto make = ports::button_link({staff_path(t.locale()) + "/new", t("New series"), "plus", "primary"});
    const auto head = ports::staff_head(
        t, {t("Series of mails"),
            t("Mails that follow each other by themselves: a welcome, thanks after signing, an anniversary."), make});
    if (all.empty())
        return html::render<"{}{}">(
            head, ports::empty_state({"mail", t("No series yet"),
                                      t("Begin with a welcome: one mail at once, one after three days.")}));
    const auto rows = [&](Out& out) {
        for (const auto& series : all)
            html::write<
                R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td>
<td data-label="{}">{}</td></tr>)">(out, series_path(t.locale(), series.id), series.plan.name, t("Who comes in"),
                                    label_of(t, choices.triggers, form_of(series.plan).trigger), t("Mails"),
                                    t.number(std::ssize(series.plan.steps)), t("State"), state_badge(t, series));
    };
    return html::render<R"({}<div class="table-scroll" role="region" aria-labelledby="series" tabindex="0">
<table class="table table--cards"><caption class="table__caption visually-hidden" id="series">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead>
<tbody>{}</tbody></table></div>)">(head, t("Series of mails"), t("Name"), t("Who comes in"), t("Mails"), t("State"),
                                   rows);
}

html::SafeHtml series(i18n::Translator t, const SeriesView& view) {
    const html::Fields fields{t, view.problems};
    const std::string action = view.series ? series_path(t.locale(), view.series->id) : staff_path(t.locale());
    const auto state = [&](Out& out) {
        if (!view.series) return;
        out.append(ports::panel({t("State"), state_badge(t, *view.series)}, switch_part(t, view)));
        out.append(ports::panel({t("Where they are")}, counts(t, view)));
    };
    const auto name = fields.text({.name = "name",
                                   .label = t("Name"),
                                   .value = view.typed.name,
                                   .hint = t("Only staff see it."),
                                   .max_length = 100});
    return html::render<R"({}{}{}<form class="form form--wide" method="post" action="{}" novalidate>{}{}{}
<div class="form__actions">{}<a class="button button--quiet" href="{}">{}</a></div></form>)">(
        ports::staff_head(t, {view.series ? view.series->plan.name : t("New series"),
                              "",
                              {},
                              {{t("Series of mails"), staff_path(t.locale())}}}),
        fields.error_summary(), state, action, name, ports::panel({t("Who gets it")}, who_part(t, view, fields)),
        ports::panel({t("The mails")}, steps_part(t, view, fields)), fields.button({.label = t("Save the series")}),
        staff_path(t.locale()), t("Cancel"));
}

}  // namespace mail_series::pages
