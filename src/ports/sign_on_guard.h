// ports/sign_on_guard.h - who looks at a sign-on before it is recorded, and says how odd it looks. It works from
// memory, on the thread that parses: no database, some microseconds.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/email_address.h"
#include "base/instant.h"
#include "base/locale.h"
#include "platform/html/template.h"
#include "platform/http/client_address.h"

namespace ports {

enum class FromTrustedNetwork : unsigned char { no, yes };
enum class TrapFilled : unsigned char { no, yes };
enum class ByKey : unsigned char { no, yes };

// What is known about a sign-on while it is parsed.
struct SignOnFacts {
    std::string_view slug;  // of the petition
    const base::EmailAddress& email;
    std::int64_t address_hash;
    std::string_view given_name, family_name, country, postal_code, place, comment;
    const http::ClientAddress& client;
    FromTrustedNetwork trusted;
    TrapFilled trap;
    std::optional<base::Duration> dwell;  // since the form was shown; absent: the form did not say
    std::string_view proof;               // of work, as the form brought it; empty: none
    base::Instant at;
    // By the server of somebody who holds a key: it has no form to dwell on, and signs for many from one network.
    ByKey by_key = ByKey::no;
};

// accept: record it. ask_for_proof: show the form again, with a puzzle for the browser. refuse: the network or the
// address is on a block list; the visitor reads that it could not be taken, and whom to ask.
enum class Verdict : unsigned char { accept, ask_for_proof, refuse };

struct Judgement {
    Verdict verdict = Verdict::accept;
    std::int64_t score = 0;    // 0..100; how odd it looks
    std::int64_t reasons = 0;  // bits, one for each rule that spoke; the guard knows their words
};

// Filled by the slice that guards; without one everything is accepted with score 0.
struct SignOnGuard {
    std::function<Judgement(const SignOnFacts&)> judge;
    // What the sign form carries while there is pressure: a puzzle that the browser solves. Empty most of the time.
    std::function<html::SafeHtml(base::Locale)> puzzle;
    // Each reason in words, for staff: "sent within 2 seconds".
    std::function<std::vector<std::string>(std::int64_t reasons, base::Locale)> words;
    // The same puzzle for programs that sign: a JSON object of the ALTCHA protocol, always a fresh one.
    std::function<std::string()> challenge;
    // From this score on somebody should look at a signature: a flagged one has it or more.
    std::function<std::int64_t()> review_from;
};

// The field that the puzzle brings its answer in: SignOnFacts::proof.
inline constexpr std::string_view kProofField = "proof";

}  // namespace ports
