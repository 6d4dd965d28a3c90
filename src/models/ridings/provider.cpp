#include "models/ridings/provider.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace ridings {
namespace {

constexpr std::size_t kLongestDetail = 80;  // characters

const auto& all() {
    static const std::array<const Provider*, 8> kAll{
        &csv_ridings(),           &csv_representatives(),       &csv_postal_codes(),     &geojson_boundaries(),
        &represent_postal_code(), &represent_representatives(), &represent_boundaries(), &represent_boundary_sets()};
    return kAll;
}

}  // namespace

std::span<const Provider* const> providers() { return all(); }

const Provider* provider_of(std::string_view bytes) {
    const auto found = std::ranges::find_if(all(), [&](const Provider* each) { return each->recognises(bytes); });
    return found == all().end() ? nullptr : *found;
}

const Provider* provider_named(std::string_view key) {
    const auto found = std::ranges::find_if(all(), [&](const Provider* each) { return each->key() == key; });
    return found == all().end() ? nullptr : *found;
}

bool says_vacant(std::string_view name) {
    constexpr std::array<std::string_view, 8> kWords{"vacant",  "vacantseat",  "seatvacant",  "vacantvacant",
                                                     "vacancy", "siegevacant", "postevacant", "vacante"};
    return std::ranges::find(kWords, base::fold_name(name)) != kWords.end();
}

void add_trouble(Reading& reading, RowTrouble trouble) {
    if (reading.troubles.size() >= kMostTroubles) {
        ++reading.more_troubles;
        return;
    }
    if (base::count_characters(trouble.detail) > kLongestDetail)
        trouble.detail = std::string{base::first_characters(trouble.detail, kLongestDetail)} + "…";
    reading.troubles.push_back(std::move(trouble));
}

}  // namespace ridings
