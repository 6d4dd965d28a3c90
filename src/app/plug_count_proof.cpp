// app/plug_count_proof.cpp - the log that proves the counts.
#include "app/plugs.h"
#include "features/count_proof/jobs.h"
#include "features/count_proof/slice.h"

namespace app {

void plug_in_count_proof(House& house) {
    const auto& slice = house.keep<count_proof::Slice>(count_proof::Services{
        house.settings.config, house.database, house.tokens, house.frames, house.petitions, house.signers});
    slice.add_routes(house.router);
    slice.add_mails(house.mails);
    slice.add_sections(house.petition_sections);
    house.count_changes.add(slice.listener());
    house.count_changes.add_forgetting(count_proof::Slice::forgetting());
    house.count_proof = slice.port();
    count_proof::add_jobs(house.jobs, slice.keeper());
    house.add_checks(count_proof::checks(house.signers));
    house.add_operations(count_proof::api_operations());
}

}  // namespace app
