#include "features/representatives/api.h"

#include <boost/json.hpp>

namespace representatives {
namespace {

using ports::JsonType;

boost::json::object object_of(const ports::Representative& of) {
    boost::json::array offices;
    for (const auto& each : of.addresses)
        offices.push_back(boost::json::object{
            {"kind", each.kind}, {"telephone", each.telephone}, {"fax", each.fax}, {"postal", each.postal}});
    return {{"id", of.id.value},
            {"name", of.name},
            {"office", people::name_of(of.office)},
            {"vacant", of.seat == Seat::vacant},
            {"province", of.province ? people::code(*of.province) : ""},
            {"place", of.place},
            {"party", of.party},
            {"email", of.email ? of.email->text() : ""},
            {"website", of.website},
            {"offices", std::move(offices)},
            {"source", of.source},
            {"as_of", of.as_of}};
}

boost::json::object object_of(const Riding& riding) {
    return {{"id", riding.id.value},
            {"code", riding.code},
            {"set", riding.set},
            {"name_en", riding.name_en},
            {"name_fr", riding.name_fr}};
}

boost::json::object object_of(const FoundHouse& house) {
    boost::json::array ridings, representatives;
    for (const Riding& each : house.ridings) ridings.push_back(object_of(each));
    for (const auto& each : house.representatives) representatives.push_back(object_of(each));
    return {{"house", name_of(house.house)},
            {"ridings", std::move(ridings)},
            {"representatives", std::move(representatives)}};
}

std::vector<ports::ApiField> representative_fields() {
    return {{.name = "id", .type = JsonType::integer},
            {.name = "name", .description = "empty for a vacant seat"},
            {.name = "office", .example = "mp"},
            {.name = "vacant", .type = JsonType::boolean},
            {.name = "province", .description = "empty for the whole country", .example = "NS"},
            {.name = "place", .description = "riding, ward or town"},
            {.name = "party"},
            {.name = "email"},
            {.name = "website"},
            {.name = "offices",
             .type = JsonType::list,
             .fields = {{.name = "kind", .example = "constituency"},
                        {.name = "telephone"},
                        {.name = "fax"},
                        {.name = "postal"}}},
            {.name = "source"},
            {.name = "as_of", .example = "2026-11-03"}};
}

std::vector<ports::ApiField> house_fields() {
    return {{.name = "house", .values = {"federal", "provincial", "municipal"}},
            {.name = "ridings",
             .type = JsonType::list,
             .description = "none: not known; several: the code spans them, ask the person and send the answer back",
             .fields = {{.name = "id", .type = JsonType::integer},
                        {.name = "code", .example = "35075"},
                        {.name = "set", .example = "federal-2023"},
                        {.name = "name_en"},
                        {.name = "name_fr"}}},
            {.name = "representatives",
             .type = JsonType::list,
             .description = "of the riding, where there is one, or where it was chosen",
             .fields = representative_fields()}};
}

}  // namespace

std::string json_of(const ports::Representative& representative) {
    return boost::json::serialize(object_of(representative));
}

std::string json_of(const Finding& finding) {
    boost::json::array houses;
    for (const FoundHouse& each : finding.houses) houses.push_back(object_of(each));
    return boost::json::serialize(
        boost::json::object{{"postal_code", finding.postal_code},
                            {"province", finding.province ? people::code(*finding.province) : ""},
                            {"houses", std::move(houses)}});
}

std::vector<ports::ApiOperation> api_operations() {
    const auto chosen = [](const char* name) {
        return ports::ApiField{.name = name,
                               .type = JsonType::integer,
                               .presence = ports::Presence::optional,
                               .description = "the riding that the person chose of several, by its id"};
    };
    return {{.method = http::Method::get,
             .path = "/api/v1/representatives",
             .id = "findRepresentatives",
             .summary = "Who represents a postal code",
             .description = "Near an election those whom it concerns are left out.",
             .query = {{.name = "postal_code", .example = "K1A 0B1"},
                       chosen("federal"),
                       chosen("provincial"),
                       chosen("municipal")},
             .answers = {{.status = 200,
                          .description = "Ridings and representatives of each house",
                          .fields = {{.name = "postal_code"},
                                     {.name = "province", .example = "ON"},
                                     {.name = "houses", .type = JsonType::list, .fields = house_fields()}}},
                         ports::problem_answer(422, "No Canadian postal code")}},
            {.method = http::Method::get,
             .path = "/api/v1/representatives/{representative}",
             .id = "showRepresentative",
             .summary = "One representative",
             .parameters = {{.name = "representative", .type = JsonType::integer, .description = "the id"}},
             .answers = {{.status = 200, .description = "Who it is", .fields = representative_fields()},
                         ports::problem_answer(404, "Nobody in office has this id, or an election is near")}}};
}

}  // namespace representatives
