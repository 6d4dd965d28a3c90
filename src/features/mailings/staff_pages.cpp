#include "features/mailings/staff_pages.h"

#include <fmt/format.h>

#include "features/mailings/staff_pages_parts.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"

namespace mailings::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

SafeHtml language_badge(const Translator& t, base::Locale locale, bool is_there) {
    const std::string code{base::code(locale)};
    return ports::badge(
        {is_there ? "success" : "warning", is_there ? code : t("{language} missing", {{"language", code}})});
}

void write_row(Out& out, const Translator& t, const Row& row) {
    const auto& mailing = row.mailing;
    const ports::Badge stage =
        row.sent_at ? ports::Badge{"success", t("Sending began")} : ports::Badge{"neutral", t("Draft")};
    html::write<R"(
<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{} {}</td><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
        out, mailing_path(t.locale(), mailing.id), mailing.plan.name, t("Stage"), ports::badge(stage), t("Languages"),
        language_badge(t, base::Locale::english, row.has_english),
        language_badge(t, base::Locale::french, row.has_french), t("Last change"),
        t.date(row.sent_at.value_or(mailing.changed_at), i18n::DateStyle::short_form), t("Changed by"),
        mailing.changed_by);
}

std::vector<html::Choice> level_choices(const Translator& t, const Offers& offers) {
    std::vector<html::Choice> choices;
    for (const auto& level : offers.levels) choices.push_back({level.slug, level.name(t.locale())});
    return choices;
}

std::vector<html::Choice> topic_choices(const Translator& t, const Offers& offers) {
    std::vector<html::Choice> choices{{"", t("No topic in particular")}};
    for (const auto& topic : offers.topics) choices.push_back({topic.slug, topic.name(t.locale())});
    return choices;
}

std::vector<html::Choice> segment_choices(const Translator& t, const Offers& offers) {
    std::vector<html::Choice> choices{{"", t("Everybody who may be mailed")}};
    for (const auto& segment : offers.segments)
        choices.push_back({std::to_string(segment.id.value), segment.name, segment.rules});
    return choices;
}

SafeHtml audience_fields(const html::Fields& fields, const Translator& t, const PlanPage& page) {
    return html::render<"{}{}{}{}">(
        fields.text({.name = "name",
                     .label = t("Name"),
                     .value = page.typed.name,
                     .hint = t("As you call it among yourselves. Nobody else sees it."),
                     .max_length = static_cast<int>(kLongestMailingName)}),
        fields.select({.name = "level",
                       .label = t("Level"),
                       .choices = level_choices(t, page.offers),
                       .value = page.typed.level,
                       .hint = t("Decides who may write and send it, and in whose name it leaves.")}),
        fields.select({.name = "topic",
                       .label = t("Topic"),
                       .choices = topic_choices(t, page.offers),
                       .value = page.typed.topic,
                       .required = html::Required::no,
                       .hint = t("Who left this topic out in their preferences does not get it.")}),
        fields.select({.name = "segment",
                       .label = t("Who gets it"),
                       .choices = segment_choices(t, page.offers),
                       .value = page.typed.segment,
                       .required = html::Required::no}));
}

SafeHtml test_fields(const html::Fields& fields, const Translator& t, const PlanPage& page) {
    return html::render<"{}{}{}{}">(
        fields.select({.name = "variants",
                       .label = t("Variants"),
                       .choices = {{"1", t("One mail for all")},
                                   {"2", t("Two variants, A and B")},
                                   {"3", t("Three variants, A, B and C")}},
                       .value = page.typed.variants,
                       .hint = t("Different subjects or texts, each sent to an equal part of the people.")}),
        fields.text({.name = "tested",
                     .label = t("Percent of the people who get the variants"),
                     .value = page.typed.tested,
                     .kind = html::TextKind::number,
                     .hint = t("The others wait until you choose the winner. 100: nobody waits."),
                     .size = html::FieldSize::small}),
        fields.checkbox({.name = "counting",
                         .label = t("Count how often links are followed"),
                         .checked = page.typed.counts_links ? html::Checked::yes : html::Checked::no,
                         .hint = t("Links then lead through an address of this site that counts, for each variant. It "
                                   "does not say who followed one. Comparing variants needs it.")}),
        fields.checkbox({.name = "archive",
                         .label = t("Show it among the sent mails on the website"),
                         .checked = page.typed.archive ? html::Checked::yes : html::Checked::no,
                         .hint = t("Once it was sent, with the fallbacks in place of names.")}));
}

