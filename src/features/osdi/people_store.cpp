#include "features/osdi/people_store.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "base/text.h"
#include "base/whole_number.h"
#include "people/place.h"
#include "people/store.h"

namespace osdi::store {
namespace {

using people::PersonId;

// Where one stands in a list: by id alone, or by when they changed.
struct Place {
    base::Instant changed_at{std::numeric_limits<std::int64_t>::min()};
    PersonId person{0};
    auto operator<=>(const Place&) const = default;
};

const db::Query<Place(PersonId, std::int64_t, std::int64_t)> kCame{
    R"(select cast(0 as bigint), id from person where id > $1 and erased_at is null and merged_into is null
       order by id limit $2 offset $3)",
    db::columns<Place, base::Instant, PersonId>};
const db::Query<Place(base::LevelId, PersonId, std::int64_t)> kCameAtLevel{
    R"(select cast(0 as bigint), id from person where level_id = $1 and id > $2 and erased_at is null and merged_into is null
       order by id limit $3)",
    db::columns<Place, base::Instant, PersonId>};
const db::Query<Place(base::Instant, PersonId, base::Instant, std::int64_t)> kChanged{
    R"(select changed_at, id from person where (changed_at, id) > ($1, $2) and changed_at < $3
           and erased_at is null and merged_into is null
       order by changed_at, id limit $4)",
    db::columns<Place, base::Instant, PersonId>};
const db::Query<Place(std::string_view, PersonId, std::int64_t)> kOfFamily{
    "select cast(0 as bigint), id from person where family_key = $1 and id > $2 order by id limit $3",
    db::columns<Place, base::Instant, PersonId>};
const db::Query<Place(std::string_view, PersonId, std::int64_t)> kOfGiven{
    "select cast(0 as bigint), id from person where given_key = $1 and id > $2 order by id limit $3",
    db::columns<Place, base::Instant, PersonId>};

const db::Query<std::int64_t(std::int64_t)> kCount{
    "select count(*) from (select id from person where family_key >= '' limit $1) as listed",
    db::columns<std::int64_t, std::int64_t>};
const db::Query<std::int64_t(base::LevelId, std::int64_t)> kCountAtLevel{
    R"(select count(*) from (select id from person where level_id = $1 and erased_at is null and merged_into is null
                             limit $2) as listed)",
    db::columns<std::int64_t, std::int64_t>};

bool is_within(base::Instant at, base::Instant after, base::Instant before) { return at > after && at < before; }

bool is_same_text(std::string_view left, std::string_view right) {
    return base::lower_ascii(left) == base::lower_ascii(right);
}

bool meets(const people::Person& person, const Condition& condition) {
    switch (condition.field) {
        case FilterField::given_name:
            return base::fold_name(person.name.given) == base::fold_name(condition.value);
        case FilterField::family_name:
            return base::fold_name(person.name.family) == base::fold_name(condition.value);
        case FilterField::region:
            return person.province && is_same_text(people::code(*person.province), condition.value);
        case FilterField::postal_code: {
            const auto code = people::PostalCode::parse(condition.value);
            return is_same_text(person.postal_code, code ? code->text() : condition.value);
        }
        default:
            return true;
    }
}

// One walk along the list that the filter asks for.
class Walk {
public:
    Walk(db::Read& read, const PeopleQuestion& question)
        : read_(read), question_(question), spans_(question.filter.spans()) {
        by_change_ = spans_.changed_after > kNever || spans_.created_after > kNever || spans_.changed_before < kAlways;
        // Nobody changes before they came.
        at_.changed_at = std::max(spans_.changed_after, spans_.created_after);
        if (by_change_) at_.person = PersonId{std::numeric_limits<std::int64_t>::max()};
    }

    bool begin_behind(std::string_view after) {
        const auto point = after.find('.');
        const auto changed = by_change_ ? base::whole_number(after.substr(0, point)) : std::optional<std::int64_t>{0};
        const auto id = base::whole_number(by_change_ && point != after.npos ? after.substr(point + 1) : after);
        if (!changed || !id || by_change_ != (point != after.npos)) return false;
        at_ = {base::Instant{*changed}, PersonId{*id}};
        return true;
    }

