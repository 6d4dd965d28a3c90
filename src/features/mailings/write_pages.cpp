// What staff_pages.h declares about writing a mailing.
#include <fmt/format.h>

#include "features/mailings/staff_pages.h"
#include "features/mailings/staff_pages_parts.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"

namespace mailings::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

void write_help_row(Out& out, std::string_view typed, const std::string& meaning) {
    html::write<R"(<tr><th scope="row"><code>{}</code></th><td>{}</td></tr>)">(out, typed, meaning);
}

// Ready to be copied into the text.
void write_offered(Out& out, const Translator& t, const std::vector<OfferedBlock>& offered) {
    if (offered.empty()) return;
    html::write<
        R"(<h2 class="side-title">{}</h2><div class="table-scroll" role="region" aria-label="{}" tabindex="0"><table class="table"><tbody>)">(
        out, t("Petitions and events to put in"), t("Petitions and events to put in"));
    for (const OfferedBlock& block : offered)
        html::write<
            R"(<tr><th scope="row"><code>{}</code></th><td>{}</td><td><button class="button button--quiet" type="button" data-copy="{}" data-copied="{}" hidden>{} <span data-copy-label>{}</span></button></td></tr>)">(
            out, block.typed, block.about, block.typed, t("Copied"), html::icon("copy"), t("Copy"));
    html::write<"</tbody></table></div>">(out);
}

SafeHtml help(const Translator& t, const std::vector<OfferedBlock>& offered) {
    Out out;
    html::write<
        R"(<details class="disclosure"><summary class="disclosure__summary">{}</summary><div class="disclosure__body"><p>{}</p><div class="table-scroll" role="region" aria-label="{}" tabindex="0"><table class="table"><tbody>)">(
        out, t("Fields and blocks"),
        t("Write Markdown. A field takes the words behind the bar where somebody left it empty; a block stands alone "
          "on its line."),
        t("Fields and blocks"));
    write_help_row(out, fmt::format("{{{{given_name|{}}}}}", t("friend")),
                   t("Fields: {fields}", {{"fields",
                                           "given_name, family_name, name, place, province, postal_code, "
                                           "email"}}));
    write_help_row(out, "{{count: equality-pledge}}",
                   t("The figure of a petition when sending begins; alone on its line it stands large"));
    write_help_row(
        out,
        fmt::format("{{{{button: {} | /{}/petitions/equality-pledge}}}}", t("Sign the pledge"), base::code(t.locale())),
        t("A button"));
    write_help_row(out, fmt::format("{{{{picture: 17325 | {}}}}}", t("Nurses at the gate")),
                   t("A picture by its number in the library, and words for people who do not see it"));
    write_help_row(out,
                   fmt::format("{{{{quotation: {} | Noor Haddad | {}}}}}", t("We all pay for this."), t("President")),
                   t("A quotation with name and office"));
    write_help_row(out, "{{petition: equality-pledge}}", t("A card with title, figure and button"));
    write_help_row(
        out, "{{event: 17325}}",
        t("A card with title, time, place and button of an event, by its number or the address of its page"));
    html::write<"</tbody></table></div>">(out);
    write_offered(out, t, offered);
    html::write<"</div></details>">(out);
    return std::move(out).finish();
}

// One language of the editor; below a field what somebody else saved there meanwhile.
class LanguageWriter {
public:
    LanguageWriter(const Translator& t, const Editor& editor, base::Locale locale)
        : t_(t), editor_(editor), locale_(locale), fields_(t, editor.problems) {}

    void write(Out& out) const {
        const auto code = base::code(locale_);
        const bool is_there = !typed().subject.empty() && !typed().body.empty();
        html::write<R"(
<section class="editor__language" lang="{}" aria-labelledby="{}-title"><h2 class="editor__title" id="{}-title">{} {}</h2>)">(
            out, code, code, code, i18n::own_name(locale_),
            ports::badge(is_there ? ports::Badge{"success", t_("Written")} : ports::Badge{"warning", t_("Missing")}));
        write_line(out, "subject", t_("Subject"), typed().subject, "");
        write_line(out, "preheader", t_("Preview line"), typed().preheader,
                   t_("Lists of mails show it behind the subject."));
        append(out, "body",
               fields_.text_area({.name = field_name("body", locale_),
                                  .label = t_("Text"),
                                  .value = typed().body,
                                  .required = html::Required::no,
                                  .rows = 20}));
        write_text_part(out);
        html::write<"</section>">(out);
    }

