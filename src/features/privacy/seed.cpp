#include "features/privacy/seed.h"

#include "features/privacy/store.h"

namespace privacy {

void seed_demo(db::Write& write) {
    if (store::officer(write)) return;
    store::name_officer(write, {.name = "Amélie Roy",
                                .role_en = "campaign coordinator",
                                .role_fr = "coordonnatrice de la campagne",
                                .email = "privacy@alltogether.example"});
}

}  // namespace privacy
