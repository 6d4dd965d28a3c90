#include "features/segments/pages.h"

#include <algorithm>

#include "base/text.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace segments::pages {
namespace {

using html::Out;

html::SafeHtml rule_list(const i18n::Translator& t, const std::vector<std::string>& sentences) {
    if (sentences.empty()) return html::render<"<p>{}</p>">(t("Everybody who may be mailed"));
    const auto rows = [&](Out& out) {
        for (const auto& sentence : sentences) html::write<"<li>{}</li>">(out, sentence);
    };
    return html::render<R"(<div class="prose"><p>{}</p><ul>{}</ul></div>)">(t("May be mailed, and all of this holds:"),
                                                                            rows);
}

std::string where(const i18n::Translator& t, const ports::AudienceMember& person) {
    if (!person.province) return person.place;
    const std::string province = t(people::name(*person.province));
    return person.place.empty() ? province : person.place + ", " + province;
}

html::SafeHtml sample(const i18n::Translator& t, const std::vector<ports::AudienceMember>& people) {
    if (people.empty())
        return html::render<"<p>{}</p>">(
            t("Nobody meets these rules now. Look whether two of them exclude each other."));
    const auto rows = [&](Out& out) {
        for (const auto& person : people)
            html::write<R"(<tr><th scope="row">{}</th><td data-label="{}">{}</td><td data-label="{}">{}</td>
<td data-label="{}">{}</td></tr>)">(out, person.name.given + " " + person.name.family, t("Address"), person.email,
                                    t("Place"), where(t, person), t("Language"),
                                    person.locale == base::Locale::french ? t("French") : t("English"));
    };
    return html::render<R"(<div class="table-scroll" role="region" aria-labelledby="sample" tabindex="0">
<table class="table table--cards"><caption class="table__caption visually-hidden" id="sample">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead>
<tbody>{}</tbody></table></div>)">(t("Some of them"), t("Name"), t("Address"), t("Place"), t("Language"), rows);
}

std::vector<ports::Crumb> way_here(const i18n::Translator& t) { return {{t("Segments"), staff_path(t.locale())}}; }

// Boxes that send `name` once for each that is ticked.
struct Boxes {
    std::string name, legend;
    std::vector<html::Choice> choices;
    const std::vector<std::string>& ticked;
};
html::SafeHtml boxes(const Boxes& boxes, const base::Problems& problems, const i18n::Translator& t) {
    const auto* problem = base::find_problem(problems, boxes.name);
    const auto list = [&](Out& out) {
        for (const auto& choice : boxes.choices) {
            const bool is_ticked = std::ranges::find(boxes.ticked, choice.value) != boxes.ticked.end();
            const auto box =
                is_ticked
                    ? html::render<R"(<input class="choice__input" type="checkbox" name="{}" value="{}" checked>)">(
                          boxes.name, choice.value)
                    : html::render<R"(<input class="choice__input" type="checkbox" name="{}" value="{}">)">(
                          boxes.name, choice.value);
            html::write<R"(<label class="choice">{}<span class="choice__label">{}</span></label>)">(out, box,
                                                                                                    choice.label);
        }
    };
    const auto wrong = [&](Out& out) {
        if (problem != nullptr) html::write<R"(<p class="field__problem">{}</p>)">(out, t(problem->message));
    };
    return html::render<R"(<fieldset class="field" id="{}"><legend class="field__label">{}</legend>
<div class="segment__choices">{}</div>{}</fieldset>)">(boxes.name, boxes.legend, list, wrong);
}

std::vector<html::Choice> province_choices(const i18n::Translator& t) {
    std::vector<html::Choice> choices;
    for (const auto province : people::kProvinces)
        choices.push_back({std::string{people::code(province)}, t(people::name(province))});
    std::ranges::sort(choices, {}, [](const html::Choice& choice) { return base::fold_name(choice.label); });
    return choices;
}

std::vector<html::Choice> tag_choices(const Names& known) {
    std::vector<html::Choice> choices;
    for (const auto& tag : known.tags) choices.push_back({std::to_string(tag.id.value), tag.name});
    return choices;
}

