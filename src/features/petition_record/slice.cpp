#include "features/petition_record/slice.h"

#include <fmt/format.h>

#include "features/petition_record/store.h"

namespace petition_record {
namespace {

std::vector<ports::Finding> sum_findings(db::Read& read, const ports::PetitionReader& petitions) {
    std::vector<ports::Finding> findings;
    for (const store::Sums& sums : store::sums(read)) {
        auto counts = petitions.counts(sums.petition);
        const std::int64_t counted = counts[sums.signer_class];
        if (sums.by_day == counted && sums.by_region == counted) continue;
        findings.push_back({fmt::format("petition {}, {}: {} are counted; its days add up to {}, its regions to {}",
                                        sums.petition.value, ports::name_of(sums.signer_class), counted, sums.by_day,
                                        sums.by_region)});
    }
    return findings;
}

}  // namespace

ports::CountListener count_listener() {
    return [](db::Write& write, std::span<const ports::CountChange> changes) { store::count_steps(write, changes); };
}

ports::Check sums_check(const ports::PetitionReader& petitions) {
    return {"petition_record.sums", [&petitions](db::Read& read) { return sum_findings(read, petitions); }};
}

}  // namespace petition_record
