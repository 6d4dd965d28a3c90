// platform/i18n/negotiation.h - which language a request wants.
#pragma once

#include <optional>
#include <string_view>

#include "base/locale.h"

namespace i18n {

// The language a path begins with: "/fr/petitions/x" and "/fr" are French; nullopt for "/french" or "/assets/...".
[[nodiscard]] std::optional<base::Locale> locale_of_path(std::string_view path);

// The language an Accept-Language header (RFC 9110, 12.5.4) likes best: the highest weight wins, among equals the
// first; "fr-CA" counts as French; weight 0 refuses. nullopt when it names neither ("*" names none), so that the caller
// takes the site's own default. Any bytes are fine: a part that cannot be read is skipped, and only the first 20 count.
[[nodiscard]] std::optional<base::Locale> preferred_locale(std::string_view accept_language);

}  // namespace i18n
