#include "features/mailings/staff_pages.h"

#include <fmt/format.h>

#include "features/mailings/staff_pages_parts.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/paging.h"

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
    if (!list.older_path.empty()) out.append(ports::next_page(t, {list.older_path, t("Older mailings")}));
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
