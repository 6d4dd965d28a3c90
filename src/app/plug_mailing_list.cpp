// app/plug_mailing_list.cpp - joining the email list, preferences, leaving, and the proof of consent.
#include "app/plugs.h"
#include "features/mailing_list/form_documents_service.h"
#include "features/mailing_list/jobs.h"
#include "features/mailing_list/seed.h"
#include "features/mailing_list/slice.h"

namespace app {

void plug_in_mailing_list(House& house) {
    const auto& slice = house.keep<mailing_list::Slice>(
        mailing_list::Services{house.settings.config, house.secret, house.tokens, house.frames, house.sign_on_guard,
                               house.note_return, house.person_actions, house.database});
    slice.add_routes(house.router);
    slice.add_mails(house.mails);
    house.mail_links = slice.links();
    house.list_door = slice.door();
    house.actions.add(mailing_list::actions());
    house.blocks.add(slice.block());
    house.documents.add({"list", base::message("Ways to join")}, mailing_list::search_documents());
    house.person_actions.add(mailing_list::joined_kind());
    house.frames.add_staff_entry(mailing_list::staff_entry());
    house.home.add(mailing_list::home_news());
    house.retention.add(mailing_list::unconfirmed_rule());
    mailing_list::add_jobs(house.jobs, house.database);
    house.facts.add(mailing_list::person_facts());
    house.person_data.add(mailing_list::person_data());
    house.seeds.push_back({"mailing_list", [](db::Database& database, Scenario scenario, SeedNotes&) {
                               if (scenario != Scenario::empty)
                                   database.write([](db::Write& write) { mailing_list::seed_demo(write); });
                           }});
}

}  // namespace app
