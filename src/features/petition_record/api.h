// features/petition_record/api.h - the record of a petition as JSON and as a table for spreadsheets: every figure of
// its charts, and every day of every class.
#pragma once
#include <string>
#include <vector>

#include "features/petition_record/store.h"
#include "ports/api_operation.h"
#include "ports/petitions.h"

namespace petition_record {

// The days and regions of one class of signers.
struct ClassRecord {
    ports::SignerClass signer_class;
    std::vector<DayCount> days;
    std::vector<store::RegionCount> regions;
};

// {"petition":"slug","classes":[{"class":"individual","days":[{"day":"2026-11-22","counted":3,"total":3}],
// "regions":[{"region":"CA-ON","counted":3}]}]}; classes that nobody signed in are left out.
std::string json_of(const ports::PetitionFacts& petition, const std::vector<ClassRecord>& record);

// class,day,region,counted: a row for each day (region empty), then one for each region (day empty).
std::string csv_of(const std::vector<ClassRecord>& record);

std::vector<ports::ApiOperation> api_operations();

}  // namespace petition_record
