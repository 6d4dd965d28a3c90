// features/mail_series/pages.h - the staff's pages of series. Each gives the content of <main>.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "features/mail_series/series.h"
#include "platform/html/forms.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace mail_series::pages {

std::string staff_path(base::Locale locale);                // "/en/staff/series"
std::string series_path(base::Locale locale, SeriesId id);  // "/en/staff/series/17"

// What the form offers.
struct Choices {
    std::vector<html::Choice> triggers, segments, topics, mailings;  // values as in Form
};

html::SafeHtml list(i18n::Translator t, const std::vector<Series>& series, const Choices& choices);

struct SeriesView {
    const std::optional<Series>& series;  // nullopt: a new one
    const Form& typed;
    const base::Problems& problems;
    const Choices& choices;
    std::map<Ended, std::int64_t> counts{};
    std::vector<base::Message> unready{};
};
html::SafeHtml series(i18n::Translator t, const SeriesView& view);

}  // namespace mail_series::pages
