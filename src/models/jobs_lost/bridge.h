// models/jobs_lost/bridge.h - from functions of government to industries: who does the work, who is paid, who builds.
#pragma once
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "models/jobs_lost/economy.h"
#include "models/jobs_lost/government_function.h"

namespace jobs_lost {

// An industry and its share. Two at most for a row of the bridge.
struct BridgeShare {
    std::string_view industry;  // summary level; "" for none
    double share = 0.0;
    std::string_view
        finer{};  // code of a finer industry that does it alone, taken where the province has figures of it
};

// One function at the finest level of the classification. services: which industries provide it, of the part that is
// no cash; their shares add up to 1. cash: the part that is paid out to persons; interest: to lenders. Both are
// household spending only. construction: who builds for it.
struct BridgeRow {
    std::string_view ccofog;  // "7073"; "7101 7103" for a published row of several codes
    base::Message name;
    std::array<BridgeShare, 2> services;
    double cash = 0.0;
    double interest = 0.0;
    std::string_view construction;
};

// The whole bridge, for the method page.
std::span<const BridgeRow> bridge_rows();

// What a dollar of a function is in one province: shares of services, cash and interest together are 1; those of staff
// are 1 (who works for it, also where almost all is paid out); those of construction are 1. For the federal government
// GS911 stands in for GS912 and GS913. Functions that have several rows are weighed by what the province spent on each
// in the latest year; without figures all rows count alike.
struct SpendingMix {
    std::vector<Share> services;
    double cash = 0.0;
    double interest = 0.0;
    std::vector<Share> staff;
    std::vector<Share> construction;
};
SpendingMix mix_of(const GovernmentFunction& function, const Economy& economy);

}  // namespace jobs_lost
