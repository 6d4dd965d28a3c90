// app/plug_editor_letters.cpp - letters to the editor, and the newspapers that print them.
#include "app/plugs.h"
#include "features/editor_letters/seed.h"
#include "features/editor_letters/slice.h"

namespace app {

void plug_in_editor_letters(House& house) {
    auto& alike = house.keep<editor_letters::AlikeLetters>();
    const auto& services = house.keep<editor_letters::Services>(
        editor_letters::Services{house.settings.config, house.secret, house.tokens, house.frames, house.person_actions,
                                 house.message_guides, house.sign_on_guard, house.word_hints, house.elections, alike});
    const auto& slice =
        house.keep<editor_letters::Slice>(services, [&database = house.database] { return database.now(); });
    slice.add_routes(house.router);
    slice.add_mails(house.mails);
    house.actions.add(slice.actions());
    house.blocks.add(slice.block());
    house.person_actions.add(editor_letters::wrote_kind());
    house.frames.add_staff_entry(editor_letters::staff_entry());
    house.home.add(editor_letters::home_news());
    house.facts.add(editor_letters::person_facts());
    house.person_data.add(editor_letters::person_data());
    house.documents.add({"editorletters", base::message("Letters to the editor")}, editor_letters::search_documents());
    for (auto& rule : editor_letters::retention_rules()) house.retention.add(std::move(rule));
    editor_letters::add_jobs(house.jobs, services, house.database);
    house.add_checks({editor_letters::counts_check()});
    house.add_operations(editor_letters::api_operations());
    house.seeds.push_back({"editor_letters", [&services](db::Database& database, Scenario scenario, SeedNotes&) {
                               if (scenario != Scenario::empty) editor_letters::seed_demo(database, services);
                           }});
}

}  // namespace app
