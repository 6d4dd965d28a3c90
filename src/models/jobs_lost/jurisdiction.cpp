#include "models/jobs_lost/jurisdiction.h"

#include "base/text.h"

namespace jobs_lost {
namespace {

struct Row {
    std::string_view code;
    base::Message name;
};

// In the order of the enumeration.
constexpr Row kRows[] = {
    {"NL", base::message("Newfoundland and Labrador")},
    {"PE", base::message("Prince Edward Island")},
    {"NS", base::message("Nova Scotia")},
    {"NB", base::message("New Brunswick")},
    {"QC", base::message("Quebec")},
    {"ON", base::message("Ontario")},
    {"MB", base::message("Manitoba")},
    {"SK", base::message("Saskatchewan")},
    {"AB", base::message("Alberta")},
    {"BC", base::message("British Columbia")},
    {"YT", base::message("Yukon")},
    {"NT", base::message("Northwest Territories")},
    {"NU", base::message("Nunavut")},
    {"CA", base::message("Government of Canada")},
};

const Row& row_of(Jurisdiction jurisdiction) { return kRows[static_cast<std::size_t>(jurisdiction)]; }

}  // namespace

std::string_view code_of(Jurisdiction jurisdiction) { return row_of(jurisdiction).code; }

std::optional<Jurisdiction> jurisdiction_of(std::string_view code) {
    for (const Jurisdiction jurisdiction : kJurisdictions)
        if (base::equals_ignoring_ascii_case(code, code_of(jurisdiction))) return jurisdiction;
    return std::nullopt;
}

base::Message name_of(Jurisdiction jurisdiction) { return row_of(jurisdiction).name; }

}  // namespace jobs_lost
