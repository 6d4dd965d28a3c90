// features/voices/reach_service.h - whose voices a person of staff judges: everybody's for who may at the national
// level, else those of the provinces where they may. A voice lies in the province that its sender named; one from
// elsewhere is the nation's, and locals have none of their own.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "people/place.h"
#include "platform/auth/principal.h"
#include "platform/db/transaction.h"

namespace voices {

struct Reach {
    bool is_national = false;
    std::vector<people::Province> provinces{};  // where it is not national

    bool is_nothing() const { return !is_national && provinces.empty(); }
    bool holds(std::string_view province) const;
    // What the stores are asked for, one after the other: the codes of the provinces, or "" once for all voices.
    std::vector<std::string> parts() const;
};

Reach reach_of(db::Read& read, const auth::Principal& staff, auth::Permission permission);

}  // namespace voices
