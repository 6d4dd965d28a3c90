// app/plug_petitions.cpp - the petitions, pledges and proclamations that people sign.
#include <array>

#include "app/plugs.h"
#include "features/petitions/counter_files_service.h"
#include "features/petitions/invalidation_work_service.h"
#include "features/petitions/jobs.h"
#include "features/petitions/seed.h"
#include "features/petitions/signers_service.h"
#include "features/petitions/slice.h"
#include "features/petitions/store.h"
#include "people/store.h"

namespace app {
namespace {

// How many have signed when the scenario begins.
struct Crowd {
    std::string_view slug;
    std::int64_t demo, busy_week;
};
constexpr std::array kCrowds{Crowd{"equality-pledge", 1'847, 48'213}, Crowd{"proclamation", 629, 9'704}};

void seed_petitions(db::Database& database) {
    database.write([](db::Write& write) {
        const auto national = people::find_level(write, people::kNationalSlug);
        if (national) petitions::seed_demo(write, national->id);
    });
}

void seed(const House& house, Scenario scenario) {
    if (scenario == Scenario::empty) return;
    seed_petitions(house.database);
    const bool is_signed = house.database.read([](db::Read& read) { return !petitions::store::tally(read).empty(); });
    if (is_signed) return;
    for (const Crowd& crowd : kCrowds) {
        const std::int64_t size = scenario == Scenario::demo ? crowd.demo : crowd.busy_week;
        petitions::load(house.database, house.secret, {crowd.slug, size, house.count_changes}, [](std::int64_t) {});
    }
}

}  // namespace

void plug_in_petitions(House& house) {
    auto& counts = house.keep<petitions::LiveCounts>(house.database);
    const auto& slice = house.keep<petitions::Slice>(petitions::Services{
        house.settings.config, house.secret, house.tokens, house.frames, house.actions, counts, house.count_changes,
        house.petition_sections, house.sign_on_guard, house.partners, house.database});
    if (const auto& config = house.settings.config.counters; !config.folder.empty())
        house.keep<petitions::CounterFiles>(
            house.database, counts,
            petitions::CounterFiles::Setting{house.settings.data / config.folder, base::seconds(config.every_seconds)});
    house.petitions = petitions::reader(counts);
    house.count_changes.add(petitions::endorser_listener());
    house.signers = petitions::signers();
    house.signing = slice.signing();
    slice.add_routes(house.router);
    slice.add_mails(house.mails);
    house.actions.add(petitions::actions(counts));
    house.frames.add_staff_entry(petitions::staff_entry());
    house.frames.add_staff_entry(petitions::review_entry());
    for (auto& room : petitions::rooms()) house.petition_sections.add(std::move(room));
    const auto zone = petitions::zone_of(house.settings.config);
    house.petition_sections.add(petitions::corrections_section(zone));
    house.facts.add(petitions::person_facts());
    house.home.add(petitions::home_news(counts));
    house.home.add(petitions::review_news(house.sign_on_guard));
    house.person_data.add(petitions::person_data(house.count_changes, house.sign_on_guard));
    house.documents.add({"petitions", base::message("Petitions and pledges")}, petitions::search_documents());
    const auto network_days = house.settings.config.privacy.network_days;
    petitions::add_jobs(house.jobs, house.database, network_days);
    petitions::add_invalidation_jobs(house.jobs, {house.database, house.count_changes, zone});
    house.add_checks(petitions::checks());
    house.add_checks({petitions::network_check(network_days)});
    house.add_operations(petitions::api_operations());
    house.add_operations(petitions::correction_operations());
    house.seeds.push_back(
        {"petitions", [&house](db::Database&, Scenario scenario, SeedNotes&) { seed(house, scenario); }});
}

}  // namespace app
