// What staff_pages.h declares about blocks.
#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/site/staff_pages.h"
#include "features/site/staff_pages_parts.h"
#include "platform/html/forms.h"

namespace site::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using html::write;
using i18n::Translator;

html::Required required_if(Need need) { return need == Need::required ? html::Required::yes : html::Required::no; }

std::vector<html::Choice> action_choices(const Translator& t, const std::vector<ports::Action>& actions) {
    std::vector<html::Choice> choices{{"", t("None")}};
    for (const auto& action : actions) choices.push_back({action.key, action.title});
    return choices;
}

std::vector<html::Choice> page_choices(const Translator& t, const std::vector<PageChoice>& pages) {
    std::vector<html::Choice> choices{{"", t("None")}};
    for (const auto& page : pages) choices.push_back({page.slug, page.title});
    return choices;
}

// The parts that every kind of another slice has.
constexpr Kind kOtherKind{"",
                          base::message("Block"),
                          {Need::optional, base::message("Heading")},
                          {Need::optional, base::message("Text (Markdown)")},
                          {},
                          {},
                          {},
                          {},
                          {}};

// One language of the editor; below a field what somebody else saved there meanwhile.
class LanguageWriter {
public:
    LanguageWriter(const Translator& t, const BlockEditor& editor, base::Locale locale)
        : t_(t), editor_(editor), locale_(locale), fields_(t, editor.problems) {}

    void write(Out& out, const Kind& kind) const {
        open_language(out, t_, {locale_, is_complete(editor_.block, locale_)});
        if (kind.note.need != Need::unused) write_line(out, kind.note, {"note_", typed().note, 300});
        if (kind.heading.need != Need::unused) write_line(out, kind.heading, {"heading_", typed().heading, 200});
        if (kind.body.need != Need::unused) write_body(out, kind);
        html::write<"</section>">(out);
    }

private:
    struct Line {
        std::string_view name;
        const std::string& text;
        int characters;
    };
    void write_line(Out& out, const Part& part, const Line& line) const {
        const auto name = named(line.name);
        const auto field = fields_.text({.name = name,
                                         .label = t_(part.label),
                                         .value = line.text,
                                         .required = required_if(part.need),
                                         .max_length = line.characters});
        out.append(ports::with_theirs(t_, field, {name, editor_.conflicts}));
    }

    void write_body(Out& out, const Kind& kind) const {
        const auto name = named("body_");
        const auto field = fields_.text_area(
            {.name = name,
             .label = t_(kind.body.label),
             .value = typed().body,
             .required = required_if(kind.body.need),
             .hint = kind.key == "news"
                         ? t_("For each: a line with date and title (2026-11-02 The library stays open), a "
                              "line with the address, then the text. An empty line between two.")
                         : std::string{},
             .rows = 10});
        out.append(ports::with_theirs(t_, field, {name, editor_.conflicts}));
    }

    const Words& typed() const { return editor_.form.in(locale_); }
    std::string named(std::string_view part) const { return std::string{part}.append(base::code(locale_)); }

    const Translator& t_;
    const BlockEditor& editor_;
    base::Locale locale_;
    html::Fields fields_;
};

void write_settings(Out& out, const Translator& t, const Kind& kind, const BlockEditor& editor) {
    const html::Fields fields{t, editor.problems};
    const auto& form = editor.form;
    const auto append = [&](std::string_view name, const SafeHtml& field) {
        out.append(ports::with_theirs(t, field, {name, editor.conflicts}));
    };
    if (kind.action.need != Need::unused)
        append("action", fields.select({.name = "action",
                                        .label = t(kind.action.label),
                                        .choices = action_choices(t, editor.actions),
                                        .value = form.action,
                                        .required = html::Required::no}));
    if (kind.page.need != Need::unused)
        append("page", fields.select({.name = "page",
                                      .label = t(kind.page.label),
                                      .choices = page_choices(t, editor.pages),
                                      .value = form.page,
                                      .required = html::Required::no}));
    if (kind.url.need != Need::unused)
        append("url", fields.text(
                          {.name = "url", .label = t(kind.url.label), .value = form.url, .kind = html::TextKind::url}));
    if (kind.picture.need != Need::unused)
        append("picture", ports::picture_field(t, editor.problems,
                                               {.label = t(kind.picture.label),
                                                .value = ports::PictureId{base::whole_number(form.picture).value_or(0)},
                                                .hint = t("It comes with its own description and credit.")},
                                               editor.pictures));
    if (kind.key.empty())
        append("settings", fields.text_area({.name = "settings",
                                             .label = t("Settings (JSON)"),
                                             .value = form.raw_settings,
                                             .required = html::Required::no}));
}

}  // namespace

SafeHtml block(const Translator& t, const BlockEditor& editor) {
    const Kind* const known = find_kind(editor.block.kind);
    const Kind& kind = known ? *known : kOtherKind;
    const auto hub = hub_path(t.locale(), editor.level.slug);
    const auto path = block_path(t.locale(), editor.level.slug, editor.block.id);
    const html::Fields fields{t, editor.problems};
    Out out;
    out.append(
        ports::staff_head(t, {.title = t(kind.label),
                              .lead = t("Both languages side by side. Nobody sees a change before it is published."),
                              .above = {{t("Campaign hubs"), fmt::format("/{}/staff/hubs", base::code(t.locale()))},
                                        {editor.level.name(t.locale()), hub}}}));
    write<R"(<form class="form editor" method="post" action="{}" novalidate>{}{}{}<div class="editor__languages">)">(
        out, path, fields.error_summary(), ports::conflict_notice(t, editor.conflicts, editor.saving),
        html::hidden({ports::kSeenField, editor.seen}));
    for (const base::Locale locale : base::kLocales) LanguageWriter{t, editor, locale}.write(out, kind);
    write<R"(</div><div class="editor__common">{}</div><div class="editor__actions">{}{}</div></form>)">(
        out, [&](Out& common) { write_settings(common, t, kind, editor); },
        fields.button({.label = t("Save the draft")}), ports::button_link({hub, t("Back to the hub"), "arrow-left"}));
    write<
        R"(<section class="panel panel--danger"><header class="panel__head"><h2 class="panel__title">{}</h2></header><div class="panel__body"><form method="post" action="{}/removal"><p>{}</p><button class="button button--danger" type="submit">{}</button></form></div></section>)">(
        out, t("Remove this block"), path, t("Published versions keep it."), t("Remove the block"));
    return std::move(out).finish();
}

}  // namespace site::staff_pages
