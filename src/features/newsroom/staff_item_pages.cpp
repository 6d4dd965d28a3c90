// What staff_pages.h declares about writing an item, and how it would read.
#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/newsroom/staff_pages.h"
#include "features/newsroom/staff_pages_parts.h"
#include "features/newsroom/teaser.h"
#include "features/newsroom/teaser_service.h"
#include "platform/html/markdown.h"

namespace newsroom::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

const TextState* state_in(const std::vector<TextState>& texts, base::Locale locale) {
    for (const TextState& text : texts)
        if (text.locale == locale) return &text;
    return nullptr;
}

ports::Badge language_badge(const Translator& t, const TextState* text) {
    if (text == nullptr) return {"warning", t("to be written")};
    if (!text->shown) return {"neutral", t("not public")};
    return text->has_unpublished_changes() ? ports::Badge{"warning", t("changes wait")}
                                           : ports::Badge{"success", t("public")};
}

// The fields of one language; below a field what somebody else saved there meanwhile.
class LanguageWriter {
public:
    LanguageWriter(const Translator& t, const ItemEditor& editor, base::Locale locale)
        : t_(t), editor_(editor), locale_(locale), fields_(t, editor.problems) {}

    void write(Out& out) const {
        open_language(out, {locale_, language_badge(t_, state_in(editor_.texts, locale_))});
        write_title(out);
        write_teaser(out);
        write_body(out);
        write_quotation(out);
        html::write<"</section>">(out);
    }

private:
    void write_title(Out& out) const {
        const auto name = named("title");
        append(out, name,
               fields_.text({.name = name,
                             .label = t_("Title"),
                             .value = typed().title,
                             .required = html::Required::no,
                             .max_length = 200}));
    }

    void write_teaser(Out& out) const {
        const auto name = named("teaser");
        append(out, name,
               fields_.text_area({.name = name,
                                  .label = t_("Teaser"),
                                  .value = typed().teaser,
                                  .required = html::Required::no,
                                  .hint = t_("One to three sentences for lists. Left empty, it is made from the "
                                             "beginning of the text."),
                                  .rows = 3,
                                  .max_length = static_cast<int>(kLongestTeaser)}));
    }

    // The script finds the text by its data attribute: toolbar, clean paste and live preview are its work.
    void write_body(Out& out) const {
        const auto name = named("body");
        const auto area = fields_.text_area({.name = name,
                                             .label = t_("Text"),
                                             .value = typed().body,
                                             .required = html::Required::no,
                                             .hint = t_("Markdown: **bold**, [link](/en/), - list."),
                                             .rows = 18});
        append(
            out, name,
            html::render<
                R"(<div data-markdown="/{}/staff/news/markdown" data-markdown-language="{}" data-markdown-words="{}">{}</div>)">(
                base::code(t_.locale()), base::code(locale_), toolbar_words(), area));
    }

    // What the script's buttons say, in its order: bold, italic, heading, link, list, quotation, preview.
    std::string toolbar_words() const {
        return fmt::format("{}|{}|{}|{}|{}|{}|{}", t_("Bold"), t_("Italic"), t_("Heading"), t_("Link"), t_("List"),
                           t_("Quotation"), t_("How it reads"));
    }

    void write_quotation(Out& out) const {
        const auto words = named("quotation"), who = named("quoted_name"), office = named("quoted_office");
        append(out, words,
               fields_.text_area({.name = words,
                                  .label = t_("Quotation"),
                                  .value = typed().quotation,
                                  .required = html::Required::no,
                                  .hint = t_("Without quotation marks."),
                                  .rows = 3}));
        append(out, who,
               fields_.text({.name = who,
                             .label = t_("Whose words"),
                             .value = typed().quoted_name,
                             .required = html::Required::no,
                             .max_length = 120}));
        append(out, office,
               fields_.text({.name = office,
                             .label = t_("Office"),
                             .value = typed().quoted_office,
                             .required = html::Required::no,
                             .hint = t_("“President, Public Workers of Canada”"),
                             .max_length = 200}));
    }

    const ItemWords& typed() const { return editor_.form.words.in(locale_); }
    std::string named(std::string_view field) const { return fmt::format("{}_{}", field, base::code(locale_)); }
    void append(Out& out, const std::string& name, const SafeHtml& field) const {
        out.append(ports::with_theirs(t_, field, {name, editor_.conflicts}));
    }

    const Translator& t_;
    const ItemEditor& editor_;
    base::Locale locale_;
    html::Fields fields_;
};

