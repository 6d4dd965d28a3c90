#include "features/events/speaker_service.h"

#include "base/check.h"
#include "features/events/store.h"
#include "platform/mail/outbox.h"
#include "ports/search_documents.h"

namespace events {
namespace {

using ports::ChampionFacts;
using ports::ChampionId;

std::optional<ChampionFacts> facts_of(const Services& services, std::optional<ChampionId> champion, db::Read& read) {
    return champion && services.champions.find ? services.champions.find(read, *champion) : std::nullopt;
}

// Also who paused or left: that they need not come.
void tell(const Services& services, std::optional<ChampionId> champion, EventId event, db::Write& write) {
    const auto facts = champion && services.champions.reach ? services.champions.reach(write, *champion) : std::nullopt;
    if (facts) mail::queue(write, {std::string{kSpeakerMail}, facts->email, facts->locale, event.value});
}

ports::PresentationFormat port_format(Format format) {
    return format == Format::online ? ports::PresentationFormat::online : ports::PresentationFormat::in_person;
}

bool take_time(const Services& services, const Event& event, ChampionId champion, db::Write& write) {
    if (!services.bookings.take) return true;
    const ports::ChampionTime time{
        event.id.value, champion, {event.plan.starts_at, event.ends_at()}, port_format(event.plan.format)};
    return services.bookings.take(write, time) == ports::TimeTaken::yes;
}

void release_time(const Services& services, EventId event, db::Write& write) {
    if (services.bookings.release) services.bookings.release(write, event.value);
}

std::string shown_name(const Services& services, const Event& event, const std::optional<ChampionFacts>& champion,
                       db::Read& read) {
    const std::string& shown = event.plan.speaker;
    const bool is_of_before = event.champion && services.champions.name && !shown.empty() &&
                              shown == services.champions.name(read, *event.champion);
    if (!shown.empty() && !is_of_before) return shown;
    return champion && champion->shown ? champion->name : std::string{};
}

bool is_elsewhere(const Plan& before, const Plan& now) {
    return before.starts_at != now.starts_at || before.minutes != now.minutes || before.place != now.place ||
           before.town != now.town;
}

}  // namespace

Given give(const Services& services, const Giving& giving, db::Write& write) {
    const auto event = store::find(write, giving.event);
    CHECK(event.has_value());
    const auto champion = facts_of(services, giving.champion, write);
    if (giving.champion && !champion) return Given::unknown;
    if (!giving.champion)
        release_time(services, event->id, write);
    else if (!take_time(services, *event, *giving.champion, write))
        return Given::busy;
    store::set_speaker(write, event->id, {giving.champion, shown_name(services, *event, champion, write)});
    const bool is_new = event->champion != giving.champion;
    if (is_new) tell(services, event->champion, event->id, write);
    if (is_new || (giving.before && is_elsewhere(*giving.before, event->plan)))
        tell(services, giving.champion, event->id, write);
    return Given::yes;
}

void free_speaker(const Services& services, const Event& event, db::Write& write) {
    release_time(services, event.id, write);
    tell(services, event.champion, event.id, write);
}

void champion_ended(const Services& services, const ChampionId& champion, ports::ChampionEnd end, db::Write& write) {
    const bool is_erased = end == ports::ChampionEnd::erased;
    for (const Event& each : store::of_champion(write, champion, is_erased ? base::Instant{} : write.now())) {
        const std::string name = services.champions.name ? services.champions.name(write, champion) : "";
        const bool is_named = is_erased || each.plan.speaker == name;
        release_time(services, each.id, write);
        const std::string shown = is_named ? "" : each.plan.speaker;
        const bool is_to_come = each.plan.starts_at > write.now() && each.state != State::cancelled;
        if (is_to_come)
            store::lose_speaker(write, each.id, shown);
        else
            store::set_speaker(write, each.id, {std::nullopt, shown});
        if (is_to_come && !is_erased) tell(services, champion, each.id, write);
        ports::document_changed(write, {.kind = "events", .key = std::to_string(each.id.value) + "/"});
    }
}

}  // namespace events
