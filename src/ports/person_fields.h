// ports/person_fields.h - the fields in which people give their own name: the same in every form.
#pragma once
#include <string>

#include "people/person.h"
#include "platform/html/forms.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace ports {

struct OwnName {
    const std::string& given_name;  // as typed
    const std::string& family_name;
    html::Required required = html::Required::yes;
};

// given_name and family_name, side by side where there is room; browsers fill them in.
html::SafeHtml own_name_fields(const html::Fields& fields, const i18n::Translator& t, const OwnName& typed);

}  // namespace ports
