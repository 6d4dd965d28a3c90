#include "features/petition_record/api.h"

#include <boost/json.hpp>
#include <fmt/format.h>

#include "platform/i18n/translator.h"

namespace petition_record {
namespace {

using ports::JsonType;

// "2026-11-22": noon of UTC-5 has the same date in UTC.
std::string text_of(Day day) { return i18n::machine_time(noon_of(day)).substr(0, 10); }

boost::json::array days_json(const std::vector<DayCount>& days) {
    boost::json::array array;
    std::int64_t total = 0;
    for (const DayCount& each : days) {
        total += each.counted;
        array.push_back({{"day", text_of(each.day)}, {"counted", each.counted}, {"total", total}});
    }
    return array;
}

boost::json::array regions_json(const std::vector<store::RegionCount>& regions) {
    boost::json::array array;
    for (const store::RegionCount& each : regions)
        array.push_back({{"region", each.region}, {"counted", each.counted}});
    return array;
}

std::vector<ports::ApiField> class_fields() {
    return {
        {.name = "class", .description = "of signers; classes are never added up", .example = "individual"},
        {.name = "days",
         .type = JsonType::list,
         .description = "days on which somebody was first counted, less those of that day taken out since",
         .fields = {{.name = "day", .description = "it ends at midnight, UTC-5", .format = "date"},
                    {.name = "counted", .type = JsonType::integer},
                    {.name = "total", .type = JsonType::integer, .description = "up to this day"}}},
        {.name = "regions",
         .type = JsonType::list,
         .description = "the most first",
         .fields = {{.name = "region",
                     .description = "CA-ON and its like in Canada, else the country (ISO 3166); empty where not known"},
                    {.name = "counted", .type = JsonType::integer}}}};
}

}  // namespace

std::string json_of(const ports::PetitionFacts& petition, const std::vector<ClassRecord>& record) {
    boost::json::array classes;
    for (const ClassRecord& each : record)
        classes.push_back({{"class", ports::name_of(each.signer_class)},
                           {"days", days_json(each.days)},
                           {"regions", regions_json(each.regions)}});
    return boost::json::serialize(boost::json::object{{"petition", petition.slug}, {"classes", std::move(classes)}});
}

std::string csv_of(const std::vector<ClassRecord>& record) {
    std::string csv = "class,day,region,counted\r\n";
    for (const ClassRecord& each : record) {
        const auto name = ports::name_of(each.signer_class);
        for (const DayCount& day : each.days) csv += fmt::format("{},{},,{}\r\n", name, text_of(day.day), day.counted);
        for (const auto& region : each.regions)
            csv += fmt::format("{},,{},{}\r\n", name, region.region, region.counted);
    }
    return csv;
}

std::vector<ports::ApiOperation> api_operations() {
    return {{.method = http::Method::get,
             .path = "/api/v1/petitions/{slug}/record",
             .id = "petitionRecord",
             .summary = "How the count grew, by day and by place",
             .parameters = {{.name = "slug",
                             .description = "the petition's name in its address",
                             .example = "equality-pledge"}},
             .answers = {{.status = 200,
                          .description = "Every day and every place",
                          .fields = {{.name = "petition"},
                                     {.name = "classes", .type = JsonType::list, .fields = class_fields()}}},
                         ports::problem_answer(404, "No such petition")}}};
}

}  // namespace petition_record
