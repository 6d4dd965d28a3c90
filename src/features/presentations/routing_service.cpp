#include "features/presentations/routing_service.h"

#include <algorithm>
#include <map>
#include <set>

#include "features/presentations/distance.h"
#include "features/presentations/notice_service.h"
#include "features/presentations/report_store.h"
#include "features/presentations/store.h"
#include "people/store.h"
#include "platform/mail/outbox.h"

namespace presentations {
namespace {

constexpr auto kLoadAround = base::days(28);

// Whose address it is that a request is brought to: the nearest level's that has one.
std::optional<store::Coordinator> coordinator_of(db::Read& read, base::LevelId level) {
    const auto coordinators = store::coordinators(read);
    for (const auto id : people::levels(read).ids_with_ancestors(level)) {
        const auto found = std::ranges::find(coordinators, id, &store::Coordinator::level);
        if (found != coordinators.end()) return *found;
    }
    return std::nullopt;
}

// Nobody can be offered it: the coordinator and the host learn so, once.
void escalate(const Services& services, const Presentation& presentation, db::Write& write) {
    const bool is_new = !presentation.escalated_at;
    store::escalate(write, presentation.id);
    if (!is_new) return;
    notify(services, presentation.id, {Recipient::host, NoticeKind::waits}, write);
    const auto coordinator = coordinator_of(write, presentation.level);
    const auto email = coordinator ? base::EmailAddress::parse(coordinator->email) : std::nullopt;
    if (email) mail::queue(write, {std::string{kEscalationMail}, *email, coordinator->locale, presentation.id.value});
}

bool has_open_offer(const std::vector<Offer>& offers) {
    return std::ranges::any_of(offers, [](const Offer& each) { return each.state == OfferState::open; });
}

// The round is over when nobody of it can answer any more.
void go_on(const Services& services, PresentationId id, db::Write& write) {
    const auto presentation = store::find(write, id);
    if (!presentation || presentation->state != State::offered) return;
    if (!has_open_offer(store::offers_of(write, id))) route(services, id, write);
}

std::set<ChampionId> asked_before(db::Read& read, PresentationId id) {
    std::set<ChampionId> asked;
    for (const Offer& each : store::offers_of(read, id))
        if (each.round > 0) asked.insert(each.champion);
    return asked;
}

// How far they would have to travel; nullopt where nobody does, or where a town is not known.
std::optional<int> way_of(const ports::ChampionFacts& champion, const Wish& wish) {
    if (wish.format != Format::in_person || !champion.province || champion.place.empty()) return std::nullopt;
    return kilometres_of({{champion.place, *champion.province}, {wish.town, wish.province}});
}

Candidate candidate_of(const ports::ChampionFacts& champion, const Presentation& presentation, Reasons reasons) {
    reasons.kilometres = way_of(champion, presentation.wish);
    reasons.radius = champion.radius_kilometres;
    reasons.is_asked_for = presentation.wanted == champion.id;
    return {champion.id, reasons};
}

// Whom the host named, where they speak the language and come that way; their area and topics do not matter.
std::optional<ports::ChampionFacts> wanted_of(const Services& services, const Presentation& presentation,
                                              db::Read& read) {
    if (!presentation.wanted || !services.champions.find) return std::nullopt;
    auto champion = services.champions.find(read, *presentation.wanted);
    if (!champion) return std::nullopt;
    const auto& languages = champion->languages;
    const auto& formats = champion->formats;
    const bool speaks = std::ranges::find(languages, presentation.wish.language) != languages.end();
    const bool comes = std::ranges::find(formats, presentation.wish.format) != formats.end();
    return speaks && comes ? champion : std::nullopt;
}

// Everybody who fits what cannot be given up, whether they are free or not.
std::vector<Candidate> fitting(const Services& services, const Presentation& presentation, db::Read& read) {
    ports::ChampionSearch search{.level = presentation.level,
                                 .province = std::nullopt,
                                 .language = presentation.wish.language,
                                 .topic = std::nullopt,
                                 .format = presentation.wish.format};
    if (presentation.wish.topic.value != 0) search.topic = presentation.wish.topic;
    std::vector<Candidate> found;
    for (const auto& match : services.champions.matching(read, search))
        found.push_back(
            candidate_of(match.champion, presentation, {.area = match.area, .knows_topic = match.knows_topic}));
    const auto wanted = wanted_of(services, presentation, read);
    if (wanted && std::ranges::find(found, wanted->id, &Candidate::champion) == found.end())
        found.push_back(candidate_of(*wanted, presentation, {}));
    return found;
}

// How many of the dates each of them is free at; who is not there at none.
std::map<ChampionId, std::int64_t> free_dates(const Services& services, const Presentation& presentation,
                                              const std::vector<Candidate>& candidates, db::Read& read,
                                              base::Instant now) {
    std::vector<ChampionId> champions;
    for (const Candidate& each : candidates) champions.push_back(each.champion);
    std::map<ChampionId, std::int64_t> found;
    for (const auto date : store::dates(read, presentation.id)) {
        if (date <= now) continue;
        auto search = slot_search(presentation, {date, now});
        search.champions = champions;
        for (const auto& slots : services.champions.free_slots(read, search))
            if (std::ranges::find(slots.starts, date) != slots.starts.end()) ++found[slots.champion];
    }
    return found;
}

}  // namespace

ports::SlotSearch slot_search(const Presentation& presentation, const Start& start) {
    const auto length = base::minutes(presentation.wish.minutes);
    return {.champions = {},
            .within = {start.at, start.at + length},
            .length = length,
            .format = presentation.wish.format,
            .now = start.now};
}

std::vector<Candidate> candidates(const Services& services, const Presentation& presentation, db::Read& read,
                                  base::Instant now) {
    if (!services.champions.matching || !services.champions.free_slots) return {};
    auto all = fitting(services, presentation, read);
    const auto asked = asked_before(read, presentation.id);
    std::erase_if(all, [&](const Candidate& each) { return asked.contains(each.champion); });
    const auto free = free_dates(services, presentation, all, read, now);
    std::vector<Candidate> found;
    for (Candidate& each : all) {
        const auto dates = free.find(each.champion);
        if (dates == free.end()) continue;
        each.reasons.dates = dates->second;
        each.reasons.load = store::load_of(read, {each.champion, now - kLoadAround, now + kLoadAround});
        found.push_back(each);
    }
    return found;
}

void route(const Services& services, PresentationId id, db::Write& write) {
    const auto presentation = store::find(write, id);
    if (!presentation || (presentation->state != State::waiting && presentation->state != State::offered)) return;
    if (presentation->round >= kMostRounds) return escalate(services, *presentation, write);
    const auto best = next_round(candidates(services, *presentation, write, write.now()));
    if (best.empty()) return escalate(services, *presentation, write);
    store::begin_round(write, id);
    const auto expires_at = expiry_of(write.now(), store::dates(write, id));
    for (const Candidate& each : best) {
        const auto champion = services.champions.find(write, each.champion);
        if (!champion) continue;
        const auto offer = store::insert_offer(write, {id, presentation->round + 1, each, expires_at});
        mail::queue(write, {std::string{kOfferMail}, champion->email, champion->locale, offer.value});
    }
}

store::Answered refuse_offer(const Services& services, const Refusal& refusal, db::Write& write) {
    const auto offer = store::find_offer(write, refusal.offer);
    if (!offer) return store::Answered::no;
    const auto answered = store::answer_offer(write, offer->id, {OfferState::refused, refusal.words});
    if (answered == store::Answered::yes) go_on(services, offer->presentation, write);
    return answered;
}

void expire_offers(const Services& services, db::Write& write) {
    std::set<PresentationId> touched;
    for (const Offer& each : store::expired_offers(write, write.now())) {
        store::answer_offer(write, each.id, {OfferState::expired, ""});
        touched.insert(each.presentation);
    }
    for (const PresentationId id : touched) go_on(services, id, write);
}

void withdraw_offers(const Services& services, ChampionId champion, db::Write& write) {
    for (const Offer& each : store::open_offers(write, champion)) {
        store::answer_offer(write, each.id, {OfferState::gone, ""});
        go_on(services, each.presentation, write);
    }
}

}  // namespace presentations
