#include "features/newsroom/bulk_store.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "features/newsroom/approval_store.h"
#include "features/newsroom/item_store.h"
#include "features/newsroom/listing_store.h"
#include "features/newsroom/teaser_service.h"
#include "features/newsroom/text_store.h"
#include "people/level.h"

namespace newsroom::store {
namespace {

const db::BatchCommand<ItemId(ItemId, base::LevelId, std::int64_t, std::optional<std::int64_t>,
                              std::optional<base::Instant>, std::string, std::string, std::int64_t, std::string,
                              std::string, std::int64_t, base::Instant, std::string, base::Instant, std::string)>
    kInsertItems{R"sql(
    insert into news_item (id, level_id, stage, event_day, published_at, author_name, author_email, author_hash,
                           source, source_key, source_print, created_at, created_by, changed_at, changed_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    on conflict (source, source_key) do nothing
    returning id
)sql",
                 [](const db::Row& row) { return row.as<ItemId>(0); }};

const db::BatchCommand<void(RevisionId, ItemId, base::Locale, std::int64_t, std::string, std::string, std::string,
                            std::string, std::string, std::string, base::Instant, std::string)>
    kInsertRevisions{R"sql(
    insert into news_revision (id, item_id, locale, number, title, teaser, body, quotation, quoted_name,
                               quoted_office, written_at, written_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
)sql"};

struct AddressKey {
    ItemId item;
    base::Locale locale;
    auto operator<=>(const AddressKey&) const = default;
};
const db::BatchCommand<AddressKey(base::Locale, std::string, ItemId, base::Instant, std::string)> kInsertAddresses{
    R"sql(
    insert into news_item_address (locale, slug, item_id, since, given_by) values ($1, $2, $3, $4, $5)
    on conflict (locale, slug) do nothing
    returning item_id, locale
)sql",
    db::columns<AddressKey, ItemId, base::Locale>};

const db::BatchCommand<void(ItemId, base::Locale, std::string, RevisionId, std::optional<RevisionId>, std::string,
                            std::string, std::string, std::optional<base::Instant>)>
    kInsertTexts{R"sql(
    insert into news_text (item_id, locale, slug, newest_id, public_id, headline, shown_title, shown_teaser, shown_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql"};

const db::BatchCommand<void(SectionId, ItemId)> kInsertPlacements{
    "insert into news_placement (section_id, item_id) values ($1, $2) on conflict (section_id, item_id) do nothing"};
const db::BatchCommand<void(ItemId, TagId)> kInsertTaggings{
    "insert into news_tagging (item_id, tag_id) values ($1, $2) on conflict (item_id, tag_id) do nothing"};
const db::BatchCommand<void(ItemId, std::int64_t, std::string, std::string, std::string, std::string)> kInsertPictures{
    "insert into news_picture (item_id, place, picture, credit, alt_en, alt_fr) values ($1, $2, $3, $4, $5, $6)"};

struct StageTag;
using StageId = base::Id<StageTag>;
const db::BatchCommand<void(StageId, ItemId, std::int64_t, base::Instant, std::string, std::string)> kInsertSteps{
    "insert into news_stage (id, item_id, stage, at, by_name, note) values ($1, $2, $3, $4, $5, $6)"};

struct Known {
    ItemId id;
    std::int64_t print;
    std::string imported_by;
};
const db::Query<Known(std::string_view, std::string_view)> kKnown{
    "select id, source_print, created_by from news_item where source = $1 and source_key = $2",
    db::columns<Known, ItemId, std::int64_t, std::string>};
const db::Command<void(ItemId, std::int64_t, std::optional<base::Instant>)> kTakePrint{
    "update news_item set source_print = $2, published_at = $3 where id = $1"};

constexpr std::int64_t kNobody = 0;
const std::string kEmpty;

// An item on its way in, and what its rows need beside what was imported.
struct NewRow {
    const ImportedItem* item;
    std::size_t position;
    ItemId id;
    std::int64_t print;
    std::optional<std::int64_t> day;
    std::optional<base::Instant> published_at;  // absent: a draft
};

struct NewText {
    const NewRow* row;
    const ImportedWords* imported;
    RevisionId revision;
    std::string slug, headline, teaser;
    std::optional<RevisionId> shown{};
};

struct NewPicture {
    ItemId item;
    std::int64_t place;
    const ItemPicture* picture;
};

struct NewStep {
    StageId id;
    const NewRow* row;
};

class Importer {
public:
    Importer(db::Write& write, const ImportRun& run, std::span<const ImportedItem> items)
        : write_(write), run_(run), items_(items), outcomes_(items.size(), ImportOutcome::unchanged) {}

    std::vector<ImportOutcome> bring_in() {
        const auto rows = rows_of_all();
        const auto fresh = insert_items(rows);
        insert_texts(fresh);
        insert_places(fresh);
        insert_tags(fresh);
        insert_pictures(fresh);
        insert_steps(fresh);
        if (is_public_) enter_lists(fresh);
        for (const NewRow& row : rows)
            if (!fresh_.contains(row.id)) look_again(row);
        return std::move(outcomes_);
    }

private:
    std::vector<NewRow> rows_of_all() {
        std::vector<NewRow> rows;
        rows.reserve(items_.size());
        for (std::size_t i = 0; i < items_.size(); ++i) {
            const ImportedItem& item = items_[i];
            NewRow row{&item, i, write_.new_id<ItemId>(), print_of(item), number_or_none(item.day), {}};
            if (is_public_) row.published_at = first_public(row);
            rows.push_back(std::move(row));
        }
        return rows;
    }

    // Noon in UTC is the same day all over the country; at midnight feed readers would show the day before.
    base::Instant first_public(const NewRow& row) const {
        const auto at_noon = row.day ? base::Instant{} + base::days(*row.day) + base::hours(12) : now_;
        return row.item->published_at.value_or(at_noon);
    }

    std::vector<NewRow> insert_items(const std::vector<NewRow>& rows) {
        const auto inserted = write_.run_batch(kInsertItems, rows, [&](const NewRow& row) {
            return std::tie(row.id, run_.level, stage_, row.day, row.published_at, row.item->author, kEmpty, kNobody,
                            run_.source, row.item->key, row.print, now_, run_.by, now_, run_.by);
        });
        fresh_ = {inserted.begin(), inserted.end()};
        std::vector<NewRow> fresh;
        for (const NewRow& row : rows) {
            if (!fresh_.contains(row.id)) continue;
            outcomes_[row.position] = ImportOutcome::added;
            fresh.push_back(row);
        }
        return fresh;
    }

    void insert_texts(const std::vector<NewRow>& rows) {
        auto texts = texts_of(rows);
        static constexpr std::int64_t kFirst = 1;
        write_.run_batch(kInsertRevisions, texts, [&](const NewText& text) {
            const ItemWords& words = text.imported->words;
            return std::tie(text.revision, text.row->id, text.imported->locale, kFirst, words.title, words.teaser,
                            words.body, words.quotation, words.quoted_name, words.quoted_office, now_, run_.by);
        });
        give_addresses(texts);
        const std::optional<base::Instant> shown_at = is_public_ ? std::optional{now_} : std::nullopt;
        write_.run_batch(kInsertTexts, texts, [&](const NewText& text) {
            const auto& shown_title = is_public_ ? text.imported->words.title : kEmpty;
            const auto& shown_teaser = is_public_ ? text.teaser : kEmpty;
            return std::tie(text.row->id, text.imported->locale, text.slug, text.revision, text.shown, text.headline,
                            shown_title, shown_teaser, shown_at);
        });
    }

    std::vector<NewText> texts_of(const std::vector<NewRow>& rows) {
        std::vector<NewText> texts;
        for (const NewRow& row : rows)
            for (const ImportedWords& imported : row.item->words) {
                auto headline = headline_of(imported.words, imported.locale);
                auto slug = people::is_slug(imported.slug, 80) ? imported.slug : proposed_slug(headline, row.item->day);
                texts.push_back({&row, &imported, write_.new_id<RevisionId>(), std::move(slug), std::move(headline),
                                 shown_teaser(imported.words, imported.locale)});
                if (is_public_) texts.back().shown = texts.back().revision;
            }
        return texts;
    }

    // A slug that leads elsewhere already gets the item's number behind it, which no other has.
    void give_addresses(std::vector<NewText>& texts) {
        const auto given = insert_addresses(texts);
        std::vector<NewText> refused;
        for (NewText& text : texts) {
            if (given.contains({text.row->id, text.imported->locale})) continue;
            text.slug += "-" + std::to_string(text.row->id.value);
            refused.push_back(text);
        }
        CHECK(insert_addresses(refused).size() == refused.size());
    }

    std::set<AddressKey> insert_addresses(const std::vector<NewText>& texts) {
        const auto given = write_.run_batch(kInsertAddresses, texts, [&](const NewText& text) {
            return std::tie(text.imported->locale, text.slug, text.row->id, now_, run_.by);
        });
        return {given.begin(), given.end()};
    }

    void insert_places(const std::vector<NewRow>& rows) {
        std::vector<std::pair<SectionId, ItemId>> places;
        for (const NewRow& row : rows)
            for (const SectionId section : row.item->sections) places.emplace_back(section, row.id);
        write_.run_batch(kInsertPlacements, places,
                         [](const auto& place) { return std::tie(place.first, place.second); });
    }

    void insert_tags(const std::vector<NewRow>& rows) {
        std::vector<std::pair<ItemId, TagId>> taggings;
        for (const NewRow& row : rows)
            for (const ImportedTag& tag : row.item->tags) taggings.emplace_back(row.id, tag_of(tag));
        write_.run_batch(kInsertTaggings, taggings, [](const auto& each) { return std::tie(each.first, each.second); });
    }

    TagId tag_of(const ImportedTag& tag) {
        const auto known = tags_.find({tag.locale, tag.label});
        if (known != tags_.end()) return known->second;
        const bool is_english = tag.locale == base::Locale::english;
        const TagId id = ensure_tag(write_, {is_english ? tag.label : "", is_english ? "" : tag.label});
        tags_.emplace(std::pair{tag.locale, tag.label}, id);
        return id;
    }

    void insert_pictures(const std::vector<NewRow>& rows) {
        std::vector<NewPicture> pictures;
        for (const NewRow& row : rows)
            for (std::size_t i = 0; i < row.item->pictures.size(); ++i)
                pictures.push_back({row.id, static_cast<std::int64_t>(i) + 1, &row.item->pictures[i]});
        write_.run_batch(kInsertPictures, pictures, [](const NewPicture& each) {
            return std::tie(each.item, each.place, each.picture->picture, each.picture->credit, each.picture->alt_en,
                            each.picture->alt_fr);
        });
    }

    void insert_steps(const std::vector<NewRow>& rows) {
        std::vector<NewStep> steps;
        for (const NewRow& row : rows) steps.push_back({write_.new_id<StageId>(), &row});
        write_.run_batch(kInsertSteps, steps, [&](const NewStep& step) {
            return std::tie(step.id, step.row->id, stage_, now_, run_.by, run_.source);
        });
    }

    void enter_lists(const std::vector<NewRow>& rows) {
        std::vector<ListingRow> listings;
        for (const NewRow& row : rows)
            for (const ImportedWords& imported : row.item->words) append_lists(listings, row, imported.locale);
        enter(write_, listings);
    }

    void append_lists(std::vector<ListingRow>& listings, const NewRow& row, base::Locale locale) {
        const std::int64_t day = shown_number(row.item->day);
        listings.push_back({ListKind::all, 0, locale, day, row.id});
        listings.push_back({ListKind::level, run_.level.value, locale, day, row.id});
        for (const SectionId section : std::set(row.item->sections.begin(), row.item->sections.end()))
            listings.push_back({ListKind::section, section.value, locale, day, row.id});
        std::set<TagId> tags;
        for (const ImportedTag& tag : row.item->tags) tags.insert(tag_of(tag));
        for (const TagId tag : tags) listings.push_back({ListKind::tag, tag.value, locale, day, row.id});
    }

    // One that was imported before, or stands in these items twice.
    void look_again(const NewRow& row) {
        const auto known = write_.one(kKnown, run_.source, row.item->key);
        CHECK(known.has_value());
        if (known->print == row.print) return;
        outcomes_[row.position] = was_edited(*known) ? ImportOutcome::kept : ImportOutcome::changed;
        if (outcomes_[row.position] == ImportOutcome::changed) take_over(*known, row);
    }

    bool was_edited(const Known& known) {
        const auto item = find_item(write_, known.id);
        const auto is_by_importer = [&](std::string_view name) { return name == known.imported_by || name == run_.by; };
        const bool is_as_imported = item->stage == Stage::published || item->stage == Stage::draft;
        if (!is_as_imported || !is_by_importer(item->changed_by)) return true;
        return std::ranges::any_of(newest_revisions(write_, known.id),
                                   [&](const Revision& each) { return !is_by_importer(each.written_by); });
    }

    void take_over(const Known& known, const NewRow& row) {
        for (const ImportedWords& imported : row.item->words)
            save_words(write_, {.item = known.id, .locale = imported.locale, .words = imported.words}, run_.by);
        auto has = belongings(write_, known.id);
        Details details{.event_day = row.item->day,
                        .author = {.name = row.item->author},
                        .sections = row.item->sections,
                        .tags = {},
                        .pictures = row.item->pictures,
                        .attachments = std::move(has.attachments),
                        .actions = std::move(has.actions)};
        for (const ImportedTag& tag : row.item->tags) details.tags.push_back(tag_of(tag));
        // What it was first, draft or public, it stays.
        const bool is_public = find_item(write_, known.id)->stage == Stage::published;
        write_.run(kTakePrint, known.id, row.print, is_public ? std::optional{first_public(row)} : std::nullopt);
        // New words of a public item wait where somebody approves them first.
        if (is_public && !needs_approval(write_, known.id)) show_newest(write_, known.id);
        save_details(write_, known.id, details, run_.by);
    }

    db::Write& write_;
    const ImportRun& run_;
    std::span<const ImportedItem> items_;
    base::Instant now_ = write_.now();
    const std::int64_t stage_ = static_cast<std::int64_t>(run_.stage);
    const bool is_public_ = run_.stage == Stage::published;
    std::vector<ImportOutcome> outcomes_;
    std::unordered_set<ItemId> fresh_;
    std::map<std::pair<base::Locale, std::string>, TagId> tags_;
};

}  // namespace

bool is_imported(db::Read& read, const SourceKey& key) { return read.one(kKnown, key.source, key.key).has_value(); }

std::vector<ImportOutcome> store_imported(db::Write& write, const ImportRun& run, std::span<const ImportedItem> items) {
    return Importer{write, run, items}.bring_in();
}

}  // namespace newsroom::store
