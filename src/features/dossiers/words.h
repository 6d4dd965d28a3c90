// features/dossiers/words.h - days, sizes and names as this slice says them on pages, on paper and in files.
#pragma once
#include <string>
#include <string_view>

#include "features/dossiers/dossier_service.h"
#include "platform/i18n/translator.h"

namespace dossiers {

// "Nov 3, 2026" of "2026-11-03", where there is little room; what is no day comes back as it is.
std::string short_day(const i18n::Translator& t, std::string_view day);

// "120 KB", "3.4 MB"
std::string size_words(const i18n::Translator& t, std::int64_t bytes);

// The name; of a seat that nobody holds "Vacant".
std::string name_words(const i18n::Translator& t, const Representative& representative);

// "Member of Parliament, North Carling (Ontario)"
std::string office_words(const i18n::Translator& t, const Representative& representative);

// "Written to by 1,204 people since November 3, 2026."
std::string asked_words(const i18n::Translator& t, const Totals& totals);
std::string answered_words(const i18n::Translator& t, const Totals& totals);

// "2026-11-22": the day in Toronto, for forms.
std::string today(base::Instant now);

}  // namespace dossiers
