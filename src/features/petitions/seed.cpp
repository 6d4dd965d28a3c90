#include "features/petitions/seed.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "features/petitions/count_store.h"
#include "features/petitions/demo_texts.h"
#include "features/petitions/sign_on_store.h"
#include "features/petitions/store.h"
#include "people/address_hash.h"

namespace petitions {
namespace {

using Tick = SignatureForm::Tick;

constexpr std::int64_t kStep = 20'000;
constexpr base::Duration kSpread = base::days(60);
constexpr base::Duration kTimeToConfirm = base::minutes(4);

constexpr std::array<std::string_view, 40> kGivenNames{
    "Maya",    "Léa",     "Noah",   "Amélie", "Jean-Luc",  "Sophie",   "Ibrahim", "Wei",     "Chloé",  "Gurpreet",
    "Olivia",  "Étienne", "Fatima", "Liam",   "Geneviève", "Ravi",     "Ana",     "Mathieu", "Zoë",    "Kofi",
    "Margaux", "Thomas",  "Aïcha",  "Daniel", "Isabelle",  "Tremaine", "Nadia",   "Félix",   "Sarah",  "Hugo",
    "Mei",     "Antoine", "Joanne", "Samuel", "Élise",     "Omar",     "Grace",   "Xavier",  "Ingrid", "Tariq"};
constexpr std::array<std::string_view, 40> kFamilyNames{
    "Tremblay", "Singh",     "Roy",      "MacLeod",   "Nguyen", "Gagnon",     "Okafor",  "Lavoie",
    "Chen",     "Cardinal",  "Bouchard", "Patel",     "O'Neil", "Côté",       "Haddad",  "Fraser",
    "Bélanger", "Kowalski",  "Dubois",   "Sandhu",    "Morin",  "Campbell",   "Hassan",  "Lévesque",
    "Wilson",   "Arsenault", "Moreau",   "Rodrigues", "Girard", "Khan",       "Poirier", "Leclerc",
    "Thompson", "Beaulieu",  "Ahmed",    "Martel",    "Young",  "Desjardins", "Walker",  "Ouellet"};

// Invented places, with postal codes of their province.
struct MadeUpPlace {
    std::string_view name, postal_code;
};
constexpr std::array<MadeUpPlace, 16> kPlaces{{{"Rivière-aux-Pins", "J0X 1A1"},
                                               {"Val-Clair", "G0A 2B0"},
                                               {"Port Hollis", "B0J 1C0"},
                                               {"Lakefield Junction", "K0L 2H0"},
                                               {"Saint-Amable-du-Lac", "H2X 1Y4"},
                                               {"Maple Ridge Mills", "N0B 1S0"},
                                               {"Prairie Bend", "S0A 0B0"},
                                               {"Cold Creek", "T0A 0R0"},
                                               {"Anse-au-Vent", "E1N 2A3"},
                                               {"Harbour Deep", "A0K 1P0"},
                                               {"Cedar Narrows", "V0N 1B0"},
                                               {"Red Willow", "R0A 0A0"},
                                               {"New Bristol", "M4B 1B3"},
                                               {"Pointe-Basse", "C0A 1H0"},
                                               {"Northgate", "Y1A 0A1"},
                                               {"Grand-Sault-Nord", "E3Y 1A1"}}};

// Spreads consecutive numbers over a list without a visible pattern.
std::size_t pick(std::uint64_t number, std::uint64_t salt, std::size_t size) {
    std::uint64_t mixed = (number + salt) * 0x9E3779B97F4A7C15ULL;
    mixed ^= mixed >> 29;
    return static_cast<std::size_t>((mixed * 0xBF58476D1CE4E5B9ULL >> 32) % size);
}

Signer made_up_signer(std::int64_t number) {
    const auto n = static_cast<std::uint64_t>(number);
    const MadeUpPlace& place = kPlaces[pick(n, 3, kPlaces.size())];
    const auto email = base::EmailAddress::parse(fmt::format("supporter{}@example.org", number));
    return {std::string{kGivenNames[pick(n, 1, kGivenNames.size())]},
            std::string{kFamilyNames[pick(n, 2, kFamilyNames.size())]},
            *email,
            "CA",
            std::string{place.postal_code},
            std::string{place.name},
            "",
            pick(n, 4, 3) != 0 ? Tick::yes : Tick::no,
            pick(n, 5, 2) != 0 ? Tick::yes : Tick::no};
}

// The signatures of one step: numbers first..first+count-1 behind those that are there already.
struct Stretch {
    std::int64_t first, count, total;
    base::Instant from;
};

// Where they go: the petition, its texts, and how many signatures are there already.
struct Target {
    PetitionId petition;
    TextId english, french;
    std::int64_t there = 0;

