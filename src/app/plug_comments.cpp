// app/plug_comments.cpp - why people signed, in their words, once somebody of the campaign has read them.
#include "app/plugs.h"
#include "features/comments/seed.h"
#include "features/comments/slice.h"

namespace app {

void plug_in_comments(House& house) {
    const auto& services = house.keep<comments::Services>(
        comments::Services{house.frames, house.petitions, house.signers, house.tokens, &house.message_guides});
    const auto& slice = house.keep<comments::Slice>(services);
    slice.add_routes(house.router);
    house.petition_sections.add(slice.section());
    house.petition_sections.add(slice.signature_section());
    house.petition_sections.add(comments::room());
    house.frames.add_staff_entry(comments::staff_entry());
    house.home.add(comments::home_news(house.petitions));
    house.count_changes.add(comments::count_listener(house.signers));
    house.count_changes.add_forgetting(comments::forgetting_listener());
    house.count_changes.add_leaving(comments::leaving_listener());
    house.person_data.add(comments::person_data());
    house.facts.add(comments::person_facts(house.petitions));
    house.add_checks({comments::standing_check(house.petitions, house.signers)});
    house.add_operations(comments::api_operations());
    house.word_hints.of = comments::word_hints;
    house.seeds.push_back({"comments", [&services](db::Database& database, Scenario scenario, SeedNotes&) {
                               if (scenario != Scenario::empty)
                                   comments::seed_demo(database, services, "equality-pledge");
                           }});
}

}  // namespace app
