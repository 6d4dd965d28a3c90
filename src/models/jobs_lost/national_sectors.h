// models/jobs_lost/national_sectors.h - how the 35 sectors of the national table, the industries of the published
// multipliers and the industries of employment statistics correspond.
#pragma once
#include <span>
#include <string_view>

namespace jobs_lost {

struct Weighted {
    std::string_view code;
    double weight;
};

// on_the_spot: bought where people live and work (shops, homes, care, repairs); provinces hardly trade it with each
// other. between_provinces: everything else.
enum class Traded : unsigned char { on_the_spot, between_provinces };

// One sector of the World Input-Output Tables, release 2013.
struct NationalSector {
    std::string_view code;               // "N"
    std::span<const Weighted> measured;  // industries whose published coefficients it gets: weights add up to 1
    std::span<const Weighted> shown;     // industries in which its jobs are shown: weights add up to 1
    // Industries of employment statistics, as they are called there. Empty: not covered (farms, private households);
    // their location quotient is 1.
    std::span<const std::string_view> employment;
    Traded traded;
};

std::span<const NationalSector> national_sectors();

// The sectors whose inputs stand for those of an industry at summary level: several are weighed by their output. Empty
// for an unknown code.
std::span<const std::string_view> sectors_of_industry(std::string_view industry);

}  // namespace jobs_lost
