#include <fmt/format.h>

#include "features/champions/application_pages.h"
#include "features/champions/own_pages.h"
#include "features/champions/own_parts_pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/person_fields.h"

namespace champions::own_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

struct ManyBoxes {
    const char* name;
    std::string legend;
    std::vector<html::Choice> choices;
    const std::vector<std::string>& chosen;
};
SafeHtml boxes(const Translator& t, const base::Problems& problems, const ManyBoxes& group) {
    Out out;
    const auto* problem = base::find_problem(problems, group.name);
    html::write<R"(<fieldset class="field-group"><legend class="field-group__legend">{}</legend>)">(out, group.legend);
    if (problem != nullptr)
        html::write<R"(<p class="field__error" id="{}-error">{} {}</p>)">(out, group.name, html::icon("alert"),
                                                                          t(problem->message));
    html::write<R"(<div class="box-columns">)">(out);
    for (std::size_t i = 0; i < group.choices.size(); ++i) {
        const auto id = i == 0 ? std::string{group.name} : fmt::format("{}-{}", group.name, i + 1);
        html::write<
            R"(<div class="choice"><input class="choice__input" type="checkbox" id="{}" name="{}" value="{}"{}><label class="choice__label" for="{}">{}</label></div>)">(
            out, id, group.name, group.choices[i].value,
            html::attribute_if(holds(group.chosen, group.choices[i].value), "checked"), id, group.choices[i].label);
    }
    html::write<"</div></fieldset>">(out);
    return std::move(out).finish();
}

std::vector<html::Choice> choices_of(const Translator& t, const std::vector<people::Level>& levels) {
    std::vector<html::Choice> choices;
    for (const auto& each : levels) choices.push_back({std::to_string(each.id.value), each.name(t.locale())});
    return choices;
}
std::vector<html::Choice> choices_of(const std::vector<ports::Topic>& topics) {
    std::vector<html::Choice> choices;
    for (const auto& each : topics) choices.push_back({std::to_string(each.id.value), each.name});
    return choices;
}

void write_photo(Out& out, const Translator& t, const ProfilePage& page) {
    const html::Fields fields{t, page.problems};
    html::write<R"(<section class="own-champion__part" aria-labelledby="photo"><h2 id="photo">{}</h2>)">(
        out, t("Your photo"));
    if (page.picture && page.picture->state == ports::PictureState::preparing)
        html::write<"<p>{}</p>">(out, t("Your photo is being prepared."));
    if (page.picture && page.picture->state == ports::PictureState::refused)
        html::write<"<p>{}</p>">(out, t("That was no picture that we can show. Please try another one."));
    if (page.picture && page.picture->state == ports::PictureState::ready)
        html::write<R"(<div class="champion__face">{}</div>)">(
            out, ports::picture(t, *page.picture, {.display_width = "8rem"}));
    html::write<
        R"(<form class="form" method="post" action="{}/photo" enctype="multipart/form-data" novalidate>{}{}</form>)">(
        out, own_path(t.locale()),
        fields.file({.name = "photo",
                     .label = t("A photo of you"),
                     .accept = "image/jpeg,image/png,image/webp",
                     .hint = t("JPEG, PNG or WebP. Where it was taken is taken out of it.")}),
        fields.button({.label = t("Upload the photo"), .kind = html::ButtonKind::quiet}));
    if (page.picture)
        html::write<
            R"(<form method="post" action="{}/photo/removal"><button class="button button--text" type="submit">{}</button></form>)">(
            out, own_path(t.locale()), t("Show no photo"));
    html::write<"</section>">(out);
}

SafeHtml profile_fields(const Translator& t, const ProfilePage& page) {
    const html::Fields fields{t, page.problems};
    const auto& typed = page.typed;
    const auto biography = [&](const char* name, std::string label, const std::string& value) {
        return fields.text_area({.name = name,
                                 .label = std::move(label),
                                 .value = value,
                                 .required = html::Required::no,
                                 .rows = 5,
                                 .max_length = static_cast<int>(kLongestBiography)});
    };
    return html::render<"{}{}{}{}{}{}{}{}">(
        ports::own_name_fields(fields, t, {typed.given_name, typed.family_name}),
        fields.text({.name = "place",
                     .label = t("City, town or village"),
                     .value = typed.place,
                     .required = html::Required::no,
                     .max_length = 100}),
        biography("biography_en", t("About you, in English"), typed.biography_en),
        biography("biography_fr", t("About you, in French"), typed.biography_fr),
        pages::offer_fields(t, page.problems, typed.offer),
        boxes(t, page.problems, {"areas", t("Where you speak"), choices_of(t, page.levels), typed.areas}),
        boxes(t, page.problems,
              {"topics", t("What you speak about; none ticked: everything"), choices_of(page.topics), typed.topics}),
        fields.select({.name = "language",
                       .label = t("Language of our mail to you"),
                       .choices = {{"en", std::string{i18n::own_name(base::Locale::english)}},
                                   {"fr", std::string{i18n::own_name(base::Locale::french)}}},
                       .value = typed.language}));
}

}  // namespace

html::SafeHtml profile(const Translator& t, const ProfilePage& page) {
    const html::Fields fields{t, page.problems};
    Out out;
    write_head(out, t, page.champion, "profile");
    html::write<
        R"(<form class="form form--apart" method="post" action="{}/profile" novalidate>{}{}<div class="form__actions">{}</div></form>)">(
        out, own_path(t.locale()), fields.error_summary(), profile_fields(t, page),
        fields.button({.label = t("Save my profile")}));
    write_photo(out, t, page);
    write_foot(out, t);
    return std::move(out).finish();
}

}  // namespace champions::own_pages
