// models/jobs_lost/industry.h - industries by the summary level of Canada's supply and use tables (IOIC).
#pragma once
#include <span>
#include <string_view>

#include "base/problem.h"

namespace jobs_lost {

// Who runs it: BS business, GS government, NP non-profit (the first two letters of the code).
enum class Owner : unsigned char { business, government, non_profit };

struct Industry {
    std::string_view code;  // "GS620"
    base::Message name;     // "Government health services"
    Owner owner;
};

// All 31, in the order of the publisher.
std::span<const Industry> industries();
// nullptr for a code of another level.
const Industry* industry_of(std::string_view code);
// A part of an industry that does one service alone. Tables at detail level have it; its code is what theirs begin
// with.
struct FinerIndustry {
    std::string_view code;    // "BS624"
    std::string_view within;  // "BS620"
    base::Message name;       // "Social assistance services"
};
std::span<const FinerIndustry> finer_industries();
// nullptr for all other codes.
const FinerIndustry* finer_industry_of(std::string_view code);

// By the first two letters, at any level of detail; business where they are none of the three.
Owner owner_of(std::string_view code);

}  // namespace jobs_lost
