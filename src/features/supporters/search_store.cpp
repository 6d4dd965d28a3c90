#include "features/supporters/search_store.h"

#include <algorithm>
#include <tuple>

#include "people/store.h"

namespace supporters::store {
namespace {

using people::PersonId;

// Behind every text that begins with the one before it.
constexpr std::string_view kAfterAll = "\xF4\x8F\xBF\xBF";

// A person as the indexes have them.
struct Found {
    std::string first, second;  // names in the order of the index
    PersonId person;
    auto place() const { return std::tie(first, second, person); }
};
Found read_found(const db::Row& row) { return {row.as<std::string>(0), row.as<std::string>(1), row.as<PersonId>(2)}; }

using Names = std::string_view;

// The bounds of the first name are the place behind which the page begins, and the end of the range. PostgreSQL, which
// plans without the values once a statement has run often, is kept from the index of the other name by `|| ''`: it
// would read and sort everybody.
const db::Query<Found(Names, Names, PersonId, Names, Names, Names, std::int64_t)> kByFamily{
    db::Texts{R"(select family_key, given_key, id from person indexed by person_family
                 where (family_key, given_key, id) > ($1, $2, $3) and family_key < $4
                   and given_key >= $5 and given_key < $6
                 order by family_key, given_key, id limit $7)",
              R"(select family_key, given_key, id from person
                 where (family_key, given_key, id) > ($1, $2, $3) and family_key < $4
                   and given_key || '' >= $5 and given_key || '' < $6
                 order by family_key, given_key, id limit $7)"},
    read_found};
const db::Query<Found(Names, Names, PersonId, Names, Names, Names, std::int64_t)> kByGiven{
    db::Texts{R"(select given_key, family_key, id from person indexed by person_given
                 where (given_key, family_key, id) > ($1, $2, $3) and given_key < $4
                   and family_key >= $5 and family_key < $6
                 order by given_key, family_key, id limit $7)",
              R"(select given_key, family_key, id from person
                 where (given_key, family_key, id) > ($1, $2, $3) and given_key < $4
                   and family_key || '' >= $5 and family_key || '' < $6
                 order by given_key, family_key, id limit $7)"},
    read_found};
const db::Query<Found(Names, Names, PersonId, Names, Names, Names, std::int64_t, base::LevelId)> kOfLevelByFamily{
    db::Texts{R"(select family_key, given_key, id from person indexed by person_level
                 where level_id = $8 and (family_key, given_key, id) > ($1, $2, $3) and family_key < $4
                   and given_key >= $5 and given_key < $6
                 order by family_key, given_key, id limit $7)",
              R"(select family_key, given_key, id from person
                 where level_id = $8 and (family_key, given_key, id) > ($1, $2, $3) and family_key < $4
                   and given_key || '' >= $5 and given_key || '' < $6
                 order by family_key, given_key, id limit $7)"},
    read_found};
const db::Query<Found(Names, Names, PersonId, Names, Names, Names, std::int64_t, base::LevelId)> kOfLevelByGiven{
    db::Texts{R"(select given_key, family_key, id from person indexed by person_level_given
                 where level_id = $8 and (given_key, family_key, id) > ($1, $2, $3) and given_key < $4
                   and family_key >= $5 and family_key < $6
                 order by given_key, family_key, id limit $7)",
              R"(select given_key, family_key, id from person
                 where level_id = $8 and (given_key, family_key, id) > ($1, $2, $3) and given_key < $4
                   and family_key || '' >= $5 and family_key || '' < $6
                 order by given_key, family_key, id limit $7)"},
    read_found};

const db::Query<people::NameKeys(PersonId)> kKeys{
    "select coalesce(family_key, ''), coalesce(given_key, '') from person where id = $1",
    db::columns<people::NameKeys, std::string, std::string>};

struct Tagged {
    PersonId person;
    std::optional<std::string> family, given;
    std::int64_t level;
};
const db::Query<Tagged(people::TagId, PersonId, std::int64_t)> kTagged{
    R"(select t.person_id, p.family_key, p.given_key, p.level_id
       from (select person_id from person_tag where tag_id = $1 and person_id > $2 order by person_id limit $3) t
       join person p on p.id = t.person_id order by t.person_id)",
    db::columns<Tagged, PersonId, std::optional<std::string>, std::optional<std::string>, std::int64_t>};

const db::Query<PersonId(PersonId, std::int64_t)> kWalk{
    R"(select id from person where id > $1 and erased_at is null and merged_into is null order by id limit $2)",
    db::columns<PersonId, PersonId>};
const db::Query<std::int64_t(std::int64_t)> kCount{
    R"(select count(*) from (select id from person where family_key >= '' limit $1) as listed)",
    db::columns<std::int64_t, std::int64_t>};

// One reading, as the indexes are asked: the first name is the one that leads.
struct Range {
    std::string begin_first, begin_second, end_first, least_second, end_second;
    PersonId begin_person{0};
};

