// features/presentations/offer.h - to whom a request is offered, why they, and for how long. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "features/presentations/presentation.h"
#include "ports/champions.h"

namespace presentations {

using OfferId = base::Id<struct OfferTag>;

// Stored as these numbers. gone: somebody else was first, or it is not wanted any more.
enum class OfferState : unsigned char { open = 0, accepted = 1, refused = 2, expired = 3, gone = 4 };

// Why somebody matches: how near their area is, whether they named the topic, how much they have to do already, how far
// they would travel, and whether it is they whom the host wants.
struct Reasons {
    std::optional<ports::AreaFit> area{};  // absent: they serve other places, and are wanted all the same
    bool knows_topic = false;
    std::int64_t load = 0;            // presentations in the four weeks around, open offers counted
    std::int64_t dates = 0;           // how many of the host's dates they are free at
    std::optional<int> kilometres{};  // from where they live, where somebody has to travel and both towns are known
    int radius = 0;                   // kilometres that they travel; 0: not said
    bool is_asked_for = false;        // the host named them
    bool operator==(const Reasons&) const = default;

    bool is_too_far() const { return kilometres && radius > 0 && *kilometres > radius; }
};

// "province topic load:2 dates:1 km:80 radius:100 asked", as it is kept with an offer, and back; what is not understood
// is left out.
std::string text_of(const Reasons& reasons);
Reasons reasons_of(std::string_view text);

// Somebody who fits what cannot be given up: language, format, area, and free at one of the dates at least.
struct Candidate {
    ChampionId champion;
    Reasons reasons;
};

// How well they fit: the nearer the area, the better; a topic of their own, a short way, and each date more that they
// can do, count for less than that; and each presentation that they have already counts against them.
int score_of(const Reasons& reasons);

// Whoever is wanted by the host first; those last who would have to travel farther than they said; among the others the
// best first, those of equal score by fewer presentations, then by id; `most` of them.
std::vector<Candidate> best_of(std::vector<Candidate> candidates, std::size_t most);

// Who is asked now: whoever is wanted by the host, alone; without them the best.
std::vector<Candidate> next_round(std::vector<Candidate> candidates);

// So many are asked at once, and so often, before a coordinator has to look.
inline constexpr std::size_t kOffersPerRound = 3;
inline constexpr std::int64_t kMostRounds = 3;

// Until when an offer stands: two days, but never past six hours before the last of the dates.
base::Instant expiry_of(base::Instant now, const std::vector<base::Instant>& dates);

struct Offer {
    OfferId id;
    PresentationId presentation;
    ChampionId champion;
    std::int64_t round;
    OfferState state;
    Reasons reasons;
    base::Instant offered_at, expires_at;
    std::optional<base::Instant> answered_at;
    std::string words;
};

}  // namespace presentations
