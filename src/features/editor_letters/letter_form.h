// features/editor_letters/letter_form.h - the form on which letters are written, as requests bring it.
#pragma once
#include "features/editor_letters/handlers.h"

namespace editor_letters {

LetterForm letter_form(const http::Form& form);

// The language of the letter: what was asked for, as far as the paper prints it, else the paper's own.
base::Locale words_in(PaperLanguage language, const http::Request& request);

// What the guard of sign-ons looks at. The views are into the letter and the request.
ports::SignOnFacts facts_for_guard(const Services& services, const http::Request& request, const SaveLetter& letter);

// The field that people do not see.
inline constexpr std::string_view kTrapField = "website";
inline constexpr std::string_view kStampField = "stamp";

}  // namespace editor_letters
