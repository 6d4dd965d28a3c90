// app/plug_letters.cpp - letters that supporters write to their representatives.
#include "app/plugs.h"
#include "features/letters/likeness_service.h"
#include "features/letters/mails.h"
#include "features/letters/seed.h"
#include "features/letters/slice.h"

namespace app {

void plug_in_letters(House& house) {
    auto& likeness = house.keep<letters::LikenessBook>();
    auto& slice = house.keep<letters::Slice>(letters::Services{
        house.database, house.settings.config, house.metrics, house.secret, house.tokens, house.frames, house.actions,
        house.representatives, house.letter_answers, house.elections, house.message_guides, house.word_hints,
        house.sign_on_guard, house.person_actions, likeness, house.settings.data});
    const auto& services = slice.services();
    slice.add_routes(house.router);
    letters::add_mails(house.mails, services);
    house.letters = letters::port(services);
    house.actions.add(letters::actions());
    house.blocks.add(letters::hub_block());
    house.representative_sections.add(letters::representative_section());
    house.frames.add_staff_entry(letters::staff_entry());
    house.home.add(letters::home_news());
    house.facts.add(letters::person_facts());
    house.person_actions.add(letters::action_kind());
    house.person_data.add(letters::person_data());
    house.documents.add({"letters", base::message("Letters")}, letters::search_documents());
    for (auto& rule : letters::retention_rules()) house.retention.add(std::move(rule));
    house.add_checks(letters::checks());
    house.add_operations(letters::api_operations());
    house.seeds.push_back({"letters", [&services](db::Database& database, Scenario scenario, SeedNotes&) {
                               if (scenario != Scenario::empty) letters::seed_demo(database, services);
                           }});
    house.workers.push_back({[&house, &slice, &likeness] {
                                 house.database.read([&](db::Read& read) { likeness.follow(read); });
                                 slice.engine().start();
                             },
                             [&slice] { slice.engine().stop(); }});
}

}  // namespace app
