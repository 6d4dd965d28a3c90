#include "features/site/store.h"

#include <algorithm>

#include "base/check.h"

namespace site::store {
namespace {

Block read_block_row(const db::Row& row) {
    return {.id = row.as<BlockId>(0),
            .kind = row.as<std::string>(1),
            .settings = row.as<std::string>(2),
            .english = {row.as<std::string>(3), row.as<std::string>(4), row.as<std::string>(5)},
            .french = {row.as<std::string>(6), row.as<std::string>(7), row.as<std::string>(8)}};
}

const db::Query<Block(base::LevelId)> kDraft{
    R"(select b.id, b.kind, b.settings, e.heading, e.body, e.note, f.heading, f.body, f.note
       from hub_block b
       join hub_block_words e on e.block_id = b.id and e.locale = 'en'
       join hub_block_words f on f.block_id = b.id and f.locale = 'fr'
       where b.level_id = $1 order by b.place, b.id)",
    read_block_row};
const db::Query<Block(base::LevelId, BlockId)> kBlock{
    R"(select b.id, b.kind, b.settings, e.heading, e.body, e.note, f.heading, f.body, f.note
       from hub_block b
       join hub_block_words e on e.block_id = b.id and e.locale = 'en'
       join hub_block_words f on f.block_id = b.id and f.locale = 'fr'
       where b.level_id = $1 and b.id = $2)",
    read_block_row};

const db::Query<ports::Saving(BlockId)> kBlockSaving{"select changed_by, changed_at from hub_block where id = $1",
                                                     db::columns<ports::Saving, std::string, base::Instant>};

const db::Query<std::int64_t(base::LevelId)> kLastPlace{
    "select coalesce(max(place), 0) from hub_block where level_id = $1", db::columns<std::int64_t, std::int64_t>};
const db::Command<void(BlockId, base::LevelId, std::int64_t, std::string_view, std::string_view, base::Instant,
                       std::string_view)>
    kInsertBlock{R"(insert into hub_block (id, level_id, place, kind, settings, changed_at, changed_by)
                    values ($1, $2, $3, $4, $5, $6, $7))"};
const db::Command<void(BlockId, base::Locale, std::string_view, std::string_view, std::string_view)> kPutWords{
    R"(insert into hub_block_words (block_id, locale, heading, body, note) values ($1, $2, $3, $4, $5)
       on conflict (block_id, locale) do update set heading = excluded.heading, body = excluded.body,
                                                    note = excluded.note)"};
const db::Command<void(BlockId, std::string_view, base::Instant, std::string_view)> kChangeBlock{
    "update hub_block set settings = $2, changed_at = $3, changed_by = $4 where id = $1"};
const db::Command<void(BlockId, std::int64_t)> kPlaceBlock{"update hub_block set place = $2 where id = $1"};
const db::Command<void(BlockId)> kRemoveWords{"delete from hub_block_words where block_id = $1"};
const db::Command<void(BlockId)> kRemoveBlock{"delete from hub_block where id = $1"};

HubVersion read_version_row(const db::Row& row) {
    return {row.as<std::int64_t>(0), blocks_of_json(row.text(1)), row.as<base::Instant>(2), row.as<std::string>(3)};
}

const db::Query<HubVersion(base::LevelId)> kVersions{
    R"(select version, blocks, published_at, published_by from hub_version where level_id = $1
       order by version desc limit 50)",
    read_version_row};
const db::Query<HubVersion(base::LevelId)> kPublished{
    R"(select version, blocks, published_at, published_by from hub_version where level_id = $1
       order by version desc limit 1)",
    read_version_row};
const db::Query<HubVersion(base::LevelId, std::int64_t)> kVersion{
    "select version, blocks, published_at, published_by from hub_version where level_id = $1 and version = $2",
    read_version_row};
