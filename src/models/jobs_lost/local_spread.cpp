#include "models/jobs_lost/local_spread.h"

#include <algorithm>

namespace jobs_lost {

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

}  // namespace jobs_lost
