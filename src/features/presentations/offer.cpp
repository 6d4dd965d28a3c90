#include "features/presentations/offer.h"

#include <algorithm>
#include <array>
#include <tuple>

#include <fmt/format.h>

#include "base/whole_number.h"

namespace presentations {
namespace {

constexpr std::array<std::string_view, 3> kAreaNames{"local", "province", "national"};
constexpr std::array<int, 3> kAreaScores{30, 20, 10};
constexpr int kTopicScore = 8;
constexpr int kDateScore = 3;
constexpr int kLoadScore = -6;
constexpr int kNearScore = 9;        // of who lives there
constexpr int kNearKilometres = 20;  // each costs one point of it

// Shows every word between blanks.
template <class Visit>
void each_word(std::string_view text, Visit visit) {
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        visit(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

int near_score(const Reasons& reasons) {
    if (!reasons.kilometres || reasons.is_too_far()) return 0;
    return std::max(0, kNearScore - *reasons.kilometres / kNearKilometres);
}

std::int64_t number_behind(std::string_view word, std::string_view name) {
    return base::whole_number(word.substr(name.size())).value_or(0);
}

}  // namespace

std::string text_of(const Reasons& reasons) {
    auto text = fmt::format("{}{}load:{} dates:{}",
                            reasons.area ? fmt::format("{} ", kAreaNames[static_cast<std::size_t>(*reasons.area)]) : "",
                            reasons.knows_topic ? "topic " : "", reasons.load, reasons.dates);
    if (reasons.kilometres) text += fmt::format(" km:{} radius:{}", *reasons.kilometres, reasons.radius);
    if (reasons.is_asked_for) text += " asked";
    return text;
}

Reasons reasons_of(std::string_view text) {
    Reasons reasons;
    each_word(text, [&](std::string_view word) {
        if (const auto area = std::ranges::find(kAreaNames, word); area != kAreaNames.end())
            reasons.area = static_cast<ports::AreaFit>(area - kAreaNames.begin());
        if (word == "topic") reasons.knows_topic = true;
        if (word.starts_with("load:")) reasons.load = number_behind(word, "load:");
        if (word.starts_with("dates:")) reasons.dates = number_behind(word, "dates:");
        if (word.starts_with("km:")) reasons.kilometres = static_cast<int>(number_behind(word, "km:"));
        if (word.starts_with("radius:")) reasons.radius = static_cast<int>(number_behind(word, "radius:"));
        if (word == "asked") reasons.is_asked_for = true;
    });
    return reasons;
}

int score_of(const Reasons& reasons) {
    const int area = reasons.area ? kAreaScores[static_cast<std::size_t>(*reasons.area)] : 0;
    return area + (reasons.knows_topic ? kTopicScore : 0) + near_score(reasons) +
           kDateScore * static_cast<int>(reasons.dates) + kLoadScore * static_cast<int>(reasons.load);
}

std::vector<Candidate> best_of(std::vector<Candidate> candidates, std::size_t most) {
    std::ranges::sort(candidates, {}, [](const Candidate& each) {
        const Reasons& why = each.reasons;
        return std::tuple{!why.is_asked_for, why.is_too_far(), -score_of(why), why.load, each.champion};
    });
    if (candidates.size() > most)
        candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(most), candidates.end());
    return candidates;
}

std::vector<Candidate> next_round(std::vector<Candidate> candidates) {
    auto best = best_of(std::move(candidates), kOffersPerRound);
    if (!best.empty() && best.front().reasons.is_asked_for) best.erase(best.begin() + 1, best.end());
    return best;
}

base::Instant expiry_of(base::Instant now, const std::vector<base::Instant>& dates) {
    const base::Instant usual = now + base::days(2);
    if (dates.empty()) return usual;
    return std::max(now, std::min(usual, std::ranges::max(dates) - base::hours(6)));
}

}  // namespace presentations
