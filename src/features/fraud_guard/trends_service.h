// features/fraud_guard/trends_service.h - which domains, networks and countries come up more than they usually do. One
// thread at a time.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/instant.h"
#include "platform/http/client_address.h"

namespace fraud_guard {

enum class TrendKind : unsigned char { domain, network, country };
inline constexpr std::array kTrendKinds{TrendKind::domain, TrendKind::network, TrendKind::country};

// What trends know about one sign-on.
struct Sighting {
    std::string domain;  // of the address
    http::ClientAddress client;
    std::string country;  // as given
    enum class Flagged : unsigned char { no, yes } flagged = Flagged::no;
};

struct Trend {
    TrendKind kind;
    std::string what;
    std::int64_t sign_ons;         // lately
    std::int64_t flagged_percent;  // of these
    double share, usual_share;     // of all sign-ons, 0..1: lately, and in the long run
};

// Networks are /24 (IPv4) and /48 (IPv6). Counts that fade: lately is the last ten minutes, usual the last day (their
// weights fall to 1/e in that time).
class Trends {
public:
    void add(const std::vector<Sighting>& sightings, base::Instant at);

    // Those with at least 20 sign-ons lately, at least 2 % of all, and three times their usual share or more; the
    // strongest first.
    std::vector<Trend> rising() const;

    // The most frequent of a kind lately.
    std::vector<Trend> most_frequent(TrendKind kind, std::size_t limit) const;

private:
    struct Weight {
        double lately = 0, usual = 0, flagged = 0;
    };
    using Weights = std::unordered_map<std::string, Weight>;

    void fade(base::Instant at);
    void forget_rarest(Weights& weights) const;
    Trend trend_of(TrendKind kind, const std::string& what, const Weight& weight) const;
    Weights& of(TrendKind kind) { return weights_[static_cast<std::size_t>(kind)]; }
    const Weights& of(TrendKind kind) const { return weights_[static_cast<std::size_t>(kind)]; }

    std::array<Weights, kTrendKinds.size()> weights_;
    Weight all_;
    base::Instant faded_at_{};
};

}  // namespace fraud_guard
