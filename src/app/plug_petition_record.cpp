// app/plug_petition_record.cpp - how the count of a petition grew, and every version of its text.
#include "app/plugs.h"
#include "features/petition_record/slice.h"

namespace app {

void plug_in_petition_record(House& house) {
    const auto& slice = house.keep<petition_record::Slice>(house.frames, house.petitions);
    slice.add_routes(house.router);
    house.petition_sections.add(slice.section());
    house.count_changes.add(petition_record::count_listener());
    house.add_checks({petition_record::sums_check(house.petitions)});
    house.add_operations(petition_record::api_operations());
}

}  // namespace app
