#include "features/newsroom/store.h"

#include <algorithm>
#include <limits>

#include "base/whole_number.h"
#include "features/newsroom/item_store.h"
#include "features/newsroom/listing_store.h"
#include "features/newsroom/section_store.h"

namespace newsroom::store {
namespace {

constexpr std::int64_t kAfterAllDays = 10'000'000;
constexpr std::int64_t kAfterAllItems = std::numeric_limits<std::int64_t>::max();

#define HEADLINE_COLUMNS                                                                                \
    "select t.item_id, l.shown_day, t.slug, t.shown_title, t.shown_teaser, coalesce(p.picture, ''), "   \
    "coalesce(case when t.locale = 'en' then p.alt_en else p.alt_fr end, ''), coalesce(p.credit, ''), " \
    "coalesce(i.published_at, 0), coalesce(t.shown_at, 0) "

#define LISTED                                                                               \
    HEADLINE_COLUMNS                                                                         \
    "from news_listing l join news_text t on t.item_id = l.item_id and t.locale = l.locale " \
    "join news_item i on i.id = l.item_id left join news_picture p on p.item_id = l.item_id and p.place = 1 "

Headline read_headline(const db::Row& row) {
    return {.id = row.as<ItemId>(0),
            .day = shown_day(row.integer(1)),
            .slug = row.as<std::string>(2),
            .title = row.as<std::string>(3),
            .teaser = row.as<std::string>(4),
            .picture = row.as<std::string>(5),
            .picture_alt = row.as<std::string>(6),
            .picture_credit = row.as<std::string>(7),
            .published_at = row.as<base::Instant>(8),
            .changed_at = row.as<base::Instant>(9)};
}

const db::Query<Headline(ListKind, std::int64_t, base::Locale, std::int64_t, std::int64_t, std::int64_t, std::int64_t)>
    kPage{LISTED R"sql(
    where l.list_kind = $1 and l.list_id = $2 and l.locale = $3
      and (l.shown_day, l.item_id) < ($4, $5) and l.shown_day >= $6
    order by l.shown_day desc, l.item_id desc limit $7
)sql",
          read_headline};

const db::Query<Headline(ListKind, std::int64_t, base::Locale, std::int64_t, std::int64_t, std::int64_t, std::int64_t)>
    kPageBefore{LISTED R"sql(
    where l.list_kind = $1 and l.list_id = $2 and l.locale = $3
      and (l.shown_day, l.item_id) > ($4, $5) and l.shown_day < $6
    order by l.shown_day, l.item_id limit $7
)sql",
                read_headline};

// The plus keeps SQLite, which does not know how many rows a list has, from reading the whole list for one item.
const db::Query<Headline(SectionId, base::Locale)> kPinned{HEADLINE_COLUMNS R"sql(
    from news_placement n
    join news_listing l on l.item_id = n.item_id and +l.list_kind = 1 and +l.list_id = n.section_id and l.locale = $2
    join news_text t on t.item_id = n.item_id and t.locale = $2
    join news_item i on i.id = n.item_id
    left join news_picture p on p.item_id = n.item_id and p.place = 1
    where n.section_id = $1 and n.pinned_at is not null
    order by n.pinned_at desc, n.item_id desc limit 20
)sql",
                                                           read_headline};

const db::Query<Headline(ItemId, base::Locale)> kHeadline{LISTED R"sql(
    where l.item_id = $1 and +l.list_kind = 0 and l.locale = $2
)sql",
                                                          read_headline};

const db::Query<ItemId(base::Locale, std::string_view)> kItemAt{
    "select item_id from news_item_address where locale = $1 and slug = $2",
    [](const db::Row& row) { return row.as<ItemId>(0); }};

MonthCount read_month(const db::Row& row) {
    const std::int64_t month = row.integer(0);
    if (month == kUndatedMonth) return {std::nullopt, row.integer(1)};
    return {Month{static_cast<int>(month / 12), static_cast<unsigned>(month % 12 + 1)}, row.integer(1)};
}

const db::Query<MonthCount(ListKind, std::int64_t, base::Locale)> kMonths{R"sql(
    select month, items from news_month where list_kind = $1 and list_id = $2 and locale = $3 and items > 0
    order by month desc
)sql",
                                                                          read_month};

struct PublicRow {
    base::LevelId level;
    Author author;
    std::string source, other_slug;
    ItemWords words;
};
PublicRow read_public_row(const db::Row& row) {
    return {.level = row.as<base::LevelId>(0),
            .author = {row.as<std::string>(1), row.as<std::string>(2), row.integer(3)},
            .source = row.as<std::string>(4),
            .other_slug = row.as<std::string>(5),
            .words = {row.as<std::string>(6), row.as<std::string>(7), row.as<std::string>(8), row.as<std::string>(9),
                      row.as<std::string>(10), row.as<std::string>(11)}};
}

