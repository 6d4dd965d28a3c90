// features/comments/comment.h - what people say about why they signed, what staff may make of it, and the rules of the
// words. Pure: no SQL, no HTML, no clock.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "people/said_words.h"
#include "ports/judging_terms.h"
#include "ports/petition_terms.h"

namespace comments {

using ports::PetitionId;
using ports::SignatureId;
using CommentId = base::Id<struct CommentTag>;
using SavingId = base::Id<struct SavingTag>;  // decisions of staff that were saved together, and are undone together

inline constexpr std::size_t kLongestWords = 500;  // characters

// Stored as these numbers. Only what is shown is public. taken_down: it was shown before.
enum class State : unsigned char { waiting = 0, shown = 1, refused = 2, taken_down = 3 };

// Why staff do not show a comment; none where they do.
enum class Reason : unsigned char { none, insult, hatred, advertising, off_topic, personal_data, unclear };
inline constexpr std::array kReasons{Reason::insult,    Reason::hatred,        Reason::advertising,
                                     Reason::off_topic, Reason::personal_data, Reason::unclear};

// "insult", "hatred", ...; "" for none. As in forms and in the database.
std::string_view name_of(Reason reason);
std::optional<Reason> reason_of(std::string_view name);  // nullopt for "" and any other word
base::Message label_of(Reason reason);                   // "Insult or threat"
ports::JudgingReasons reasons();                         // all of them

// What staff decide: none shows it, any other reason keeps it from being shown.
struct Decision {
    CommentId comment;
    Reason reason;
};
State state_after(State before, Reason reason);

struct Comment {
    CommentId id;
    SignatureId signature;
    PetitionId petition;
    base::Locale locale;
    std::string words;
    std::string name, place;  // as agreed at signing; both empty where the signer is not to be named
    std::int64_t likeness;
    State state;
    Reason reason;
    base::Instant written_at;
    std::string decided_by;
    std::int64_t reports;
};

using people::likeness_of;
using people::tidied_words;

// The tidied words, or what is wrong with them under the field "words": empty, over kLongestWords, or with a web
// address.
base::Result<std::string, base::Problems> accept(std::string_view typed);

}  // namespace comments