struct VersionTag;
const db::Command<std::int64_t(base::Id<VersionTag>, base::LevelId, std::string_view, base::Instant, std::string_view)>
    kPublish{R"(insert into hub_version (id, level_id, blocks, published_at, published_by, version)
                select $1, $2, $3, $4, $5, coalesce(max(version), 0) + 1 from hub_version where level_id = $2
                returning version)",
             db::columns<std::int64_t, std::int64_t>};

constexpr auto kReadPage =
    db::columns<ContentPage, PageId, base::LevelId, std::string, std::optional<PageId>, std::int64_t>;
const db::Query<ContentPage(std::string_view)> kPage{
    "select id, level_id, slug, parent_id, place from content_page where slug = $1", kReadPage};
const db::Query<ContentPage()> kPages{"select id, level_id, slug, parent_id, place from content_page order by slug",
                                      kReadPage};
const db::Command<void(PageId, base::LevelId, std::string_view, base::Instant, std::string_view)> kInsertPage{
    R"(insert into content_page (id, level_id, slug, created_at, created_by) values ($1, $2, $3, $4, $5)
       on conflict (slug) do nothing)"};

PageText read_text_row(const db::Row& row) {
    return {row.as<base::Locale>(0),
            row.as<std::int64_t>(1),
            {row.as<std::string>(2), row.as<std::string>(3), row.as<std::string>(4)},
            row.as<base::Instant>(5),
            row.as<std::string>(6),
            row.as<std::optional<base::Instant>>(7)};
}

const db::Query<PageText(PageId)> kTexts{
    R"(select locale, version, title, lead, body, written_at, written_by, published_at from content_page_text
       where page_id = $1 order by version desc, locale)",
    read_text_row};
const db::Query<PageText(PageId, base::Locale)> kNewestText{
    R"(select locale, version, title, lead, body, written_at, written_by, published_at from content_page_text
       where page_id = $1 and locale = $2 order by version desc limit 1)",
    read_text_row};
const db::Query<ports::Saving(PageId)> kPageSaving{
    "select written_by, written_at from content_page_text where page_id = $1 order by written_at desc, id desc limit 1",
    db::columns<ports::Saving, std::string, base::Instant>};
const db::Query<PageText(PageId, base::Locale)> kPublicText{
    R"(select locale, version, title, lead, body, written_at, written_by, published_at from content_page_text
       where page_id = $1 and locale = $2 and published_at is not null order by version desc limit 1)",
    read_text_row};
struct TextTag;
const db::Command<void(base::Id<TextTag>, PageId, base::Locale, std::int64_t, std::string_view, std::string_view,
                       std::string_view, base::Instant, std::string_view)>
    kPutText{R"(insert into content_page_text (id, page_id, locale, version, title, lead, body, written_at, written_by)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                on conflict (page_id, locale, version) do update set
                    title = excluded.title, lead = excluded.lead, body = excluded.body,
                    written_at = excluded.written_at, written_by = excluded.written_by)"};
const db::Command<void(PageId, base::Instant)> kPublishPage{
    "update content_page_text set published_at = $2 where page_id = $1 and published_at is null"};

void put_words(db::Write& write, BlockId id, const Block& block) {
    for (const base::Locale locale : base::kLocales) {
        const Words& words = block.in(locale);
        write.run(kPutWords, id, locale, words.heading, words.body, words.note);
    }
}

}  // namespace

Blocks draft(db::Read& read, base::LevelId level) { return read.all(kDraft, level); }

std::optional<Block> find_block(db::Read& read, base::LevelId level, BlockId id) { return read.one(kBlock, level, id); }

std::optional<ports::Saving> last_saving(db::Read& read, BlockId id) { return read.one(kBlockSaving, id); }

BlockId append_block(db::Write& write, base::LevelId level, const Block& block, std::string_view staff_name) {
    const auto id = write.new_id<BlockId>();
    const auto place = write.one(kLastPlace, level).value_or(0) + 1;
    write.run(kInsertBlock, id, level, place, block.kind, block.settings, write.now(), staff_name);
    put_words(write, id, block);
    return id;
}

