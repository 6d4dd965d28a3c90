// app/plug_osdi.cpp - people, petitions, forms, tags and mails for programs of partners, by the OSDI standard.
#include "app/plugs.h"
#include "features/osdi/slice.h"

namespace app {

void plug_in_osdi(House& house) {
    const auto& slice = house.keep<osdi::Slice>(
        osdi::Services{house.settings.config, house.secret, house.frames, house.petitions, house.signing,
                       house.list_door, house.mail_links, house.mailings, house.mail_sending, house.database});
    slice.add_routes(house.router);
    slice.add_jobs(house.jobs);
    house.signature_records = slice.signature_records();
    house.list_records = slice.list_records();
    house.api_error = osdi::api_error;
    house.frames.add_staff_entry(osdi::staff_entry());
    house.person_data.add(osdi::person_data());
    house.add_operations(osdi::api_operations());
}

}  // namespace app
