// features/mailing_list/membership_service.h - joining, leaving and coming back, with the proof of each.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "features/mailing_list/services.h"
#include "features/mailing_list/sign_up.h"
#include "people/consent.h"
#include "people/person.h"
#include "platform/db/transaction.h"

namespace mailing_list {

// The action that joining is, and what it is about where no form of staff was used: no id of a row is as small.
inline constexpr std::string_view kJoinedKind = "mailing_list.joined";
inline constexpr std::int64_t kOwnFormSubject = 1;

// Who this is now: nullopt for nobody, and for who was erased.
std::optional<people::Person> member_of(db::Read& read, people::PersonId id);

// A confirmed sign-up becomes a person and a consent. Of who gave no name, the known one stays. The topics of the form
// are added to what they get; who was not on the list gets those of the form and no others.
people::PersonId join(const Services& services, const SignUp& sign_up, db::Write& write);

// A partner answers for a consent that somebody gave elsewhere. must_confirm: nothing was done, since they left before,
// or their address must be left alone, or they said that a sign-up was not theirs: only their own button counts.
struct Vouching {
    people::PersonId person;
    std::int64_t form = 0;  // 0: by no form that staff made
    people::ConsentWording wording;
    std::string source, network;
};
enum class Vouched : unsigned char { joined, on_already, must_confirm };
Vouched vouch(const Services& services, const Vouching& vouching, db::Write& write);

// How somebody left: the words they pressed, and where.
struct Leaving {
    people::PersonId person;
    people::ConsentWording wording;
    std::string source, network;
    std::optional<ports::SentMailId> mail{};  // that they left by
};
enum class Left : unsigned char { now, before };  // before: there was nothing left to leave
Left leave(const Services& services, const Leaving& leaving, db::Write& write);
void leave_by_mail(const Services& services, people::PersonId person, db::Write& write);

// Comes back by the button of their own preferences. Who is on the list already stays as they are.
struct Return {
    people::PersonId person;
    people::ConsentWording wording;
    std::string source, network;
};
void come_back(const Services& services, const Return& returning, db::Write& write);

}  // namespace mailing_list
