#include "features/newsroom/item_store.h"

#include <algorithm>
#include <limits>

#include "base/check.h"
#include "base/text.h"
#include "features/newsroom/listing_store.h"
#include "features/newsroom/text_store.h"

namespace newsroom::store {
namespace {

#define ITEM_COLUMNS                                                                           \
    "select i.id, i.level_id, i.stage, i.event_day, i.due_at, i.published_at, i.author_name, " \
    "i.author_email, i.author_hash, coalesce(i.source, ''), i.changed_at, i.changed_by"

Item read_item(const db::Row& row) {
    return {.id = row.as<ItemId>(0),
            .level = row.as<base::LevelId>(1),
            .stage = row.as<Stage>(2),
            .event_day = day_or_none(row.as<std::optional<std::int64_t>>(3)),
            .due_at = row.as<std::optional<base::Instant>>(4),
            .published_at = row.as<std::optional<base::Instant>>(5),
            .author = {row.as<std::string>(6), row.as<std::string>(7), row.integer(8)},
            .source = row.as<std::string>(9),
            .changed_at = row.as<base::Instant>(10),
            .changed_by = row.as<std::string>(11)};
}

const db::Query<Item(ItemId)> kItem{ITEM_COLUMNS " from news_item i where i.id = $1", read_item};

StaffRow read_staff_row(const db::Row& row) {
    const auto is_stale = [&](int newest) {
        return !row.is_null(newest) && row.as<std::optional<std::int64_t>>(newest + 1) != row.integer(newest);
    };
    return {.item = read_item(row),
            .headline_en = row.as<std::string>(12),
            .headline_fr = row.as<std::string>(13),
            .slug_en = row.as<std::string>(14),
            .slug_fr = row.as<std::string>(15),
            .has_unpublished_changes = is_stale(16) || is_stale(18)};
}

// What all lists of staff share; each begins from the index that its own condition stands for.
#define STAFF_COLUMNS                                                                                    \
    ITEM_COLUMNS                                                                                         \
    ", coalesce(e.headline, ''), coalesce(f.headline, ''), coalesce(e.slug, ''), coalesce(f.slug, ''), " \
    "e.newest_id, e.public_id, f.newest_id, f.public_id from news_item i "                               \
    "left join news_text e on e.item_id = i.id and e.locale = 'en' "                                     \
    "left join news_text f on f.item_id = i.id and f.locale = 'fr' "
#define STAFF_CONDITIONS                                                                                       \
    " and ($2 = 0 or i.level_id = $2) and ($3 = -1 or i.stage = $3) "                                          \
    "and ($4 = '' or ($4 = 'en' and e.item_id is null) or ($4 = 'fr' and f.item_id is null)) "                 \
    "and ($5 = '' or lower(coalesce(e.headline, '') || ' ' || coalesce(f.headline, '')) like $5 escape '\\') " \
    "and ($6 = 0 or exists (select 1 from news_placement p where p.section_id = $6 and p.item_id = i.id)) "    \
    "order by i.id desc limit $7"

using StaffQuery = db::Query<StaffRow(ItemId, std::int64_t, std::int64_t, std::string_view, std::string_view,
                                      std::int64_t, std::int64_t)>;
const StaffQuery kStaffAll{STAFF_COLUMNS "where i.id < $1" STAFF_CONDITIONS, read_staff_row};
const StaffQuery kStaffOfStage{STAFF_COLUMNS "where i.id < $1 and i.stage = $3" STAFF_CONDITIONS, read_staff_row};
const StaffQuery kStaffOfLevel{STAFF_COLUMNS "where i.id < $1 and i.level_id = $2" STAFF_CONDITIONS, read_staff_row};
const StaffQuery kStaffOfSection{
    STAFF_COLUMNS
    "join news_placement n on n.item_id = i.id and n.section_id = $6 where n.item_id < $1"
    " and ($2 = 0 or i.level_id = $2) and ($3 = -1 or i.stage = $3) "
    "and ($4 = '' or ($4 = 'en' and e.item_id is null) or ($4 = 'fr' and f.item_id is null)) "
    "and ($5 = '' or lower(coalesce(e.headline, '') || ' ' || coalesce(f.headline, '')) like $5 "
    "escape '\\') order by n.item_id desc limit $7",
    read_staff_row};

const db::Query<std::int64_t(Stage, std::int64_t)> kCountIn{
    "select count(*) from (select id from news_item where stage = $1 limit $2) as waiting",
    [](const db::Row& row) { return row.integer(0); }};

const db::Query<Placement(ItemId)> kPlacements{
    "select section_id, pinned_at from news_placement where item_id = $1 order by section_id",
    db::columns<Placement, SectionId, std::optional<base::Instant>>};

#define TAG_COLUMNS                                                                                          \
    "select g.id, coalesce(e.slug, ''), coalesce(e.label, ''), coalesce(f.slug, ''), coalesce(f.label, '') " \
    "from news_tag g left join news_tag_text e on e.tag_id = g.id and e.locale = 'en' "                      \
    "left join news_tag_text f on f.tag_id = g.id and f.locale = 'fr' "
constexpr auto kReadTag = db::columns<Tag, TagId, std::string, std::string, std::string, std::string>;
const db::Query<Tag(ItemId)> kTags{
    TAG_COLUMNS "join news_tagging x on x.tag_id = g.id where x.item_id = $1 order by e.label, f.label", kReadTag};
const db::Query<Tag()> kAllTags{TAG_COLUMNS "order by e.label, f.label limit 1000", kReadTag};

const db::Query<ItemPicture(ItemId)> kPictures{
    "select picture, credit, alt_en, alt_fr from news_picture where item_id = $1 order by place",
    db::columns<ItemPicture, std::string, std::string, std::string, std::string>};
const db::Query<ItemId(std::string_view)> kWithPicture{
    "select distinct item_id from news_picture where picture = $1 order by item_id limit 100",
    [](const db::Row& row) { return row.as<ItemId>(0); }};
const db::Query<Attachment(ItemId)> kAttachments{
    "select address, label_en, label_fr from news_attachment where item_id = $1 order by place",
    db::columns<Attachment, std::string, std::string, std::string>};
const db::Query<std::string(ItemId)> kActions{"select action_key from news_action where item_id = $1 order by place",
                                              [](const db::Row& row) { return row.as<std::string>(0); }};

const db::Query<StageStep(ItemId)> kSteps{
    "select stage, at, by_name, due_at, note from news_stage where item_id = $1 order by id desc limit 200",
    db::columns<StageStep, Stage, base::Instant, std::string, std::optional<base::Instant>, std::string>};

const db::Command<void(ItemId, base::LevelId, std::optional<std::int64_t>, base::Instant, std::string_view)>
    kInsertItem{R"sql(
    insert into news_item (id, level_id, stage, event_day, author_name, author_email, author_hash, created_at,
                           created_by, changed_at, changed_by)
    values ($1, $2, 0, $3, '', '', 0, $4, $5, $4, $5)
)sql"};
const db::Command<void(ItemId, std::optional<std::int64_t>, std::string_view, std::string_view, std::int64_t,
                       base::Instant, std::string_view)>
    kChangeItem{R"sql(
    update news_item set event_day = $2, author_name = $3, author_email = $4, author_hash = $5, changed_at = $6,
                         changed_by = $7
    where id = $1
)sql"};

const db::Command<void(SectionId, ItemId)> kPlace{
    "insert into news_placement (section_id, item_id) values ($1, $2) on conflict (section_id, item_id) do nothing"};
const db::Command<void(SectionId, ItemId)> kUnplace{
    "delete from news_placement where section_id = $1 and item_id = $2"};
const db::Command<void(SectionId, ItemId, std::optional<base::Instant>, std::string_view)> kPin{
    "update news_placement set pinned_at = $3, pinned_by = $4 where section_id = $1 and item_id = $2"};

const db::Command<void(ItemId)> kDropTags{"delete from news_tagging where item_id = $1"};
const db::Command<void(ItemId, TagId)> kPutTag{
    "insert into news_tagging (item_id, tag_id) values ($1, $2) on conflict (item_id, tag_id) do nothing"};
const db::Command<void(ItemId)> kDropPictures{"delete from news_picture where item_id = $1"};
const db::Command<void(ItemId, std::int64_t, std::string_view, std::string_view, std::string_view, std::string_view)>
    kPutPicture{R"sql(
    insert into news_picture (item_id, place, picture, credit, alt_en, alt_fr) values ($1, $2, $3, $4, $5, $6)
)sql"};
const db::Command<void(ItemId)> kDropAttachments{"delete from news_attachment where item_id = $1"};
const db::Command<void(ItemId, std::int64_t, std::string_view, std::string_view, std::string_view)> kPutAttachment{
    "insert into news_attachment (item_id, place, address, label_en, label_fr) values ($1, $2, $3, $4, $5)"};
const db::Command<void(ItemId)> kDropActions{"delete from news_action where item_id = $1"};
const db::Command<void(ItemId, std::int64_t, std::string_view)> kPutAction{
    "insert into news_action (item_id, place, action_key) values ($1, $2, $3)"};

struct StageTag;
const db::Command<void(base::Id<StageTag>, ItemId, Stage, base::Instant, std::string_view, std::optional<base::Instant>,
                       std::string_view)>
    kNoteStep{R"sql(
    insert into news_stage (id, item_id, stage, at, by_name, due_at, note) values ($1, $2, $3, $4, $5, $6, $7)
)sql"};
const db::Command<void(ItemId, Stage, std::optional<base::Instant>)> kSetStage{
    "update news_item set stage = $2, due_at = $3 where id = $1"};
const db::Command<void(ItemId, base::Instant, std::int64_t)> kSetPublication{R"sql(
    update news_item
    set published_at = coalesce(published_at, $2),
        publication_day = case when source is null then coalesce(publication_day, $3) else publication_day end
    where id = $1
)sql"};
const db::Command<void(ItemId, base::Instant)> kMoveBack{"update news_item set published_at = $2 where id = $1"};
const db::Command<void(ItemId, base::Instant)> kShowBack{"update news_text set shown_at = $2 where item_id = $1"};
const db::Query<ItemId(base::Instant, std::int64_t)> kDue{
    "select id from news_item where stage = 2 and due_at <= $1 order by id limit $2",
    [](const db::Row& row) { return row.as<ItemId>(0); }};

const db::Query<Item(std::int64_t)> kOfAuthor{ITEM_COLUMNS " from news_item i where i.author_hash = $1 order by i.id",
                                              read_item};
const db::Command<void(std::int64_t)> kForgetAuthor{
    "update news_item set author_name = '', author_email = '', author_hash = 0 where author_hash = $1"};

const db::Query<KeptDraft(ItemId, std::int64_t)> kKept{
    "select form, kept_at from news_draft where item_id = $1 and account_id = $2",
    db::columns<KeptDraft, std::string, base::Instant>};
const db::Command<void(ItemId, std::int64_t, std::string_view, base::Instant)> kKeep{R"sql(
    insert into news_draft (item_id, account_id, form, kept_at) values ($1, $2, $3, $4)
    on conflict (item_id, account_id) do update set form = excluded.form, kept_at = excluded.kept_at
)sql"};
const db::Command<void(ItemId, std::int64_t)> kDropDraft{
    "delete from news_draft where item_id = $1 and account_id = $2"};
#undef ITEM_COLUMNS
#undef STAFF_COLUMNS
#undef STAFF_CONDITIONS
#undef TAG_COLUMNS

// words as a LIKE pattern that finds them anywhere, with its own signs escaped; empty for no words.
std::string containing(std::string_view words) {
    if (words.empty()) return {};
    std::string pattern = "%";
    for (const char c : base::lower_ascii(words)) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

// The few that wait are found by their stage, what is published by its section or level.
const StaffQuery& query_for(const StaffFilter& filter) {
    if (filter.stage && *filter.stage != Stage::published) return kStaffOfStage;
    if (filter.section) return kStaffOfSection;
    if (filter.level) return kStaffOfLevel;
    return filter.stage ? kStaffOfStage : kStaffAll;
}

template <class Things, class Put>
void put_numbered(const Things& things, Put&& put) {
    std::int64_t place = 0;
    for (const auto& thing : things) put(++place, thing);
}

void place_in(db::Write& write, ItemId id, const std::vector<SectionId>& sections) {
    for (const Placement& placement : write.all(kPlacements, id))
        if (std::ranges::find(sections, placement.section) == sections.end())
            write.run(kUnplace, placement.section, id);
    for (const SectionId section : sections) write.run(kPlace, section, id);
}

void put_belongings(db::Write& write, ItemId id, const Details& details) {
    write.run(kDropTags, id);
    for (const TagId tag : details.tags) write.run(kPutTag, id, tag);
    write.run(kDropPictures, id);
    put_numbered(details.pictures, [&](std::int64_t place, const ItemPicture& each) {
        write.run(kPutPicture, id, place, each.picture, each.credit, each.alt_en, each.alt_fr);
    });
    write.run(kDropAttachments, id);
    put_numbered(details.attachments, [&](std::int64_t place, const Attachment& each) {
        write.run(kPutAttachment, id, place, each.address, each.label_en, each.label_fr);
    });
    write.run(kDropActions, id);
    put_numbered(details.actions,
                 [&](std::int64_t place, const std::string& key) { write.run(kPutAction, id, place, key); });
}

}  // namespace

std::optional<Item> find_item(db::Read& read, ItemId id) { return read.one(kItem, id); }

std::vector<StaffRow> staff_page(db::Read& read, const StaffFilter& filter) {
    const ItemId before = filter.before.value_or(ItemId{std::numeric_limits<std::int64_t>::max()});
    const std::int64_t stage = filter.stage ? static_cast<std::int64_t>(*filter.stage) : -1;
    const std::string_view missing = filter.missing ? base::code(*filter.missing) : std::string_view{};
    return read.all(query_for(filter), before, filter.level ? filter.level->value : 0, stage, missing,
                    containing(filter.words), filter.section ? filter.section->value : 0, filter.limit);
}

std::int64_t count_in(db::Read& read, Stage stage, std::int64_t limit) {
    return read.one(kCountIn, stage, limit).value_or(0);
}

Belongings belongings(db::Read& read, ItemId id) {
    return {read.all(kPlacements, id), read.all(kTags, id), read.all(kPictures, id), read.all(kAttachments, id),
            read.all(kActions, id)};
}

std::vector<StageStep> steps(db::Read& read, ItemId id) { return read.all(kSteps, id); }

ItemId insert_item(db::Write& write, const NewItem& item, std::string_view staff_name) {
    const auto id = write.new_id<ItemId>();
    write.run(kInsertItem, id, item.level, number_or_none(item.event_day), write.now(), staff_name);
    write.run(kNoteStep, write.new_id<base::Id<StageTag>>(), id, Stage::draft, write.now(), staff_name, std::nullopt,
              "");
    place_in(write, id, item.sections);
    return id;
}

void save_details(db::Write& write, ItemId id, const Details& details, std::string_view staff_name) {
    write.run(kChangeItem, id, number_or_none(details.event_day), details.author.name, details.author.email,
              details.author.address_hash, write.now(), staff_name);
    place_in(write, id, details.sections);
    put_belongings(write, id, details);
    list_again(write, id);
}

void pin(db::Write& write, ItemId id, SectionId section, Pin pin, std::string_view staff_name) {
    const auto since = pin == Pin::pinned ? std::optional{write.now()} : std::nullopt;
    write.run(kPin, section, id, since, staff_name);
}

std::vector<Tag> all_tags(db::Read& read) { return read.all(kAllTags); }

void take_step(db::Write& write, const Step& step, std::string_view staff_name) {
    const auto item = find_item(write, step.item);
    CHECK(item.has_value());
    write.run(kSetStage, step.item, step.to, step.due_at);
    write.run(kNoteStep, write.new_id<base::Id<StageTag>>(), step.item, step.to, write.now(), staff_name, step.due_at,
              step.note);
    if (step.to == Stage::published) {
        write.run(kSetPublication, step.item, write.now(), number_of(step.today));
        show_newest(write, step.item);
    }
    if (step.to == Stage::withdrawn) hide_all(write, step.item);
    if (step.to == Stage::published || step.to == Stage::withdrawn) list_again(write, step.item);
}

void set_published_at(db::Write& write, ItemId id, base::Instant at) {
    write.run(kMoveBack, id, at);
    write.run(kShowBack, id, at);
}

std::vector<ItemId> due_items(db::Read& read, base::Instant now, std::int64_t limit) {
    return read.all(kDue, now, limit);
}

std::optional<KeptDraft> kept_draft(db::Read& read, const DraftKey& key) {
    return read.one(kKept, key.item, key.account);
}

void keep_draft(db::Write& write, const DraftKey& key, std::string_view form) {
    write.run(kKeep, key.item, key.account, form, write.now());
}

void drop_draft(db::Write& write, const DraftKey& key) { write.run(kDropDraft, key.item, key.account); }

std::vector<ItemId> items_with_picture(db::Read& read, std::string_view key) { return read.all(kWithPicture, key); }

std::vector<Item> of_author(db::Read& read, std::int64_t address_hash) { return read.all(kOfAuthor, address_hash); }

void forget_author(db::Write& write, std::int64_t address_hash) {
    CHECK(address_hash != 0);
    write.run(kForgetAuthor, address_hash);
}

}  // namespace newsroom::store
