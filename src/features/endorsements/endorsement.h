// features/endorsements/endorsement.h - who puts an office or a body behind a petition, and the rules of each act.
// Pure: no SQL, no HTML, no clock.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/email_address.h"
#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "people/office.h"
#include "people/place.h"
#include "ports/petition_terms.h"

namespace endorsements {

using ports::PetitionId;
using ports::SignerClass;
using EndorsementId = ports::SignatureId;

inline constexpr std::array kClasses{SignerClass::elected_official, SignerClass::candidate, SignerClass::organisation,
                                     SignerClass::municipality};

// As in addresses: "elected-official", "candidate", "organisation", "municipality". nullopt for any other word, and for
// individuals, who sign.
std::string_view slug_of(SignerClass signer_class);
std::optional<SignerClass> class_of(std::string_view slug);

// Stored as these numbers.
enum class State : unsigned char {
    unconfirmed = 0,
    waiting = 1,
    counted = 2,
    declined = 3,
    withdrawn = 4,
    removed = 5
};

inline constexpr std::array kStates{State::waiting,  State::counted, State::unconfirmed,
                                    State::declined, State::removed, State::withdrawn};

// "waiting", "counted", ...: as in addresses.
std::string_view name_of(State state);
std::optional<State> state_of(std::string_view name);

using people::Office;

// What a municipality did. A proclamation is the mayor's alone; a resolution is voted by the council.
enum class Act : unsigned char { none = 0, proclamation = 1, resolution = 2 };

// The form as typed. Each class asks for some of the fields; the others stay empty.
struct EndorsementForm {
    std::string name, office, place, region, party, website, members;
    std::string act, act_date, votes_for, votes_against, abstentions, document_url;
    std::string statement, signatory_name, signatory_role, email;
    enum class Tick : unsigned char { no, yes };
    Tick authorised = Tick::no;  // may sign for it, and agrees that it is shown
};

struct Votes {
    std::int64_t in_favour, against, abstained;
    bool operator==(const Votes&) const = default;
};

// What was stated, checked and tidied by accept(). Everything in it is empty once the person is erased.
struct Statement {
    SignerClass signer_class;
    std::string name;  // 1..150 characters, no link
    Office office = Office::none;
    std::string place, party, website;  // website: https:// or http://, or empty
    people::Province region;
    std::optional<std::int64_t> members;
    Act act = Act::none;
    std::string act_date;  // "2026-11-03"
    std::optional<Votes> votes;
    std::string document_url;
    std::string statement;  // 0..500 characters
    std::string signatory_name, signatory_role;
};

// A statement on its way into the database, and the address that it comes from.
struct Submission {
    Statement statement;
    base::EmailAddress email;
};

// The submission of this class, or everything that is wrong, under the names of the fields. `today` ("2026-11-22"): an
// act cannot lie in the future.
struct Typed {
    SignerClass signer_class;
    const EndorsementForm& form;
    std::string_view today;
};
base::Result<Submission, base::Problems> accept(const Typed& typed);

// As it is stored.
struct Endorsement {
    EndorsementId id;
    PetitionId petition;
    ports::PetitionTextId text;
    State state;
    Statement statement;
    std::string email;  // empty once the person is erased
    std::int64_t address_hash;
    base::Locale locale;
    base::Instant submitted_at;
    std::optional<base::Instant> confirmed_at, counted_at, decided_at;
    std::string decided_by;
    std::string reason_en, reason_fr;

    const std::string& reason(base::Locale in) const { return in == base::Locale::english ? reason_en : reason_fr; }
};

// Whether it names a politician whom one of these elections concerns ("" federal, "ON" that of a province): then it is
// not shown for as long.
bool is_near_election(const Statement& statement, const std::vector<std::string>& regions);

// What staff may make of it: publish what waits or was declined, decline what waits, take out what counts, put back
// what was taken out.
enum class Decision : unsigned char { publish, decline, remove, restore };
std::optional<Decision> decision_of(std::string_view name);  // "publish", "decline", "remove", "restore"
bool is_possible(State state, Decision decision);
State state_after(Decision decision);
// Whether the person, and the public, are owed a reason in both languages.
bool needs_reason(Decision decision);

}  // namespace endorsements
