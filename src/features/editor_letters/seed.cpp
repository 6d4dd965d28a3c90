#include "features/editor_letters/seed.h"

#include <array>

#include "features/editor_letters/letter_service.h"
#include "features/editor_letters/store.h"
#include "features/editor_letters/words.h"
#include "people/address_hash.h"
#include "people/store.h"

namespace editor_letters {
namespace {

constexpr std::string_view kDemoDay = "2026-11-22";  // of whatever clock: their days are fixed as well
constexpr std::string_view kInvented =
    "name,language,place,province,reach,postal_areas,email,page_url,word_limit,source,as_of\n"
    "Larch River Herald,en,Larch River,NB,town,E1A E1C,letters@larch-river-herald.example.org,"
    "https://larch-river-herald.example.org/letters,250,Demo / Démo,2026-10-12\n"
    "Tidewater Post,en,Larch River,NB,province,,letters@tidewater-post.example.org,"
    "https://tidewater-post.example.org/opinion,300,Demo / Démo,2026-09-30\n"
    "L’Écho de la Baie,fr,Cap-aux-Saules,NB,region,,courrier@echo-de-la-baie.example.org,"
    "https://echo-de-la-baie.example.org/courrier,300,Demo / Démo,2026-10-05\n"
    "Le Clairon de Val-Clair,fr,Val-Clair,QC,town,J7J J7K,courrier@clairon-val-clair.example.org,"
    "https://clairon-val-clair.example.org/courrier,250,Demo / Démo,2026-10-20\n"
    "La Feuille d’érable,fr,,,country,,lettres@feuille-erable.example.org,"
    "https://feuille-erable.example.org/lettres,200,Demo / Démo,2026-08-18\n"
    "North Carling Weekly,en,North Carling,ON,town,P0A,letters@north-carling.example.org,,200,Demo / Démo,2025-06-01\n"
    "Carling Valley Times,both,North Carling,ON,region,,letters@carling-valley-times.example.org,"
    "https://carling-valley-times.example.org/letters,350,Demo / Démo,2026-11-02\n"
    "Confederation Chronicle,en,,,country,,letters@confederation-chronicle.example.org,"
    "https://confederation-chronicle.example.org/letters,150,Demo / Démo,2026-11-10\n";

CampaignPlan library_hours() {
    CampaignPlan plan;
    plan.title_en = "Say what a library is worth";
    plan.title_fr = "Dites ce que vaut une bibliothèque";
    plan.happened_en =
        "Three town councils have put their libraries’ evening hours on the list of savings for the spring. The votes "
        "come before the end of winter.\n\nPapers have written about the money. Hardly anybody has written about the "
        "people who come in at six, after work.";
    plan.happened_fr =
        "Trois conseils municipaux ont mis les heures du soir de leur bibliothèque sur la liste des économies du "
        "printemps. Les votes auront lieu avant la fin de l’hiver.\n\nLes journaux ont parlé d’argent. Presque "
        "personne "
        "n’a parlé des gens qui arrivent à 18 h, après le travail.";
    plan.points_en =
        "Who you meet there in the evening, and what they come for.\nWhat you would pay for the same elsewhere, if it "
        "could be had.\nEvening hours cost a household less than a cup of coffee a month.\nA town that closes its "
        "doors "
        "at five is closed to whoever works until five.";
    plan.points_fr =
        "Qui vous y croisez le soir, et ce que ces gens viennent y chercher.\nCe que la même chose vous coûterait "
        "ailleurs, si elle s’y trouvait.\nLes heures du soir coûtent à un ménage moins d’un café par mois.\nUne ville "
        "qui ferme ses portes à 17 h est fermée à qui travaille jusqu’à 17 h.";
    return plan;
}

struct Written {
    std::string_view paper, subject, text, headline, on;
    base::Locale language;
};
constexpr std::array kWritten{
    Written{
        "Larch River Herald", "After six o’clock",
        "I drive the 5:40 bus, and when I lock it up the library is the only lit window on Main Street. My daughter "
        "does her homework there because our flat has one table. Take away the evening, and you take away her desk.",
        "A desk on Main Street", "2026-11-14", base::Locale::english},
    Written{
        "Le Clairon de Val-Clair", "Un pupitre le soir",
        "Je finis à l’usine à 17 h 30. Ma fille m’attend à la bibliothèque, où elle fait ses devoirs parce que notre "
        "logement n’a qu’une table. Fermer le soir, ce n’est pas économiser : c’est lui retirer son pupitre.",
        "Le pupitre de ma fille", "2026-11-17", base::Locale::french}};

std::optional<Newspaper> paper_called(db::Read& read, std::string_view name) {
    for (auto& each : store::newspapers(read))
        if (each.facts.name == name) return each;
    return std::nullopt;
}

// Sent, told and seen in print, by Ana of the demo.
void seed_letter(const Services& services, EditorCampaignId campaign, const Written& written, db::Write& write) {
    const auto paper = paper_called(write, written.paper);
    const auto email = base::EmailAddress::parse("ana@night-shift.example.org");
    if (!paper || !email) return;
    const NewLetter letter{std::string{written.subject},
                           std::string{written.text},
                           "Ana Silva",
                           paper->facts.place,
                           "506 555-0142",
                           *email};
    const auto signature = likeness::signature_of(letter.text);
    const auto id =
        store::insert(write, {campaign, paper->id, letter, signature, people::address_hash(services.secret, *email),
                              written.language, written.language, 0, 0});
    store::send(write, {id, LetterState::draft, LetterState::sent});
    store::step(write, campaign, {.sent = 1, .printed = 1});
    store::tell_printed(write, id, {paper->facts.page_url, std::string{written.on}, std::string{written.headline}});
    store::judge_printed(write, id, PrintedState::seen);
}

}  // namespace

void seed_demo(db::Database& database, const Services& services) {
    database.write([&](db::Write& write) {
        const auto national = people::find_level(write, people::kNationalSlug);
        if (!national || !store::newspapers(write).empty()) return;
        const auto papers = read_list({kInvented, std::string{kDemoDay}});
        if (!papers) return;
        for (const auto& facts : *papers) store::keep(write, facts);
        const auto campaign = store::insert(write, national->id, library_hours());
        store::publish(write, campaign);
        for (const auto& written : kWritten) seed_letter(services, campaign, written, write);
    });
}

}  // namespace editor_letters
