#include "people/consent.h"

namespace people {

ConsentState state_of(const std::optional<Consent>& newest, base::Instant now) {
    if (!newest) return ConsentState::none;
    if (newest->act == ConsentAct::withdrawn) return ConsentState::withdrawn;
    if (newest->expires_at && *newest->expires_at <= now) return ConsentState::expired;
    return ConsentState::given;
}

}  // namespace people