html::SafeHtml place_part(const i18n::Translator& t, const FormView& view, const html::Fields& fields) {
    const auto provinces = province_choices(t);
    return html::render<"{}{}{}{}">(
        boxes({"provinces", t("Lives in one of these"), provinces, view.typed.provinces}, view.problems, t),
        boxes({"other_provinces", t("Lives in none of these"), provinces, view.typed.other_provinces}, view.problems,
              t),
        fields.text({.name = "districts",
                     .label = t("Postal code begins with"),
                     .value = view.typed.districts,
                     .required = html::Required::no,
                     .hint = t("Beginnings of Canadian postal codes with blanks between them, such as K1A J0X H.")}),
        fields.select({.name = "language",
                       .label = t("Language of their mails"),
                       .choices = {{"", t("Either")}, {"en", t("English")}, {"fr", t("French")}},
                       .value = view.typed.language,
                       .required = html::Required::no}));
}

html::SafeHtml tag_part(const i18n::Translator& t, const FormView& view) {
    const auto tags = tag_choices(view.known);
    if (tags.empty()) return html::render<"<p>{}</p>">(t("There are no tags yet."));
    return html::render<"{}{}">(
        boxes({"tags", t("Has one of these tags"), tags, view.typed.tags}, view.problems, t),
        boxes({"other_tags", t("Has none of these tags"), tags, view.typed.other_tags}, view.problems, t));
}

html::SafeHtml days_field(const html::Fields& fields, std::string name, std::string label, const std::string& value) {
    return fields.text({.name = std::move(name),
                        .label = std::move(label),
                        .value = value,
                        .kind = html::TextKind::number,
                        .required = html::Required::no,
                        .size = html::FieldSize::small});
}

html::SafeHtml action_row(const i18n::Translator& t, const FormView& view, const html::Fields& fields, std::size_t i) {
    const ActionForm typed = i < view.typed.actions.size() ? view.typed.actions[i] : ActionForm{};
    const std::string number = std::to_string(i + 1);
    std::vector<html::Choice> subjects{{"", t("(no rule)")}};
    for (const auto& subject : view.known.subjects)
        subjects.push_back({subject.kind + ":" + std::to_string(subject.about), subject.name, "", subject.group});
    return html::render<R"(<div class="segment__rule">{}{}{}</div>)">(
        fields.select({.name = "did_" + number,
                       .label = t("Rule {number}", {{"number", number}}),
                       .choices = {{"yes", t("Did")}, {"no", t("Did not")}},
                       .value = typed.did.empty() ? "yes" : typed.did,
                       .size = html::FieldSize::small}),
        fields.select({.name = "action_" + number,
                       .label = t("What"),
                       .choices = subjects,
                       .value = typed.subject,
                       .required = html::Required::no}),
        days_field(fields, "days_" + number, t("Within days"), typed.within_days));
}

html::SafeHtml action_part(const i18n::Translator& t, const FormView& view, const html::Fields& fields) {
    if (view.known.subjects.empty()) return html::render<"<p>{}</p>">(t("There is nothing yet that people can do."));
    const auto rows = [&](Out& out) {
        for (std::size_t i = 0; i < kMostActionRules; ++i) out.append(action_row(t, view, fields, i));
    };
    return html::render<"{}">(rows);
}

html::SafeHtml time_part(const i18n::Translator& t, const FormView& view, const html::Fields& fields) {
    const Form& typed = view.typed;
    return html::render<"{}{}">(
        html::field_pair(
            days_field(fields, "joined_within_days", t("Joined within so many days"), typed.joined_within_days),
            days_field(fields, "joined_before_days", t("Joined more than so many days ago"), typed.joined_before_days)),
        html::field_pair(
            days_field(fields, "active_within_days", t("Did anything within so many days"), typed.active_within_days),
            days_field(fields, "quiet_for_days", t("Did nothing for so many days"), typed.quiet_for_days)));
}

html::SafeHtml late_notice(const i18n::Translator& t, const FormView& view) {
    if (view.theirs.empty()) return {};
    return html::render<
        R"(<div class="notice notice--warning">{}<div class="notice__body"><p>{}</p><p>{}</p></div></div>)">(
        html::icon("users"),
        t("{name} saved this segment on {time}, while you were writing. Your rules are still in the fields. Save again "
          "to replace theirs.",
          {{"name", view.segment->changed_by}, {"time", t.date_time(view.segment->changed_at)}}),
        t("Theirs: {rules}", {{"rules", view.theirs}}));
}

}  // namespace

