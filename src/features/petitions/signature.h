// features/petitions/signature.h - who signs, the rules a signature keeps, and its states.
// Pure: no SQL, no HTML, no clock of its own.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/email_address.h"
#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "features/petitions/petition.h"
#include "ports/partners.h"

namespace petitions {

using ports::SignatureId;
using ports::SignerClass;

using InvalidationId = base::Id<struct InvalidationTag>;

// pending: the address is not confirmed yet. withdrawn: by the signer, at any time, or never confirmed and signed anew;
// the row stays. invalidated: taken out of the count by staff, in a batch with a public reason. It keeps its slot, so
// that whoever signs again gets the page of a repeat, and the truth by mail; undoing the batch makes it what it was.
// The signer may still withdraw it; that frees the slot, and a further sign-on is judged afresh.
enum class SignatureState : unsigned char { pending = 0, confirmed = 1, withdrawn = 2, invalidated = 3 };

// The form as typed by the visitor; nothing is checked yet. It goes back into the page when something is wrong.
struct SignatureForm {
    std::string given_name, family_name, email, country, postal_code, place, comment;
    enum class Tick : unsigned char { no, yes };
    Tick show_name = Tick::no;
    Tick consent_mail = Tick::no;
    // What the form carries unseen: the partner on whose page it stands; when it was shown, signed; the solution of the
    // guard's puzzle; and the field that people do not see, which scripts fill in.
    std::string source{}, stamp{}, proof{}, trap{};
    // The line of that partner: ticked or not, and which version of it the form showed.
    Tick consent_partner = Tick::no;
    std::string partner_wording{};
};

// What the person stated, checked and tidied; only accept() makes one.
struct Signer {
    std::string given_name, family_name;  // 1..100 characters each, no link, no leading = + - @
    base::EmailAddress email;
    std::string country;      // ISO 3166, two letters
    std::string postal_code;  // "K1A 0B1" for CA; otherwise as typed, up to 20 characters, may be empty
    std::string place;        // 0..100 characters
    std::string comment;      // 0..500 characters
    SignatureForm::Tick show_name;
    SignatureForm::Tick consent_mail;

    // "Maya T.": the given name and the first letter of the family name, as pages show it.
    std::string shown_name() const;
    // Names as they are compared: without case, accents, blanks and punctuation.
    std::string folded_name() const;
};

// The signer, or everything that is wrong at once, in the order of the form.
base::Result<Signer, base::Problems> accept(const SignatureForm& form);

// One sign-on on its way to the database.
struct SignOn {
    std::string slug;
    base::Locale locale;
    Signer signer;
    std::int64_t address_hash;  // keyed hash of the canonical address
    std::string network;
    std::int64_t score = 0;    // 0..100: how odd it looked to the guard (ports/sign_on_guard.h)
    std::int64_t reasons = 0;  // bits: why
    std::string source{};      // as source_of() gives it
    std::optional<ports::PartnerWordingId> partner_wording{};  // the line of a partner that they ticked
};

// The partner's code as typed: 1..40 of a-z, 0-9 and hyphens. Anything else is no code and gives "".
std::string source_of(std::string_view typed);

// What became of a sign-on. recorded and repeat get the very same answer: who has signed stays private.
enum class SignOutcome : unsigned char { recorded, repeat, closed, unknown_petition };

// A signature as it is stored.
struct Signature {
    SignatureId id;
    PetitionId petition;
    TextId text;
    SignerClass signer_class;
    SignatureState state;
    std::int64_t address_hash;
    std::optional<std::int64_t> slot;
    std::string email;  // empty once the person is erased
    std::string given_name, family_name, country, postal_code, place, comment;
    base::Locale locale;
    SignatureForm::Tick show_name;
    SignatureForm::Tick consent_mail;
    base::Instant signed_at;
    std::optional<base::Instant> confirmed_at;
    std::optional<base::Instant> withdrawn_at;
    std::int64_t reasons;
    std::int64_t mails;
    std::optional<base::Instant> renewed_at;  // when a fresh mail was asked for, after the link had run out
    std::int64_t score;
    std::string source;
    std::optional<InvalidationId> invalidation;              // of the batch that took it out, while it is invalidated
    std::optional<ports::PartnerWordingId> partner_wording;  // a wish; an agreement once the address is confirmed

    std::string shown_name() const;
};

// How long the link in a confirmation mail can confirm. Withdrawing works for ever.
inline constexpr base::Duration kConfirmationPeriod = base::days(30);
inline constexpr std::int64_t kMostMails = 5;  // about one signature

// Of which mail a link is: the first one, or the one that was asked for when that had run out.
enum class OwnLink : unsigned char { first, renewed };

// What the button behind a link can do now.
struct LinkUse {
    OwnLink link;
    base::Instant now;
};
enum class Confirmation : unsigned char { possible, done_already, withdrawn, expired, invalidated };
Confirmation confirmation_of(const Signature& signature, const LinkUse& use);

// Whether a fresh mail may be sent to whoever holds a link that has run out: it is still pending, and not every mail is
// used up.
bool may_renew(const Signature& signature, const LinkUse& use);

// One who holds a slot of the address already.
struct SlotHolder {
    SignatureId id;
    std::int64_t slot;
    std::string folded_name, postal_code;
};

// Which slot a further sign-on from one address may take: two people may share a mailbox when their names differ and
// their postal codes match. nullopt: it is a repeat (or a third person; a mailbox holds two).
std::optional<std::int64_t> slot_beside(const SlotHolder& holder, const Signer& signer);

// "pending", "confirmed", "withdrawn", "invalidated": as in exports.
std::string_view name_of(SignatureState state);
using ports::name_of;

}  // namespace petitions
