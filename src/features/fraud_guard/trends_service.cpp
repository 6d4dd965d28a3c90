#include "features/fraud_guard/trends_service.h"

#include <algorithm>
#include <cmath>

namespace fraud_guard {
namespace {

constexpr base::Duration kLately = base::minutes(10);
constexpr base::Duration kUsual = base::days(1);
constexpr std::size_t kMostRemembered = 20'000;  // of one kind
constexpr double kFewest = 20;
constexpr double kLeastShare = 0.02;
constexpr double kTimesUsual = 3;

double fading(base::Duration passed, base::Duration period) {
    return std::exp(-static_cast<double>(passed.microseconds) / static_cast<double>(period.microseconds));
}

bool rises(const Trend& trend) {
    return static_cast<double>(trend.sign_ons) >= kFewest && trend.share >= kLeastShare &&
           trend.share >= kTimesUsual * trend.usual_share;
}

}  // namespace

void Trends::add(const std::vector<Sighting>& sightings, base::Instant at) {
    fade(at);
    const auto count = [](Weight& weight, Sighting::Flagged flagged) {
        weight.lately += 1;
        weight.usual += 1;
        weight.flagged += flagged == Sighting::Flagged::yes ? 1 : 0;
    };
    for (const Sighting& sighting : sightings) {
        count(of(TrendKind::domain)[sighting.domain], sighting.flagged);
        count(of(TrendKind::network)[sighting.client.truncated()], sighting.flagged);
        count(of(TrendKind::country)[sighting.country], sighting.flagged);
        count(all_, sighting.flagged);
    }
    for (Weights& weights : weights_) forget_rarest(weights);
}

// At most once a second: counts move slowly.
void Trends::fade(base::Instant at) {
    const base::Duration passed = at - faded_at_;
    if (passed < base::seconds(1)) return;
    faded_at_ = at;
    const double lately = fading(passed, kLately), usual = fading(passed, kUsual);
    const auto fade_one = [&](Weight& weight) {
        weight.lately *= lately;
        weight.flagged *= lately;
        weight.usual *= usual;
    };
    fade_one(all_);
    for (Weights& weights : weights_)
        for (auto& [what, weight] : weights) fade_one(weight);
}

void Trends::forget_rarest(Weights& weights) const {
    for (double least = 0.5; weights.size() > kMostRemembered; least *= 2)
        std::erase_if(weights, [least](const auto& entry) { return entry.second.lately < least; });
}

Trend Trends::trend_of(TrendKind kind, const std::string& what, const Weight& weight) const {
    const auto percent = weight.lately > 0 ? 100 * weight.flagged / weight.lately : 0;
    return {kind,
            what,
            std::llround(weight.lately),
            std::llround(percent),
            all_.lately > 0 ? weight.lately / all_.lately : 0,
            all_.usual > 0 ? weight.usual / all_.usual : 0};
}

std::vector<Trend> Trends::rising() const {
    std::vector<Trend> trends;
    for (const TrendKind kind : kTrendKinds)
        for (const auto& [what, weight] : of(kind)) {
            const Trend trend = trend_of(kind, what, weight);
            if (rises(trend)) trends.push_back(trend);
        }
    std::ranges::sort(trends, [](const Trend& left, const Trend& right) {
        return left.share * right.usual_share > right.share * left.usual_share;
    });
    return trends;
}

std::vector<Trend> Trends::most_frequent(TrendKind kind, std::size_t limit) const {
    std::vector<Trend> trends;
    for (const auto& [what, weight] : of(kind)) trends.push_back(trend_of(kind, what, weight));
    std::ranges::sort(trends, [](const Trend& left, const Trend& right) {
        return left.sign_ons != right.sign_ons ? left.sign_ons > right.sign_ons : left.what < right.what;
    });
    if (trends.size() > limit) trends.erase(trends.begin() + static_cast<std::ptrdiff_t>(limit), trends.end());
    return trends;
}

}  // namespace fraud_guard