std::string staff_path(base::Locale locale) { return "/" + std::string{base::code(locale)} + "/staff/segments"; }

std::string segment_path(base::Locale locale, SegmentId id) {
    return staff_path(locale) + "/" + std::to_string(id.value);
}

html::SafeHtml list(i18n::Translator t, const std::vector<ListedSegment>& segments, Reach reach) {
    const auto make = reach == Reach::everybody
                          ? ports::button_link({staff_path(t.locale()) + "/new", t("New segment"), "plus", "primary"})
                          : html::SafeHtml{};
    const auto head = ports::staff_head(t, {t("Segments"),
                                            t("Rules that say whom a mail goes to. Only people who may be mailed are "
                                              "ever meant."),
                                            make});
    if (segments.empty())
        return html::render<"{}{}">(
            head, ports::empty_state({"users", t("No segment yet"),
                                      t("Keep a rule under a name, such as “Signed the pledge in Ontario”, and use it "
                                        "for every mail it fits.")}));
    const auto rows = [&](Out& out) {
        for (const auto& [segment, rules] : segments)
            html::write<R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td></tr>)">(
                out, segment_path(t.locale(), segment.id), segment.name, t("Rules"), rules);
    };
    return html::render<R"({}<div class="table-scroll" role="region" aria-labelledby="segments" tabindex="0">
<table class="table table--cards"><caption class="table__caption visually-hidden" id="segments">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div>)">(
        head, t("Segments"), t("Name"), t("Rules"), rows);
}

html::SafeHtml show(i18n::Translator t, const Shown& shown) {
    const std::string path = segment_path(t.locale(), shown.segment.id);
    const auto meant = ports::panel({t("Who is meant")}, rule_list(t, shown.sentences));
    const auto people =
        ports::panel({t.plural("{count} person now", "{count} people now", shown.count)}, sample(t, shown.sample));
    if (shown.reach == Reach::own_levels)
        return html::render<"{}{}{}">(
            ports::staff_head(t, {shown.segment.name, t("Counted among the people of your level."), {}, way_here(t)}),
            meant, people);
    const auto change = ports::button_link({path + "/edit", t("Change"), "edit"});
    const auto retire = ports::act(
        t, {.path = path + "/retirement",
            .label = t("Retire the segment"),
            .kind = html::ButtonKind::danger,
            .above = html::render<"<p>{}</p>">(t("It is no longer offered. What was sent to it stays as it is."))});
    return html::render<"{}{}{}{}">(ports::staff_head(t, {shown.segment.name, "", change, way_here(t)}), meant, people,
                                    ports::panel({t("No longer needed")}, retire));
}

html::SafeHtml form(i18n::Translator t, const FormView& view) {
    const html::Fields fields{t, view.problems};
    const std::string back = view.segment ? segment_path(t.locale(), view.segment->id) : staff_path(t.locale());
    const std::string action = view.segment ? back + "/edit" : back;
    const auto seen = [&](Out& out) {
        if (view.segment) out.append(html::hidden({"seen", std::to_string(view.segment->changed_at.microseconds)}));
    };
    const auto name = fields.text({.name = "name",
                                   .label = t("Name"),
                                   .value = view.typed.name,
                                   .hint = t("Only staff see it."),
                                   .max_length = 100});
    return html::render<R"({}{}{}<form class="form form--wide" method="post" action="{}" novalidate>{}{}{}{}{}{}
<div class="form__actions">{}<a class="button button--quiet" href="{}">{}</a></div></form>)">(
        ports::staff_head(t, {view.segment ? t("Change the segment") : t("New segment"),
                              t("Every rule that you set must hold. Where you tick several, one of them is enough."),
                              {},
                              way_here(t)}),
        fields.error_summary(), late_notice(t, view), action, seen, name,
        ports::panel({t("Place and language")}, place_part(t, view, fields)),
        ports::panel({t("Tags")}, tag_part(t, view)), ports::panel({t("What they did")}, action_part(t, view, fields)),
        ports::panel({t("Times")}, time_part(t, view, fields)), fields.button({.label = t("Save the segment")}), back,
        t("Cancel"));
}

}  // namespace segments::pages
