#include "features/letters/staff_pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "features/letters/pages.h"
#include "people/place.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace letters::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

ports::Badge stage_badge(const Translator& t, Stage stage) {
    switch (stage) {
        case Stage::open:
            return {"success", t(label_of(stage))};
        case Stage::paused:
            return {"warning", t(label_of(stage))};
        case Stage::closed:
            return {"information", t(label_of(stage))};
        default:
            return {"neutral", t(label_of(stage))};
    }
}

std::vector<html::Choice> level_choices(const Translator& t, const std::vector<people::Level>& levels) {
    std::vector<html::Choice> choices;
    for (const auto& level : levels) choices.push_back({level.slug, level.name(t.locale())});
    return choices;
}

SafeHtml new_link(const Translator& t) {
    return ports::button_link({list_path(t.locale()) + "/new", t("New letter"), "plus", "primary"});
}

void write_row(Out& out, const Translator& t, const Row& row) {
    html::write<
        R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td></tr>)">(
        out, campaign_path(t.locale(), row.campaign.slug), row.campaign.title(t.locale()), t("State"),
        ports::badge(stage_badge(t, row.stage)), t("Level"), row.level, t("Asked"), t.number(row.total.asked),
        t("Delivered"), t.number(row.total.delivered), t("Came back"), t.number(row.total.bounced));
}

}  // namespace

std::string list_path(base::Locale locale) { return fmt::format("/{}/staff/letters", base::code(locale)); }

std::string campaign_path(base::Locale locale, std::string_view slug) {
    return fmt::format("{}/{}", list_path(locale), slug);
}

SafeHtml list(const Translator& t, const std::vector<Row>& rows) {
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Letters"),
            .lead = t("Letters that supporters write to their representatives: paragraphs from you, words from them."),
            .actions = new_link(t)}));
    if (rows.empty()) {
        out.append(ports::empty_state(
            {"send", t("No letters yet"),
             t("Write one in both languages, say who gets it, and publish it: supporters do the rest."), new_link(t)}));
        return std::move(out).finish();
    }
    html::write<
        R"(<div class="table-scroll" role="region" aria-labelledby="letters" tabindex="0"><table class="table table--cards"><caption class="table__caption" id="letters">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th></tr></thead><tbody>)">(
        out, t("Letters"), t("Title"), t("State"), t("Level"), t("Asked"), t("Delivered"), t("Came back"));
    for (const Row& row : rows) write_row(out, t, row);
    html::write<"</tbody></table></div>">(out);
    return std::move(out).finish();
}

SafeHtml new_campaign(const Translator& t, const NewForm& form) {
    const html::Fields fields{t, form.problems};
    Out out;
    out.append(ports::staff_head(t, {.title = t("New letter"),
                                     .lead = t("First its address; the words come on the next page."),
                                     .above = {{t("Letters"), list_path(t.locale())}}}));
    html::write<R"(<form class="form" method="post" action="{}/new" novalidate>{}{}{}{}</form>)">(
        out, list_path(t.locale()), fields.error_summary(),
        fields.text({.name = "slug",
                     .label = t("Name in the address"),
                     .value = form.slug,
                     .hint = t("Small letters, digits and hyphens, such as keep-our-mail. It never changes."),
                     .size = html::FieldSize::medium,
                     .max_length = 60}),
        fields.select(
            {.name = "level", .label = t("Level"), .choices = level_choices(t, form.levels), .value = form.level}),
        fields.button({.label = t("Next: write it")}));
    return std::move(out).finish();
}

ports::NamedTexts named(const EditorForm& form) {
    ports::NamedTexts texts;
    for (const ContentField& field : content_fields()) texts.push_back({field.name, field.read(form.content)});
    const auto joined = [](const std::vector<std::string>& list) { return fmt::format("{}", fmt::join(list, " ")); };
    texts.push_back({"own", joined(form.target.own)});
    texts.push_back({"offices", joined(form.target.offices)});
    texts.push_back({"provinces", joined(form.target.provinces)});
    texts.push_back({"parties", form.target.parties});
    texts.push_back({"named", form.target.named});
    texts.push_back({"level", form.settings.level});
    texts.push_back({"theme", form.settings.theme});
    texts.push_back({"opens_on", form.settings.opens_on});
    texts.push_back({"closes_on", form.settings.closes_on});
    texts.push_back({"address_asked", form.is_address_asked ? "1" : ""});
    return texts;
}

