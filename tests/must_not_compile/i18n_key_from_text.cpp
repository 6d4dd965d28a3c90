// expect: no matching|no viable|cannot convert|consteval|constant expression
// Only literals are keys of the catalogue: xgettext could not find any other.
#include <string>

#include "platform/i18n/translator.h"

std::string show(const i18n::Translator& t, const std::string& from_visitor) { return t(from_visitor.c_str()); }