Range range_of(db::Read& read, const Reading& reading, std::optional<PersonId> after) {
    const bool is_family = reading.lead == Lead::family;
    const std::string& first = is_family ? reading.family : reading.given;
    const std::string& second = is_family ? reading.given : reading.family;
    Range range{.begin_first = first,
                .begin_second = {},
                .end_first = first + std::string{kAfterAll},
                .least_second = second,
                .end_second = second + std::string{kAfterAll}};
    if (!after) return range;
    const auto keys = read.one(kKeys, *after).value_or(people::NameKeys{});
    range.begin_first = std::max(first, is_family ? keys.family : keys.given);
    range.begin_second = is_family ? keys.given : keys.family;
    range.begin_person = *after;
    return range;
}

std::vector<Found> of_level(db::Read& read, const Reading& reading, const Range& range, base::LevelId level,
                            std::int64_t limit) {
    const auto& query = reading.lead == Lead::family ? kOfLevelByFamily : kOfLevelByGiven;
    return read.all(query, range.begin_first, range.begin_second, range.begin_person, range.end_first,
                    range.least_second, range.end_second, limit, level);
}

std::vector<Found> of_reading(db::Read& read, const Search& search, const Reading& reading, const Range& range,
                              std::int64_t limit) {
    if (!search.scope) {
        const auto& query = reading.lead == Lead::family ? kByFamily : kByGiven;
        return read.all(query, range.begin_first, range.begin_second, range.begin_person, range.end_first,
                        range.least_second, range.end_second, limit);
    }
    std::vector<Found> all;
    for (const base::LevelId level : *search.scope)
        for (Found& found : of_level(read, reading, range, level, limit)) all.push_back(std::move(found));
    std::ranges::sort(all, {}, &Found::place);
    if (std::ssize(all) > limit) all.erase(all.begin() + limit, all.end());
    return all;
}

people::NameKeys keys_of(const Found& found, Lead lead) {
    if (lead == Lead::family) return {found.first, found.second};
    return {found.second, found.first};
}

// Whether a reading before this one found the person already.
bool was_found(const std::vector<Reading>& readings, std::size_t reading, const people::NameKeys& keys) {
    return std::any_of(readings.begin(), readings.begin() + static_cast<std::ptrdiff_t>(reading),
                       [&](const Reading& earlier) { return meets(earlier, keys); });
}

Listed listed(db::Read& read, const people::Person& person) { return {person, people::find_standing(read, person.id)}; }

void take(db::Read& read, Page& page, PersonId id) {
    if (const auto person = people::find_person(read, id)) page.people.push_back(listed(read, *person));
}

Page find_by_name(db::Read& read, const Search& search) {
    const auto readings = readings_of(search.words);
    Page page;
    Place at = search.after.value_or(Place{});
    for (; at.reading < readings.size(); at = {at.reading + 1, PersonId{0}}) {
        const Reading& reading = readings[at.reading];
        for (bool is_done = false; !is_done;) {
            const auto after = at.person.value == 0 ? std::nullopt : std::optional{at.person};
            const std::int64_t wanted = search.limit + 1 - std::ssize(page.people);
            const auto found = of_reading(read, search, reading, range_of(read, reading, after), wanted);
            is_done = std::ssize(found) < wanted;
            for (const Found& one : found) {
                if (std::ssize(page.people) == search.limit) {
                    page.next = at;
                    return page;
                }
                at.person = one.person;
                if (!was_found(readings, at.reading, keys_of(one, reading.lead))) take(read, page, one.person);
            }
        }
    }
    return page;
}

bool is_in(const Scope& scope, std::int64_t level) {
    return !scope || std::ranges::find(*scope, base::LevelId{level}) != scope->end();
}

bool is_meant(const Search& search, const std::vector<Reading>& readings, const Tagged& tagged) {
    if (!tagged.family || !is_in(search.scope, tagged.level)) return false;
    const people::NameKeys keys{*tagged.family, tagged.given.value_or("")};
    return std::ranges::any_of(readings, [&](const Reading& reading) { return meets(reading, keys); });
}

Page find_tagged(db::Read& read, const Search& search) {
    constexpr std::int64_t kAtOnce = 500;
    const auto readings = readings_of(search.words);
    Page page;
    PersonId at = search.after.value_or(Place{}).person;
    for (std::int64_t looked_at = 0; looked_at < kMostLookedAt; looked_at += kAtOnce) {
        const auto some = read.all(kTagged, *search.tag, at, kAtOnce);
        for (const Tagged& tagged : some) {
            if (std::ssize(page.people) == search.limit) {
                page.next = Place{0, at};
                return page;
            }
            at = tagged.person;
            if (is_meant(search, readings, tagged)) take(read, page, tagged.person);
        }
        if (std::ssize(some) < kAtOnce) return page;
    }
    page.next = Place{0, at};
    return page;
}

}  // namespace

Page find(db::Read& read, const Search& search) {
    return search.tag ? find_tagged(read, search) : find_by_name(read, search);
}

std::vector<PersonId> walk(db::Read& read, const Walk& walk) { return read.all(kWalk, walk.after, walk.limit); }

std::int64_t count_all(db::Read& read) { return read.one(kCount, kMostCounted).value_or(0); }

}  // namespace supporters::store