// Boxes that share a name and send their values.
struct Boxes {
    std::string_view name;
    std::string legend;
    std::vector<html::Choice> choices;
    const std::vector<std::string>& ticked;
};
SafeHtml boxes(const Boxes& group) {
    const auto box = [&](Out& out) {
        for (const auto& choice : group.choices) {
            const auto id = fmt::format("{}-{}", group.name, choice.value);
            const bool is_ticked = std::ranges::find(group.ticked, choice.value) != group.ticked.end();
            html::write<R"(
<div class="choice"><input class="choice__input" type="checkbox" id="{}" name="{}" value="{}"{}><label class="choice__label" for="{}">{}</label></div>)">(
                out, id, group.name, choice.value, html::attribute_if(is_ticked, "checked"), id, choice.label);
        }
    };
    return html::render<R"(
<fieldset class="field-group" id="{}"><legend class="field-group__legend">{}</legend>{}</fieldset>)">(
        group.name, group.legend, box);
}

std::vector<html::Choice> action_choices(const std::vector<ports::Action>& actions) {
    std::vector<html::Choice> choices;
    for (const auto& action : actions)
        choices.push_back({action.key, action.title.empty() ? action.call : action.title});
    return choices;
}

// What of the item has no language.
class DetailWriter {
public:
    DetailWriter(const Translator& t, const ItemEditor& editor) : t_(t), editor_(editor), fields_(t, editor.problems) {}

    void write(Out& out) const {
        html::write<R"(<div class="editor__common"><h2 class="editor__title">{}</h2>)">(out, t_("For both languages"));
        write_date(out);
        append(out, "sections",
               boxes({"sections", t_("Sections"), section_choices(t_, editor_.sections), editor_.form.sections}));
        write_tags(out);
        for (std::size_t i = 0; i < editor_.offered.size(); ++i) write_picture(out, i);
        write_attachments(out);
        append(out, "actions",
               boxes({"actions", t_("What readers can do"), action_choices(editor_.actions), editor_.form.actions}));
        write_author(out);
        html::write<"</div>">(out);
    }

private:
    void write_date(Out& out) const {
        append(out, "event_day",
               fields_.text({.name = "event_day",
                             .label = t_("Date of the event"),
                             .value = editor_.form.event_day,
                             .required = html::Required::no,
                             .hint = t_("As year, month and day: 2026-11-30. Without one, the day of publication is "
                                        "shown."),
                             .size = html::FieldSize::medium,
                             .max_length = 10}));
    }

    void write_tags(Out& out) const {
        append(out, "tags",
               fields_.text_area({.name = "tags",
                                  .label = t_("Tags"),
                                  .value = editor_.form.tags,
                                  .required = html::Required::no,
                                  .hint = t_("One a line, in both languages: Fair trade | Commerce équitable"),
                                  .rows = 3}));
    }

    void write_picture(Out& out, std::size_t place) const {
        const PictureForm& typed = editor_.form.pictures[place];
        const auto name = [&](std::string_view field) { return fmt::format("{}_{}", field, place + 1); };
        const ports::PictureId chosen{base::whole_number(typed.picture).value_or(0)};
        append(out, name("picture"),
               ports::picture_field(t_, editor_.problems,
                                    {.name = name("picture"),
                                     .label = t_("Picture {number}", {{"number", place + 1}}),
                                     .value = chosen,
                                     .hint = place == 0 ? t_("The first picture also stands in lists.") : ""},
                                    editor_.offered[place]));
        append_text(out, name("alt_en"), t_("What picture {number} shows, in English", {{"number", place + 1}}),
                    typed.alt_en);
        append_text(out, name("alt_fr"), t_("What picture {number} shows, in French", {{"number", place + 1}}),
                    typed.alt_fr);
        append_text(out, name("credit"), t_("Credit of picture {number}", {{"number", place + 1}}), typed.credit);
    }

    void write_attachments(Out& out) const {
        append(
            out, "attachments",
            fields_.text_area({.name = "attachments",
                               .label = t_("Documents"),
                               .value = editor_.form.attachments,
                               .required = html::Required::no,
                               .hint = t_("One a line: English name | nom français | address. Files are uploaded under "
                                          "“Documents”, above."),
                               .rows = 3}));
    }

    void write_author(Out& out) const {
        append_text(out, "author_name", t_("Author"), editor_.form.author_name);
        append(out, "author_email",
               fields_.text({.name = "author_email",
                             .label = t_("Email of the author"),
                             .value = editor_.form.author_email,
                             .kind = html::TextKind::email,
                             .required = html::Required::no,
                             .hint = t_("Never shown. It lets authors ask what is kept about them.")}));
    }

