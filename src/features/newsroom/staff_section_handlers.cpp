// What staff_handlers.h declares about sections.
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "features/newsroom/reading_pictures.h"
#include "features/newsroom/staff_handlers.h"
#include "features/newsroom/staff_handlers_parts.h"
#include "people/store.h"
#include "ports/search_documents.h"

namespace newsroom {
namespace {

using auth::Permission;

struct WordsPart {
    std::string_view name;
    std::string SectionWords::* text;
};
constexpr std::array kWords{WordsPart{"title_", &SectionWords::title}, WordsPart{"slug_", &SectionWords::slug},
                            WordsPart{"introduction_", &SectionWords::introduction},
                            WordsPart{"picture_alt_", &SectionWords::picture_alt}};

SectionWords read_words(const http::Form& form, base::Locale locale) {
    const auto field = [&](std::string_view name) { return form.text(fmt::format("{}_{}", name, base::code(locale))); };
    return {.slug = base::collapse_spaces(field("slug")),
            .title = base::collapse_spaces(field("title")),
            .introduction = base::tidy_lines(field("introduction")),
            .picture_alt = base::collapse_spaces(field("picture_alt"))};
}

SectionForm read_form(const http::Form& form) {
    const auto picture = ports::read_picture(form, {"picture"});
    return {.english = read_words(form, base::Locale::english),
            .french = read_words(form, base::Locale::french),
            .place = form.has("place") ? base::collapse_spaces(form.text("place")) : "100",
            .picture = picture == ports::kNoPicture ? "" : std::to_string(picture.value),
            .picture_source = base::collapse_spaces(form.text("picture_source")),
            .needs_approval = form.is_ticked("needs_approval") ? "1" : ""};
}

ports::NamedTexts named(const SectionForm& form) {
    ports::NamedTexts texts;
    for (const base::Locale locale : base::kLocales)
        for (const auto& part : kWords)
            texts.push_back({std::string{part.name}.append(base::code(locale)), form.in(locale).*part.text});
    texts.push_back({"place", form.place});
    texts.push_back({"picture", form.picture});
    texts.push_back({"picture_source", form.picture_source});
    texts.push_back({"needs_approval", form.needs_approval});
    return texts;
}

SectionForm section_form(const ports::NamedTexts& texts) {
    SectionForm form{.place = ports::text_of(texts, "place"),
                     .picture = ports::text_of(texts, "picture"),
                     .picture_source = ports::text_of(texts, "picture_source"),
                     .needs_approval = ports::text_of(texts, "needs_approval")};
    for (const base::Locale locale : base::kLocales)
        for (const auto& part : kWords)
            form.in(locale).*part.text = ports::text_of(texts, std::string{part.name}.append(base::code(locale)));
    return form;
}

SectionForm stored_form(db::Read& read, const ports::Pictures& pictures, const Section& section) {
    const auto picture = find_picture(pictures, read, section.picture);
    return {.english = section.english,
            .french = section.french,
            .place = std::to_string(section.place),
            .picture = picture ? std::to_string(picture->id.value) : section.picture,
            .picture_source = section.picture_source,
            .needs_approval = section.needs_approval ? "1" : ""};
}

std::vector<auth::Change> changes_between(const SectionForm& before, const SectionForm& after) {
    std::vector<auth::Change> changes;
    const auto old_texts = named(before);
    for (const auto& [name, text] : named(after))
        auth::add_change(changes, name, {ports::text_of(old_texts, name), text});
    return changes;
}

base::Problems taken(db::Read& read, const SectionForm& form, std::optional<SectionId> own) {
    base::Problems problems;
    for (const base::Locale locale : store::taken_slugs(read, form, own))
        problems.push_back({fmt::format("slug_{}", base::code(locale)),
                            base::message("This address leads to another section already.")});
    return problems;
}

std::vector<ports::Picture> offered(db::Read& read, const ports::Pictures& pictures, const SectionForm& form) {
    return pictures.offered(read, ports::PictureId{base::whole_number(form.picture).value_or(0)});
}

}  // namespace

http::Response SectionHandlers::list(const http::Request& request, db::Read& read) const {
    return list_again(request, {}, read);
}

http::Response SectionHandlers::list_again(const http::Request& request, const base::Problems& problems,
                                           db::Read& read) const {
    const i18n::Translator t{request.locale};
    const staff_pages::SectionList list{.sections = store::all_sections(read),
                                        .levels = ports::levels_for(read, request, Permission::edit_content),
                                        .form = read_form(request.form),
                                        .level = request.form.text("level"),
                                        .problems = problems};
    auto frame = services_.frames.staff_frame(request, {.title = t("Sections"), .form_state = state_of(problems)});
    return ports::respond(std::move(frame), staff_pages::sections(t, list), problems.empty() ? 200 : 422);
}

base::Result<NewSection, base::Problems> SectionHandlers::read_new(const http::Request& request) const {
    NewSection section{ports::acting(request), request.form.text("level"), read_form(request.form)};
    if (auto problems = problems_of(section.form); !problems.empty()) return problems;
    return section;
}

http::WriteResult SectionHandlers::create(const NewSection& form, db::Write& write) const {
    const auto level = people::find_level(write, form.level);
    if (!level) return base::Problems{{"level", base::message("Please choose the level.")}};
    if (!ports::may(write, form.acting.staff, Permission::edit_content, level->id)) return http::forbidden();
    if (auto problems = taken(write, form.form, {}); !problems.empty()) return problems;
    const auto id = store::insert_section(write, level->id, form.form, form.acting.staff.name);
    record(write, {form.acting, "newsroom.create_section", subject_of(*store::find_section(write, id)), level->id});
    return http::see_other(staff_pages::section_path(form.acting.locale, id));
}

http::Response SectionHandlers::show(const http::Request& request, db::Read& read) const {
    const auto section =
        find_allowed(read, *request.staff, WantedSection{section_id(request), Permission::edit_content});
    if (!section) return http::not_found();
    auto form = stored_form(read, services_.pictures, *section);
    auto seen = ports::seen(named(form));
    if (const auto chosen = ports::picture_chosen(request, {"picture"}))
        form.picture = chosen->value == 0 ? "" : std::to_string(chosen->value);
    const i18n::Translator t{request.locale};
    auto choices = offered(read, services_.pictures, form);
    const staff_pages::SectionEditor editor{
        .section = *section, .form = std::move(form), .offered = std::move(choices), .seen = std::move(seen)};
    return ports::respond(services_.frames.staff_frame(request, {.title = section->best(request.locale).title}),
                          staff_pages::section(t, editor));
}

http::Response SectionHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                           db::Read& read) const {
    const auto section =
        find_allowed(read, *request.staff, WantedSection{section_id(request), Permission::edit_content});
    if (!section) return http::not_found();
    const auto stored = stored_form(read, services_.pictures, *section);
    staff_pages::SectionEditor editor{.section = *section,
                                      .form = stored,
                                      .offered = {},
                                      .seen = ports::seen(named(stored)),
                                      .saving = store::last_saving(read, section->id).value_or(ports::Saving{}),
                                      .problems = problems};
    if (request.form.has("place")) {
        const auto merged = ports::merge({.stored = named(stored),
                                          .typed = named(read_form(request.form)),
                                          .seen = request.form.view(ports::kSeenField)});
        editor.form = section_form(merged.texts);
        editor.conflicts = merged.conflicts;
    }
    editor.offered = offered(read, services_.pictures, editor.form);
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.staff_frame(
        request, {.title = section->best(request.locale).title, .form_state = state_of(problems)});
    return ports::respond(std::move(frame), staff_pages::section(t, editor), editor.conflicts.empty() ? 422 : 409);
}

