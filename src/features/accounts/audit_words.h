// features/accounts/audit_words.h - audit entries hold short English keys; here they become words to read.
#pragma once
#include <string>
#include <string_view>

#include "platform/auth/audit.h"
#include "platform/i18n/translator.h"

namespace accounts::staff_pages {

// "title_fr" -> "Title (fr)". A field without words stays as it is.
std::string field_words(i18n::Translator t, std::string_view field);

// A role or a state in words; anything else was written by people and stays as it is.
std::string value_words(i18n::Translator t, std::string_view field, const std::string& value);

// The name of a member of staff stays; a program is named in the language of the reader.
std::string actor_words(i18n::Translator t, const auth::Actor& actor);

}  // namespace accounts::staff_pages
