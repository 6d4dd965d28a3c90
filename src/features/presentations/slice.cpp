#include "features/presentations/slice.h"

#include <boost/json.hpp>
#include <fmt/format.h>

#include "features/presentations/booking_service.h"
#include "features/presentations/invitation_service.h"
#include "features/presentations/report_store.h"
#include "features/presentations/words.h"
#include "platform/http/percent.h"
#include "platform/mail/outbox.h"
#include "ports/acting.h"

namespace presentations {
namespace {

constexpr auto kFeedBehind = base::days(90);

std::string time_or_empty(const std::optional<base::Instant>& at) { return at ? i18n::machine_time(*at) : ""; }

std::vector<ports::PersonFact> facts_about(db::Read& read, ports::PersonKey person, base::Locale locale) {
    const i18n::Translator t{locale};
    std::vector<ports::PersonFact> facts;
    for (const Presentation& each : store::of_address(read, person.address_hash))
        facts.push_back({each.created_at, "presentations",
                         t("Asked for a presentation for “{group}”.", {{"group", each.wish.host_group}}),
                         staff_path(locale, each.id)});
    for (const ListName& each : store::names_of_address(read, person.address_hash))
        facts.push_back({each.asked_at, "presentations",
                         each.confirmed_at ? t("Was put down for the email list at a presentation, and confirmed it.")
                                           : t("Was put down for the email list at a presentation."),
                         staff_path(locale, each.presentation)});
    return facts;
}

std::string export_person(db::Read& read, ports::PersonKey person) {
    boost::json::array asked, names;
    for (const Presentation& each : store::of_address(read, person.address_hash)) {
        const auto feedback = store::find_feedback(read, each.id);
        asked.push_back({{"group", each.wish.host_group},
                         {"state", name_of(each.state)},
                         {"place", each.wish.place},
                         {"town", each.wish.town},
                         {"region", people::code(each.wish.province)},
                         {"contact", each.wish.contact_name},
                         {"phone", each.wish.phone},
                         {"email", each.email},
                         {"accessibility", each.wish.accessibility},
                         {"words", each.wish.words},
                         {"asked_at", i18n::machine_time(each.created_at)},
                         {"starts_at", time_or_empty(each.starts_at)},
                         {"feedback", feedback ? feedback->words : ""}});
    }
    for (const ListName& each : store::names_of_address(read, person.address_hash))
        names.push_back({{"given_name", each.name.given},
                         {"family_name", each.name.family},
                         {"email", each.email},
                         {"asked_at", i18n::machine_time(each.asked_at)},
                         {"confirmed_at", time_or_empty(each.confirmed_at)}});
    if (asked.empty() && names.empty()) return "[]";
    return boost::json::serialize(boost::json::object{{"asked", std::move(asked)}, {"names", std::move(names)}});
}

// What is held or counted stays; who it was goes. What nobody has come to yet is not wanted any more.
// A champion who would have come learns so.
void erase_person(const Services& services, db::Write& write, ports::PersonKey person) {
    for (const Presentation& each : store::of_address(write, person.address_hash)) {
        if (may_cancel(each, write.now())) presentations::end(services, each.id, {State::cancelled, "host", ""}, write);
        if (const auto email = base::EmailAddress::parse(each.email)) mail::forget_recipient(write, *email);
        store::erase_feedback(write, each.id);
        store::erase(write, each.id);
    }
    for (const ListName& each : store::names_of_address(write, person.address_hash))
        if (const auto email = base::EmailAddress::parse(each.email)) mail::forget_recipient(write, *email);
    store::erase_names(write, person.address_hash);
}

std::vector<ports::SearchDocument> documents(db::Read& read, const ports::DocumentPage& page) {
    std::vector<ports::SearchDocument> found;
    std::string places;
    if (page.parts == ports::DocumentParts::all)
        for (const auto& place : store::places(read)) places += place.town + ". ";
    for (const auto locale : {base::Locale::english, base::Locale::french}) {
        const i18n::Translator t{locale};
        const std::string key = fmt::format("home/{}", base::code(locale));
        if (key <= page.after || found.size() == page.limit) continue;
        found.push_back({.key = key,
                         .locale = locale,
                         .path = home_path(locale),
                         .other_path = home_path(base::other(locale)),
                         .title = t("Book a presentation"),
                         .text = places,
                         .teaser = t("A Champion for Change comes to your group and talks about what public services "
                                     "are worth.")});
    }
    return found;
}

std::vector<ports::BookedTime> booked(db::Read& read, std::span<const ChampionId> champions,
                                      const ports::TimeSpan& span) {
    return store::holds(read, champions, span);
}

ports::TimeTaken take(db::Write& write, const ports::ChampionTime& time) {
    const PresentationId holder{time.holder};
    store::release(write, holder);
    const auto taken =
        store::take(write, {holder, time.champion, time.span.begin, time.span.end, store::Holder::event, time.format});
    return taken == store::Changed::yes ? ports::TimeTaken::yes : ports::TimeTaken::no;
}

void release(db::Write& write, std::int64_t holder) { store::release(write, PresentationId{holder}); }

std::string path_for_asking(base::Locale locale, std::string_view slug, std::optional<base::Instant> start) {
    std::string path = fmt::format("{}?champion={}", ask_path(locale), http::percent_encode(slug));
    if (start) path += fmt::format("&start={}", start->seconds());
    return path;
}

}  // namespace

ports::ChampionBookings Slice::bookings(std::function<base::Instant()> clock) const {
    return {.take = take,
            .release = release,
            .booked = booked,
            .events =
                [this](db::Read& read, ChampionId champion, base::Locale locale, base::Instant now) {
                    std::vector<calendars::Event> events;
                    const std::string token = services_.tokens.make(kChampion, champion.value);
                    for (const Presentation& each : store::of_champion(read, champion)) {
                        const bool is_shown = each.state == State::booked || each.state == State::held;
                        if (!is_shown || each.origin == Origin::conversation || each.starts_at < now - kFeedBehind)
                            continue;
                        const std::string url = services_.frames.public_url() + report_path(locale, token, each.id);
                        events.push_back(event_of(services_, {each, locale, url}, read));
                    }
                    return events;
                },
            .ask_path = path_for_asking,
            .own_section = [this, clock](
                               db::Read& read, ChampionId champion,
                               base::Locale locale) { return champions_.section(read, champion, locale, clock()); }};
}

ports::ChampionEndListener Slice::champion_listener() const {
    return [this](db::Write& write, ChampionId champion, ports::ChampionEnd end) {
        champion_ended(services_, champion, end, write);
    };
}

ports::BlockKind Slice::block() const {
    return {.key = "presentations.map",
            .label = base::message("Presentations: where we have been"),
            .render = [this](db::Read& read, const ports::BlockSetting& setting) {
                return handlers_.block(read, setting);
            }};
}

ports::PictureUses Slice::picture_uses() const {
    return [](db::Read& read, const ports::Picture& picture, base::Locale locale) {
        std::vector<ports::PictureUse> uses;
        for (const PresentationId id : store::reports_with(read, picture.id))
            uses.push_back({i18n::Translator{locale}("Report on a presentation"), staff_path(locale, id)});
        return uses;
    };
}

ports::PersonDataHolder Slice::person_data() const {
    return {"presentations", export_person,
            [this](db::Write& write, ports::PersonKey person) { erase_person(services_, write, person); }};
}

ports::ActionProvider actions() {
    return [](db::Read&, base::Locale locale) {
        return std::vector{ports::Action{.key = "presentation", .path = home_path(locale)}};
    };
}

ports::ActionKind asked_kind() {
    return {.key = std::string{kAskedKind},
            .label = base::message("Asked for a presentation"),
            .subjects = [](db::Read&, base::Locale locale) {
                return std::vector{ports::ActionSubject{kAskedSubject, i18n::Translator{locale}("any presentation")}};
            }};
}

ports::StaffEntry staff_entry() {
    return {.label = base::message("Presentations"),
            .path = "staff/presentations",
            .icon = "presentation",
            .group = ports::StaffGroup::meetings,
            .order = 26,
            .may_see = ports::whoever_may(auth::Permission::moderate)};
}

ports::FactProvider person_facts() { return facts_about; }

ports::DocumentProvider search_documents() { return documents; }

std::vector<ports::ApiOperation> api_operations() {
    using ports::JsonType;
    return {
        {.method = http::Method::get,
         .path = "/api/v1/presentations/places",
         .id = "listPresentationPlaces",
         .summary = "Where the campaign has spoken",
         .description = "Every place of a presentation or conversation that was held and reported, the newest "
                        "first.",
         .answers = {{.status = 200,
                      .description = "All places",
                      .fields = {{.name = "people", .type = JsonType::integer, .description = "who listened, in all"},
                                 {.name = "presentations", .type = JsonType::integer},
                                 {.name = "places",
                                  .type = JsonType::list,
                                  .fields = {{.name = "town"},
                                             {.name = "region", .example = "NB"},
                                             {.name = "presentations", .type = JsonType::integer},
                                             {.name = "people", .type = JsonType::integer},
                                             {.name = "last_at", .format = "date-time"}}}}}}}};
}

}  // namespace presentations
