#include "features/politician_tracker/api.h"

#include <boost/json.hpp>

namespace politician_tracker {
namespace {

using ports::JsonType;

boost::json::object object_of(const Standing& standing) {
    const PoliticianFacts& facts = standing.politician.facts;
    return {{"name", facts.name},
            {"office", name_of(facts.office)},
            {"tier", name_of(tier_of(facts.office))},
            {"region", facts.region},
            {"place", facts.place},
            {"party", facts.party},
            {"stand", name_of(standing.stand)},
            {"on_date", standing.on_date},
            {"evidence_en", standing.evidence_en},
            {"evidence_fr", standing.evidence_fr},
            {"evidence_url", standing.evidence_url},
            {"asked_by_supporters", standing.asked}};
}

std::vector<ports::ApiField> fields() {
    return {{.name = "name"},
            {.name = "office", .example = "mp"},
            {.name = "tier", .values = {"federal", "provincial", "municipal"}},
            {.name = "region", .description = "empty for the whole country", .example = "NS"},
            {.name = "place", .description = "riding, ward or town"},
            {.name = "party"},
            {.name = "stand", .values = {"signed", "declined", "asked", "no_answer", "not_asked"}},
            {.name = "on_date", .description = "of the answer; empty before there is one"},
            {.name = "evidence_en"},
            {.name = "evidence_fr"},
            {.name = "evidence_url"},
            {.name = "asked_by_supporters", .type = JsonType::integer}};
}

}  // namespace

std::string json_of(const ports::PetitionFacts& petition, const std::vector<Standing>& standings) {
    boost::json::array list;
    for (const Standing& each : standings) list.push_back(object_of(each));
    return boost::json::serialize(boost::json::object{{"petition", petition.slug}, {"politicians", std::move(list)}});
}

std::vector<ports::ApiOperation> api_operations() {
    return {{.method = http::Method::get,
             .path = "/api/v1/petitions/{slug}/politicians",
             .id = "listPoliticians",
             .summary = "Where politicians stand",
             .description = "Near an election those whom it concerns are left out.",
             .parameters = {{.name = "slug",
                             .description = "the petition's name in its address",
                             .example = "equality-pledge"}},
             .answers = {{.status = 200,
                          .description = "Everybody who may be named",
                          .fields = {{.name = "petition"},
                                     {.name = "politicians", .type = JsonType::list, .fields = fields()}}},
                         ports::problem_answer(404, "No such petition")}}};
}

}  // namespace politician_tracker
