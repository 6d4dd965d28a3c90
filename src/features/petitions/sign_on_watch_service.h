// features/petitions/sign_on_watch_service.h - notices when one network address signs one petition often. Union halls
// and mobile networks do as well, so this only flags; refusing is the server's limit, far higher.
#pragma once
#include <string_view>

#include "base/instant.h"
#include "platform/http/client_address.h"
#include "platform/http/rate_limit.h"
#include "platform/runtime/config.h"

namespace petitions {

enum class Pace : unsigned char { usual, many };

class SignOnWatch {
public:
    explicit SignOnWatch(const runtime::Config::Limits& limits);

    // Counts one sign-on (IPv6: by its /64) and says whether there were more than limits.sign_ons_per_minute_flag
    // within a minute or limits.sign_ons_per_5_minutes_flag within five.
    Pace count(const http::ClientAddress& address, std::string_view slug, base::Instant at);

private:
    http::Rate each_minute_, each_five_minutes_;
    http::RateLimiter minute_, five_minutes_;
};

}  // namespace petitions
