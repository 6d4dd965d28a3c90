// app/plug_search.cpp - the search in everything that the other slices show.
#include "app/plugs.h"
#include "features/search/slice.h"

namespace app {

void plug_in_search(House& house) {
    auto& slice = house.keep<search::Slice>(house.database, search::Surroundings{house.frames, house.documents});
    slice.add_routes(house.router);
    search::add_jobs(house.jobs, slice.indexer());
    house.add_checks({search::index_check(house.documents)});
    house.add_operations(search::api_operations());
    house.seeds.push_back({"search", [&slice](db::Database&, Scenario, SeedNotes&) { slice.indexer().compare(); }});
}

}  // namespace app
