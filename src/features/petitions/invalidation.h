// features/petitions/invalidation.h - signatures that are taken out of a count together: by which conditions, for which
// public reason, and how far that is. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "features/petitions/signature.h"

namespace petitions {

// What the batch is about, as typed by staff. Empty fields are no condition; all others must hold.
struct ConditionForm {
    std::string name;          // of the signer; '*' is anything, '?' one character; case does not matter
    std::string address;       // the same for the email address: "*@spam.example"
    std::string domain;        // of the address, "spam.example"; those below it too
    std::string postal_code;   // or how it begins: "K1A"
    std::string network;       // CIDR, while network addresses are kept
    std::string region;        // "ON", or a country, "FR"
    std::string source;        // of a partner
    std::string from, until;   // signed at, "2026-11-22T14:05" on the clocks of the site; until: before
    std::string least_score;   // 0..100
    std::int64_t reasons = 0;  // at least one of these bits
    SignatureForm::Tick marked = SignatureForm::Tick::no;  // only those that reviewers marked

    bool operator==(const ConditionForm&) const = default;
};

// What the public reads, one or two sentences in each language.
struct PublicReason {
    std::string english, french;

    const std::string& in(base::Locale locale) const { return locale == base::Locale::english ? english : french; }
    bool operator==(const PublicReason&) const = default;
};
// Both are needed, up to 500 characters each. Fields: reason_en, reason_fr.
base::Problems problems_of(const PublicReason& reason);

// Stored as these numbers. waiting: for somebody else to approve it. at_work and being_undone: a job steps through.
enum class BatchState : unsigned char {
    waiting = 0,
    at_work = 1,
    done = 2,
    stopped = 3,
    being_undone = 4,
    undone = 5,
    turned_down = 6,
};

struct Invalidation {
    InvalidationId id;
    PetitionId petition;
    BatchState state;
    std::string conditions;  // query_of() the form
    PublicReason reason;
    SignatureId up_to, looked_to;
    std::int64_t expected;                 // what the preview found
    std::int64_t invalidated, counted;     // taken out; so many of them had counted
    std::int64_t restored, counted_again;  // put back; so many of them count again
    base::Instant asked_at;
    std::int64_t asked_by_id;
    std::string asked_by;
    std::optional<base::Instant> decided_at;
    std::string decided_by;
    std::optional<base::Instant> ended_at;
    std::string stopped_by;
    std::optional<base::Instant> undo_at, undone_at;
    std::string undone_by;

    bool may_be_stopped() const { return state == BatchState::at_work; }
    bool may_be_undone() const { return state == BatchState::done || state == BatchState::stopped; }
    bool is_moving() const { return state == BatchState::at_work || state == BatchState::being_undone; }
};

}  // namespace petitions
