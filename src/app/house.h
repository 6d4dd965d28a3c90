// app/house.h - what slices are plugged into: what they may use, and the registries through which they meet.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/settings.h"
#include "models/jobs_lost/standing_figures.h"
#include "platform/auth/secret.h"
#include "platform/auth/token.h"
#include "platform/db/database.h"
#include "platform/http/server.h"
#include "platform/jobs/jobs.h"
#include "platform/mail/renderers.h"
#include "platform/runtime/metrics.h"
#include "ports/actions.h"
#include "ports/api_operation.h"
#include "ports/audience.h"
#include "ports/champions.h"
#include "ports/check.h"
#include "ports/count_changes.h"
#include "ports/count_proof.h"
#include "ports/elections.h"
#include "ports/events.h"
#include "ports/hub_blocks.h"
#include "ports/letters.h"
#include "ports/list_door.h"
#include "ports/list_records.h"
#include "ports/load_ladder.h"
#include "ports/mail_replies.h"
#include "ports/mailings.h"
#include "ports/materials.h"
#include "ports/message_guides.h"
#include "ports/page.h"
#include "ports/partners.h"
#include "ports/person_actions.h"
#include "ports/person_data.h"
#include "ports/person_facts.h"
#include "ports/person_merges.h"
#include "ports/petition_sections.h"
#include "ports/petitions.h"
#include "ports/pictures.h"
#include "ports/politician_positions.h"
#include "ports/representatives.h"
#include "ports/retention.h"
#include "ports/search_documents.h"
#include "ports/sign_on_guard.h"
#include "ports/signature_records.h"
#include "ports/signers.h"
#include "ports/signing.h"
#include "ports/staff_home.h"
#include "ports/voices.h"
#include "ports/word_hints.h"

namespace app {

// What a named set of sample data is for. empty: what a new campaign begins with. demo: a believable, bilingual one.
// busy_week: the demo after a week in the news.
enum class Scenario : unsigned char { empty, demo, busy_week };

// What a seed may tell whoever runs it: "Sign in at ... as ... with the password ...".
using SeedNotes = std::vector<std::string>;

struct Seed {
    std::string slice;
    std::function<void(db::Database&, Scenario, SeedNotes&)> run;
};

// What works beside the server from its start to its stop, on threads of its own.
struct Worker {
    std::function<void()> start, stop;
};

class House {
public:
    // The database outlives the house.
    House(const Settings& settings, db::Database& database);
    ~House();
    House(const House&) = delete;
    House& operator=(const House&) = delete;

    // Keeps an object of a slice for as long as the house stands; the last one made goes first.
    template <class T, class... Arguments>
    T& keep(Arguments&&... arguments) {
        auto made = std::make_shared<T>(std::forward<Arguments>(arguments)...);
        kept_.push_back(made);
        return *made;
    }

    void add_checks(std::vector<ports::Check> of_slice);
    void add_operations(std::vector<ports::ApiOperation> of_slice);

    Settings settings;
    db::Database& database;
    runtime::Metrics metrics{};
    auth::Secret secret;
    auth::Tokens tokens;

    ports::ActionRegistry actions{};
    ports::HubBlockRegistry blocks{};
    ports::Pictures pictures{};
    ports::PetitionReader petitions{};
    ports::PetitionSections petition_sections{};
    ports::CountChanges count_changes{};
    ports::Signers signers{};
    ports::Signing signing{};
    ports::SignatureRecords signature_records{};
    ports::ListDoor list_door{};
    ports::ListRecords list_records{};
    ports::CountProof count_proof{};
    ports::SignOnGuard sign_on_guard{};
    ports::Partners partners{};
    ports::Elections elections{};
    ports::EventsAhead events{};
    ports::PoliticianPositions politician_positions{};
    ports::Representatives representatives{};
    ports::RepresentativeSections representative_sections{};
    ports::Letters letters{};
    ports::LetterAnswers letter_answers{};
    ports::MailReplies mail_replies{};
    ports::Champions champions{};
    ports::ChampionBookings champion_bookings{};
    ports::ChampionChanges champion_changes{};
    ports::Materials materials{};     // of whichever slice keeps some
    ports::LoadLadder load_ladder{};  // outlives the server, which moves it
    ports::PersonActions person_actions{};
    ports::PersonMerges person_merges{};
    ports::Audience audience{};
    ports::Mailings mailings{};
    ports::MessageGuides message_guides{};
    ports::MailSending mail_sending{};
    ports::MailLinks mail_links{};
    ports::NoteReturn note_return{};
    ports::Retention retention{};
    ports::VoiceReader voices{};
    ports::VoiceChanges voice_changes{};
    ports::WordHints word_hints{};
    ports::SearchDocuments documents{};
    jobs_lost::StandingFiguresNow jobs_figures{};  // of the slice that knows the imported tables
    ports::PersonFacts facts{};
    ports::StaffHome home{};
    ports::PersonData person_data{};
    mail::Renderers mails{};
    jobs::Handlers jobs{};
    std::vector<ports::Check> checks{};
    std::vector<ports::ApiOperation> operations{};
    std::vector<Seed> seeds{};      // run in this order
    std::vector<Worker> workers{};  // stopped in the opposite order

    // Filled by the slices that know: the name of the campaign and the pages in its menus (site), who is signed in
    // (accounts).
    std::function<std::string(base::Locale)> campaign;
    std::function<ports::PageLinks(base::Locale, std::optional<base::LevelId>)> page_links{};
    std::function<std::optional<html::StaffBar>(const http::Request&)> staff_bar{};
    http::Authenticator authenticator{};
    std::function<std::optional<http::Response>(const http::ErrorContext&)> api_error{};
    ports::PageFrames frames;

    http::Router router{};  // taken by the server: slices keep no reference to it

private:
    std::vector<std::shared_ptr<void>> kept_;
};

}  // namespace app