base::Result<SectionSave, base::Problems> SectionHandlers::read_save(const http::Request& request) const {
    SectionSave save{ports::acting(request), section_id(request), read_form(request.form),
                     request.form.text(ports::kSeenField), ports::wants_library(request.form, {"picture"})};
    if (auto problems = problems_of(save.form); !problems.empty()) return problems;
    return save;
}

http::WriteResult SectionHandlers::save(const SectionSave& save, db::Write& write) const {
    const auto section = find_allowed(write, save.acting.staff, WantedSection{save.section, Permission::edit_content});
    if (!section) return http::not_found();
    const auto before = stored_form(write, services_.pictures, *section);
    const auto merged = ports::merge({.stored = named(before), .typed = named(save.form), .seen = save.seen});
    if (!merged.conflicts.empty()) return ports::problems_of(merged);
    const auto after = section_form(merged.texts);
    if (auto problems = problems_of(after); !problems.empty()) return problems;
    if (auto problems = taken(write, after, section->id); !problems.empty()) return problems;
    // What is public changes at once, and so does who must look at an item: sections have no drafts.
    const bool changes_rule = before.needs_approval != after.needs_approval;
    if ((section->published_at || changes_rule) &&
        !ports::may(write, save.acting.staff, Permission::publish, section->level))
        return base::Problems{{"", base::message("Those who may publish change a public section, and whether its items "
                                                 "need an approval.")}};
    store::save_section(write, section->id, after, save.acting.staff.name);
    if (section->published_at &&
        before.english.title + before.english.slug + before.french.title + before.french.slug !=
            after.english.title + after.english.slug + after.french.title + after.french.slug)
        ports::many_documents_changed(write);
    if (auto changes = changes_between(before, after); !changes.empty())
        record(write,
               {save.acting, "newsroom.write_section", subject_of(*section), section->level, std::move(changes)});
    const auto path = staff_pages::section_path(save.acting.locale, section->id);
    if (save.choose_picture) return http::see_other(ports::library_path(save.acting.locale, {path, "picture"}));
    return http::see_other(path);
}

base::Result<SectionAct, base::Problems> SectionHandlers::read_act(const http::Request& request) const {
    return SectionAct{ports::acting(request), section_id(request), one_language(request.form)};
}

http::WriteResult SectionHandlers::publish(const SectionAct& act, db::Write& write) const {
    const auto section = find_allowed(write, act.acting.staff, WantedSection{act.section, Permission::publish});
    if (!section) return http::forbidden();
    if (auto problems = problems_of_publishing(*section, act.one_language); !problems.empty()) return problems;
    store::publish_section(write, section->id, act.acting.staff.name);
    ports::many_documents_changed(write);
    std::vector<auth::Change> changes{{"state", "draft", "published"}};
    for (const base::Locale locale : base::kLocales)
        if (section->in(locale).is_empty())
            changes.push_back({"published_without", "", std::string{base::code(locale)}});
    record(write, {act.acting, "newsroom.publish_section", subject_of(*section), section->level, std::move(changes)});
    return http::see_other(staff_pages::section_path(act.acting.locale, section->id));
}

http::WriteResult SectionHandlers::hide(const SectionAct& act, db::Write& write) const {
    const auto section = find_allowed(write, act.acting.staff, WantedSection{act.section, Permission::publish});
    if (!section) return http::forbidden();
    store::hide_section(write, section->id);
    ports::many_documents_changed(write);
    record(
        write,
        {act.acting, "newsroom.hide_section", subject_of(*section), section->level, {{"state", "published", "draft"}}});
    return http::see_other(staff_pages::section_path(act.acting.locale, section->id));
}

}  // namespace newsroom
