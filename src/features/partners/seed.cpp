#include "features/partners/seed.h"

#include "features/partners/store.h"

namespace partners {

void seed_demo(db::Database& database) {
    const auto words = accept(
        {.code = "lake-river",
         .name_en = "Lake and River Workers’ Union",
         .name_fr = "Syndicat des travailleuses et travailleurs des lacs et rivières",
         .origins = "https://lake-river.example",
         .line_en = "Share my name and my address with the Lake and River Workers’ Union, which may write to me",
         .line_fr = "Transmettre mon nom et mon adresse au Syndicat des travailleuses et travailleurs des lacs et "
                    "rivières, qui pourra m’écrire"});
    database.write([&](db::Write& write) {
        if (!words || !store::all(write).empty()) return;
        constexpr auth::StaffId kDemo{0};
        if (const auto id = store::insert(write, *words, kDemo)) store::insert_wording(write, *id, words->line, kDemo);
    });
}

}  // namespace partners
