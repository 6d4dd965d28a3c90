#include "features/endorsements/api.h"

#include <boost/json.hpp>

#include "features/endorsements/pages.h"

namespace endorsements {
namespace {

using ports::JsonType;

std::string_view name_of_act(Act act) {
    if (act == Act::none) return "";
    return act == Act::proclamation ? "proclamation" : "resolution";
}

boost::json::object object_of(const Statement& said) {
    return {{"class", ports::name_of(said.signer_class)},
            {"name", said.name},
            {"office", name_of(said.office)},
            {"place", said.place},
            {"region", people::code(said.region)},
            {"party", said.party},
            {"website", said.website},
            {"act", name_of_act(said.act)},
            {"act_date", said.act_date},
            {"votes_for", said.votes ? said.votes->in_favour : 0},
            {"votes_against", said.votes ? said.votes->against : 0},
            {"document_url", said.document_url},
            {"statement", said.statement}};
}

std::vector<ports::ApiField> fields() {
    return {{.name = "class", .example = "organisation"},
            {.name = "name"},
            {.name = "office", .description = "of officials and candidates; empty for the others", .example = "mp"},
            {.name = "place"},
            {.name = "region", .example = "NB"},
            {.name = "party"},
            {.name = "website"},
            {.name = "act", .description = "of a municipality: proclamation or resolution"},
            {.name = "act_date", .description = "of that act; empty for the others"},
            {.name = "votes_for", .type = JsonType::integer, .description = "0 where no vote was told"},
            {.name = "votes_against", .type = JsonType::integer},
            {.name = "document_url", .description = "where the municipality says that it can be read"},
            {.name = "document_path", .description = "of the document itself on this site; empty where there is none"},
            {.name = "statement"}};
}

}  // namespace

std::string json_of(const Listed& listed) {
    boost::json::object counts;
    boost::json::array list;
    for (const Endorsement& each : listed.counted) {
        auto& count = counts[ports::name_of(each.statement.signer_class)];
        count = (count.is_int64() ? count.get_int64() : 0) + 1;
        auto object = object_of(each.statement);
        object["document_path"] = listed.documents.contains(each.id)
                                      ? pages::document_path(base::Locale::english, listed.petition.slug, each.id)
                                      : "";
        list.push_back(std::move(object));
    }
    return boost::json::serialize(boost::json::object{
        {"petition", listed.petition.slug}, {"counts", std::move(counts)}, {"endorsements", std::move(list)}});
}

std::vector<ports::ApiOperation> api_operations() {
    return {{.method = http::Method::get,
             .path = "/api/v1/petitions/{slug}/endorsements",
             .id = "listEndorsements",
             .summary = "Who endorses it",
             .description = "Officials, candidates, organisations and municipalities; each class has its own count.",
             .parameters = {{.name = "slug",
                             .description = "the petition's name in its address",
                             .example = "equality-pledge"}},
             .answers = {{.status = 200,
                          .description = "All that are shown",
                          .fields = {{.name = "petition"},
                                     {.name = "counts", .type = JsonType::object, .description = "by class"},
                                     {.name = "endorsements", .type = JsonType::list, .fields = fields()}}},
                         ports::problem_answer(404, "No such petition")}}};
}

}  // namespace endorsements
