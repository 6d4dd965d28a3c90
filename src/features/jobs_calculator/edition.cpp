#include "features/jobs_calculator/edition.h"

#include <cstdint>

#include <fmt/format.h>

#include "models/jobs_lost/shipped_data.h"
#include "models/statistics/sha256.h"

namespace jobs_calculator {
namespace {

// The shortest digits that give the number again; nothing where there is none.
std::string digits(const std::optional<double>& number) { return number ? fmt::format("{}", *number) : std::string{}; }

std::string line_of(const jobs_lost::MultiplierObservation& row) {
    std::string line = fmt::format("m|{}|{}|{}|{}|{}|{}|{}", jobs_lost::code_of(row.jurisdiction), row.year,
                                   static_cast<int>(row.coverage), static_cast<int>(row.variable), row.industry,
                                   row.label, row.decimals);
    for (const auto* const figure :
         {&row.direct, &row.indirect, &row.induced, &row.simple, &row.total, &row.type1, &row.type2})
        line += '|' + digits(*figure);
    return line + '\n';
}

std::string line_of(const jobs_lost::SpendingObservation& row) {
    return fmt::format("s|{}|{}|{}|{}\n", jobs_lost::code_of(row.jurisdiction), row.year, row.ccofog, row.million);
}

std::string line_of(const jobs_lost::EmploymentObservation& row) {
    return fmt::format("e|{}|{}|{}|{}\n", jobs_lost::code_of(row.jurisdiction), row.year, row.industry, row.employees);
}

// FNV-1a with 64 bits; a byte that no text holds ends each part.
class Hash {
public:
    void add(std::string_view text) {
        for (const char c : text) take(static_cast<unsigned char>(c));
        take(0xFF);
    }
    std::string eight_digits() const {
        return fmt::format("{:08x}", static_cast<std::uint32_t>(value_ ^ (value_ >> 32)));
    }

private:
    void take(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001B3ULL; }

    std::uint64_t value_ = 0xCBF29CE484222325ULL;
};

Hash hash_of_shipped_packs() {
    Hash hash;
    const auto from = jobs_lost::shipped_observations().provenances;
    for (const auto* group :
         {&from.multipliers, &from.national, &from.spending, &from.employment, &from.prices, &from.other})
        for (const auto& provenance : *group) hash.add(provenance.sha256);
    return hash;
}

}  // namespace

std::string figures_checksum(const ImportedTable& table) {
    statistics::Sha256 sum;
    for (const auto& row : table.multipliers) sum.add(line_of(row));
    for (const auto& row : table.spending) sum.add(line_of(row));
    for (const auto& row : table.employment) sum.add(line_of(row));
    return sum.hexadecimal();
}

std::string edition_name(const std::vector<Import>& imports) {
    static const Hash shipped = hash_of_shipped_packs();
    Hash hash = shipped;
    for (const auto& import : imports)
        for (const std::string* part : {&import.number, &import.sha256, &import.figures}) hash.add(*part);
    return hash.eight_digits();
}

}  // namespace jobs_calculator
