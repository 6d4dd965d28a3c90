#include "app/composition.h"

#include <array>

#include "app/plugs.h"

namespace app {
namespace {

// The order is that of pages and seeds: who signs in, what the site is, what it offers; mails speak of all of it.
constexpr std::array kPlugs{
    plug_in_system,
    plug_in_accounts,
    plug_in_pictures,
    plug_in_site,
    plug_in_fraud_guard,
    plug_in_petitions,
    plug_in_count_proof,
    plug_in_petition_record,
    plug_in_comments,
    plug_in_voices,
    plug_in_mosaic,
    plug_in_delivery,
    plug_in_endorsements,
    plug_in_politician_tracker,
    plug_in_partners,
    plug_in_integrations,
    plug_in_representatives,
    plug_in_letters,
    plug_in_dossiers,
    plug_in_supporters,
    plug_in_segments,
    plug_in_mailing_list,
    plug_in_champions,
    plug_in_privacy,
    plug_in_osdi,
    plug_in_presentations,
    plug_in_events,
    plug_in_mailings,
    plug_in_mail_sending,
    plug_in_mail_returns,
    plug_in_mail_series,
    plug_in_newsroom,
    plug_in_message_guides,
    plug_in_editor_letters,
    plug_in_jobs_calculator,
    plug_in_fairness_test,
    plug_in_search,
    plug_in_demo_mailbox,
    plug_in_mail_history,
    plug_in_api_document,
};

}  // namespace

void plug_in_slices(House& house) {
    for (const auto plug_in : kPlugs) plug_in(house);
}

}  // namespace app