// A row of the help: what to type, and what it gives.
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

}  // namespace

std::string list_path(base::Locale locale) { return fmt::format("/{}/staff/mailings", base::code(locale)); }

std::string mailing_path(base::Locale locale, MailingId mailing) {
    return fmt::format("{}/{}", list_path(locale), mailing.value);
}

SafeHtml list(const Translator& t, const List& list) {
    const auto actions =
        html::render<"{}{}">(ports::button_link({list_path(t.locale()) + "/senders", t("Senders"), "users"}),
                             ports::button_link({list_path(t.locale()) + "/new", t("New mailing"), "plus", "primary"}));
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Mailings"), .lead = t("Mails to many people, in both languages."), .actions = actions}));
    if (list.rows.empty()) {
        out.append(ports::empty_state({"mail", t("No mailing yet"),
                                       t("Write one in both languages, look at it as a reader would, and send it.")}));
        return std::move(out).finish();
    }
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="list" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="list">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Mailings"), t("Name"), t("Stage"), t("Languages"), t("Last change"), t("Changed by"));
    for (const Row& row : list.rows) write_row(out, t, row);
    html::write<"</tbody></table></div>">(out);
    if (!list.older_path.empty())
        html::write<R"(<nav class="pager" aria-label="{}"><a class="pager__link" rel="next" href="{}">{}</a></nav>)">(
            out, t("Pages"), list.older_path, t("Older mailings"));
    return std::move(out).finish();
}

SafeHtml plan(const Translator& t, const PlanPage& page) {
    const html::Fields fields{t, page.problems};
    const std::string path =
        page.mailing ? mailing_path(t.locale(), page.mailing->id) + "/plan" : list_path(t.locale());
    Out out;
    if (page.mailing) {
        out.append(ports::staff_head(t, {.title = page.mailing->plan.name, .above = crumbs(t)}));
        out.append(tabs(t, page.mailing->id, Tab::plan));
    } else {
        out.append(ports::staff_head(t, {.title = t("New mailing"), .above = crumbs(t)}));
    }
    html::write<R"(<form class="form form--narrow" method="post" action="{}" novalidate>{}{}<h2>{}</h2>{}{}</form>)">(
        out, path, fields.error_summary(), audience_fields(fields, t, page), t("Trying, counting, showing"),
        test_fields(fields, t, page), fields.button({.label = page.mailing ? t("Save") : t("Begin writing")}));
    if (page.can_be_removed)
        out.append(ports::panel({t("Remove this mailing")},
                                ports::act(t, {.path = mailing_path(t.locale(), page.mailing->id) + "/removal",
                                               .label = t("Remove it with all its versions"),
                                               .kind = html::ButtonKind::danger})));
    return std::move(out).finish();
}

namespace {

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

SafeHtml senders(const Translator& t, const Senders& page) {
    const html::Fields fields{t, page.problems};
    std::vector<VariantLink> levels;
    for (const people::Level& level : page.levels)
        levels.push_back({level.name(t.locale()), fmt::format("{}/senders/{}", list_path(t.locale()), level.slug),
                          level.id == page.level.id});
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Senders"),
            .lead = t("In whose name the mails of a level leave. Empty: as it stands in the settings of the program. "
                      "The organisation stands in every mail."),
            .above = crumbs(t)}));
    out.append(choice_links(t("Level"), levels));
    html::write<
        R"(<form class="form form--narrow" method="post" action="{}/senders/{}" novalidate>{}<h2>{}</h2>{}{}{}{}</form>)">(
        out, list_path(t.locale()), page.level.slug, fields.error_summary(), page.level.name(t.locale()),
        fields.text({.name = "name_en",
                     .label = t("Name in English"),
                     .value = page.sender.name_en,
                     .required = html::Required::no,
                     .max_length = 100}),
        fields.text({.name = "name_fr",
                     .label = t("Name in French"),
                     .value = page.sender.name_fr,
                     .required = html::Required::no,
                     .max_length = 100}),
        fields.text({.name = "reply_to",
                     .label = t("Answers go to"),
                     .value = page.sender.reply_to,
                     .kind = html::TextKind::email,
                     .required = html::Required::no}),
        fields.button({.label = t("Save")}));
    return std::move(out).finish();
}

}  // namespace mailings::staff_pages
