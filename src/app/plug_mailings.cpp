// app/plug_mailings.cpp - mails to many, as staff write them.
#include "app/plugs.h"
#include "features/mailings/archive_documents_service.h"
#include "features/mailings/followed_links.h"
#include "features/mailings/seed.h"
#include "features/mailings/slice.h"

namespace app {

void plug_in_mailings(House& house) {
    auto& random = house.keep<runtime::Random>(runtime::Random::system());
    auto& followed = house.keep<mailings::FollowedLinks>(random);
    auto& client = house.keep<http::OutgoingClient>(http::OutgoingLimits{});
    const auto& services = house.keep<mailings::Services>(mailings::Services{
        house.settings.config, house.secret, house.tokens, house.frames, house.actions, house.pictures, house.documents,
        house.audience, house.mail_sending, house.mail_links, followed, client, &house.message_guides, &house.events});
    const auto& slice = house.keep<mailings::Slice>(services);
    slice.add_routes(house.router);
    slice.add_mails(house.mails);
    slice.add_jobs(house.jobs, house.database);
    house.mailings = slice.port();
    house.pictures.add_uses(mailings::picture_uses());
    house.documents.add({"mails", base::message("Sent mails")}, mailings::search_documents());
    house.frames.add_staff_entry(mailings::staff_entry());
    house.seeds.push_back({"mailings", [&services](db::Database& database, Scenario scenario, SeedNotes&) {
                               if (scenario != Scenario::empty)
                                   mailings::seed_demo(database, services, "equality-pledge");
                           }});
}

}  // namespace app
