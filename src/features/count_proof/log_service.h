// features/count_proof/log_service.h - the log at work: entries get their places, heads are signed, keys change.
//
// Several writers and processes write down steps at once; one at a time gives them places. What several put in between
// two heads is sorted by commitment, so that their order in the log says nothing about who came when.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "features/count_proof/log_store.h"
#include "features/count_proof/services.h"

namespace count_proof {

// "campaign.example/count-proof" for "https://campaign.example".
std::string origin_of(std::string_view public_url);

// Begins the log with a key of its own, whose entry is the first; does nothing where it has begun.
void start(db::Write& write, std::string_view origin);

// Gives at most `limit` waiting entries their places; returns how many. The log has begun.
std::int64_t extend(db::Write& write, std::int64_t limit);

// Signs a head over everything in the log, unless the newest head covers it already; by `besides` too, for a key that
// retires. The slug of a petition: what its count is called in the head.
using SlugOf = std::function<std::string(db::Read&, PetitionId)>;
void sign_head(db::Write& write, const SlugOf& slug_of, std::span<const SigningKey> besides = {});

// A new key: its entry, and a head that both the old and the new one sign. Everything after is signed by the new one.
void rotate_key(db::Write& write, const SlugOf& slug_of);

// Runs the log: begins it, enters signatures from before, gives places, signs. Any thread.
class LogKeeper {
public:
    explicit LogKeeper(const Services& services) : services_(services) {}

    // For a head on demand: until every step has its place.
    void bring_up_to_date() const;
    // For the job of every minute: for about this long at most, so that a program that is told to stop can. Signatures
    // from before the log may take several turns; after them each turn signs a head, though more people sign meanwhile.
    void work_for(std::chrono::seconds most) const;
    void rotate() const;
    SlugOf slugs() const;

private:
    using Clock = std::chrono::steady_clock;
    enum class Ended : unsigned char { all_done, time_over };
    void work_until(Clock::time_point end) const;
    Ended enter_earlier_signatures(Clock::time_point end) const;
    void give_places(Clock::time_point end) const;

    const Services& services_;
};

}  // namespace count_proof
