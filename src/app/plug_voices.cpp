// app/plug_voices.cpp - the photo wall: what supporters send, once somebody of the campaign has looked at it.
#include "app/plugs.h"
#include "app/stored_files.h"
#include "features/search/index_service.h"
#include "features/voices/jobs.h"
#include "features/voices/seed.h"
#include "features/voices/slice.h"
#include "features/voices/upload_service.h"
#include "platform/files/sealed_store.h"

namespace app {

void plug_in_voices(House& house) {
    auto& files = *house.keep<Store>(voice_files(house.settings));
    auto& uploads = *house.keep<Store>(voice_original_files(house.settings));
    auto& originals = house.keep<files::SealedStore>(uploads, voices::sealing_key(house.secret));
    auto& workshop = house.keep<imaging::Workshop>();
    const auto& services = house.keep<voices::Services>(voices::Services{
        house.settings.config, house.secret, house.tokens, house.frames, house.petitions, house.signers,
        house.person_actions, house.voice_changes, house.word_hints, files, originals, workshop, search::take_out});
    const auto& slice = house.keep<voices::Slice>(services);
    slice.add_routes(house.router);
    slice.add_mails(house.mails);
    house.voices = voices::reader(files);
    house.actions.add(voices::actions());
    house.blocks.add(slice.block());
    house.documents.add({"voices", base::message("Voices")}, voices::search_documents());
    house.person_actions.add(voices::sent_kind());
    house.facts.add(voices::person_facts());
    house.person_data.add(voices::person_data(services));
    house.count_changes.add(voices::count_listener());
    house.count_changes.add_forgetting(voices::forgetting_listener());
    house.frames.add_staff_entry(voices::staff_entry());
    house.home.add(voices::home_news());
    for (auto& rule : voices::retention_rules()) house.retention.add(std::move(rule));
    const voices::Bench bench{house.database, services};
    voices::add_jobs(house.jobs, bench);
    house.add_checks({voices::tally_check(), voices::files_check(files)});
    house.add_operations(voices::api_operations());
    house.seeds.push_back({"voices", [bench](db::Database&, Scenario scenario, SeedNotes&) {
                               if (scenario != Scenario::empty) voices::seed_demo(bench);
                           }});
}

}  // namespace app
