#include "models/ridings/shipped.h"

#include <algorithm>

#include "models/statistics/pack.h"

namespace ridings {
namespace {

struct District {
    std::string name, province;
};

// By name.
const std::vector<District>& districts() {
    static const std::vector<District> all = [] {
        const auto table = statistics::table_of(statistics::shipped_pack("ridings/postal_districts"));
        std::vector<District> read;
        for (const auto row : table.rows()) read.push_back({std::string{row["fsa"]}, std::string{row["province"]}});
        std::ranges::sort(read, {}, &District::name);
        return read;
    }();
    return all;
}

}  // namespace

std::vector<RidingRow> shipped_federal_ridings() {
    const auto table = statistics::table_of(statistics::shipped_pack("ridings/federal_2023"));
    std::vector<RidingRow> rows;
    for (const auto row : table.rows())
        rows.push_back({.line = row.line(),
                        .code = std::string{row["code"]},
                        .province = std::string{row["province"]},
                        .name_en = std::string{row["name_en"]},
                        .name_fr = std::string{row["name_fr"]},
                        .boundary_set = std::string{kFederalBoundarySet}});
    return rows;
}

std::string_view shipped_federal_source() {
    return statistics::shipped_pack("ridings/federal_2023").provenance.publisher;
}

std::optional<std::string_view> province_of_district(std::string_view district) {
    const auto& all = districts();
    const auto found = std::ranges::lower_bound(all, district, {}, &District::name);
    if (found == all.end() || found->name != district) return std::nullopt;
    return found->province;
}

}  // namespace ridings
