// What staff_pages.h declares about writing and previewing.
#include "features/petitions/staff_pages.h"
#include "platform/html/forms.h"
#include "platform/html/markdown.h"

namespace petitions::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

// One language of the editor; below a field what somebody else saved there meanwhile.
class LanguageWriter {
public:
    LanguageWriter(const Translator& t, const TextEditor& editor, base::Locale locale)
        : t_(t), editor_(editor), locale_(locale), fields_(t, editor.problems) {}

    void write(Out& out) const {
        const auto code = base::code(locale_);
        html::write<R"(
<section class="editor__language" lang="{}" aria-labelledby="{}-title"><h2 class="editor__title" id="{}-title">{} {}</h2>)">(
            out, code, code, code, i18n::own_name(locale_),
            ports::badge(text_badge(t_, text_in(editor_.newest, locale_))));
        write_title(out);
        write_lead(out);
        write_body(out);
        write_thanks(out);
        html::write<"</section>">(out);
    }

private:
    void write_title(Out& out) const {
        const auto name = named("title_");
        append(out, name,
               fields_.text({.name = name, .label = t_("Title"), .value = typed().title, .max_length = 200}));
    }

    void write_lead(Out& out) const {
        const auto name = named("lead_");
        append(out, name,
               fields_.text_area({.name = name,
                                  .label = t_("Introduction"),
                                  .value = typed().lead,
                                  .required = html::Required::no,
                                  .rows = 3,
                                  .max_length = 500}));
    }

    void write_body(Out& out) const {
        const auto name = named("body_");
        append(out, name,
               fields_.text_area({.name = name,
                                  .label = t_("Text that is signed"),
                                  .value = typed().body,
                                  .hint = t_("Markdown. Frozen when you publish; later changes make a new version."),
                                  .rows = 16,
                                  .max_length = 20'000}));
    }

    void write_thanks(Out& out) const {
        const auto name = named("thanks_");
        append(out, name,
               fields_.text_area({.name = name,
                                  .label = t_("Thanks after signing"),
                                  .value = typed().thanks,
                                  .required = html::Required::no,
                                  .rows = 4,
                                  .max_length = 2'000}));
    }

    const TextForm& typed() const { return editor_.typed.in(locale_); }
    std::string named(std::string name) const { return name.append(base::code(locale_)); }
    void append(Out& out, const std::string& name, const SafeHtml& field) const {
        out.append(ports::with_theirs(t_, field, {name, editor_.conflicts}));
    }

    const Translator& t_;
    const TextEditor& editor_;
    base::Locale locale_;
    html::Fields fields_;
};

void write_preview(Out& out, const Translator& t, const Text& text) {
    html::write<R"(
<section class="preview" lang="{}"><p class="preview__label">{} {}</p><h2>{}</h2><p>{}</p>
<div class="petition-text prose">{}</div></section>)">(out, base::code(text.locale), i18n::own_name(text.locale),
                                                       ports::badge(text_badge(t, &text)), text.title, text.lead,
                                                       html::markdown(text.body, html::HeadingsBelow::section));
}

}  // namespace

html::SafeHtml texts(const Translator& t, const Petition& petition, const TextEditor& editor) {
    const html::Fields fields{t, editor.problems};
    Out out;
    out.append(ports::staff_head(t, {.title = t("Write"),
                                     .lead = t("Both languages side by side. Nothing is public before you publish it."),
                                     .above = crumbs(t, petition, editor.title)}));
    html::write<
        R"(<form class="form editor" method="post" action="{}" novalidate>{}{}{}<div class="editor__languages">)">(
        out, staff_path(t.locale(), petition.slug) + "/text", fields.error_summary(),
        ports::conflict_notice(t, editor.conflicts, editor.saving), html::hidden({ports::kSeenField, editor.seen}));
    for (const base::Locale locale : base::kLocales) LanguageWriter{t, editor, locale}.write(out);
    html::write<R"(</div><div class="editor__actions">{}</div></form>)">(
        out, fields.button({.label = t("Save and preview")}));
    return std::move(out).finish();
}

html::SafeHtml preview(const Translator& t, const Preview& view) {
    const std::string path = staff_path(t.locale(), view.petition.slug);
    const SafeHtml ways = html::render<"{}{}">(ports::button_link({path + "/text", t("Go on writing"), "edit"}),
                                               ports::button_link({path, t("To publishing"), "check", "primary"}));
    Out out;
    out.append(ports::staff_head(t, {.title = t("Preview"),
                                     .lead = t("This is how the text will read."),
                                     .actions = ways,
                                     .above = crumbs(t, view.petition, view.title)}));
    if (view.texts.empty())
        out.append(ports::empty_state({"file-text", t("Nothing written yet"), t("Write the text first.")}));
    for (const Text& text : view.texts) write_preview(out, t, text);
    return std::move(out).finish();
}

}  // namespace petitions::staff_pages
