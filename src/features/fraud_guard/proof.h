// features/fraud_guard/proof.h - puzzles that cost a browser some work, by the ALTCHA protocol (version 1, altcha.org):
// find the number whose SHA-256 behind the salt is the challenge. Nothing is stored for a puzzle: it is signed.
//
//     salt       24 random hexadecimal digits "?expires=" seconds since 1970 "&"
//     challenge  SHA-256(salt number), hexadecimal
//     signature  HMAC-SHA256(key, challenge), hexadecimal
//
// The '&' at the end of the salt keeps its parameters and the number apart: without it, "expires=17" with the number
// 345 and "expires=17345" with none have one hash, and so one signature (CVE-2025-68113).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "platform/auth/secret.h"
#include "platform/runtime/random.h"

namespace fraud_guard {

inline constexpr base::Duration kPuzzlePeriod = base::minutes(30);
inline constexpr std::int64_t kHardest = 50'000;  // numbers to try at most; a phone of ten years ago needs a second

// HMAC keys as ALTCHA takes them: a text.
class PuzzleKey {
public:
    explicit PuzzleKey(std::string text) : text_(std::move(text)) {}
    // The installation's own: 64 hexadecimal digits that follow from its secret.
    static PuzzleKey of(const auth::Secret& secret);
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

struct Puzzle {
    std::string salt, challenge, signature;
    std::int64_t hardest = kHardest;
};

// {"algorithm":"SHA-256","challenge":"...","maxnumber":50000,"salt":"...","signature":"..."}
std::string json_of(const Puzzle& puzzle);

// `hardest`: easier ones are for tests.
struct PuzzleWish {
    base::Instant now;
    std::int64_t hardest = kHardest;
};
Puzzle make_puzzle(const PuzzleKey& key, const PuzzleWish& wish, runtime::Random& random);

// What the browser sends back, base64 of a JSON object: {"algorithm", "challenge", "number", "salt", "signature"}.
struct Solution {
    std::string salt, challenge, signature;
    std::int64_t number = 0;
};
// nullopt for anything else: longer than 2,000 bytes, other algorithms, members missing, of another type or longer than
// they can be, a number outside 0..2^53. Other members are ignored.
std::optional<Solution> read_solution(std::string_view payload);

// When a solution that holds runs out; nullopt: it does not hold, or has run out.
std::optional<base::Instant> expiry_of(const Solution& solution, const PuzzleKey& key, base::Instant now);

// The number, by trying: for tests and for programs that sign.
std::optional<std::int64_t> solve(const Puzzle& puzzle);
std::string payload_of(const Puzzle& puzzle, std::int64_t number);

// 64 hexadecimal digits: HMAC (RFC 2104) with SHA-256.
struct Keyed {
    std::string_view key, text;
};
std::string hmac_sha256(const Keyed& keyed);

}  // namespace fraud_guard
