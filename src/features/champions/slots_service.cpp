#include "features/champions/slots_service.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "features/champions/access_store.h"
#include "features/champions/hours_store.h"
#include "features/champions/store.h"
#include "features/champions/subject_store.h"
#include "models/availability/availability.h"
#include "people/store.h"
#include "platform/i18n/translator.h"
#include "platform/i18n/zone_offsets.h"

namespace champions {
namespace {

constexpr auto kLongestSearch = base::days(400);
constexpr auto kAround = base::days(8);  // what the rules about weeks and buffers may look at beside the stretch

// What is known about one champion's time.
struct Timetable {
    availability::Pattern pattern;
    std::vector<availability::Busy> busy;
};
using Timetables = std::unordered_map<ChampionId, Timetable>;

using Zones = std::map<std::string, std::vector<availability::ZoneOffset>, std::less<>>;

const std::vector<availability::ZoneOffset>& offsets_in(Zones& zones, const i18n::TimeZone& zone,
                                                        const ports::TimeSpan& span) {
    const auto [found, is_new] = zones.try_emplace(zone.name());
    if (is_new)
        for (const auto& period : i18n::offset_periods(zone, {span.begin, span.end}))
            found->second.push_back({period.from, period.minutes});
    return found->second;
}

int buffer_of(const Terms& terms, ports::PresentationFormat format) {
    return format == ports::PresentationFormat::online ? terms.buffer_online : terms.buffer_in_person;
}

// One champion is read alone; of several, everything that is active is read at once.
Timetables timetables(db::Read& read, std::span<const Champion> champions, const ports::TimeSpan& around) {
    const auto one = champions.size() == 1 ? std::optional{champions.front().id} : std::nullopt;
    Timetables tables;
    for (const Champion& each : champions) tables.emplace(each.id, Timetable{});
    const auto with = [&](ChampionId id, const auto& add) {
        if (const auto found = tables.find(id); found != tables.end()) add(found->second);
    };
    for (const auto& each : store::hours(read, one))
        with(each.champion, [&](Timetable& table) { table.pattern.weekly.push_back(each.hours); });
    const auto first_day = day_in(around.begin, i18n::TimeZone::toronto()) - std::chrono::days{1};
    for (const auto& each : store::exceptions(read, {one, first_day}))
        with(each.champion, [&](Timetable& table) { table.pattern.exceptions.push_back(each.stored.exception); });
    for (const auto& each : store::busy(read, one))
        with(each.champion, [&](Timetable& table) {
            for (const auto& span : unpacked(each.busy))
                if (span.begin < around.end && around.begin < span.end)
                    table.busy.push_back({span, availability::BusyKind::other});
        });
    return tables;
}

// What is booked in person keeps its way there and back, whatever comes next to it.
void add_bookings(const std::vector<ports::BookedTime>& booked, std::span<const Champion> champions,
                  Timetables& tables) {
    std::unordered_map<ChampionId, const Terms*> terms;
    for (const Champion& each : champions) terms.emplace(each.id, &each.terms);
    for (const auto& each : booked)
        if (const auto found = tables.find(each.champion); found != tables.end())
            found->second.busy.push_back({{each.span.begin, each.span.end},
                                          availability::BusyKind::booking,
                                          base::minutes(buffer_of(*terms.at(each.champion), each.format))});
}

availability::Limits limits_of(const Terms& terms, ports::PresentationFormat format) {
    return {base::hours(terms.notice_hours), base::minutes(buffer_of(terms, format)), terms.most_per_week};
}

// Free times to choose from begin at full and half hours; one that a host proposes, at any minute.
int step_of(const ports::SlotSearch& search) {
    return search.within.end - search.within.begin == search.length ? 1 : kSlotStep;
}

std::vector<ports::ChampionMatch> matching(db::Read& read, const ports::ChampionSearch& search) {
    const auto tree = people::levels(read);
    std::vector<ports::ChampionMatch> matches;
    for (const Champion& each : store::in_state(read, State::active)) {
        const auto area = area_fit(each, search, tree);
        if (!area || !fits(each, search)) continue;
        matches.push_back({facts_of(each), *area, search.topic && holds(each.topics, *search.topic)});
    }
    std::ranges::sort(matches, {}, [](const auto& match) { return std::pair{match.area, match.champion.id}; });
    return matches;
}

std::optional<ports::ChampionFacts> active_facts(const std::optional<Champion>& champion) {
    if (!champion || champion->state != State::active || !champion->person) return std::nullopt;
    return facts_of(*champion);
}

std::optional<ports::ChampionFacts> known_facts(const std::optional<Champion>& champion) {
    return champion && champion->person ? std::optional{facts_of(*champion)} : std::nullopt;
}

std::vector<Champion> active_of(db::Read& read, const std::vector<ChampionId>& ids) {
    std::vector<Champion> found;
    if (ids.size() == 1) {
        if (auto champion = store::find(read, ids.front()); champion && champion->state == State::active)
            found.push_back(*std::move(champion));
        return found;
    }
    std::unordered_map<ChampionId, Champion> by_id;
    for (auto& each : store::in_state(read, State::active)) by_id.emplace(each.id, std::move(each));
    for (const auto id : ids)
        if (const auto known = by_id.find(id); known != by_id.end()) found.push_back(known->second);
    return found;
}

// In the order of the search; whoever is not active has none.
std::vector<ports::ChampionSlots> free_slots(db::Read& read, const ports::ChampionBookings& bookings,
                                             const ports::SlotSearch& search) {
    const auto active = active_of(read, search.champions);
    auto slots = slots_of(read, bookings, active, search);
    if (slots.size() == search.champions.size()) return slots;
    std::unordered_map<ChampionId, std::vector<base::Instant>> by_id;
    for (auto& each : slots) by_id.emplace(each.champion, std::move(each.starts));
    std::vector<ports::ChampionSlots> all;
    for (const auto id : search.champions) all.push_back({id, by_id[id]});
    return all;
}

}  // namespace

std::vector<ports::ChampionSlots> slots_of(db::Read& read, const ports::ChampionBookings& bookings,
                                           std::span<const Champion> champions, const ports::SlotSearch& search) {
    std::vector<ports::ChampionSlots> all;
    const auto end = std::min(search.within.end, search.within.begin + kLongestSearch);
    const ports::TimeSpan around{search.within.begin - kAround, end + kAround};
    auto tables = timetables(read, champions, around);
    std::vector<ChampionId> ids;
    for (const Champion& each : champions) ids.push_back(each.id);
    if (bookings.booked) add_bookings(bookings.booked(read, ids, around), champions, tables);
    Zones zones;
    const availability::Question question{.within = {search.within.begin, end},
                                          .length = search.length,
                                          .now = search.now,
                                          .step_minutes = step_of(search),
                                          .most = search.most_each};
    for (const Champion& each : champions) {
        const auto& table = tables.at(each.id);
        const availability::Person person{offsets_in(zones, each.terms.zone, around), table.pattern, table.busy,
                                          limits_of(each.terms, search.format)};
        const bool does = holds(each.offer.formats, search.format) && search.within.begin < end;
        all.push_back({each.id, does ? availability::free_starts(person, question) : std::vector<base::Instant>{}});
    }
    return all;
}

ports::ChampionFacts facts_of(const Champion& champion) {
    return {.id = champion.id,
            .person = champion.person.value_or(people::PersonId{0}),
            .slug = champion.slug,
            .name = champion.full_name(),
            .email = *base::EmailAddress::parse(champion.email),
            .locale = champion.locale,
            .level = champion.level,
            .zone = champion.terms.zone,
            .place = champion.place,
            .province = champion.province,
            .radius_kilometres = champion.offer.radius_kilometres,
            .languages = champion.offer.languages,
            .areas = champion.areas,
            .topics = champion.topics,
            .formats = champion.offer.formats,
            .most_per_week = champion.terms.most_per_week,
            .shown = champion.is_shown};
}

std::vector<Champion> in_directory(db::Read& read, const ports::ChampionSearch& search) {
    const auto tree = people::levels(read);
    std::vector<std::pair<ports::AreaFit, Champion>> found;
    for (auto& each : store::in_state(read, State::active)) {
        const auto area = area_fit(each, search, tree);
        if (each.is_shown && area && fits(each, search)) found.emplace_back(*area, std::move(each));
    }
    const i18n::Translator t{base::Locale::english};
    std::ranges::sort(found, [&](const auto& left, const auto& right) {
        if (left.first != right.first) return left.first < right.first;
        const auto order = t.compare(left.second.full_name(), right.second.full_name());
        return order != 0 ? order < 0 : left.second.id < right.second.id;
    });
    std::vector<Champion> champions;
    for (auto& each : found) champions.push_back(std::move(each.second));
    return champions;
}

SessionKey session_key(const Services& services, const http::Request& request) {
    return {auth::hash_of_token(request.cookies.view(session_cookie(services.config))), request.received_at};
}

std::optional<Champion> signed_in(db::Read& read, const SessionKey& key) {
    const auto id = store::find_session(read, key.token, key.now);
    auto champion = id ? store::find(read, *id) : std::nullopt;
    if (!champion || champion->state == State::left) return std::nullopt;
    return champion;
}

std::optional<Champion> signed_in(db::Read& read, const Services& services, const http::Request& request) {
    if (request.cookies.view(session_cookie(services.config)).empty()) return std::nullopt;
    return signed_in(read, session_key(services, request));
}

ports::Champions champions_port(const Services& services) {
    return {.matching = matching,
            .find = [](db::Read& read, ChampionId id) { return active_facts(store::find(read, id)); },
            .reach = [](db::Read& read, ChampionId id) { return known_facts(store::find(read, id)); },
            .find_by_slug = [](db::Read& read,
                               std::string_view slug) { return active_facts(store::find_by_slug(read, slug)); },
            .name = store::name,
            .free_slots = [&services](
                              db::Read& read,
                              const ports::SlotSearch& search) { return free_slots(read, services.bookings, search); },
            .is_free =
                [&services](db::Read& read, const ports::SlotSearch& search, base::Instant start) {
                    auto narrow = search;
                    narrow.within = {start, start + search.length};
                    const auto slots = free_slots(read, services.bookings, narrow);
                    return !slots.empty() && holds(slots.front().starts, start);
                },
            .topics = store::open_topics,
            .signed_in =
                [&services](db::Read& read, const http::Request& request) {
                    return active_facts(signed_in(read, services, request));
                }};
}

}  // namespace champions
