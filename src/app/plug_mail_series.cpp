// app/plug_mail_series.cpp - mails that follow each other by themselves.
#include "app/plugs.h"
#include "features/mail_series/slice.h"

namespace app {

void plug_in_mail_series(House& house) {
    const auto& slice = house.keep<mail_series::Slice>(
        mail_series::Services{house.database, house.settings.config, house.frames, house.person_actions, house.audience,
                              house.mailings, house.mail_sending});
    slice.add_routes(house.router);
    slice.add_jobs(house.jobs);
    house.person_actions.add_listener(mail_series::action_listener());
    house.facts.add(mail_series::person_facts());
    house.person_data.add(mail_series::person_data());
    house.frames.add_staff_entry(mail_series::staff_entry());
}

}  // namespace app