    PeoplePage page() {
        if (question_.filter.is_empty()) return unfiltered();
        PeoplePage page;
        std::int64_t skipped = 0;
        for (std::int64_t looked_at = 0; looked_at < kMostLookedAt; looked_at += kAtOnce) {
            const auto some = next_places(kAtOnce, 0);
            for (const Place& place : some) {
                if (std::ssize(page.people) == question_.limit) return ended(std::move(page));
                at_ = place;
                if (auto person = meant(place); person && skipped++ >= question_.skipped)
                    page.people.push_back(*std::move(person));
            }
            if (std::ssize(some) < kAtOnce) return page;
        }
        return ended(std::move(page));
    }

private:
    static constexpr std::int64_t kAtOnce = 250;
    static constexpr base::Instant kNever{std::numeric_limits<std::int64_t>::min()};
    static constexpr base::Instant kAlways{std::numeric_limits<std::int64_t>::max()};

    PeoplePage unfiltered() {
        PeoplePage page;
        const auto places = next_places(question_.limit + 1, question_.skipped);
        for (const Place& place : places) {
            if (std::ssize(page.people) == question_.limit) return ended(std::move(page));
            at_ = place;
            if (auto person = people::find_person(read_, place.person)) page.people.push_back(*std::move(person));
        }
        return page;
    }

    PeoplePage ended(PeoplePage page) const {
        page.next = by_change_ ? fmt::format("{}.{}", at_.changed_at.microseconds, at_.person.value)
                               : fmt::format("{}", at_.person.value);
        return page;
    }

    std::vector<Place> next_places(std::int64_t limit, std::int64_t skipped) {
        const auto& filter = question_.filter;
        if (by_change_) return read_.all(kChanged, at_.changed_at, at_.person, spans_.changed_before, limit);
        if (const auto* family = filter.value(FilterField::family_name))
            return read_.all(kOfFamily, base::fold_name(*family), at_.person, limit);
        if (const auto* given = filter.value(FilterField::given_name))
            return read_.all(kOfGiven, base::fold_name(*given), at_.person, limit);
        return question_.levels ? of_levels(limit, skipped) : read_.all(kCame, at_.person, limit, skipped);
    }

    std::vector<Place> of_levels(std::int64_t limit, std::int64_t skipped) {
        std::vector<Place> all;
        for (const base::LevelId level : *question_.levels)
            for (const Place& place : read_.all(kCameAtLevel, level, at_.person, limit + skipped)) all.push_back(place);
        std::ranges::sort(all);
        const auto begin = all.begin() + std::min(skipped, std::ssize(all));
        const auto size = std::min(limit, static_cast<std::int64_t>(all.end() - begin));
        return {begin, begin + size};
    }

    std::optional<people::Person> meant(const Place& place) {
        auto person = people::find_person(read_, place.person);
        if (!person || person->erased_at || person->merged_into || !is_in_levels(*person)) return std::nullopt;
        const bool is_in_time = is_within(person->first_seen_at, spans_.created_after, spans_.created_before) &&
                                is_within(person->changed_at, spans_.changed_after, spans_.changed_before);
        const auto holds = [&](const Condition& condition) { return meets(*person, condition); };
        if (!is_in_time || !std::ranges::all_of(question_.filter.conditions, holds)) return std::nullopt;
        return person;
    }

    bool is_in_levels(const people::Person& person) const {
        if (!question_.levels) return true;
        return person.level && std::ranges::find(*question_.levels, *person.level) != question_.levels->end();
    }

    db::Read& read_;
    const PeopleQuestion& question_;
    ports::TimeSpans spans_;
    bool by_change_ = false;
    Place at_;
};

}  // namespace

std::optional<PeoplePage> find_people(db::Read& read, const PeopleQuestion& question) {
    Walk walk{read, question};
    if (!question.after.empty() && !walk.begin_behind(question.after)) return std::nullopt;
    return walk.page();
}

std::optional<std::int64_t> count_people(db::Read& read, const std::optional<std::vector<base::LevelId>>& levels) {
    std::int64_t count = 0;
    if (!levels) count = read.one(kCount, kMostCounted).value_or(0);
    if (levels)
        for (const base::LevelId level : *levels)
            if (count < kMostCounted) count += read.one(kCountAtLevel, level, kMostCounted).value_or(0);
    return count < kMostCounted ? std::optional{count} : std::nullopt;
}

}  // namespace osdi::store
