#include "features/voices/seed.h"

#include <array>

#include "features/voices/consent.h"
#include "features/voices/consent_store.h"
#include "features/voices/portraits.h"
#include "features/voices/step_service.h"
#include "features/voices/store.h"
#include "features/voices/wall_store.h"
#include "people/address_hash.h"

namespace voices {
namespace {

constexpr auto kEnglish = base::Locale::english, kFrench = base::Locale::french;
using people::Province;

// portrait 0: initials instead of a picture.
struct Invented {
    base::Locale locale;
    std::string_view name, place;
    Province province;
    std::uint64_t portrait;
    std::string_view message, alt, email;
    State state = State::shown;
    Reason reason = Reason::none;
};

constexpr std::array kInvented{
    Invented{kEnglish, "Maya T.", "Moncton", Province::nb, 3,
             "I drive the 7 a.m. bus. Half of my riders start work before the office towers wake up.",
             "A woman smiles into the camera", "maya.t@voices.example"},
    Invented{kFrench, "Luc Ouellette", "Rimouski", Province::qc, 5,
             "L’hôpital de ma région m’a gardé en vie deux fois. Je lui dois bien une photo.",
             "Un homme sourit devant un mur de couleur", "luc.o@voices.example"},
    Invented{kEnglish, "Joan B.", "Thunder Bay", Province::on, 8, "My library card is the best thing in my wallet.", "",
             "joan.b@voices.example"},
    Invented{kFrench, "Fatoumata", "Montréal", Province::qc, 11,
             "Éducatrice depuis quinze ans. Les enfants, eux, savent très bien compter sur nous.",
             "Une femme aux cheveux longs regarde droit devant elle", "fatou@voices.example"},
    Invented{kEnglish, "Harpreet S.", "Surrey", Province::bc, 14,
             "Paramedic. Ask me what a closed emergency room means at three in the morning.",
             "Portrait of a paramedic after a shift", "harpreet@voices.example"},
    Invented{kFrench, "Noémie G.", "Edmundston", Province::nb, 0,
             "Je n’aime pas les photos, mais j’aime l’école publique de mes filles.", "", "noemie@voices.example"},
    Invented{kEnglish, "Dale", "Prince Albert", Province::sk, 19, "Roads do not plough themselves. I should know.",
             "A man with a cap", "dale@voices.example"},
    Invented{kEnglish, "Aaju K.", "Iqaluit", Province::nu, 22,
             "Up here the nurse is the whole hospital. Pay her like it.", "", "aaju@voices.example"},
    Invented{kFrench, "Marc-André", "Sudbury", Province::on, 26,
             "Pompier. On arrive en sept minutes parce qu’on est encore assez nombreux.",
             "Un pompier en tenue de ville", "marc.andre@voices.example"},
    Invented{kEnglish, "Rosalind P.", "Corner Brook", Province::nl, 29,
             "Thirty-one years in home care. I know every dog on the route.", "An older woman laughs",
             "rosalind@voices.example"},
    Invented{kFrench, "Jean-Baptiste L.", "Trois-Rivières", Province::qc, 33, "", "Un jeune homme devant un fond vert",
             "jb@voices.example"},
    Invented{kEnglish, "Tom W.", "Charlottetown", Province::pe, 0,
             "Clean water comes out of my tap because somebody at the plant never sleeps in.", "",
             "tom.w@voices.example"},
    Invented{kEnglish, "Keziah", "Halifax", Province::ns, 38, "Student. Tuition is a door, and I want it open.",
             "A student before a dark ground", "keziah@voices.example"},
    Invented{kFrench, "Solange D.", "Saint-Boniface", Province::mb, 41,
             "Ma mère est en résidence. Les préposées sont sa famille autant que moi.", "", "solange@voices.example"},
    Invented{kEnglish, "Wei", "Calgary", Province::ab, 46, "Public means everyone. That is the whole message.",
             "Somebody with glasses", "wei@voices.example"},
    Invented{kEnglish, "Bettina R.", "Whitehorse", Province::yt, 51,
             "Teacher. Twenty-nine children, one of me, and a broken photocopier.", "", "bettina@voices.example",
             State::waiting},
    Invented{kFrench, "Réjean", "Gaspé", Province::qc, 55, "Le traversier, c’est notre route. Gardez-le public !",
             "Un homme avec une casquette", "rejean@voices.example", State::waiting},
    Invented{kEnglish, "Deals4U", "", Province::on, 0, "Great loans, ask me how to get rich fast", "",
             "deals@voices.example", State::refused, Reason::advertising},
};

class Seeding {
public:
    explicit Seeding(const Bench& bench) : bench_(bench) {}

    void add(const Invented& invented) {
        const std::string original =
            invented.portrait == 0 ? "" : bench_.services.originals.put(draw_portrait(invented.portrait)).hex();
        const auto voice = bench_.database.write([&](db::Write& write) { return send(write, invented, original); });
        if (!original.empty()) make_at_once(bench_, voice);
        if (invented.state == State::waiting) return;
        bench_.database.write([&](db::Write& write) {
            judge(bench_.services, write, {voice, invented.reason},
                  {write.new_id<SavingId>(), auth::StaffId{0}, "Amélie Roy"});
        });
    }

private:
    // Nobody is told by mail: they are invented.
    VoiceId send(db::Write& write, const Invented& invented, const std::string& original) {
        const i18n::Translator t{invented.locale};
        const auto email = base::EmailAddress::parse(invented.email);
        const Submission submission{.name = std::string{invented.name},
                                    .place = std::string{invented.place},
                                    .province = invented.province,
                                    .message = std::string{invented.message},
                                    .alt = std::string{invented.alt},
                                    .email = *email,
                                    .guardian = {}};
        const auto consent = store::ensure_wording(
            write, {"publish", invented.locale, consent_words(t, organisation(bench_.services, invented.locale))});
        const auto voice = store::insert(write, {.submission = submission,
                                                 .locale = invented.locale,
                                                 .address_hash = people::address_hash(bench_.services.secret, *email),
                                                 .guardian_hash = 0,
                                                 .original = original,
                                                 .consent = consent,
                                                 .guardian_consent = WordingId{0},
                                                 .network = {}});
        store::confirm(write, *store::find(write, voice));
        return voice;
    }

    const Bench& bench_;
};

}  // namespace

void seed_demo(const Bench& bench) {
    const bool is_there = bench.database.read(
        [](db::Read& read) { return !store::wall(read, {.limit = 1}).empty() || store::count_waiting(read) > 0; });
    if (is_there) return;
    Seeding seeding{bench};
    for (const auto& invented : kInvented) seeding.add(invented);
}

}  // namespace voices
