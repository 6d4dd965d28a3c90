// app/plug_fraud_guard.cpp - who looks at sign-ons before they are recorded.
#include "app/plugs.h"
#include "features/fraud_guard/slice.h"

namespace app {

void plug_in_fraud_guard(House& house) {
    const auto& limits = house.settings.config.limits;
    auto& guard = house.keep<fraud_guard::Guard>(fraud_guard::PuzzleKey::of(house.secret));
    house.keep<fraud_guard::Keeper>(fraud_guard::Kept{house.database, limits, guard, house.load_ladder, house.metrics});
    const auto& slice =
        house.keep<fraud_guard::Slice>(fraud_guard::Services{limits, house.frames, guard, house.load_ladder});
    slice.add_routes(house.router);
    house.sign_on_guard = fraud_guard::sign_on_guard(guard);
    house.frames.add_staff_entry(fraud_guard::staff_entry());
    house.home.add(fraud_guard::home_news(guard, house.load_ladder));
    house.add_operations(fraud_guard::api_operations());
}

}  // namespace app