    TextId text_in(base::Locale locale) const { return locale == base::Locale::french ? french : english; }
};

std::vector<store::LoadedSignature> made_up(const auth::Secret& secret, std::string_view slug, const Target& target,
                                            const Stretch& stretch) {
    std::vector<store::LoadedSignature> signatures;
    signatures.reserve(static_cast<std::size_t>(stretch.count));
    for (std::int64_t i = stretch.first; i < stretch.first + stretch.count; ++i) {
        Signer signer = made_up_signer(target.there + i);
        const std::int64_t hash = people::address_hash(secret, signer.email);
        const base::Instant at = stretch.from + base::Duration{kSpread.microseconds / stretch.total * i};
        const bool is_confirmed = pick(static_cast<std::uint64_t>(i), 6, 8) != 0;
        const base::Locale locale =
            pick(static_cast<std::uint64_t>(i), 7, 3) == 0 ? base::Locale::french : base::Locale::english;
        signatures.push_back({SignOn{std::string{slug}, locale, std::move(signer), hash, ""}, target.text_in(locale),
                              at, is_confirmed ? std::optional{at + kTimeToConfirm} : std::nullopt});
    }
    return signatures;
}

std::int64_t signatures_there(db::Read& read, PetitionId petition) {
    std::int64_t there = 0;
    for (const store::Count& count : store::tally(read))
        if (count.petition == petition) there += count.pending + count.confirmed + count.withdrawn + count.invalidated;
    return there;
}

// nullopt: no such petition, or no text of it is public.
std::optional<Target> target_of(db::Read& read, std::string_view slug) {
    const auto petition = store::find(read, slug);
    const auto english = petition ? store::public_text(read, petition->id, base::Locale::english) : std::nullopt;
    const auto french = petition ? store::public_text(read, petition->id, base::Locale::french) : std::nullopt;
    if (!english && !french) return std::nullopt;
    return Target{petition->id, (english ? english : french)->id, (french ? french : english)->id,
                  signatures_there(read, petition->id)};
}

Seeded seed_one(db::Write& write, base::LevelId level, const DemoPetition& demo) {
    const auto id =
        store::insert(write, {std::string{demo.slug}, demo.kind, demo.goal, std::nullopt, ""}, level, "demo");
    if (!id) return Seeded::before;
    const auto petition = store::find(write, *id);
    store::save_text(write, *petition, base::Locale::english, demo.english, "demo");
    store::save_text(write, *petition, base::Locale::french, demo.french, "demo");
    store::publish(write, *id, "demo");
    return Seeded::now;
}

}  // namespace

Seeded seed_demo(db::Write& write, base::LevelId level) {
    Seeded any = Seeded::before;
    for (const DemoPetition& demo : demo_petitions())
        if (seed_one(write, level, demo) == Seeded::now) any = Seeded::now;
    return any;
}

Loaded load(db::Database& database, const auth::Secret& secret, const Load& wish,
            const std::function<void(std::int64_t)>& progress) {
    const auto target = database.read([&](db::Read& read) { return target_of(read, wish.slug); });
    if (!target) return Loaded::no_such_petition;
    const base::Instant from = database.now() - kSpread - kTimeToConfirm;
    for (std::int64_t done = 0; done < wish.signatures;) {
        const Stretch stretch{done, std::min(kStep, wish.signatures - done), wish.signatures, from};
        const auto signatures = made_up(secret, wish.slug, *target, stretch);
        database.write(
            [&](db::Write& write) { wish.changes.tell(write, store::load(write, target->petition, signatures)); });
        done += stretch.count;
        progress(done);
    }
    return Loaded::done;
}

}  // namespace petitions
