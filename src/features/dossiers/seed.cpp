#include "features/dossiers/seed.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "features/dossiers/answer_store.h"
#include "features/dossiers/dossier_service.h"
#include "features/dossiers/record_store.h"

namespace dossiers {
namespace {

constexpr auto kEnglish = base::Locale::english, kFrench = base::Locale::french;

struct InventedAnswer {
    base::Locale locale;
    std::string_view subject, words;
    AnswerKind kind;
    Way way = Way::mail;
};
constexpr std::array kAnswers{
    InventedAnswer{
        kEnglish, "Re: Keep our services public",
        "Thank you for writing to me about the services in our riding.\n\nI have read your letter with care. "
        "I will vote against any bill that cuts the health transfer, and I will say so in the House before "
        "the holidays.",
        AnswerKind::of_substance},
    InventedAnswer{kFrench, "RE: Gardons nos services publics",
                   "Merci de votre lettre.\n\nLa députée a bien pris connaissance de vos préoccupations. Soyez assuré "
                   "que notre gouvernement demeure à l’écoute.",
                   AnswerKind::form_answer},
    InventedAnswer{
        kEnglish, "Re: Keep our services public",
        "Good afternoon,\n\nthe member asked me to tell you that she will meet your group in the first week of "
        "December, at the constituency office, and that she supports the pledge in part.",
        AnswerKind::unread},
    InventedAnswer{kFrench, "Réponse automatique : absence du bureau",
                   "Bonjour, nous avons bien reçu votre message et vous répondrons dans les meilleurs délais.",
                   AnswerKind::automatic},
    InventedAnswer{kFrench, "", "Son adjoint m’a téléphoné : il votera pour, mais ne veut pas le dire avant.",
                   AnswerKind::unread, Way::supporter}};

// One change of a promise after the first.
struct InventedState {
    PromiseState state;
    std::string_view on_date, en, fr;
};
struct InventedPromise {
    std::string_view made_on, en, fr, evidence_en, evidence_fr;
    std::optional<InventedState> then{};
};
constexpr std::array<InventedPromise, 4> kPromises{
    {{"2026-11-09", "To vote against any bill that cuts the health transfer.",
      "Voter contre tout projet de loi qui réduit le transfert en santé.", "Wrote so to people in the riding.",
      "L’a écrit à des gens de la circonscription.", std::nullopt},
     {"2026-09-22", "To visit the public laundry before its contract is decided.",
      "Visiter la buanderie publique avant la décision sur son contrat.", "Said so at the open house of the hospital.",
      "L’a dit à la journée portes ouvertes de l’hôpital.",
      InventedState{PromiseState::kept, "2026-10-30", "Came with two staff and stayed an hour.",
                    "Est venue avec deux membres de son équipe, pendant une heure."}},
     {"2026-06-14", "To table our petition before the summer.", "Déposer notre pétition avant l’été.",
      "Promised at a meeting with the local.", "Promis lors d’une rencontre avec la section locale.",
      InventedState{PromiseState::broken, "2026-07-02", "The House rose; the petition was not tabled.",
                    "La session a pris fin ; la pétition n’a pas été déposée."}},
     {"2026-10-05", "", "Demander une étude sur les horaires des traversiers.", "", "Dit à la radio communautaire.",
      std::nullopt}}};

struct InventedMeeting {
    std::string_view on_date, people, notes, en, fr, follow_up, due_on;
};
constexpr std::array<InventedMeeting, 3> kMeetings{
    {{"2026-10-30", "R. Tremblay, K. Osei",
      "Friendly, well prepared. Worried about the cost of the second shift; wants figures for the region before the "
      "vote.",
      "We showed what contracting out cost two towns nearby, and asked for a public vote.",
      "Nous avons montré ce que la sous-traitance a coûté à deux villes voisines et demandé un vote public.",
      "Send the figures for the region", "2026-11-20"},
     {"2026-11-05", "A. Singh", "Short, by telephone. Staff only; call again after the budget.", "", "",
      "Call the constituency office", "2026-12-04"},
     {"2026-11-13", "J. Arsenault, M. Cardinal", "Does not sign pledges, but listened for forty minutes.",
      "Three nurses told of their nights.", "Trois infirmières ont raconté leurs nuits.", "", ""}}};

// What the demo's own letters asked them, so that an answer belongs to a campaign.
LetterCampaignId campaign_of(const Services& services, db::Read& read, RepresentativeId id) {
    if (!services.letters.asked) return LetterCampaignId{0};
    const auto asked = services.letters.asked(read, id, kEnglish);
    return asked.empty() ? LetterCampaignId{0} : asked.front().campaign;
}

void seed_answer(const Services& services, db::Write& write, RepresentativeId who, const InventedAnswer& invented) {
    store::add_answer(write, {.representative = who,
                              .campaign = campaign_of(services, write, who),
                              .way = invented.way,
                              .received_at = write.now(),
                              .sender = invented.way == Way::mail ? "Office <office@parl.example.org>" : "",
                              .subject = std::string{invented.subject},
                              .words = std::string{invented.words},
                              .locale = invented.locale,
                              .kind = invented.kind,
                              .fingerprint = "",
                              .read_by = invented.kind == AnswerKind::unread ? "" : "demo"});
}

void seed_promise(db::Write& write, RepresentativeId who, const InventedPromise& invented) {
    const auto text = [](std::string_view words) { return std::string{words}; };
    const auto id = store::add_promise(write,
                                       {.words = {text(invented.en), text(invented.fr)},
                                        .made_on = text(invented.made_on),
                                        .evidence = {text(invented.evidence_en), text(invented.evidence_fr)},
                                        .evidence_url = ""},
                                       {who, "demo", kEnglish});
    if (!invented.then) return;
    const auto promise = store::find_promise(write, id);
    store::add_state(write, *promise,
                     {.state = invented.then->state,
                      .seen = promise->now().id,
                      .on_date = text(invented.then->on_date),
                      .evidence = {text(invented.then->en), text(invented.then->fr)},
                      .evidence_url = ""},
                     "demo");
}

void seed_meeting(db::Write& write, RepresentativeId who, const InventedMeeting& invented) {
    const auto text = [](std::string_view words) { return std::string{words}; };
    store::add_meeting(write,
                       {.on_date = text(invented.on_date),
                        .people = text(invented.people),
                        .notes = text(invented.notes),
                        .summary = {text(invented.en), text(invented.fr)},
                        .follow_up = text(invented.follow_up),
                        .due_on = text(invented.due_on)},
                       {who, "demo", kEnglish});
}

void seed_position(const Services& services, db::Write& write, RepresentativeId who) {
    const auto about = matters(services, write, kEnglish);
    const auto campaign =
        std::ranges::find_if(about, [](const MatterChoice& each) { return each.matter.campaign.value != 0; });
    if (campaign == about.end()) return;
    store::set_position(write,
                        {.matter = campaign->matter,
                         .stand = OwnStand::in_part,
                         .on_date = "2026-11-16",
                         .evidence = {"Wrote that the aim is right and the date too early.",
                                      "A écrit que le but est bon, mais la date trop proche."},
                         .evidence_url = ""},
                        {who, "demo", kEnglish});
}

// Those whom letters reached first, then anybody who holds a seat.
std::vector<RepresentativeId> chosen_ones(const Services& services, db::Read& read) {
    std::vector<RepresentativeId> chosen;
    if (services.letters.sums)
        for (const auto& each : services.letters.sums(read)) chosen.push_back(each.representative);
    for (const auto& each : services.representatives.where(read, {.locale = kEnglish}))
        if (each.seat == ports::Seat::held && std::ranges::find(chosen, each.id) == chosen.end())
            chosen.push_back(each.id);
    return chosen;
}

}  // namespace

void seed_demo(db::Database& database, const Services& services) {
    if (!services.representatives.where) return;
    database.write([&](db::Write& write) {
        const auto who = chosen_ones(services, write);
        if (who.size() < kAnswers.size() || !store::answer_counts(write).empty()) return;
        for (std::size_t i = 0; i < kAnswers.size(); ++i) seed_answer(services, write, who[i], kAnswers[i]);
        for (std::size_t i = 0; i < kPromises.size(); ++i) seed_promise(write, who[i == 1 ? 0 : i], kPromises[i]);
        for (std::size_t i = 0; i < kMeetings.size(); ++i) seed_meeting(write, who[i], kMeetings[i]);
        seed_position(services, write, who[0]);
    });
}

}  // namespace dossiers