EditorForm form_of(const ports::NamedTexts& texts) {
    EditorForm form;
    for (const ContentField& field : content_fields()) field.write(form.content, ports::text_of(texts, field.name));
    const auto split = [&](std::string_view name) {
        std::vector<std::string> list;
        std::string_view rest = ports::text_of(texts, name);
        while (!rest.empty()) {
            const auto end = std::min(rest.find(' '), rest.size());
            if (end > 0) list.emplace_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return list;
    };
    form.target = {split("own"), split("offices"), split("provinces"), ports::text_of(texts, "parties"),
                   ports::text_of(texts, "named")};
    form.settings = {ports::text_of(texts, "level"), ports::text_of(texts, "theme"), ports::text_of(texts, "opens_on"),
                     ports::text_of(texts, "closes_on")};
    form.is_address_asked = !ports::text_of(texts, "address_asked").empty();
    return form;
}

namespace {

struct Tick {
    std::string_view name, value;
    std::string label;
};

class EditorWriter {
public:
    EditorWriter(const Translator& t, const Editor& editor) : t_(t), editor_(editor), fields_(t, editor.problems) {}

    SafeHtml write() && {
        html::write<R"(<form class="form editor letter-editor" method="post" action="{}/text" novalidate>{}{}{})">(
            out_, campaign_path(t_.locale(), editor_.campaign.slug), fields_.error_summary(),
            ports::conflict_notice(t_, editor_.conflicts, editor_.saving),
            html::hidden({ports::kSeenField, editor_.seen}));
        write_target();
        write_settings();
        html::write<R"(<div class="editor__languages">)">(out_);
        for (const base::Locale locale : base::kLocales) write_language(locale);
        html::write<R"(</div><div class="editor__actions">{}</div></form>)">(out_,
                                                                             fields_.button({.label = t_("Save")}));
        return std::move(out_).finish();
    }

private:
    void write_target() {
        const auto& target = editor_.typed.target;
        html::write<R"(<section class="letter-editor__part"><h2 class="guide-editor__title">{}</h2>)">(
            out_, t_("Who gets it"));
        std::vector<Tick> own, offices, provinces;
        for (const auto house :
             {ports::RidingHouse::federal, ports::RidingHouse::provincial, ports::RidingHouse::municipal})
            own.push_back({"own", name_of(house), t_(own_label(house))});
        for (const auto office : {people::Office::senator, people::Office::mp, people::Office::provincial})
            offices.push_back({"offices", people::name_of(office), t_(people::label_of(office))});
        for (const auto province : people::kProvinces)
            provinces.push_back({"provinces", people::code(province), t_(people::name(province))});
        write_ticks(t_("Of the writer’s own ridings"), own, target.own);
        write_ticks(t_("Everybody of these in the writer’s province, at most twelve"), offices, target.offices);
        write_ticks(t_("Only in these provinces and territories (none: everywhere)"), provinces, target.provinces);
        append("parties", fields_.text_area({.name = "parties",
                                             .label = t_("Only of these parties"),
                                             .value = target.parties,
                                             .required = html::Required::no,
                                             .hint = t_("One a line, as they are written in the list of "
                                                        "representatives."),
                                             .rows = 2}));
        append("named", fields_.text_area({.name = "named",
                                           .label = t_("And these people, whoever writes"),
                                           .value = target.named,
                                           .required = html::Required::no,
                                           .hint = t_("The number in the address of their page, one a line."),
                                           .rows = 2}));
        html::write<"</section>">(out_);
    }

    void write_ticks(const std::string& legend, const std::vector<Tick>& ticks, const std::vector<std::string>& set) {
        const std::string name{ticks.front().name};
        html::write<
            R"(<fieldset class="field-group letter-editor__ticks"><legend class="field-group__legend">{}</legend>)">(
            out_, legend);
        if (const auto* const problem = base::find_problem(editor_.problems, name))
            html::write<R"(<p class="field__error" id="{}-error">{} {}</p>)">(out_, name, html::icon("alert"),
                                                                              t_(problem->message));
        bool is_first = true;
        for (const Tick& tick : ticks) {
            const bool is_set = std::ranges::find(set, tick.value) != set.end();
            const std::string id = is_first ? name : fmt::format("{}-{}", name, tick.value);
            html::write<
                R"(<div class="choice"><input class="choice__input" type="checkbox" id="{}" name="{}" value="{}" {}><label class="choice__label" for="{}">{}</label></div>)">(
                out_, id, name, tick.value, html::attribute_if(is_set, "checked"), id, tick.label);
            is_first = false;
        }
        html::write<"</fieldset>">(out_);
    }

    void write_settings() {
        const auto& settings = editor_.typed.settings;
        html::write<R"(<section class="letter-editor__part letter-editor__settings">)">(out_);
        append("level", fields_.select({.name = "level",
                                        .label = t_("Level"),
                                        .choices = level_choices(t_, editor_.levels),
                                        .value = settings.level}));
        std::vector<html::Choice> themes{{"", t_("Every theme")}};
        for (const auto& theme : editor_.themes) themes.push_back({theme.theme, theme.title});
        append("theme", fields_.select({.name = "theme",
                                        .label = t_("Words That Work beside the form"),
                                        .choices = std::move(themes),
                                        .value = settings.theme,
                                        .required = html::Required::no}));
        append("opens_on", day_field("opens_on", t_("First day"), settings.opens_on));
        append("closes_on", day_field("closes_on", t_("Last day"), settings.closes_on));
        append(
            "address_asked",
            fields_.checkbox(
                {.name = "address_asked",
                 .label = t_("Ask for the postal address"),
                 .checked = editor_.typed.is_address_asked ? html::Checked::yes : html::Checked::no,
                 .hint = t_("Offices answer the people of their riding: the address shows that the writer is one.")}));
        html::write<"</section>">(out_);
    }

    SafeHtml day_field(const char* name, std::string label, const std::string& value) const {
        return fields_.text({.name = name,
                             .label = std::move(label),
                             .value = value,
                             .required = html::Required::no,
                             .hint = t_("As 2026-03-31"),
                             .size = html::FieldSize::small,
                             .max_length = 10});
    }

    void write_language(base::Locale locale) {
        const auto code = base::code(locale);
        html::write<
            R"(<section class="editor__language" lang="{}" aria-labelledby="{}-title"><h2 class="editor__title" id="{}-title">{}</h2>)">(
            out_, code, code, code, i18n::own_name(locale));
        for (const ContentField& field : content_fields())
            if (field.locale == locale) append(field.name, text_field(field));
        html::write<"</section>">(out_);
    }

    SafeHtml text_field(const ContentField& field) const {
        const std::string label = t_(field.label, {{"number", static_cast<std::int64_t>(field.number)}});
        const auto required = field.needed == Needed::yes ? html::Required::yes : html::Required::no;
        if (field.kind == FieldKind::line)
            return fields_.text({.name = field.name,
                                 .label = label,
                                 .value = field.read(editor_.typed.content),
                                 .required = required,
                                 .max_length = static_cast<int>(field.limit)});
        return fields_.text_area({.name = field.name,
                                  .label = label,
                                  .value = field.read(editor_.typed.content),
                                  .required = required,
                                  .rows = field.limit > 1'000 ? 8 : 4,
                                  .max_length = static_cast<int>(field.limit)});
    }

    void append(std::string_view name, const SafeHtml& field) {
        out_.append(ports::with_theirs(t_, field, {name, editor_.conflicts}));
    }

    const Translator& t_;
    const Editor& editor_;
    html::Fields fields_;
    Out out_;
};

}  // namespace

SafeHtml editor(const Translator& t, const Editor& editor) {
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Write"),
            .lead = t("Both languages side by side. The fewer words you prescribe, the more letters are read."),
            .above = {{t("Letters"), list_path(t.locale())},
                      {editor.campaign.title(t.locale()), campaign_path(t.locale(), editor.campaign.slug)}}}));
    out.append(EditorWriter{t, editor}.write());
    return std::move(out).finish();
}

}  // namespace letters::staff_pages
