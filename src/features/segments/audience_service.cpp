#include "features/segments/audience_service.h"

#include <algorithm>
#include <iterator>

#include "features/segments/store.h"
#include "people/audience_scan.h"
#include "people/store.h"
#include "people/tags.h"

namespace segments {
namespace {

using people::PersonId;
using Ids = std::vector<PersonId>;

constexpr std::int64_t kIdsAtOnce = 50'000;
constexpr std::int64_t kTaggedAtOnce = 20'000;

constexpr auto kById = [](PersonId left, PersonId right) { return left.value < right.value; };

bool has_lists(const Rules& rules) {
    return !rules.tags.empty() || !rules.other_tags.empty() || !rules.actions.empty() || rules.active_within_days ||
           rules.quiet_for_days;
}

// Rules and question ask for different languages: nobody is meant.
bool is_contradiction(const Rules& rules, const ports::AudienceQuestion& question) {
    return rules.language && question.locale && *rules.language != *question.locale;
}

// All levels that lie within one of these; none for the nation, whose people are everybody.
std::vector<base::LevelId> with_those_below(db::Read& read, const std::vector<base::LevelId>& wanted) {
    if (wanted.empty()) return {};
    const auto tree = people::levels(read);
    std::vector<base::LevelId> all = wanted;  // one that is gone has nobody
    for (const base::LevelId outer : wanted) {
        const people::Level* level = tree.find(outer);
        if (level != nullptr && level->kind == people::LevelKind::national) return {};
        for (const people::Level& inner : tree.all())
            if (tree.is_within({.inner = inner.id, .outer = outer})) all.push_back(inner.id);
    }
    return all;
}

people::AudienceFilter filter_of(db::Read& read, const Rules& rules, const ports::AudienceQuestion& question) {
    people::AudienceFilter filter{.now = question.now,
                                  .topic = question.topic,
                                  .locale = rules.language ? rules.language : question.locale,
                                  .provinces = rules.provinces,
                                  .other_provinces = rules.other_provinces,
                                  .districts = rules.districts,
                                  .levels = with_those_below(read, question.levels)};
    if (rules.joined_within_days) filter.joined_since = days_before(question.now, *rules.joined_within_days);
    if (rules.joined_before_days) filter.joined_before = days_before(question.now, *rules.joined_before_days);
    return filter;
}

Ids both(const Ids& left, const Ids& right) {
    Ids result;
    std::ranges::set_intersection(left, right, std::back_inserter(result), kById);
    return result;
}
Ids without(const Ids& left, const Ids& right) {
    Ids result;
    std::ranges::set_difference(left, right, std::back_inserter(result), kById);
    return result;
}

// The ids of those with this tag in the range.
Ids with_tag(db::Read& read, people::TagId tag, const store::IdRange& range) {
    Ids ids;
    people::TaggedPage page{.tag = tag, .after = range.after, .limit = kTaggedAtOnce};
    for (;;) {
        const auto found = people::tagged(read, page);
        for (const auto& tagged : found) {
            if (tagged.person.value > range.last.value) return ids;
            ids.push_back(tagged.person);
        }
        if (std::ssize(found) < page.limit) return ids;
        page.after = found.back().person;
    }
}

Ids with_any(db::Read& read, const std::vector<std::int64_t>& tags, const store::IdRange& range) {
    Ids all;
    for (const auto tag : tags) {
        const Ids tagged = with_tag(read, people::TagId{tag}, range);
        Ids joined;
        std::ranges::set_union(all, tagged, std::back_inserter(joined), kById);
        all = std::move(joined);
    }
    return all;
}

Ids who_did(db::Read& read, const ActionRule& rule, const store::IdRange& range, base::Instant now) {
    const auto subject = store::subject_of(rule.kind, rule.about);
    if (!rule.within_days) return store::who_did(read, subject, range);
    return store::who_did_since(read, {subject, days_before(now, *rule.within_days)}, range);
}

// Those of `ids`, which are ordered and lie in the range, for whom the rules hold that SQL did not look at.
Ids keep(db::Read& read, const Rules& rules, Ids ids, const store::IdRange& range, base::Instant now) {
    if (!rules.tags.empty()) ids = both(ids, with_any(read, rules.tags, range));
    if (!rules.other_tags.empty()) ids = without(ids, with_any(read, rules.other_tags, range));
    for (const auto& rule : rules.actions) {
        const Ids did = who_did(read, rule, range, now);
        ids = rule.did == Did::yes ? both(ids, did) : without(ids, did);
    }
    if (rules.active_within_days)
        ids = both(ids, store::active_since(read, days_before(now, *rules.active_within_days), range));
    if (rules.quiet_for_days)
        ids = without(ids, store::active_since(read, days_before(now, *rules.quiet_for_days), range));
    return ids;
}

// Shows the ids of one portion after the other to visit(ids), until it says that it has enough.
enum class More : unsigned char { yes, no };
template <class Visit>
void walk(db::Read& read, const Rules& rules, const ports::AudienceQuestion& question, PersonId after, Visit visit) {
    const auto filter = filter_of(read, rules, question);
    for (;;) {
        Ids ids = people::audience_ids(read, filter, {after, kIdsAtOnce});
        if (ids.empty()) return;
        const bool is_last = std::ssize(ids) < kIdsAtOnce;
        const store::IdRange range{after, ids.back()};
        after = ids.back();
        if (visit(keep(read, rules, std::move(ids), range, question.now)) == More::no || is_last) return;
    }
}

ports::AudienceMember member_of(people::Person&& person) {
    return {.id = person.id,
            .address_hash = person.address_hash,
            .email = std::move(person.email),
            .name = std::move(person.name),
            .locale = person.locale,
            .postal_code = std::move(person.postal_code),
            .place = std::move(person.place),
            .province = person.province};
}

std::vector<ports::AudienceMember> members_of(std::vector<people::Person>&& people) {
    std::vector<ports::AudienceMember> members;
    members.reserve(people.size());
    for (auto& person : people) members.push_back(member_of(std::move(person)));
    return members;
}

}  // namespace

std::int64_t count(db::Read& read, const Rules& rules, const ports::AudienceQuestion& question) {
    if (is_contradiction(rules, question)) return 0;
    if (!has_lists(rules)) return people::count_audience(read, filter_of(read, rules, question));
    std::int64_t total = 0;
    walk(read, rules, question, PersonId{0}, [&](const Ids& ids) {
        total += std::ssize(ids);
        return More::yes;
    });
    return total;
}

std::vector<ports::AudienceMember> page(db::Read& read, const Rules& rules, const ports::AudienceQuestion& question,
                                        const ports::AudiencePage& page) {
    if (is_contradiction(rules, question)) return {};
    if (!has_lists(rules))
        return members_of(people::audience_people(read, filter_of(read, rules, question), {page.after, page.limit}));
    std::vector<ports::AudienceMember> members;
    walk(read, rules, question, page.after, [&](const Ids& ids) {
        for (const PersonId id : ids) {
            if (std::ssize(members) == page.limit) return More::no;
            if (auto person = people::find_person(read, id)) members.push_back(member_of(*std::move(person)));
        }
        return std::ssize(members) == page.limit ? More::no : More::yes;
    });
    return members;
}

bool holds(db::Read& read, const Rules& rules, const ports::AudienceQuestion& question, PersonId person) {
    if (is_contradiction(rules, question)) return false;
    if (!people::is_in_audience(read, filter_of(read, rules, question), person)) return false;
    return !keep(read, rules, {person}, {PersonId{person.value - 1}, person}, question.now).empty();
}

}  // namespace segments
