#include "features/newsroom/slice.h"

#include <algorithm>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/newsroom/address.h"
#include "features/newsroom/address_store.h"
#include "features/newsroom/item_store.h"
#include "features/newsroom/latest_pages.h"
#include "features/newsroom/naming_service.h"
#include "features/newsroom/section_store.h"
#include "features/newsroom/store.h"
#include "features/newsroom/teaser_service.h"
#include "features/newsroom/workflow_service.h"
#include "platform/auth/principal.h"
#include "platform/db/database.h"
#include "platform/html/markdown.h"
#include "ports/acting.h"

namespace newsroom {
namespace {

base::Instant noon_of(Day day) {
    return base::Instant{} + base::days(day.time_since_epoch().count()) + base::hours(17);
}

// "00000000000000000017/fr" back to where the page goes on.
store::TextPage page_behind(const ports::DocumentPage& page) {
    store::TextPage texts{.limit = static_cast<std::int64_t>(page.limit)};
    const auto slash = page.after.find('/');
    if (slash == std::string::npos) return texts;
    texts.after_item = ItemId{base::whole_number(std::string_view{page.after}.substr(0, slash)).value_or(0)};
    texts.after_locale = base::locale_of(std::string_view{page.after}.substr(slash + 1)).value_or(base::Locale::french);
    return texts;
}

std::vector<ports::DocumentSection> sections_of(db::Read& read, const store::PublicText& text) {
    std::vector<ports::DocumentSection> sections;
    for (const Section& section : store::sections_of(read, text.item))
        if (section.published_at && !section.in(text.locale).is_empty())
            sections.push_back({section.in(text.locale).slug, section.in(text.locale).title});
    return sections;
}

// The same without words, for lists of addresses.
ports::SearchDocument address_of(const store::PublicAddress& text) {
    return {.key = document_key(text.item) + std::string{base::code(text.locale)},
            .locale = text.locale,
            .path = address::item(text.locale, text.slug),
            .other_path = text.other_slug.empty() ? "" : address::item(base::other(text.locale), text.other_slug),
            .changed_at = text.changed_at};
}

ports::SearchDocument document_of(db::Read& read, const store::PublicText& text) {
    ports::SearchDocument document{
        .key = document_key(text.item) + std::string{base::code(text.locale)},
        .locale = text.locale,
        .path = address::item(text.locale, text.slug),
        .other_path = text.other_slug.empty() ? "" : address::item(base::other(text.locale), text.other_slug),
        .title = text.words.title.empty() ? headline_of(text.words, text.locale) : text.words.title,
        .text =
            fmt::format("{}\n\n{} {}", html::plain_text(text.words.body), text.words.quotation, text.words.quoted_name),
        .level = text.level,
        .changed_at = text.changed_at,
        .teaser = text.words.teaser};
    document.sections = sections_of(read, text);
    for (const Tag& tag : store::belongings(read, text.item).tags)
        if (!tag.label(text.locale).empty()) document.tags.push_back(tag.label(text.locale));
    if (text.day) document.dated_at = noon_of(*text.day);
    return document;
}

// What a block says: {"section": "solidarity", "count": 3}; anything else in it is left out.
struct LatestSettings {
    std::string section;
    std::int64_t count = 3;
};
LatestSettings settings_of(std::string_view text) {
    LatestSettings settings;
    boost::system::error_code error;
    const auto value = boost::json::parse(text, error);
    if (error || !value.is_object()) return settings;
    const auto& object = value.as_object();
    if (const auto* section = object.if_contains("section"); section != nullptr && section->is_string())
        settings.section = section->as_string();
    if (const auto* count = object.if_contains("count"); count != nullptr && count->is_int64())
        settings.count = std::clamp<std::int64_t>(count->as_int64(), 1, 12);
    return settings;
}

html::SafeHtml render_latest(db::Read& read, const ports::BlockSetting& block) {
    const auto settings = settings_of(block.settings);
    store::List list{.locale = block.locale};
    pages::LatestBlock latest{.heading = std::string{block.heading},
                              .text = block.text.empty() ? html::SafeHtml{} : html::markdown(block.text),
                              .headlines = {},
                              .more_path = address::front(block.locale)};
    if (!settings.section.empty()) {
        const auto section = store::find_section(read, settings.section);
        if (!section || !section->published_at || section->in(block.locale).is_empty()) return {};
        list.kind = store::ListKind::section;
        list.id = section->id.value;
        latest.more_path = address::section(block.locale, section->in(block.locale).slug);
        if (latest.heading.empty()) latest.heading = section->in(block.locale).title;
    }
    latest.headlines = store::page(read, {.list = list, .limit = settings.count});
    if (latest.headlines.empty()) return {};
    return pages::latest(i18n::Translator{block.locale}, latest);
}

boost::json::object exported(const Item& item) {
    return {{"item", item.id.value},
            {"stage", name_of(item.stage)},
            {"author", item.author.name},
            {"email", item.author.email}};
}

std::string export_author(db::Read& read, ports::PersonKey person) {
    boost::json::array items;
    if (person.address_hash != 0)
        for (const Item& item : store::of_author(read, person.address_hash)) items.push_back(exported(item));
    return boost::json::serialize(items);
}

void erase_author(db::Write& write, ports::PersonKey person) {
    if (person.address_hash != 0) store::forget_author(write, person.address_hash);
}

std::vector<ports::Finding> month_findings(db::Read& read) {
    std::vector<ports::Finding> findings;
    for (const auto& each : store::month_differences(read))
        findings.push_back(
            {fmt::format("list {} {} ({}), month {}: {} are counted, {} items are there", static_cast<int>(each.kind),
                         each.list, each.locale, each.month, each.kept, each.counted)});
    return findings;
}

std::vector<ports::Finding> stray_findings(db::Read& read) {
    const auto strays = store::stray_listings(read);
    if (strays == 0) return {};
    return {{fmt::format("{} rows of lists and public items do not belong together", strays)}};
}

}  // namespace

ports::StaffEntry staff_entry() {
    return {.label = base::message("News"),
            .path = "staff/news",
            .icon = "newspaper",
            .group = ports::StaffGroup::publish,
            .order = 15,
            .may_see = ports::whoever_may(auth::Permission::edit_content)};
}

ports::DocumentKind document_kind() { return {std::string{kDocumentKind}, base::message("News")}; }

ports::DocumentProvider search_documents() {
    return [](db::Read& read, const ports::DocumentPage& page) {
        std::vector<ports::SearchDocument> documents;
        if (page.parts == ports::DocumentParts::addresses) {
            for (const auto& text : store::public_addresses(read, page_behind(page)))
                documents.push_back(address_of(text));
            return documents;
        }
        for (const auto& text : store::public_texts(read, page_behind(page)))
            documents.push_back(document_of(read, text));
        return documents;
    };
}

ports::BlockKind latest_block() {
    return {.key = "newsroom.latest", .label = base::message("Newest news"), .render = render_latest};
}

ports::PersonDataHolder person_data() { return {"newsroom", export_author, erase_author}; }

ports::FactProvider person_facts() {
    return [](db::Read& read, ports::PersonKey person, base::Locale locale) {
        std::vector<ports::PersonFact> facts;
        if (person.address_hash == 0) return facts;
        const i18n::Translator t{locale};
        for (const Item& item : store::of_author(read, person.address_hash))
            facts.push_back({item.published_at.value_or(item.changed_at), "newsroom",
                             t("Wrote “{title}”.", {{"title", title_of(t, store::newest_revisions(read, item.id))}}),
                             staff_pages::item_path(locale, item.id)});
        return facts;
    };
}

ports::PictureUses picture_uses() {
    return [](db::Read& read, const ports::Picture& picture, base::Locale locale) {
        std::vector<ports::PictureUse> uses;
        const i18n::Translator t{locale};
        const auto key = std::to_string(picture.id.value);
        for (const ItemId item : store::items_with_picture(read, key))
            uses.push_back({title_of(t, store::newest_revisions(read, item)), staff_pages::item_path(locale, item)});
        for (const Section& section : store::all_sections(read))
            if (section.picture == key)
                uses.push_back({section.best(locale).title, staff_pages::section_path(locale, section.id)});
        return uses;
    };
}

std::vector<ports::Check> checks() {
    return {{"newsroom.months", month_findings}, {"newsroom.strays", stray_findings}};
}

void add_jobs(jobs::Handlers& handlers, db::Database& database, const i18n::TimeZone& zone) {
    handlers.every(kPublishDue, base::minutes(5), [&database, zone](const jobs::Job&) {
        while (database.write([&](db::Write& write) { return publish_due(write, zone); }) > 0) {
        }
    });
}

}  // namespace newsroom
