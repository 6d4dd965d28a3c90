// app/plug_message_guides.cpp - words that work: guides, and what other slices show of them where people write.
#include "app/plugs.h"
#include "features/message_guides/seed.h"
#include "features/message_guides/slice.h"
#include "features/search/index_service.h"

namespace app {

void plug_in_message_guides(House& house) {
    const auto& words = house.keep<message_guides::WordLists>(house.database);
    const auto& slice = house.keep<message_guides::Slice>(message_guides::Services{
        house.settings.config, house.secret, house.tokens, house.frames, words, search::take_out});
    slice.add_routes(house.router);
    slice.add_mails(house.mails);
    house.message_guides = message_guides::port();
    house.materials = message_guides::materials(house.frames);
    house.actions.add(message_guides::actions());
    house.blocks.add(message_guides::hub_block());
    house.documents.add({"words", base::message("Words That Work")}, message_guides::search_documents());
    house.frames.add_staff_entry(message_guides::staff_entry());
    house.home.add(message_guides::home_news());
    house.person_data.add(message_guides::person_data());
    house.add_checks({message_guides::approval_check()});
    house.add_operations(message_guides::api_operations());
    house.seeds.push_back({"guides", [](db::Database& database, Scenario scenario, SeedNotes&) {
                               message_guides::seed_guides(database, scenario == Scenario::empty
                                                                         ? message_guides::Prepared::waiting
                                                                         : message_guides::Prepared::published);
                           }});
}

}  // namespace app
