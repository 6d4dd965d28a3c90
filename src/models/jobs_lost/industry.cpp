#include "models/jobs_lost/industry.h"

#include <algorithm>

namespace jobs_lost {
namespace {

// Names as in table 36-10-0113.
constexpr Industry kIndustries[] = {
    {"BS11A", base::message("Crop and animal production"), Owner::business},
    {"BS113", base::message("Forestry and logging"), Owner::business},
    {"BS114", base::message("Fishing, hunting and trapping"), Owner::business},
    {"BS115", base::message("Support activities for agriculture and forestry"), Owner::business},
    {"BS210", base::message("Mining, quarrying, and oil and gas extraction"), Owner::business},
    {"BS220", base::message("Utilities"), Owner::business},
    {"BS23A", base::message("Residential building construction"), Owner::business},
    {"BS23B", base::message("Non-residential building construction"), Owner::business},
    {"BS23C", base::message("Engineering construction"), Owner::business},
    {"BS23D", base::message("Repair construction"), Owner::business},
    {"BS23E", base::message("Other activities of the construction industry"), Owner::business},
    {"BS3A0", base::message("Manufacturing"), Owner::business},
    {"BS410", base::message("Wholesale trade"), Owner::business},
    {"BS4A0", base::message("Retail trade"), Owner::business},
    {"BS4B0", base::message("Transportation and warehousing"), Owner::business},
    {"BS510", base::message("Information and cultural industries"), Owner::business},
    {"BS5B0", base::message("Finance, insurance, real estate, rental and leasing and holding companies"),
     Owner::business},
    {"BS540", base::message("Professional, scientific and technical services"), Owner::business},
    {"BS560", base::message("Administrative and support, waste management and remediation services"), Owner::business},
    {"BS610", base::message("Educational services"), Owner::business},
    {"BS620", base::message("Health care and social assistance"), Owner::business},
    {"BS710", base::message("Arts, entertainment and recreation"), Owner::business},
    {"BS720", base::message("Accommodation and food services"), Owner::business},
    {"BS810", base::message("Other services (except public administration)"), Owner::business},
    {"GS610", base::message("Government education services"), Owner::government},
    {"GS620", base::message("Government health services"), Owner::government},
    {"GS911", base::message("Other federal government services"), Owner::government},
    {"GS912", base::message("Other provincial and territorial government services"), Owner::government},
    {"GS913", base::message("Other municipal government services"), Owner::government},
    {"GS914", base::message("Other Indigenous government services"), Owner::government},
    {"NP000", base::message("Non-profit institutions serving households"), Owner::non_profit},
};

// Called after the industries of table 36-10-0595.
constexpr FinerIndustry kFinerIndustries[] = {
    {"BS624", "BS620", base::message("Social assistance services")},
    {"NP624", "NP000", base::message("Social assistance by non-profit institutions")},
};

}  // namespace

std::span<const Industry> industries() { return kIndustries; }

const Industry* industry_of(std::string_view code) {
    const auto* found = std::ranges::find(kIndustries, code, &Industry::code);
    return found == std::end(kIndustries) ? nullptr : found;
}

std::span<const FinerIndustry> finer_industries() { return kFinerIndustries; }

const FinerIndustry* finer_industry_of(std::string_view code) {
    const auto* found = std::ranges::find(kFinerIndustries, code, &FinerIndustry::code);
    return found == std::end(kFinerIndustries) ? nullptr : found;
}

Owner owner_of(std::string_view code) {
    if (code.starts_with("GS")) return Owner::government;
    if (code.starts_with("NP")) return Owner::non_profit;
    return Owner::business;
}

}  // namespace jobs_lost
