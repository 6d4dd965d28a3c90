#include "features/representatives/place_store.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/whole_number.h"

namespace representatives::store {
namespace {

using ridings::GeoPoint;
using ridings::PackedCode;

const db::Query<Versions()> kVersions{"select places, boundaries, offices from representatives_version where id = 1",
                                      db::columns<Versions, std::int64_t, std::int64_t, std::int64_t>};
const db::Command<void()> kPlacesChanged{"update representatives_version set places = places + 1 where id = 1"};
const db::Command<void()> kBoundariesChanged{
    "update representatives_version set boundaries = boundaries + 1 where id = 1"};
const db::Command<void()> kOfficesChanged{"update representatives_version set offices = offices + 1 where id = 1"};

constexpr auto kReadSet = db::columns<RidingSet, std::string, RidingHouse, std::optional<Province>, std::string,
                                      std::string, std::string, std::optional<base::Instant>>;
const db::Query<RidingSet()> kSets{
    "select slug, house, province, name_en, name_fr, boundary_set, retired_at from riding_set "
    "order by house, province, slug",
    kReadSet};
const db::Query<RidingSet(std::string_view)> kFindSet{
    "select slug, house, province, name_en, name_fr, boundary_set, retired_at from riding_set where slug = $1",
    kReadSet};
const db::Command<void(std::string, RidingHouse, std::optional<Province>, std::string, std::string, std::string,
                       base::Instant, std::string_view)>
    kInsertSet{
        "insert into riding_set (slug, house, province, name_en, name_fr, boundary_set, recorded_at, recorded_by) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8)"};
const db::Command<void(std::string, std::string, std::string, std::string, base::Instant, std::string_view)> kUpdateSet{
    "update riding_set set name_en = $2, name_fr = $3, boundary_set = $4, recorded_at = $5, recorded_by = $6 "
    "where slug = $1"};
const db::Query<ports::Saving(std::string_view)> kSetSaving{
    "select recorded_by, recorded_at from riding_set where slug = $1",
    db::columns<ports::Saving, std::string, base::Instant>};
const db::Command<void(std::string_view, std::optional<base::Instant>)> kRetireSet{
    "update riding_set set retired_at = $2 where slug = $1"};

StoredRiding read_riding(const db::Row& row) {
    return {.riding = {.id = row.as<RidingId>(0),
                       .house = row.as<RidingHouse>(1),
                       .province = row.as<Province>(2),
                       .code = row.as<std::string>(3),
                       .set = row.as<std::string>(4),
                       .name_en = row.as<std::string>(5),
                       .name_fr = row.as<std::string>(6)},
            .within = row.as<std::string>(7),
            .source = row.as<std::string>(8),
            .as_of = row.as<std::string>(9),
            .gone_at = row.as<std::optional<base::Instant>>(10)};
}
#define RIDING                                                                                            \
    "select riding.id, riding_set.house, riding.province, riding.code, riding.set_slug, riding.name_en, " \
    "riding.name_fr, "                                                                                    \
    "riding.within_code, riding.source, riding.as_of, riding.gone_at "                                    \
    "from riding join riding_set on riding_set.slug = riding.set_slug "
const db::Query<StoredRiding()> kRidings{RIDING "order by riding.set_slug, riding.code", read_riding};
const db::Query<StoredRiding(RidingId)> kFindRiding{RIDING "where riding.id = $1", read_riding};
#undef RIDING
const db::Query<RidingId(std::string, std::string)> kKnownRiding{
    "select id from riding where set_slug = $1 and code = $2", [](const db::Row& row) { return row.as<RidingId>(0); }};
const db::Command<void(RidingId, std::string, std::string, Province, std::string, std::string, std::string, std::string,
                       std::string)>
    kInsertRiding{
        "insert into riding (id, set_slug, code, province, name_en, name_fr, within_code, source, as_of) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
const db::BatchCommand<void(RidingId, std::string, std::string, Province, std::string, std::string, std::string,
                            std::string, std::string)>
    kInsertRidings{
        "insert into riding (id, set_slug, code, province, name_en, name_fr, within_code, source, as_of) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
const db::Command<void(RidingId, Province, std::string, std::string, std::string, std::string, std::string)>
    kUpdateRiding{
        "update riding set province = $2, name_en = $3, name_fr = $4, within_code = $5, source = $6, as_of = $7, "
        "gone_at = null where id = $1"};
const db::Command<void(RidingId, base::Instant)> kRidingGone{"update riding set gone_at = $2 where id = $1"};

const db::Query<StoredBoundary()> kBoundaries{
    "select riding_id, shape, points, source, as_of from riding_boundary order by riding_id", [](const db::Row& row) {
        return StoredBoundary{row.as<RidingId>(0), row.blob(1), row.integer(2), row.as<std::string>(3),
                              row.as<std::string>(4)};
    }};
const db::Command<void(RidingId, db::Blob, std::int64_t, std::string, std::string)> kKeepBoundary{R"sql(
    insert into riding_boundary (riding_id, shape, points, source, as_of) values ($1, $2, $3, $4, $5)
    on conflict (riding_id) do update set shape = excluded.shape, points = excluded.points, source = excluded.source,
                                          as_of = excluded.as_of
)sql"};
const db::Command<void(RidingId)> kDropBoundary{"delete from riding_boundary where riding_id = $1"};

struct District {
    std::string set, district, text;
};
constexpr auto kReadDistrict = db::columns<District, std::string, std::string, std::string>;
const db::Query<District(std::string_view)> kCodesOf{
    "select set_slug, district, codes from riding_postal_district where set_slug = $1", kReadDistrict};
const db::Query<District()> kAllCodes{
    "select set_slug, district, codes from riding_postal_district order by set_slug, district", kReadDistrict};
const db::Command<void(std::string_view, std::string, std::string)> kKeepCodes{R"sql(
    insert into riding_postal_district (set_slug, district, codes) values ($1, $2, $3)
    on conflict (set_slug, district) do update set codes = excluded.codes
)sql"};
const db::Command<void(std::string_view, std::string)> kDropCodes{
    "delete from riding_postal_district where set_slug = $1 and district = $2"};
const db::Query<District()> kPoints{"select '', district, points from postal_district_point order by district",
                                    kReadDistrict};
const db::Command<void(std::string, std::string)> kKeepPoints{R"sql(
    insert into postal_district_point (district, points) values ($1, $2)
    on conflict (district) do update set points = excluded.points
)sql"};

// The words of each line of a district: the second half of a code, then what is known of it.
void each_line(const District& district,
               const std::function<void(PackedCode, const std::vector<std::string>&)>& visit) {
    std::string_view rest = district.text;
    std::vector<std::string> words;
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        words.clear();
        while (!line.empty()) {
            const auto blank = line.find(' ');
            words.emplace_back(line.substr(0, blank));
            line.remove_prefix(blank == std::string_view::npos ? line.size() : blank + 1);
        }
        if (words.empty()) continue;
        const auto code = ridings::pack(district.district + words.front());
        words.erase(words.begin());
        if (code) visit(*code, words);
    }
}

std::string second_half(PackedCode code) { return ridings::text_of(code).substr(4); }

std::set<std::string> districts_of(const std::vector<PackedCode>& codes) {
    std::set<std::string> districts;
    for (const PackedCode code : codes) districts.insert(ridings::district_of(code));
    return districts;
}

// Where the codes of a district begin in a sorted map.
PackedCode first_code(const std::string& district) { return *ridings::pack(district + "0A0"); }

// The lines of a district: `words` says what stands behind the code.
template <class Value, class Words>
std::string lines_of(const std::map<PackedCode, Value>& all, const std::string& district, Words&& words) {
    std::string text;
    for (auto at = all.lower_bound(first_code(district));
         at != all.end() && ridings::district_of(at->first) == district; ++at)
        text += second_half(at->first) + words(at->second) + "\n";
    return text;
}

}  // namespace

Versions versions(db::Read& read) { return read.one(kVersions).value_or(Versions{}); }
void places_changed(db::Write& write) { write.run(kPlacesChanged); }
void boundaries_changed(db::Write& write) { write.run(kBoundariesChanged); }
void offices_changed(db::Write& write) { write.run(kOfficesChanged); }

std::vector<RidingSet> sets(db::Read& read) { return read.all(kSets); }

std::optional<RidingSet> find_set(db::Read& read, std::string_view slug) { return read.one(kFindSet, slug); }

std::optional<ports::Saving> last_saving_of_set(db::Read& read, std::string_view slug) {
    return read.one(kSetSaving, slug);
}

Kept keep_set(db::Write& write, const RidingSet& set, std::string_view staff_name) {
    places_changed(write);
    if (find_set(write, set.slug)) {
        write.run(kUpdateSet, set.slug, set.name_en, set.name_fr, set.boundary_set, write.now(), staff_name);
        return Kept::changed;
    }
    write.run(kInsertSet, set.slug, set.house, set.province, set.name_en, set.name_fr, set.boundary_set, write.now(),
              staff_name);
    return Kept::added;
}

void set_in_force(db::Write& write, std::string_view slug, InForce in_force) {
    write.run(kRetireSet, slug, in_force == InForce::yes ? std::nullopt : std::optional{write.now()});
    places_changed(write);
}

std::vector<StoredRiding> ridings(db::Read& read) { return read.all(kRidings); }

std::optional<StoredRiding> find_riding(db::Read& read, RidingId id) { return read.one(kFindRiding, id); }

RidingId keep_riding(db::Write& write, const StoredRiding& stored) {
    const Riding& riding = stored.riding;
    if (const auto known = write.one(kKnownRiding, riding.set, riding.code)) {
        write.run(kUpdateRiding, *known, riding.province, riding.name_en, riding.name_fr, stored.within, stored.source,
                  stored.as_of);
        return *known;
    }
    const auto id = write.new_id<RidingId>();
    write.run(kInsertRiding, id, riding.set, riding.code, riding.province, riding.name_en, riding.name_fr,
              stored.within, stored.source, stored.as_of);
    return id;
}

void add_ridings(db::Write& write, const std::vector<StoredRiding>& ridings) {
    struct Item {
        RidingId id;
        const StoredRiding& stored;
    };
    std::vector<Item> items;
    for (const StoredRiding& each : ridings) items.push_back({write.new_id<RidingId>(), each});
    write.run_batch(kInsertRidings, items, [](const Item& item) {
        const Riding& riding = item.stored.riding;
        return std::tie(item.id, riding.set, riding.code, riding.province, riding.name_en, riding.name_fr,
                        item.stored.within, item.stored.source, item.stored.as_of);
    });
}

void riding_gone(db::Write& write, RidingId id) { write.run(kRidingGone, id, write.now()); }

void each_boundary(db::Read& read, const std::function<void(StoredBoundary)>& visit) {
    read.each(kBoundaries, [&](StoredBoundary boundary) { visit(std::move(boundary)); });
}

void keep_boundary(db::Write& write, const StoredBoundary& boundary) {
    write.run(kKeepBoundary, boundary.riding, db::Blob{boundary.shape}, boundary.points, boundary.source,
              boundary.as_of);
}

void drop_boundary(db::Write& write, RidingId riding) { write.run(kDropBoundary, riding); }

CodesOfSet codes(db::Read& read, std::string_view set) {
    CodesOfSet all;
    read.each(
        kCodesOf,
        [&](const District& district) {
            each_line(district, [&](PackedCode code, const std::vector<std::string>& words) { all[code] = words; });
        },
        set);
    return all;
}

void each_code(db::Read& read, const std::function<void(const StoredCode&)>& visit) {
    read.each(kAllCodes, [&](const District& district) {
        each_line(district,
                  [&](PackedCode code, const std::vector<std::string>& words) { visit({district.set, code, words}); });
    });
}

void keep_codes(db::Write& write, const CodesChange& change) {
    for (const std::string& district : districts_of(change.changed)) {
        const std::string text = lines_of(change.all, district, [](const std::vector<std::string>& words) {
            std::string line;
            for (const std::string& word : words) line += " " + word;
            return line;
        });
        if (text.empty())
            write.run(kDropCodes, change.set, district);
        else
            write.run(kKeepCodes, change.set, district, text);
    }
}

Points points(db::Read& read) {
    Points all;
    read.each(kPoints, [&](const District& district) {
        each_line(district, [&](PackedCode code, const std::vector<std::string>& words) {
            if (words.size() != 2) return;
            const auto longitude = base::whole_number(words[0]), latitude = base::whole_number(words[1]);
            if (longitude && latitude)
                all[code] = {static_cast<std::int32_t>(*longitude), static_cast<std::int32_t>(*latitude)};
        });
    });
    return all;
}

void keep_points(db::Write& write, const Points& all, const std::vector<PackedCode>& changed) {
    for (const std::string& district : districts_of(changed))
        write.run(kKeepPoints, district, lines_of(all, district, [](GeoPoint point) {
                      return " " + std::to_string(point.longitude) + " " + std::to_string(point.latitude);
                  }));
}

}  // namespace representatives::store
