// features/mailing_list/sign_up.h - joining the list: what is typed, what a sign-up is, and what may be done about it.
// Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/email_address.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "people/mail_standing.h"
#include "people/person.h"

namespace mailing_list {

using FormId = base::Id<struct ListFormTag>;
using SignUpId = base::Id<struct SignUpTag>;

// As typed.
struct JoinForm {
    std::string email, given_name, family_name, postal_code;
    std::string stamp, proof, trap;
};

// As understood: the name and the postal code may be empty, "K1A 0B1" otherwise.
struct Joining {
    base::EmailAddress email;
    people::PersonName name;
    std::string postal_code;
};

// Everything wrong at once. Only the address is needed; a name that is given holds to the rules of names, a postal code
// is a Canadian one.
base::Result<Joining, base::Problems> accept(const JoinForm& form);

// How long the button of a confirmation mail works.
inline constexpr base::Duration kConfirmationPeriod = base::days(7);
inline constexpr std::int64_t kMostMailsPerSignUp = 5;
// After "this was not me" nobody can have us write to that address for this long.
inline constexpr base::Duration kDenialPeriod = base::days(30);

struct SignUp {
    SignUpId id;
    std::optional<FormId> form;
    std::int64_t address_hash;
    std::string email;
    people::PersonName name;
    std::string postal_code;
    base::Locale locale;
    people::TopicSet topics;  // empty: all
    std::string wording, source, network;
    base::Instant asked_at{};
    std::optional<base::Instant> renewed_at{};
    std::int64_t mails = 0;
    std::optional<base::Instant> confirmed_at{}, denied_at{};

    // By a partner's program, and not by a form of this site.
    bool was_brought() const { return !source.starts_with('/'); }
};

// Which of the two kinds of links was opened, and when.
enum class Link : unsigned char { first, renewed };
struct LinkUse {
    Link link;
    base::Instant now;
};

enum class Confirmation : unsigned char { possible, done_already, denied, expired };
Confirmation confirmation_of(const SignUp& sign_up, const LinkUse& use);

// Whether a fresh mail may be asked for: the link has run out and fewer than five mails were sent.
bool may_renew(const SignUp& sign_up, const LinkUse& use);

// A fresh mail is on its way, so that the first link says so.
bool is_renewed(const SignUp& sign_up, const LinkUse& use);

}  // namespace mailing_list