    void append_text(Out& out, const std::string& name, std::string label, const std::string& value) const {
        append(out, name,
               fields_.text({.name = name, .label = std::move(label), .value = value, .required = html::Required::no}));
    }
    void append(Out& out, const std::string& name, const SafeHtml& field) const {
        out.append(ports::with_theirs(t_, field, {name, editor_.conflicts}));
    }

    const Translator& t_;
    const ItemEditor& editor_;
    html::Fields fields_;
};

// Something typed was kept and not saved.
SafeHtml draft_notice(const Translator& t, const ItemEditor& editor) {
    const auto path = item_path(t.locale(), editor.item.id);
    if (editor.shows_draft)
        return html::render<
            R"(<div class="notice notice--information">{}<div class="notice__body"><p>{}</p></div></div>)">(
            html::icon("history"), t("This is what you typed and did not save. Save it to keep it as a revision."));
    if (!editor.kept_at) return {};
    return html::render<R"(
<div class="notice notice--warning">{}<div class="notice__body"><p>{}</p><p>{}</p>{}</div></div>)">(
        html::icon("history"),
        t("You typed something here and did not save it. It was kept on {time}.",
          {{"time", t.date_time(*editor.kept_at)}}),
        ports::button_link({path + "?draft=1", t("Take it up again"), "undo"}),
        ports::act(t, {.path = path + "/draft/removal", .label = t("Throw it away"), .kind = html::ButtonKind::text}));
}

void write_preview(Out& out, const Revision& revision) {
    const ItemWords& words = revision.words;
    html::write<R"(
<section class="preview" lang="{}"><p class="preview__label">{}</p><h2>{}</h2><p>{}</p>)">(
        out, base::code(revision.locale), i18n::own_name(revision.locale), words.title,
        shown_teaser(words, revision.locale));
    if (!words.quotation.empty())
        html::write<R"(<figure class="quotation"><blockquote class="quotation__words"><p>{}</p></blockquote>
<figcaption class="quotation__by"><span class="quotation__name">{}</span> <span class="quotation__office">{}</span></figcaption></figure>)">(
            out, words.quotation, words.quoted_name, words.quoted_office);
    html::write<R"(<div class="prose">{}</div></section>)">(out,
                                                            html::markdown(words.body, html::HeadingsBelow::section));
}

}  // namespace

SafeHtml item(const Translator& t, const ItemEditor& editor) {
    const html::Fields fields{t, editor.problems};
    const auto path = item_path(t.locale(), editor.item.id);
    Out out;
    out.append(ports::staff_head(t, {.title = editor.title,
                                     .lead = t("Both languages side by side. Nobody sees a change of the words before "
                                               "it is published."),
                                     .actions = ports::badge(stage_badge(t, editor.item.stage)),
                                     .above = crumbs(t)}));
    out.append(tabs(t, editor.item.id, ItemTab::write));
    out.append(draft_notice(t, editor));
    html::write<R"(
<form class="form editor" method="post" action="{}" novalidate data-keep-draft="{}" data-kept-word="{}">{}{}{}<div class="editor__languages">)">(
        out, path, path + "/draft", t("What you typed is kept."), fields.error_summary(),
        ports::conflict_notice(t, editor.conflicts, editor.saving), html::hidden({ports::kSeenField, editor.seen}));
    for (const base::Locale locale : base::kLocales) LanguageWriter{t, editor, locale}.write(out);
    html::write<"</div>">(out);
    DetailWriter{t, editor}.write(out);
    html::write<
        R"(<div class="editor__actions">{}{}<p class="editor__kept" role="status" data-kept></p></div></form>)">(
        out, fields.button({.label = t("Save")}),
        fields.button(
            {.label = t("Save and preview"), .kind = html::ButtonKind::quiet, .name = "then", .value = "preview"}));
    return std::move(out).finish();
}

SafeHtml preview(const Translator& t, const ItemPreview& view) {
    Out out;
    out.append(ports::staff_head(t, {.title = t("Preview"),
                                     .lead = t("How the newest words read. Nothing here is public yet by being shown."),
                                     .above = crumbs(t, view.item.id, view.title)}));
    out.append(tabs(t, view.item.id, ItemTab::preview));
    if (view.newest.empty())
        out.append(ports::empty_state({"file-text", t("Nothing written yet"), t("Write the text first.")}));
    for (const Revision& revision : view.newest) write_preview(out, revision);
    return std::move(out).finish();
}

}  // namespace newsroom::staff_pages