private:
    const MailWords& typed() const { return editor_.typed.in(locale_); }

    void write_line(Out& out, std::string_view field, const std::string& label, const std::string& value,
                    const std::string& hint) const {
        append(out, field,
               fields_.text({.name = field_name(field, locale_),
                             .label = label,
                             .value = value,
                             .required = html::Required::no,
                             .hint = hint,
                             .max_length = 200}));
    }

    void write_text_part(Out& out) const {
        html::write<
            R"(<details class="disclosure"{}><summary class="disclosure__summary">{}</summary><div class="disclosure__body">)">(
            out, html::attribute_if(!typed().text.empty(), "open"), t_("Plain-text part"));
        append(
            out, "text",
            fields_.text_area({.name = field_name("text", locale_),
                               .label = t_("Plain text of your own"),
                               .value = typed().text,
                               .required = html::Required::no,
                               .hint = t_("Leave it empty, and it is made from the text. Fields work, blocks do not."),
                               .rows = 10}));
        html::write<
            R"(<p class="field__hint">{}</p><pre class="mail-message__text" tabindex="0">{}</pre></div></details>)">(
            out, t_("As it is made from the text you saved:"), editor_.made_text.in(locale_).text);
    }

    void append(Out& out, std::string_view field, const SafeHtml& control) const {
        const auto name = field_name(field, locale_);
        out.append(ports::with_theirs(t_, control, {name, editor_.conflicts}));
    }

    const Translator& t_;
    const Editor& editor_;
    base::Locale locale_;
    html::Fields fields_;
};

std::vector<VariantLink> variants_of(const Translator& t, const Editor& editor) {
    std::vector<VariantLink> links;
    for (int number = 0; number < editor.mailing.plan.variants; ++number)
        links.push_back({t("Variant {letter}", {{"letter", letter_of({number})}}),
                         fmt::format("{}?variant={}", mailing_path(t.locale(), editor.mailing.id), number),
                         number == editor.variant.number});
    return links;
}

void write_version(Out& out, const Translator& t, const store::StoredText& text) {
    html::write<
        R"(<details class="disclosure"><summary class="disclosure__summary">{} · {} · {} · {}</summary><div class="disclosure__body" lang="{}"><p><strong>{}</strong></p><p>{}</p><pre class="mail-message__text" tabindex="0">{}</pre></div></details>)">(
        out, t.date_time(text.saved_at), text.saved_by, i18n::own_name(text.locale),
        t("Variant {letter}", {{"letter", letter_of(text.variant)}}), base::code(text.locale), text.words.subject,
        text.words.preheader, text.words.body);
}

SafeHtml draft_notice(const Translator& t, const Editor& editor) {
    const auto path = mailing_path(t.locale(), editor.mailing.id);
    if (editor.shows_draft)
        return html::render<
            R"(<div class="notice notice--information">{}<div class="notice__body"><p>{}</p></div></div>)">(
            html::icon("history"), t("This is what you typed and did not save. Save it to keep it as a revision."));
    if (!editor.kept_at) return {};
    const auto variant = std::to_string(editor.variant.number);
    return html::render<R"(
<div class="notice notice--warning">{}<div class="notice__body"><p>{}</p><p>{}</p>{}</div></div>)">(
        html::icon("history"),
        t("You typed something here and did not save it. It was kept on {time}.",
          {{"time", t.date_time(*editor.kept_at)}}),
        ports::button_link({fmt::format("{}?variant={}&draft=1", path, variant), t("Take it up again"), "undo"}),
        ports::act(t, {.path = path + "/draft/removal",
                       .label = t("Throw it away"),
                       .kind = html::ButtonKind::text,
                       .above = html::hidden({"variant", variant})}));
}

}  // namespace

SafeHtml editor(const Translator& t, const Editor& editor) {
    const html::Fields fields{t, editor.problems};
    const auto path = mailing_path(t.locale(), editor.mailing.id);
    Out out;
    out.append(ports::staff_head(t, {.title = editor.mailing.plan.name,
                                     .lead = t("Both languages side by side. Every save keeps a version."),
                                     .above = crumbs(t)}));
    out.append(tabs(t, editor.mailing.id, Tab::write));
    out.append(variant_links(t, variants_of(t, editor)));
    out.append(help(t, editor.offered));
    out.append(draft_notice(t, editor));
    html::write<
        R"(<form class="form editor" method="post" action="{}" novalidate data-keep-draft="{}" data-kept-word="{}">{}{}{}{}<div class="editor__languages">)">(
        out, path, path + "/draft", t("What you typed is kept."), fields.error_summary(),
        ports::conflict_notice(t, editor.conflicts, editor.saving), html::hidden({ports::kSeenField, editor.seen}),
        html::hidden({"variant", std::to_string(editor.variant.number)}));
    for (const base::Locale locale : base::kLocales) LanguageWriter{t, editor, locale}.write(out);
    html::write<
        R"(</div><div class="word-panels">{}</div><div class="editor__actions">{}{}<p class="editor__kept" role="status" data-kept></p></div></form>)">(
        out, editor.words_help, fields.button({.label = t("Save and look at it"), .name = "then", .value = "preview"}),
        fields.button({.label = t("Save"), .kind = html::ButtonKind::quiet, .name = "then", .value = "stay"}));
    return std::move(out).finish();
}

SafeHtml versions(const Translator& t, const Versions& versions) {
    Out out;
    out.append(ports::staff_head(t, {.title = versions.mailing.plan.name,
                                     .lead = t("Every version that was saved, the newest first."),
                                     .above = crumbs(t)}));
    out.append(tabs(t, versions.mailing.id, Tab::versions));
    if (versions.versions.empty())
        out.append(ports::empty_state({"file-text", t("Nothing written yet"), t("Write the text first.")}));
    for (const store::StoredText& text : versions.versions) write_version(out, t, text);
    return std::move(out).finish();
}

}  // namespace mailings::staff_pages
