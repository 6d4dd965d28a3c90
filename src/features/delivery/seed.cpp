#include "features/delivery/seed.h"

#include "features/delivery/paper_store.h"
#include "features/delivery/store.h"

namespace delivery {
namespace {

constexpr std::string_view kWriter = "Amélie Roy";

RecordWords demo_words() {
    return {.delivered_on = *base::day_of("2026-10-14"),
            .recipient = "Claire Vautour",
            .office = "Finances / Finance (demo)",
            .place = "Lakefield Junction",
            .words_en =
                "Twelve of us carried the boxes up the steps at noon. The minister came down to take them, and "
                "listened for **twenty minutes** to a nurse, a teacher and a retired bus driver.",
            .words_fr =
                "À midi, nous étions douze à monter les boîtes. La ministre est descendue les prendre et a "
                "écouté pendant **vingt minutes** une infirmière, une enseignante et un chauffeur d’autobus à "
                "la retraite.",
            .picture = 0,
            .response_on = base::day_of("2026-11-06"),
            .response_en =
                "The minister writes that the spring budget will say, for each measure, whom it helps and "
                "whom it costs.",
            .response_fr =
                "La ministre écrit que le budget du printemps dira, pour chaque mesure, qui elle aide et à "
                "qui elle coûte."};
}

BatchWords demo_batch() {
    return {.received_on = *base::day_of("2026-10-10"),
            .place = "Lakefield Junction",
            .collector = "Local 204 (demo)",
            .sheets = 14,
            .valid = 163,
            .refused = 9,
            .note = "Two sheets without addresses were not counted."};
}

}  // namespace

void seed_demo(db::Write& write, const ports::PetitionReader& petitions, std::string_view slug) {
    const auto petition = petitions.find(write, slug, base::Locale::english);
    if (!petition || !store::records(write, petition->id, store::Which::all).empty()) return;
    const auth::Principal writer{.id = auth::StaffId{0},
                                 .name = std::string{kWriter},
                                 .email = *base::EmailAddress::parse("amelie@alltogether.example"),
                                 .grants = {},
                                 .session = auth::SessionId{0}};
    const auto batch = demo_batch();
    store::insert_batch(write, petition->id, batch, writer);
    const store::Counted counted{{{ports::SignerClass::individual, 431}}, batch.valid};
    const auto id = store::insert_record(write, {petition->id, demo_words(), counted}, kWriter);
    store::publish_record(write, id, kWriter);
}

}  // namespace delivery
