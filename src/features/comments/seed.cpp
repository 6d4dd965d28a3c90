#include "features/comments/seed.h"

#include <array>

#include "features/comments/store.h"

namespace comments {
namespace {

struct Invented {
    base::Locale locale;
    std::string_view words;
    State state;
    Reason reason = Reason::none;
};

constexpr auto kEnglish = base::Locale::english, kFrench = base::Locale::french;
constexpr std::array kInvented{
    Invented{kEnglish,
             "My mother cleaned this hospital for thirty years. She knew every patient by name. That is what a "
             "public service is.",
             State::shown},
    Invented{kFrench, "Je suis éducatrice à la petite enfance. Sans nous, personne d’autre ne travaille.",
             State::shown},
    Invented{kEnglish, "The ferry is my road. When it was cut to three days a week, we lost the clinic as well.",
             State::shown},
    Invented{kFrench, "On nous demande de faire plus avec moins depuis vingt ans. Le moins, c’est nous.", State::shown},
    Invented{kEnglish, "I disagree with half of this page, but equal pay for equal work is not negotiable.",
             State::shown},
    Invented{kFrench, "Pour ma fille, qui commence ses études en soins infirmiers.", State::shown},
    Invented{kEnglish, "Because the library is the only warm room in town that costs nothing.", State::waiting},
    Invented{kFrench, "Parce que l’eau doit rester publique. Achetez vos actions ailleurs.", State::waiting},
    Invented{kEnglish, "These people are parasites and you know it.", State::waiting},
    Invented{kEnglish, "Great loans, click here: fast-money.example.com", State::refused, Reason::advertising}};

void seed_one(db::Write& write, const Invented& invented, const ports::PublicName& by, const ports::SignerWords& of) {
    ports::SignerWords signer = of;
    signer.locale = invented.locale;
    signer.words = invented.words;
    signer.name = by.name;
    signer.place = by.place;
    const auto id = store::write_words(write, by.signature, signer);
    if (invented.state == State::waiting) return;
    store::decide(write, *store::find(write, id), invented.reason, {write.new_id<SavingId>(), "demo"});
}

}  // namespace

void seed_demo(db::Database& database, const Services& services, std::string_view slug) {
    database.write([&](db::Write& write) {
        const auto petition = services.petitions.find(write, slug, base::Locale::english);
        if (!petition || !store::counts(write, petition->id).empty()) return;
        const auto names = services.petitions.names(write, petition->id, {.limit = std::ssize(kInvented)});
        for (std::size_t i = 0; i < kInvented.size() && i < names.size(); ++i)
            if (const auto signer = services.signers.words(write, names[i].signature))
                seed_one(write, kInvented[i], names[i], *signer);
    });
}

}  // namespace comments
