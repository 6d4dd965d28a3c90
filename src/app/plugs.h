// app/plugs.h - one function for each slice: it makes the slice's objects and enters them in the house's registries.
#pragma once
#include "app/house.h"

namespace app {

void plug_in_system(House& house);              // health and assets: system_routes.cpp
void plug_in_accounts(House& house);            // plug_accounts.cpp
void plug_in_pictures(House& house);            // plug_pictures.cpp, before those that show pictures
void plug_in_site(House& house);                // plug_site.cpp
void plug_in_fraud_guard(House& house);         // plug_fraud_guard.cpp, before the petitions that it guards
void plug_in_petitions(House& house);           // plug_petitions.cpp
void plug_in_petition_record(House& house);     // plug_petition_record.cpp, behind the petitions
void plug_in_endorsements(House& house);        // plug_endorsements.cpp, behind the petitions
void plug_in_comments(House& house);            // plug_comments.cpp, behind the petitions
void plug_in_voices(House& house);              // plug_voices.cpp, behind the petitions and the comments
void plug_in_mosaic(House& house);              // plug_mosaic.cpp, behind the voices and the pictures
void plug_in_mailing_list(House& house);        // plug_mailing_list.cpp
void plug_in_privacy(House& house);             // plug_privacy.cpp, behind the email list
void plug_in_delivery(House& house);            // plug_delivery.cpp, behind the petitions
void plug_in_count_proof(House& house);         // plug_count_proof.cpp, behind the petitions
void plug_in_champions(House& house);           // plug_champions.cpp, behind the pictures and the site
void plug_in_partners(House& house);            // plug_partners.cpp, behind the petitions
void plug_in_integrations(House& house);        // plug_integrations.cpp, behind the petitions
void plug_in_politician_tracker(House& house);  // plug_politician_tracker.cpp, behind the petitions
void plug_in_representatives(House& house);     // plug_representatives.cpp, behind the politicians
void plug_in_letters(House& house);             // plug_letters.cpp, behind the representatives
void plug_in_dossiers(House& house);            // plug_dossiers.cpp, behind the letters
void plug_in_supporters(House& house);          // plug_supporters.cpp
void plug_in_segments(House& house);            // plug_segments.cpp, behind the petitions
void plug_in_mailings(House& house);            // plug_mailings.cpp
void plug_in_mail_sending(House& house);        // plug_mail_sending.cpp
void plug_in_mail_returns(House& house);        // plug_mail_returns.cpp, behind the sending
void plug_in_mail_series(House& house);         // plug_mail_series.cpp, behind the sending
void plug_in_osdi(House& house);                // plug_osdi.cpp, behind the email list and the sending
void plug_in_presentations(House& house);       // plug_presentations.cpp, behind the champions
void plug_in_events(House& house);              // plug_events.cpp
void plug_in_newsroom(House& house);            // plug_newsroom.cpp
void plug_in_message_guides(House& house);      // plug_message_guides.cpp
void plug_in_editor_letters(House& house);      // plug_editor_letters.cpp
void plug_in_jobs_calculator(House& house);     // plug_jobs_calculator.cpp
void plug_in_fairness_test(House& house);       // plug_fairness.cpp
void plug_in_search(House& house);              // plug_search.cpp, behind all that is searched
void plug_in_demo_mailbox(House& house);        // plug_demo_mailbox.cpp; nothing where mails are sent
void plug_in_mail_history(House& house);        // plug_mail_history.cpp
void plug_in_api_document(House& house);        // plug_api_document.cpp, the last

}  // namespace app
