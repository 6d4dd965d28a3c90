// features/petitions/sign_form_pages.h - the form by which people sign, as it stands on the page of a petition and in
// frames on the sites of partners.
#pragma once
#include <optional>
#include <string>

#include "base/problem.h"
#include "features/petitions/petition.h"
#include "features/petitions/signature.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/partners.h"

namespace petitions::pages {

// The form as it is to appear: empty, or with what was typed and what is wrong with it.
struct SignFormState {
    SignatureForm typed;
    base::Problems problems;
    html::SafeHtml puzzle{};                       // of the guard, while there is pressure
    std::optional<ports::PartnerFacts> partner{};  // whose line is asked for
};

// frame: its links open beside the site it stands on.
enum class FormPlace : unsigned char { own_page, frame };

struct SignForm {
    std::string action;
    Kind kind;
    FormPlace place;
};
html::SafeHtml sign_form(const i18n::Translator& t, const SignForm& form, const SignFormState& state);

}  // namespace petitions::pages
