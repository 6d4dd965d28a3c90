// features/presentations/parts_pages.h - the parts that the pages of this slice share.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/presentations/presentation.h"
#include "features/presentations/report.h"
#include "platform/html/forms.h"
#include "platform/html/template.h"

namespace presentations::pages {

struct Fact {
    std::string term, value;
    std::optional<base::Locale> language{};  // of what people wrote themselves
};
html::SafeHtml facts(const std::vector<Fact>& facts);  // those without a value are left out

// A form with one button; inside: its fields.
struct OneButton {
    std::string action, label;
    html::ButtonKind kind = html::ButtonKind::primary;
    html::SafeHtml inside{};
};
html::SafeHtml one_button(const i18n::Translator& t, const OneButton& form);

html::SafeHtml province_field(const html::Fields& fields, const i18n::Translator& t, const std::string& value);
html::SafeHtml language_field(const html::Fields& fields, const i18n::Translator& t, const std::string& value);
html::SafeHtml audience_field(const html::Fields& fields, const i18n::Translator& t, const std::string& value);
html::SafeHtml date_fields(const html::Fields& fields, const i18n::Translator& t,
                           const std::array<std::string, kDates>& typed);
html::SafeHtml report_fields(const html::Fields& fields, const i18n::Translator& t, const ReportForm& typed);

}  // namespace presentations::pages
