#include "models/jobs_lost/local_spread.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace jobs_lost {
namespace {

constexpr std::array<std::string_view, 3> kPublicSector{"Public administration", "Educational services",
                                                        "Health care and social assistance"};

struct Sum {
    std::size_t parts = 0;
    double employees = 0.0;
};

}  // namespace

std::vector<TownLoss> local_spread(const Estimate& estimate, const std::vector<Town>& towns) {
    double public_jobs = 0.0;
    for (const Town& town : towns) public_jobs += town.public_jobs;
    if (!(public_jobs > 0.0)) return {};
    std::vector<TownLoss> losses;
    for (const Town& town : towns) {
        const double share = town.public_jobs / public_jobs;
        TownLoss loss{town.name, share * estimate.jobs_public, share * estimate.jobs_private, {}, {}};
        if (town.labour_force.value_or(0.0) > 0.0 && town.unemployed) {
            const double after = std::min(*town.labour_force, *town.unemployed + share * estimate.jobs_total);
            loss.unemployment_before = 100.0 * *town.unemployed / *town.labour_force;
            loss.unemployment_after = 100.0 * after / *town.labour_force;
        }
        losses.push_back(std::move(loss));
    }
    return losses;
}

std::optional<YearValue> public_sector_employees(const Observations& observations, Jurisdiction place) {
    std::map<int, Sum> by_year;
    for (const auto& row : observations.employment) {
        if (row.jurisdiction != place || std::ranges::find(kPublicSector, row.industry) == kPublicSector.end())
            continue;
        ++by_year[row.year].parts;
        by_year[row.year].employees += row.employees;
    }
    std::optional<YearValue> latest;
    for (const auto& [year, sum] : by_year)
        if (sum.parts == kPublicSector.size() && sum.employees > 0.0) latest = YearValue{year, sum.employees};
    return latest;
}

}  // namespace jobs_lost
