#include "features/events/slice.h"

#include <algorithm>
#include <array>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "features/events/feed_pages.h"
#include "features/events/guest_service.h"
#include "features/events/pages.h"
#include "features/events/speaker_service.h"
#include "features/events/store.h"
#include "features/events/words.h"
#include "platform/auth/principal.h"
#include "platform/mail/outbox.h"
#include "ports/acting.h"

namespace events {
namespace {

constexpr std::int64_t kKnown = 5'000;  // events that lists of all of them hold

std::string title_of(db::Read& read, EventId id, base::Locale locale) {
    const auto event = store::find(read, id);
    return event ? event->plan.title(locale) : std::string{};
}

std::vector<ports::PersonFact> facts_about(db::Read& read, ports::PersonKey person, base::Locale locale) {
    const i18n::Translator t{locale};
    std::vector<ports::PersonFact> facts;
    for (const Guest& each : store::guests_of_address(read, person.address_hash))
        facts.push_back({each.asked_at, "events",
                         t("Signed up for “{title}”.", {{"title", title_of(read, each.event, locale)}}),
                         staff_path(locale, each.event)});
    return facts;
}

std::string export_person(db::Read& read, ports::PersonKey person) {
    boost::json::array list;
    for (const Guest& each : store::guests_of_address(read, person.address_hash))
        list.push_back({{"event", title_of(read, each.event, each.locale)},
                        {"name", each.name},
                        {"email", each.email},
                        {"seats", each.seats},
                        {"asked_at", i18n::machine_time(each.asked_at)},
                        {"confirmed_at", each.confirmed_at ? i18n::machine_time(*each.confirmed_at) : ""}});
    return boost::json::serialize(list);
}

// Two documents of each event, in the bytewise order of their keys.
std::vector<ports::SearchDocument> documents(db::Read& read, const ports::DocumentPage& page) {
    std::vector<ports::SearchDocument> found;
    for (const Event& each : store::all(read, kKnown)) {
        if (each.state != State::published) continue;
        for (const auto locale : {base::Locale::english, base::Locale::french}) {
            const i18n::Translator t{locale};
            ports::SearchDocument document{.key = fmt::format("{}/{}", each.id.value, base::code(locale)),
                                           .locale = locale,
                                           .path = event_path(locale, each.id),
                                           .other_path = event_path(base::other(locale), each.id),
                                           .title = each.plan.title(locale),
                                           .text = each.plan.text(locale),
                                           .level = each.level,
                                           .changed_at = each.changed_at,
                                           .teaser = place_words(t, each.plan),
                                           .dated_at = each.plan.starts_at};
            if (document.key > page.after) found.push_back(std::move(document));
        }
    }
    std::ranges::sort(found, {}, &ports::SearchDocument::key);
    if (found.size() > page.limit) found.erase(found.begin() + static_cast<std::ptrdiff_t>(page.limit), found.end());
    return found;
}

ports::EventAhead ahead(const Event& event, base::Locale locale) {
    const i18n::Translator t{locale};
    return {.id = event.id,
            .title = event.plan.title(locale),
            .when = when_words(t, event.plan),
            .where = place_words(t, event.plan),
            .language = language_words(t, event.plan.language),
            .path = event_path(locale, event.id),
            .starts_at = event.plan.starts_at};
}

constexpr auto kFeedBehind = base::days(90);

bool holds_time(const ports::ChampionBookings& bookings, const Event& event, db::Read& read) {
    const std::array champions{*event.champion};
    const ports::TimeSpan wanted{event.plan.starts_at, event.ends_at()};
    return std::ranges::count(bookings.booked(read, champions, wanted), wanted, &ports::BookedTime::span) == 1;
}

}  // namespace

ports::ChampionBookings Slice::with_events(ports::ChampionBookings bookings) const {
    auto with = bookings;
    with.events = [this, before = bookings.events](db::Read& read, ports::ChampionId champion, base::Locale locale,
                                                   base::Instant now) {
        auto all = before ? before(read, champion, locale, now) : std::vector<calendars::Event>{};
        const Feed feed = feed_of(services_, locale, {});
        for (const Event& each : store::of_champion(read, champion, now - kFeedBehind))
            if (each.state != State::draft) all.push_back(calendar_event(feed, each));
        return all;
    };
    with.own_section = [this, before = bookings.own_section](db::Read& read, ports::ChampionId champion,
                                                             base::Locale locale) {
        html::Out out;
        if (before) out.append(before(read, champion, locale));
        out.append(pages::given(i18n::Translator{locale}, store::of_champion(read, champion, clock_())));
        return std::move(out).finish();
    };
    return with;
}

ports::ChampionEndListener Slice::champion_listener() const {
    return [this](db::Write& write, ports::ChampionId champion, ports::ChampionEnd end) {
        champion_ended(services_, champion, end, write);
    };
}

ports::Check Slice::champions_check() const {
    return {"events.champions", [this](db::Read& read) {
                std::vector<ports::Finding> findings;
                if (!services_.bookings.booked) return findings;
                for (const Event& each : store::by_champions(read, clock_()))
                    if (!holds_time(services_.bookings, each, read))
                        findings.push_back({fmt::format("event {}: its champion's time is not taken", each.id.value)});
                return findings;
            }};
}

ports::EventsAhead Slice::port() const {
    return {.find = [this](db::Read& read, EventId id, base::Locale locale) -> std::optional<ports::EventAhead> {
                const auto event = store::find(read, id);
                const bool lies_ahead = event && event->state == State::published && event->ends_at() > clock_();
                return lies_ahead ? std::optional{ahead(*event, locale)} : std::nullopt;
            },
            .upcoming =
                [this](db::Read& read, base::Locale locale, std::size_t most) {
                    std::vector<ports::EventAhead> all;
                    for (const Event& event : store::upcoming(read, clock_()))
                        if (all.size() < most) all.push_back(ahead(event, locale));
                    return all;
                }};
}

ports::BlockKind Slice::block() const {
    return {.key = "events.upcoming",
            .label = base::message("Events to come"),
            .render = [this](db::Read& read, const ports::BlockSetting& setting) {
                return handlers_.block(read, setting);
            }};
}

// Whoever comes gives their seat back; the count stays.
ports::PersonDataHolder Slice::person_data() const {
    return {"events", export_person, [this](db::Write& write, ports::PersonKey person) {
                for (const Guest& each : store::guests_of_address(write, person.address_hash)) {
                    if (const auto email = base::EmailAddress::parse(each.email)) mail::forget_recipient(write, *email);
                    const auto event = store::find(write, each.event);
                    if (event && takes_guests(*event, write.now())) withdraw(services_, each, write);
                }
                store::erase_guests(write, person.address_hash);
            }};
}

ports::ActionKind coming_kind() {
    return {.key = std::string{kComingKind},
            .label = base::message("Signed up for an event"),
            .subjects = [](db::Read& read, base::Locale locale) {
                std::vector<ports::ActionSubject> subjects;
                for (const Event& each : store::all(read, kKnown))
                    if (each.state != State::draft) subjects.push_back({each.id.value, each.plan.title(locale)});
                return subjects;
            }};
}

ports::StaffEntry staff_entry() {
    return {.label = base::message("Events"),
            .path = "staff/events",
            .icon = "calendar",
            .group = ports::StaffGroup::meetings,
            .order = 27,
            .may_see = ports::whoever_may(auth::Permission::edit_content)};
}

ports::HomeProvider home_news() {
    return [](db::Read& read, const http::Request& request) {
        const i18n::Translator t{request.locale};
        auto lost = store::without_speaker(read, request.received_at);
        std::erase_if(lost, [&](const Event& each) {
            return !ports::may(read, *request.staff, auth::Permission::edit_content, each.level);
        });
        ports::HomeNews news;
        if (!lost.empty())
            news.tasks.push_back(
                {.tone = ports::HomeTask::Tone::pressing,
                 .sentence = t.plural("{count} event to come has lost its champion.",
                                      "{count} events to come have lost their champion.", std::ssize(lost)),
                 .path =
                     lost.size() == 1 ? staff_path(request.locale, lost.front().id) : staff_list_path(request.locale),
                 .act = t("Choose who gives it")});
        return news;
    };
}

ports::FactProvider person_facts() { return facts_about; }

ports::DocumentProvider search_documents() { return documents; }

std::vector<ports::ApiOperation> api_operations() {
    using ports::JsonType;
    return {{.method = http::Method::get,
             .path = "/api/v1/events",
             .id = "listEvents",
             .summary = "Events to come",
             .description = "Published events that are not over, the next first.",
             .query = {{.name = "page",
                        .type = JsonType::integer,
                        .presence = ports::Presence::optional,
                        .description = "next of the page before; without it the first 50"}},
             .answers = {
                 {.status = 200,
                  .description = "50 at a time",
                  .fields = {
                      {.name = "total", .type = JsonType::integer, .description = "of all pages"},
                      {.name = "events",
                       .type = JsonType::list,
                       .fields = {{.name = "id"},
                                  {.name = "title_en"},
                                  {.name = "title_fr"},
                                  {.name = "starts_at", .format = "date-time"},
                                  {.name = "ends_at", .format = "date-time"},
                                  {.name = "time_zone", .example = "America/Moncton"},
                                  {.name = "place"},
                                  {.name = "town"},
                                  {.name = "region", .example = "NB"},
                                  {.name = "language", .values = {"en", "fr", "both"}},
                                  {.name = "capacity", .type = JsonType::integer, .description = "0: as many as come"},
                                  {.name = "taken", .type = JsonType::integer}}},
                      {.name = "next", .type = JsonType::integer, .description = "0 on the last page"}}}}}};
}

}  // namespace events
