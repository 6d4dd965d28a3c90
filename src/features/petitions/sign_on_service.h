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

// The sign-on that a request asks for, whether it came as a form or as JSON; or everything that is wrong with it. The
// guard sees only what is sound otherwise; its score and reasons travel with the sign-on.
base::Result<SignOn, base::Problems> sign_on_of(const Services& services, const http::Request& request,
                                                const SignatureForm& form);

// Whom people write to about a signature of theirs: mail.reply_to, else mail.from_address.
const std::string& contact_address(const Services& services);

}  // namespace petitions
