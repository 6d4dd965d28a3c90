// app/plug_mail_sending.cpp - mails to many on their way.
#include "app/plugs.h"
#include "features/mail_sending/outcome_service.h"
#include "features/mail_sending/slice.h"

namespace app {

void plug_in_mail_sending(House& house) {
    auto& slice = house.keep<mail_sending::Slice>(
        mail_sending::Services{house.database, house.settings.config, house.metrics, house.secret, house.tokens,
                               house.frames, house.audience, house.mailings, house.mail_links, house.settings.data});
    slice.add_routes(house.router);
    house.mail_sending = mail_sending::port();
    house.note_return = mail_sending::note_return;
    house.person_data.add(mail_sending::person_data());
    house.facts.add(mail_sending::person_facts());
    house.add_checks(mail_sending::checks());
    house.home.add(mail_sending::home_news());
    house.frames.add_staff_entry(mail_sending::staff_entry());
    house.workers.push_back({[&slice] { slice.engine().start(); }, [&slice] { slice.engine().stop(); }});
}

}  // namespace app
