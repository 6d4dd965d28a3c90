// features/letters/letter.h - what a supporter types, the letter that comes of it, and the states of both. Pure.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/email_address.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "features/letters/campaign.h"
#include "people/person.h"
#include "ports/letters.h"
#include "ports/representatives.h"

namespace letters {

using WritingId = base::Id<struct LetterWritingTag>;
using LetterId = ports::LetterId;

inline constexpr std::size_t kLongestWords = 4'000, kLongestStreet = 120;  // characters

enum class Ticked : unsigned char { no, yes };

// The form as typed. subject and blocks are numbers from 1.
struct LetterForm {
    std::string postal_code;
    std::array<std::string, 3> ridings{};  // by RidingHouse: the identity that was chosen; may be empty
    std::string subject = "1";
    std::vector<std::string> blocks{};
    std::string words;  // their own
    std::string given_name, family_name, email, street, place;
    Ticked consent_mail = Ticked::no;
    Ticked as_meant = Ticked::no;       // "I have looked at it, and mean it so"
    Ticked address_asked = Ticked::no;  // as the page asked
    std::string stamp, proof, trap;
};

// A sound form.
struct Draft {
    LetterForm typed;  // tidied
    people::PersonName name;
    base::EmailAddress email;
    std::string postal_code;  // "K1A 0B1"
    std::size_t subject;      // from 0
    std::vector<std::size_t> blocks;
};

// The postal code alone, as it is typed on the first page: one that is no Canadian one is told apart from one that is
// missing.
std::optional<base::Problem> problem_of_code(std::string_view typed);

// Everything wrong at once; fields as in the form. hints: lists that the person's own words stand on
// (ports/word_hints.h); with some the tick as_meant is asked for.
enum class Hinted : unsigned char { no, yes };
base::Result<Draft, base::Problems> accept(const LetterForm& form, Hinted hinted);

// The letter between greeting and name, paragraphs parted by an empty line: how it begins, the blocks, the person's own
// words, how it ends. Blocks that the language lacks are left out.
std::string body_of(const Content& content, const Draft& draft, base::Locale locale);
// What of it the person chose and wrote: what letters are compared by.
std::string choice_of(const Content& content, const Draft& draft, base::Locale locale);
std::string subject_of(const Content& content, const Draft& draft, base::Locale locale);

// Below the letter: name, and the postal address where it was given, a line each.
struct Signature {
    people::PersonName name;
    std::string street, place, postal_code;
};
std::string signature_of(const Signature& by);

// Stored as these numbers.
enum class WritingState : unsigned char { unconfirmed = 0, confirmed = 1, taken_back = 2, refused = 3 };
enum class LetterState : unsigned char {
    unconfirmed = 0,
    waiting = 1,
    delivered = 2,
    bounced = 3,
    held = 4,  // until somebody of the campaign has read it
    stopped = 5
};
std::string_view name_of(LetterState state);  // "waiting", as in exports
base::Message label_of(LetterState state);

// One person's writing as it is stored.
struct Writing {
    WritingId id{0};
    CampaignId campaign{0};
    std::int64_t address_hash = 0;
    std::string email;  // empty: erased, or forgotten
    people::PersonName name;
    base::Locale locale{};
    std::string postal_code, street, place, subject, body;
    Ticked own_words = Ticked::no, consent_mail = Ticked::no;
    WritingState state = WritingState::unconfirmed;
    Ticked held = Ticked::no;
    std::int64_t score = 0, reasons = 0;
    std::string network;
    base::Instant written_at{};
    std::optional<base::Instant> confirmed_at{};
};

// One letter of it as it is stored.
struct Letter {
    LetterId id{0};
    WritingId writing{0};
    CampaignId campaign{0};
    ports::RepresentativeId representative{0};
    std::string recipient, recipient_name, office, region;
    LetterState state = LetterState::unconfirmed;
    int attempts = 0;
    base::Instant due_at{};  // while it waits; else since when it is in its state
    std::string detail;
    std::optional<base::Instant> answered_at{};
};

inline constexpr base::Duration kLinkLives = base::days(14);  // for confirming
inline constexpr int kMostMailsADay = 5;                      // to one address, of all campaigns

// When a letter that could not be handed over is tried again, after so many attempts; nullopt: never, it bounced.
// After 1, 5, 15, 60 minutes, then every four hours for three days.
std::optional<base::Duration> retry_after(int attempts);

// How a telephone call ended. Stored by number.
enum class CallOutcome : unsigned char { reached = 1, left_message = 2, no_answer = 3, promised = 4, declined = 5 };
inline constexpr std::array kCallOutcomes{CallOutcome::reached, CallOutcome::left_message, CallOutcome::no_answer,
                                          CallOutcome::promised, CallOutcome::declined};
std::string_view name_of(CallOutcome outcome);  // "reached", as in forms and exports
std::optional<CallOutcome> call_outcome_of(std::string_view name);
base::Message label_of(CallOutcome outcome);  // "I reached them"
// Whether the representative was told: an unanswered telephone asked for nothing.
bool asked(CallOutcome outcome);

}  // namespace letters