const db::Query<PublicRow(ItemId, base::Locale)> kPublicItem{R"sql(
    select i.level_id, i.author_name, i.author_email, i.author_hash, coalesce(i.source, ''), coalesce(o.slug, ''),
           r.title, r.teaser, r.body, r.quotation, r.quoted_name, r.quoted_office
    from news_text t join news_item i on i.id = t.item_id join news_revision r on r.id = t.public_id
    left join news_text o on o.item_id = t.item_id and o.locale <> t.locale and o.public_id is not null
    where t.item_id = $1 and t.locale = $2
)sql",
                                                             read_public_row};

const db::Query<std::string(ItemId, base::Locale)> kPublicSlug{
    "select slug from news_text where item_id = $1 and locale = $2 and public_id is not null",
    [](const db::Row& row) { return row.as<std::string>(0); }};

#define TAG_COLUMNS \
    "select g.id, coalesce(e.slug, ''), coalesce(e.label, ''), coalesce(f.slug, ''), coalesce(f.label, '') "

constexpr auto kReadTag = db::columns<Tag, TagId, std::string, std::string, std::string, std::string>;

const db::Query<Tag(base::Locale, std::string_view)> kTagAt{TAG_COLUMNS R"sql(
    from news_tag_text a join news_tag g on g.id = a.tag_id
    left join news_tag_text e on e.tag_id = g.id and e.locale = 'en'
    left join news_tag_text f on f.tag_id = g.id and f.locale = 'fr'
    where a.locale = $1 and a.slug = $2
)sql",
                                                            kReadTag};

TagCount read_tag_count(const db::Row& row) { return {kReadTag(row), row.integer(5)}; }

const db::Query<TagCount(base::Locale)> kPublicTags{TAG_COLUMNS R"sql(, c.total
    from (select list_id, cast(sum(items) as bigint) as total from news_month where list_kind = 2 and locale = $1 and items > 0
          group by list_id) c
    join news_tag g on g.id = c.list_id
    join news_tag_text a on a.tag_id = g.id and a.locale = $1
    left join news_tag_text e on e.tag_id = g.id and e.locale = 'en'
    left join news_tag_text f on f.tag_id = g.id and f.locale = 'fr'
    order by c.total desc, a.label limit 100
)sql",
                                                    read_tag_count};

PublicText read_public_text(const db::Row& row) {
    return {.item = row.as<ItemId>(0),
            .locale = row.as<base::Locale>(1),
            .level = row.as<base::LevelId>(2),
            .day = day_or_none(row.as<std::optional<std::int64_t>>(3)),
            .slug = row.as<std::string>(4),
            .other_slug = row.as<std::string>(5),
            .words = {row.as<std::string>(6), row.as<std::string>(7), row.as<std::string>(8), row.as<std::string>(9),
                      row.as<std::string>(10), row.as<std::string>(11)},
            .changed_at = row.as<base::Instant>(12)};
}

const db::Query<PublicText(ItemId, base::Locale, std::int64_t)> kPublicTexts{R"sql(
    select t.item_id, t.locale, i.level_id, coalesce(i.event_day, i.publication_day), t.slug, coalesce(o.slug, ''),
           r.title, r.teaser, r.body, r.quotation, r.quoted_name, r.quoted_office, coalesce(t.shown_at, 0)
    from news_text t join news_item i on i.id = t.item_id join news_revision r on r.id = t.public_id
    left join news_text o on o.item_id = t.item_id and o.locale <> t.locale and o.public_id is not null
    where (t.item_id, t.locale) > ($1, $2) and t.public_id is not null
    order by t.item_id, t.locale limit $3
)sql",
                                                                             read_public_text};

#undef HEADLINE_COLUMNS
#undef LISTED
#undef TAG_COLUMNS

// The earlier of two bounds of a list that runs from new to old.
struct Bound {
    std::int64_t day, item;
    auto operator<=>(const Bound&) const = default;
};
Bound bound_of(const ListPage& page) {
    const Bound from = page.after ? Bound{shown_number(page.after->day), page.after->item.value}
                                  : Bound{kAfterAllDays, kAfterAllItems};
    if (!page.days) return from;
    return std::min(from, Bound{number_of(page.days->end), 0});
}

