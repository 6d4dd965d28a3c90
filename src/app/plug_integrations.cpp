// app/plug_integrations.cpp - other programs that are told what happens.
#include "app/plugs.h"
#include "features/integrations/key_service.h"
#include "features/integrations/slice.h"

namespace app {
namespace {

http::OutgoingLimits limits_of(const runtime::Config::Webhooks& config) {
    http::OutgoingLimits limits{.timeout = std::chrono::seconds{config.timeout_seconds}};
    for (const auto& text : config.private_networks)
        if (const auto network = http::Network::parse(text)) limits.private_networks.push_back(*network);
    return limits;
}

}  // namespace

void plug_in_integrations(House& house) {
    const auto& config = house.settings.config;
    auto& client = house.keep<http::OutgoingClient>(limits_of(config.webhooks));
    auto& random = house.keep<runtime::Random>(runtime::Random::system());
    const auto& slice = house.keep<integrations::Slice>(
        integrations::Services{config, house.frames, house.petitions, house.database, random, client,
                               &house.signature_records, &house.list_records, &house.list_door});
    slice.add_routes(house.router);
    slice.add_jobs(house.jobs);
    slice.add_mails(house.mails);
    house.count_changes.add(integrations::count_listener());
    house.authenticator.find_key = [&house](const http::Request& request, db::Read& read) {
        return integrations::find_key({house.database, house.petitions}, request, read);
    };
    house.add_operations(integrations::api_operations());
    house.add_operations(integrations::petition_operations());
    house.frames.add_staff_entry(integrations::keys_entry());
    house.frames.add_staff_entry(integrations::webhooks_entry());
    house.home.add(integrations::home_news);
}

}  // namespace app
