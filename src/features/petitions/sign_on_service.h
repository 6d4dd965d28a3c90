// features/petitions/sign_on_service.h - from a form or a JSON body to a sign-on: checked, judged by the guard, ready
// to be recorded. Without the database.
#pragma once
#include <string>
#include <string_view>

#include "base/problem.h"
#include "base/result.h"
#include "features/petitions/services.h"
#include "features/petitions/signature.h"
#include "platform/http/request.h"

namespace petitions {

// A problem with this field means: solve the guard's puzzle first.
using ports::kProofField;
// A problem with this field, which no form has, means: the guard takes nothing from here.
inline constexpr std::string_view kTurnedAway = "turned_away";

// The form as typed.
SignatureForm form_of(const http::Form& form);

// The sign-on that a request asks for, whether it came as a form or as JSON; or everything that is wrong with it. The
// guard sees only what is sound otherwise; its score and reasons travel with the sign-on. A request to the API that
// bears a key has been let in by the server with it: such a sign-on is judged by what it says, not by where it comes
// from.
base::Result<SignOn, base::Problems> sign_on_of(const Services& services, const http::Request& request,
                                                const SignatureForm& form);

// The petition that the address names by {slug}, published, with its text in the language of the request, or in the
// other one where there is none. nullopt: there is none.
struct PublicPetition {
    Petition petition;
    Text text;
};
std::optional<PublicPetition> find_public(const http::Request& request, db::Read& read);

// An empty form, which carries its source and when it was shown.
SignatureForm empty_form(const Services& services, const http::Request& request, std::string_view source);

// The puzzle that the form carries while there is pressure; else nothing.
html::SafeHtml puzzle_of(const Services& services, base::Locale locale);

// The partner whose line a form of this source shows; nullopt: none.
std::optional<ports::PartnerFacts> partner_of(const Services& services, std::string_view source, base::Locale locale,
                                              db::Read& read);

// Whom people write to about a signature of theirs: mail.reply_to, else mail.from_address.
const std::string& contact_address(const Services& services);

}  // namespace petitions