std::vector<Tag> shown_tags(std::vector<Tag> tags, base::Locale locale) {
    std::erase_if(tags, [&](const Tag& tag) { return tag.label(locale).empty(); });
    return tags;
}

std::vector<Section> shown_sections(std::vector<Section> sections, base::Locale locale) {
    std::erase_if(sections, [&](const Section& each) { return !each.published_at || each.in(locale).is_empty(); });
    return sections;
}

}  // namespace

std::string text_of(const Position& position) {
    return (position.day ? iso(*position.day) : "undated") + "." + std::to_string(position.item.value);
}

std::optional<Position> position_of(std::string_view text) {
    const auto dot = text.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const auto item = base::id_from<ItemId>(text.substr(dot + 1));
    const auto day = day_of(text.substr(0, dot));
    if (!item || (!day && text.substr(0, dot) != "undated")) return std::nullopt;
    return Position{day, *item};
}

std::vector<Section> public_sections(db::Read& read, base::Locale locale) {
    return shown_sections(all_sections(read), locale);
}

std::vector<Headline> page(db::Read& read, const ListPage& page) {
    const Bound bound = bound_of(page);
    const std::int64_t oldest = page.days ? number_of(page.days->first) : kUndated;
    return read.all(kPage, page.list.kind, page.list.id, page.list.locale, bound.day, bound.item, oldest, page.limit);
}

std::vector<Headline> page_before(db::Read& read, const ListPage& page) {
    CHECK(page.after.has_value());
    const std::int64_t end = page.days ? number_of(page.days->end) : kAfterAllDays;
    auto rows = read.all(kPageBefore, page.list.kind, page.list.id, page.list.locale, shown_number(page.after->day),
                         page.after->item.value, end, page.limit);
    std::ranges::reverse(rows);
    return rows;
}

std::vector<Headline> undated(db::Read& read, const List& list, std::int64_t limit) {
    return read.all(kPage, list.kind, list.id, list.locale, kUndated + 1, 0, kUndated, limit);
}

std::vector<Headline> pinned(db::Read& read, SectionId section, base::Locale locale) {
    return read.all(kPinned, section, locale);
}

std::vector<MonthCount> months(db::Read& read, const List& list) {
    return read.all(kMonths, list.kind, list.id, list.locale);
}

Neighbours neighbours(db::Read& read, const List& list, const Position& position) {
    const auto first = [](const std::vector<Headline>& rows) {
        return rows.empty() ? std::nullopt : std::optional{rows.front()};
    };
    const ListPage next{.list = list, .after = position, .limit = 1};
    return {.newer = first(page_before(read, next)), .older = first(page(read, next))};
}

std::vector<Headline> headlines(db::Read& read, const std::vector<ItemId>& ids, base::Locale locale) {
    std::vector<Headline> found;
    for (const ItemId id : ids)
        if (auto headline = read.one(kHeadline, id, locale)) found.push_back(*std::move(headline));
    return found;
}

std::optional<PublicItem> find_public(db::Read& read, base::Locale locale, std::string_view slug) {
    const auto id = read.one(kItemAt, locale, slug);
    if (!id) return std::nullopt;
    auto headline = read.one(kHeadline, *id, locale);
    auto row = headline ? read.one(kPublicItem, *id, locale) : std::nullopt;
    if (!row) return std::nullopt;
    auto has = belongings(read, *id);
    return PublicItem{.headline = *std::move(headline),
                      .words = std::move(row->words),
                      .level = row->level,
                      .author = std::move(row->author),
                      .other_slug = std::move(row->other_slug),
                      .sections = shown_sections(sections_of(read, *id), locale),
                      .tags = shown_tags(std::move(has.tags), locale),
                      .pictures = std::move(has.pictures),
                      .attachments = std::move(has.attachments),
                      .actions = std::move(has.actions),
                      .source = std::move(row->source)};
}

std::optional<std::string> slug_in_other_language(db::Read& read, base::Locale locale, std::string_view slug) {
    const auto id = read.one(kItemAt, locale, slug);
    return id ? read.one(kPublicSlug, *id, base::other(locale)) : std::nullopt;
}

std::optional<Tag> find_tag(db::Read& read, base::Locale locale, std::string_view slug) {
    return read.one(kTagAt, locale, slug);
}

std::vector<TagCount> public_tags(db::Read& read, base::Locale locale) { return read.all(kPublicTags, locale); }

std::vector<PublicText> public_texts(db::Read& read, const TextPage& page) {
    return read.all(kPublicTexts, page.after_item, page.after_locale, page.limit);
}

}  // namespace newsroom::store
