// app/plug_champions.cpp - trained members who hold presentations: applying, training, times, the directory.
#include "app/plugs.h"
#include "features/champions/seed.h"
#include "features/champions/slice.h"
#include "platform/calendars/calendar.h"

namespace app {
namespace {

// The networks that webhooks may reach are those whose calendars may be read.
http::OutgoingLimits calendar_limits(const runtime::Config::Webhooks& config) {
    http::OutgoingLimits limits{.timeout = std::chrono::seconds{config.timeout_seconds},
                                .kept_bytes = calendars::kMostBytes,
                                .most_bytes = calendars::kMostBytes};
    for (const auto& text : config.private_networks)
        if (const auto network = http::Network::parse(text)) limits.private_networks.push_back(*network);
    return limits;
}

}  // namespace

void plug_in_champions(House& house) {
    const auto& config = house.settings.config;
    auto& client = house.keep<http::OutgoingClient>(calendar_limits(config.webhooks));
    const auto& services = house.keep<champions::Services>(
        champions::Services{config, house.secret, house.tokens, house.frames, house.pictures, house.person_actions,
                            house.champion_bookings, house.champion_changes, client, house.database});
    const auto& slice = house.keep<champions::Slice>(services);
    house.champions = champions::champions_port(services);
    slice.add_routes(house.router);
    slice.add_mails(house.mails);
    slice.add_jobs(house.jobs);
    house.person_actions.add(champions::active_kind());
    house.pictures.add_uses(champions::picture_uses());
    house.frames.add_staff_entry(champions::staff_entry());
    house.home.add(champions::home_news());
    house.facts.add(champions::person_facts());
    house.person_data.add(champions::person_data(services));
    for (auto& rule : champions::retention_rules(services)) house.retention.add(std::move(rule));
    house.documents.add({"champions", base::message("Champions for Change")}, champions::search_documents());
    house.add_checks({champions::complete_check()});
    house.add_operations(champions::api_operations());
    house.seeds.push_back({"champions", [&services](db::Database& database, Scenario scenario, SeedNotes&) {
                               if (scenario != Scenario::empty) champions::seed_demo(database, services);
                           }});
}

}  // namespace app