void save_block(db::Write& write, const Block& block, std::string_view staff_name) {
    write.run(kChangeBlock, block.id, block.settings, write.now(), staff_name);
    put_words(write, block.id, block);
}

void remove_block(db::Write& write, BlockId id) {
    write.run(kRemoveWords, id);
    write.run(kRemoveBlock, id);
}

void move_block(db::Write& write, base::LevelId level, BlockId id, Direction direction) {
    auto blocks = draft(write, level);
    const auto at = std::ranges::find(blocks, id, &Block::id);
    if (at == blocks.end()) return;
    if (direction == Direction::up && at != blocks.begin()) std::iter_swap(at, at - 1);
    if (direction == Direction::down && at + 1 != blocks.end()) std::iter_swap(at, at + 1);
    std::int64_t place = 0;
    for (const auto& block : blocks) write.run(kPlaceBlock, block.id, ++place);
}

std::optional<HubVersion> published(db::Read& read, base::LevelId level) { return read.one(kPublished, level); }

std::optional<HubVersion> find_version(db::Read& read, base::LevelId level, std::int64_t version) {
    return read.one(kVersion, level, version);
}

std::vector<HubVersion> versions(db::Read& read, base::LevelId level) { return read.all(kVersions, level); }

std::int64_t publish(db::Write& write, base::LevelId level, std::string_view staff_name) {
    const auto blocks = to_json(draft(write, level));
    const auto version =
        write.run(kPublish, write.new_id<base::Id<VersionTag>>(), level, blocks, write.now(), staff_name);
    CHECK(version.has_value());
    return *version;
}

void replace_draft(db::Write& write, base::LevelId level, const Blocks& blocks, std::string_view staff_name) {
    for (const auto& block : draft(write, level)) remove_block(write, block.id);
    for (const auto& block : blocks) append_block(write, level, block, staff_name);
}

std::optional<ContentPage> find_page(db::Read& read, std::string_view slug) { return read.one(kPage, slug); }

std::vector<ContentPage> pages(db::Read& read) { return read.all(kPages); }

std::optional<PageId> insert_page(db::Write& write, base::LevelId level, std::string_view slug,
                                  std::string_view staff_name) {
    const auto id = write.new_id<PageId>();
    if (write.run(kInsertPage, id, level, slug, write.now(), staff_name) == 0) return std::nullopt;
    return id;
}

std::vector<PageText> newest_texts(db::Read& read, PageId page) {
    std::vector<PageText> newest;
    for (const base::Locale locale : base::kLocales)
        if (auto text = read.one(kNewestText, page, locale)) newest.push_back(*std::move(text));
    return newest;
}

std::vector<PageText> texts(db::Read& read, PageId page) { return read.all(kTexts, page); }

std::optional<ports::Saving> last_saving(db::Read& read, PageId page) { return read.one(kPageSaving, page); }

std::optional<PageText> public_text(db::Read& read, PageId page, base::Locale locale) {
    if (auto text = read.one(kPublicText, page, locale)) return text;
    return read.one(kPublicText, page, base::other(locale));
}

void save_text(db::Write& write, const PageEdit& edit, std::string_view staff_name) {
    const auto newest = write.one(kNewestText, edit.page, edit.locale);
    if (edit.words.is_empty() || (newest && newest->words == edit.words)) return;
    // A published text stays as it is: the next version begins.
    const auto version = !newest ? 1 : newest->published_at ? newest->version + 1 : newest->version;
    write.run(kPutText, write.new_id<base::Id<TextTag>>(), edit.page, edit.locale, version, edit.words.title,
              edit.words.lead, edit.words.body, write.now(), staff_name);
}

void publish_page(db::Write& write, PageId page) { write.run(kPublishPage, page, write.now()); }

}  // namespace site::store
