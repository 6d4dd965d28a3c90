// features/privacy/staff_pages.h - the words and markup for staff: rules, incidents, the privacy officer.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/privacy/incident.h"
#include "features/privacy/officer.h"
#include "features/privacy/retention_service.h"
#include "features/privacy/store.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace privacy::staff_pages {

struct Overview {
    std::vector<StandingRule> rules;
    std::vector<store::Run> runs;
    std::int64_t erasures;
    Officer officer;  // as stored or typed
    const base::Problems& problems;
};
html::SafeHtml overview(const i18n::Translator& t, const Overview& page);

html::SafeHtml incidents(const i18n::Translator& t, const std::vector<Incident>& incidents);
html::SafeHtml incident(const i18n::Translator& t, const Incident& incident, const base::Problems& problems);
struct NewIncident {
    IncidentForm typed;
    const base::Problems& problems;
};
html::SafeHtml new_incident(const i18n::Translator& t, const NewIncident& page);

std::string overview_path(base::Locale locale);
std::string incidents_path(base::Locale locale);
std::string incident_path(base::Locale locale, IncidentId incident);

}  // namespace privacy::staff_pages
