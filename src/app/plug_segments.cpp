// app/plug_segments.cpp - rules that say whom a mail goes to, and what people did.
#include "app/plugs.h"
#include "features/segments/jobs.h"
#include "features/segments/slice.h"

namespace app {
namespace {

constexpr std::string_view kSigned = "petitions.signed";

ports::ActionKind signed_kind(const ports::PetitionReader& petitions) {
    return {.key = std::string{kSigned},
            .label = base::message("Signed a petition or pledge"),
            .subjects = [&petitions](db::Read& read, base::Locale locale) {
                std::vector<ports::ActionSubject> subjects;
                for (auto& petition : petitions.all(read, locale))
                    if (petition.stage != ports::PetitionStage::draft)
                        subjects.push_back({petition.id.value, std::move(petition.title)});
                return subjects;
            }};
}

// Each step of a count as something that a person did, or took back.
ports::CountListener signed_actions(const ports::PersonActions& actions) {
    return [&actions](db::Write& write, std::span<const ports::CountChange> changes) {
        std::vector<ports::PersonAction> done;
        for (const auto& change : changes)
            if (change.signer != 0)
                done.push_back(
                    {.kind = kSigned,
                     .about = change.petition.value,
                     .address_hash = change.signer,
                     .event = sign_of(change.step) > 0 ? ports::ActionEvent::done : ports::ActionEvent::undone,
                     .at = change.at});
        actions.tell(write, done);
    };
}

}  // namespace

void plug_in_segments(House& house) {
    const auto& slice =
        house.keep<segments::Slice>(segments::Services{house.settings.config, house.frames, house.person_actions});
    slice.add_routes(house.router);
    house.audience = slice.audience();
    house.person_actions.add(signed_kind(house.petitions));
    house.person_actions.add_listener(segments::action_listener());
    house.person_merges.add_listener(segments::merge_listener());
    segments::add_jobs(house.jobs, house.database);
    house.count_changes.add(signed_actions(house.person_actions));
    house.person_data.add(segments::person_data());
    house.frames.add_staff_entry(segments::staff_entry());
    house.seeds.push_back({"segments", [](db::Database& database, Scenario scenario, SeedNotes&) {
                               if (scenario != Scenario::empty) database.write(segments::seed_demo);
                           }});
}

}  // namespace app
