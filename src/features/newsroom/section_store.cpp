#include "features/newsroom/section_store.h"

#include <algorithm>

#include "base/whole_number.h"
#include "features/newsroom/store.h"

namespace newsroom::store {
namespace {

#define SECTION_COLUMNS                                                                                        \
    "select s.id, s.level_id, s.place, s.picture, s.picture_source, s.published_at, "                          \
    "coalesce(e.slug, ''), coalesce(e.title, ''), coalesce(e.introduction, ''), coalesce(e.picture_alt, ''), " \
    "coalesce(f.slug, ''), coalesce(f.title, ''), coalesce(f.introduction, ''), coalesce(f.picture_alt, ''), " \
    "s.needs_approval "                                                                                        \
    "from news_section s "                                                                                     \
    "left join news_section_text e on e.section_id = s.id and e.locale = 'en' "                                \
    "left join news_section_text f on f.section_id = s.id and f.locale = 'fr' "

SectionWords read_words(const db::Row& row, int column) {
    return {row.as<std::string>(column), row.as<std::string>(column + 1), row.as<std::string>(column + 2),
            row.as<std::string>(column + 3)};
}

Section read_section(const db::Row& row) {
    return {.id = row.as<SectionId>(0),
            .level = row.as<base::LevelId>(1),
            .place = row.integer(2),
            .picture = row.as<std::string>(3),
            .picture_source = row.as<std::string>(4),
            .published_at = row.as<std::optional<base::Instant>>(5),
            .english = read_words(row, 6),
            .french = read_words(row, 10),
            .needs_approval = row.integer(14) == 1};
}

const db::Query<Section()> kAll{SECTION_COLUMNS "order by s.place, s.id", read_section};
const db::Query<Section(SectionId)> kById{SECTION_COLUMNS "where s.id = $1", read_section};
const db::Query<Section(ItemId)> kOfItem{
    SECTION_COLUMNS "join news_placement p on p.section_id = s.id where p.item_id = $1 order by s.place, s.id",
    read_section};
#undef SECTION_COLUMNS

SectionId read_id(const db::Row& row) { return row.as<SectionId>(0); }

const db::Query<SectionId(base::Locale, std::string_view)> kIdAt{
    "select section_id from news_section_address where locale = $1 and slug = $2", read_id};
const db::Query<SectionId(std::string_view)> kIdAtAny{
    "select section_id from news_section_address where slug = $1 order by locale limit 1", read_id};

const db::Query<ports::Saving(SectionId)> kSaving{"select changed_by, changed_at from news_section where id = $1",
                                                  db::columns<ports::Saving, std::string, base::Instant>};

const db::Command<void(SectionId, base::LevelId, std::int64_t, std::string_view, std::string_view, base::Instant,
                       std::string_view, std::int64_t)>
    kInsert{R"sql(
    insert into news_section (id, level_id, place, picture, picture_source, created_at, created_by, changed_at,
                              changed_by, needs_approval)
    values ($1, $2, $3, $4, $5, $6, $7, $6, $7, $8)
)sql"};
const db::Command<void(SectionId, std::int64_t, std::string_view, std::string_view, base::Instant, std::string_view,
                       std::int64_t)>
    kChange{R"sql(
    update news_section set place = $2, picture = $3, picture_source = $4, changed_at = $5, changed_by = $6,
                            needs_approval = $7
    where id = $1
)sql"};
const db::Command<void(SectionId, base::Locale, std::string_view, std::string_view, std::string_view, std::string_view)>
    kPutText{R"sql(
    insert into news_section_text (section_id, locale, slug, title, introduction, picture_alt)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (section_id, locale) do update set slug = excluded.slug, title = excluded.title,
        introduction = excluded.introduction, picture_alt = excluded.picture_alt
)sql"};
const db::Command<void(SectionId, base::Locale)> kDropText{
    "delete from news_section_text where section_id = $1 and locale = $2"};
const db::Command<void(base::Locale, std::string_view, SectionId, base::Instant, std::string_view)> kPutAddress{R"sql(
    insert into news_section_address (locale, slug, section_id, since, given_by) values ($1, $2, $3, $4, $5)
    on conflict (locale, slug) do nothing
)sql"};
const db::Command<void(SectionId, base::Instant, std::string_view)> kPublish{
    "update news_section set published_at = $2, published_by = $3 where id = $1 and published_at is null"};
const db::Command<void(SectionId)> kHide{
    "update news_section set published_at = null, published_by = null where id = $1"};

std::int64_t flag_of(const SectionForm& form) { return form.needs_approval.empty() ? 0 : 1; }

void put_words(db::Write& write, SectionId id, const SectionForm& form, std::string_view staff_name) {
    for (const base::Locale locale : base::kLocales) {
        const SectionWords& words = form.in(locale);
        if (words.is_empty()) {
            write.run(kDropText, id, locale);
            continue;
        }
        write.run(kPutText, id, locale, words.slug, words.title, words.introduction, words.picture_alt);
        write.run(kPutAddress, locale, words.slug, id, write.now(), staff_name);
    }
}

}  // namespace

std::vector<Section> all_sections(db::Read& read) { return read.all(kAll); }

std::optional<Section> find_section(db::Read& read, SectionId id) { return read.one(kById, id); }

std::optional<Section> find_section(db::Read& read, std::string_view slug) {
    const auto id = read.one(kIdAtAny, slug);
    return id ? find_section(read, *id) : std::nullopt;
}

std::optional<Section> find_public_section(db::Read& read, base::Locale locale, std::string_view slug) {
    const auto id = read.one(kIdAt, locale, slug);
    auto section = id ? find_section(read, *id) : std::nullopt;
    if (!section || !section->published_at || section->in(locale).is_empty()) return std::nullopt;
    return section;
}

std::vector<Section> sections_of(db::Read& read, ItemId item) { return read.all(kOfItem, item); }

std::optional<ports::Saving> last_saving(db::Read& read, SectionId id) { return read.one(kSaving, id); }

std::vector<base::Locale> taken_slugs(db::Read& read, const SectionForm& form, std::optional<SectionId> own) {
    std::vector<base::Locale> taken;
    for (const base::Locale locale : base::kLocales) {
        const auto holder = read.one(kIdAt, locale, form.in(locale).slug);
        if (holder && holder != own) taken.push_back(locale);
    }
    return taken;
}

SectionId insert_section(db::Write& write, base::LevelId level, const SectionForm& form, std::string_view staff_name) {
    const auto id = write.new_id<SectionId>();
    write.run(kInsert, id, level, base::whole_number(form.place).value_or(0), form.picture, form.picture_source,
              write.now(), staff_name, flag_of(form));
    put_words(write, id, form, staff_name);
    return id;
}

void save_section(db::Write& write, SectionId id, const SectionForm& form, std::string_view staff_name) {
    write.run(kChange, id, base::whole_number(form.place).value_or(0), form.picture, form.picture_source, write.now(),
              staff_name, flag_of(form));
    put_words(write, id, form, staff_name);
}

void publish_section(db::Write& write, SectionId id, std::string_view staff_name) {
    write.run(kPublish, id, write.now(), staff_name);
}

void hide_section(db::Write& write, SectionId id) { write.run(kHide, id); }

}  // namespace newsroom::store
