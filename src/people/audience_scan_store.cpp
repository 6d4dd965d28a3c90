#include <algorithm>
#include <limits>
#include <string_view>

#include "people/audience_scan.h"
#include "people/person_row.h"

namespace people {
namespace {

// The texts that the conditions are asked with; they outlive the call.
struct Wanted {
    base::Instant now, joined_since, joined_before;
    std::int64_t topic;                                         // its bit, 0 for none in particular
    std::string locale;                                         // '' for both
    std::string provinces, other_provinces, districts, levels;  // ",ON,QC,"; '' for none in particular
};

// $1 now, $2 topic, $3 language, $4 provinces, $5 other provinces, $6 districts, $7 and $8 when they joined,
// $9 levels.
#define AUDIENCE_CONDITIONS                                                                                       \
    " s.allowed_until > $1 and s.paused_until <= $1 and s.suppression = 0 and (s.topics_left_out & $2) = 0 "      \
    "and ($3 = '' or s.locale = $3) "                                                                             \
    "and ($4 = '' or (s.country = 'CA' and $4 like '%,' || coalesce(s.province, '-') || ',%')) "                  \
    "and ($5 = '' or s.country <> 'CA' or $5 not like '%,' || coalesce(s.province, '-') || ',%') "                \
    "and ($6 = '' or (s.country = 'CA' and s.district <> '' and ($6 like '%,' || s.district || ',%' "             \
    "or $6 like '%,' || substr(s.district, 1, 2) || ',%' or $6 like '%,' || substr(s.district, 1, 1) || ',%'))) " \
    "and s.joined_at >= $7 and s.joined_at < $8 "                                                                 \
    "and ($9 = '' or $9 like '%,' || cast(coalesce(s.level_id, -1) as text) || ',%') "

const db::Query<std::int64_t(base::Instant, std::int64_t, std::string_view, std::string_view, std::string_view,
                             std::string_view, base::Instant, base::Instant, std::string_view)>
    kCount{"select count(*) from mail_standing s where" AUDIENCE_CONDITIONS, db::columns<std::int64_t, std::int64_t>};
const db::Query<PersonId(base::Instant, std::int64_t, std::string_view, std::string_view, std::string_view,
                         std::string_view, base::Instant, base::Instant, std::string_view, PersonId, std::int64_t)>
    kIds{"select s.person_id from mail_standing s where s.person_id > $10 and" AUDIENCE_CONDITIONS
         "order by s.person_id limit $11",
         db::columns<PersonId, PersonId>};
const db::Query<PersonId(base::Instant, std::int64_t, std::string_view, std::string_view, std::string_view,
                         std::string_view, base::Instant, base::Instant, std::string_view, PersonId)>
    kOne{"select s.person_id from mail_standing s where s.person_id = $10 and" AUDIENCE_CONDITIONS,
         db::columns<PersonId, PersonId>};

const db::Query<Person(base::Instant, std::int64_t, std::string_view, std::string_view, std::string_view,
                       std::string_view, base::Instant, base::Instant, std::string_view, PersonId, std::int64_t)>
    kPeople{
        "select p.id, p.address_hash, p.email, p.given_name, p.family_name, p.locale, p.country, p.postal_code, "
        "p.place, p.province, p.first_seen_at, p.changed_at, p.erased_at, p.level_id, "
        "p.riding, p.merged_into "
        "from mail_standing s join person p on p.id = s.person_id where s.person_id > $10 and" AUDIENCE_CONDITIONS
        "order by s.person_id limit $11",
        read_person_row};
#undef AUDIENCE_CONDITIONS

// ",ON,QC,", so that one condition finds any of them.
template <class Items, class TextOf>
std::string list_of(const Items& items, TextOf text_of) {
    std::string list;
    for (const auto& item : items) list += (list.empty() ? "," : "") + std::string{text_of(item)} + ",";
    return list;
}

Wanted wanted(const AudienceFilter& filter) {
    const auto code_of = [](Province province) { return code(province); };
    return {.now = filter.now,
            .joined_since = filter.joined_since.value_or(base::Instant{}),
            .joined_before = filter.joined_before.value_or(kForEver),
            .topic = filter.topic ? std::int64_t{1} << filter.topic->value : 0,
            .locale = filter.locale ? std::string{base::code(*filter.locale)} : "",
            .provinces = list_of(filter.provinces, code_of),
            .other_provinces = list_of(filter.other_provinces, code_of),
            .districts = list_of(filter.districts, [](const std::string& district) { return district; }),
            .levels = list_of(filter.levels, [](base::LevelId level) { return std::to_string(level.value); })};
}

}  // namespace

std::int64_t count_audience(db::Read& read, const AudienceFilter& filter) {
    const Wanted w = wanted(filter);
    return read
        .one(kCount, w.now, w.topic, w.locale, w.provinces, w.other_provinces, w.districts, w.joined_since,
             w.joined_before, w.levels)
        .value_or(0);
}

std::vector<PersonId> audience_ids(db::Read& read, const AudienceFilter& filter, const AudienceRange& range) {
    const Wanted w = wanted(filter);
    return read.all(kIds, w.now, w.topic, w.locale, w.provinces, w.other_provinces, w.districts, w.joined_since,
                    w.joined_before, w.levels, range.after, range.limit);
}

std::vector<Person> audience_people(db::Read& read, const AudienceFilter& filter, const AudienceRange& range) {
    const Wanted w = wanted(filter);
    return read.all(kPeople, w.now, w.topic, w.locale, w.provinces, w.other_provinces, w.districts, w.joined_since,
                    w.joined_before, w.levels, range.after, range.limit);
}

bool is_in_audience(db::Read& read, const AudienceFilter& filter, PersonId person) {
    const Wanted w = wanted(filter);
    return read
        .one(kOne, w.now, w.topic, w.locale, w.provinces, w.other_provinces, w.districts, w.joined_since,
             w.joined_before, w.levels, person)
        .has_value();
}

}  // namespace people
