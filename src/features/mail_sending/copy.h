// features/mail_sending/copy.h - one person's copy of a mail: its states, when it is tried again, what an answer of the
// other server means. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "features/mail_sending/blast.h"

namespace mail_sending {

// Stored by number. waiting: until its time. under_way: taken, not yet answered. given_up: tried for three days.
// dropped: left, or may not be mailed any more, or the blast was stopped. held_back: they want no more mails this week.
enum class CopyState : unsigned char {
    waiting = 0,
    under_way = 1,
    delivered = 2,
    refused = 3,
    given_up = 4,
    dropped = 5,
    held_back = 6
};
inline constexpr int kCopyStates = 7;

// When a copy is tried again that failed for the `attempts`-th time: after 1, 5 and 30 minutes, 2, 8, then every 16
// hours; nullopt three days after it was taken first.
struct Tried {
    base::Instant first_at;
    int attempts;
};
std::optional<base::Instant> next_attempt(const Tried& tried, base::Instant now);

// What a refusal for good (5xx) says, by its enhanced status code (RFC 3463) and its words, as in bounces: the address
// is none (hard), the mailbox is full (soft), or something is wrong with us or the mail (blocked). Where neither tells,
// 550, 551 and 553 are about the address.
struct Refusal {
    int code;
    std::string_view reason;
};
ports::ReturnKind kind_of(const Refusal& refusal);

// An address that many mails in a row bounced from for a while is left alone.
inline constexpr int kSoftReturnsInARow = 5;

// How one domain answered in one block.
struct DomainRound {
    std::int64_t delivered = 0, refused = 0, delayed = 0;
    std::string reason{};  // of the latest delay
};
// Whether it wants to be left alone for a while: five delays at least, and more than deliveries.
bool is_storm(const DomainRound& round);
// 5, 10, 20, ... 80 minutes; storms: pauses so far.
base::Duration pause_after(int storms);

// "example.org" of "ann@Example.org"; empty where there is no @.
std::string domain_of(std::string_view address);

}  // namespace mail_sending
