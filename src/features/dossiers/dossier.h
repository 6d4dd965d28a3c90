// features/dossiers/dossier.h - the terms of this slice: answers, positions, promises, meetings, and the rules of the
// forms by which staff record them. Pure: no SQL, no HTML, no clock.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "ports/letters.h"
#include "ports/petition_terms.h"
#include "ports/representatives.h"

namespace dossiers {

using ports::LetterCampaignId;
using ports::LetterId;
using ports::PetitionId;
using ports::RepresentativeId;
using AnswerId = base::Id<struct DossierAnswerTag>;
using AttachmentId = base::Id<struct DossierAttachmentTag>;
using PromiseId = base::Id<struct DossierPromiseTag>;
using PromiseStateId = base::Id<struct DossierPromiseStateTag>;
using OwnPositionId = base::Id<struct DossierPositionTag>;
using MeetingId = base::Id<struct DossierMeetingTag>;
using FollowUpId = base::Id<struct DossierFollowUpTag>;

inline constexpr std::size_t kLongestText = 1'000;     // characters of a promise, of evidence, of a public summary
inline constexpr std::size_t kLongestNotes = 5'000;    // characters of notes for staff
inline constexpr std::size_t kLongestAnswer = 20'000;  // characters of an answer that is typed or pasted
inline constexpr std::size_t kLongestLine = 200;       // characters

// A text in both languages, or in the one in which it was given.
struct Wording {
    std::string en, fr;

    bool empty() const { return en.empty() && fr.empty(); }
    // In this language, else as it was given; and which language that is.
    struct In {
        std::string_view text;
        base::Locale language;
    };
    In in(base::Locale locale) const;
};

// How we came to know of an answer. Stored as these numbers.
enum class Way : unsigned char { mail = 0, staff = 1, supporter = 2 };
base::Message label_of(Way way);

// What staff found an answer to be; automatic ones are found by the program. Stored as these numbers.
enum class AnswerKind : unsigned char { unread = 0, of_substance = 1, form_answer = 2, automatic = 3, no_answer = 4 };
inline constexpr std::array kAnswerKinds{AnswerKind::of_substance, AnswerKind::form_answer, AnswerKind::automatic,
                                         AnswerKind::no_answer};
std::string_view name_of(AnswerKind kind);  // "unread", "substance", "form", "automatic", "none"
std::optional<AnswerKind> answer_kind_of(std::string_view name);
base::Message label_of(AnswerKind kind);

// Whether it counts as an answer: not what a machine wrote, and what a supporter tells only once staff have read it.
bool counts(AnswerKind kind, Way way);

struct Answer {
    AnswerId id;
    RepresentativeId representative;
    LetterCampaignId campaign;  // 0: of none
    LetterId letter;            // 0: to none in particular
    std::int64_t address_hash;  // of the letter's writer; 0: of nobody
    Way way;
    base::Instant received_at;
    std::string sender, subject, words;  // empty once they are gone
    base::Locale locale;                 // of the letter
    AnswerKind kind;
    std::optional<base::Instant> read_at;
    std::string read_by;
    std::optional<base::Instant> emptied_at;
};

struct AttachmentFacts {
    AttachmentId id;
    std::string name, type;
    std::int64_t size;  // bytes
    bool is_kept;       // whether its content is here
};

// Stored as these numbers. mistaken: of staff who recorded it; nobody but staff sees it any more.
enum class PromiseState : unsigned char { open = 0, kept = 1, broken = 2, withdrawn = 3, mistaken = 4 };
inline constexpr std::array kPromiseStates{PromiseState::open, PromiseState::kept, PromiseState::broken,
                                           PromiseState::withdrawn, PromiseState::mistaken};
std::string_view name_of(PromiseState state);  // "open", "kept", "broken", "withdrawn", "mistaken"
std::optional<PromiseState> promise_state_of(std::string_view name);
base::Message label_of(PromiseState state);

struct StateOfPromise {
    PromiseStateId id;
    PromiseId promise;
    PromiseState state;
    std::string on_date;
    Wording evidence;
    std::string evidence_url;
    base::Instant recorded_at;
    std::string recorded_by;
};

struct Promise {
    PromiseId id;
    RepresentativeId representative;
    LetterCampaignId campaign;
    AnswerId answer;
    Wording words;
    std::string made_on;  // "2026-11-03"
    base::Instant recorded_at;
    std::string recorded_by;
    std::vector<StateOfPromise> states{};  // newest first; never empty

    const StateOfPromise& now() const { return states.front(); }
};

// Where they stand on what is asked. Stored as these numbers.
enum class OwnStand : unsigned char { supports = 1, in_part = 2, undecided = 3, opposes = 4 };
inline constexpr std::array kOwnStands{OwnStand::supports, OwnStand::in_part, OwnStand::undecided, OwnStand::opposes};
std::string_view name_of(OwnStand stand);  // "supports", "in_part", "undecided", "opposes"
std::optional<OwnStand> own_stand_of(std::string_view name);
base::Message label_of(OwnStand stand);

// What a position is about: a petition, or what a campaign of letters asks for. One of the two is 0.
struct Matter {
    PetitionId petition{0};
    LetterCampaignId campaign{0};
    bool operator==(const Matter&) const = default;
};
std::string name_of(const Matter& matter);  // "petition-17", "campaign-4": in forms
std::optional<Matter> matter_of(std::string_view name);

struct OwnPosition {
    OwnPositionId id;
    RepresentativeId representative;
    Matter matter;
    AnswerId answer;
    OwnStand stand;
    std::string on_date;
    Wording evidence;
    std::string evidence_url;
    base::Instant recorded_at;
    std::string recorded_by;
    std::optional<base::Instant> replaced_at;
};

struct Meeting {
    MeetingId id;
    RepresentativeId representative;
    std::string on_date, people, notes;
    base::Locale locale;  // of the notes: that of who recorded them
    Wording summary;      // empty: not for the public
    base::Instant recorded_at;
    std::string recorded_by;
};

struct FollowUp {
    FollowUpId id;
    RepresentativeId representative;
    MeetingId meeting;    // 0: of none
    base::Locale locale;  // of the words
    std::string words, due_on;
    std::optional<base::Instant> done_at;
    std::string done_by;
};

}  // namespace dossiers
