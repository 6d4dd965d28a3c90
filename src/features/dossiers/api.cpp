#include "features/dossiers/api.h"

#include <boost/json.hpp>

#include "platform/i18n/translator.h"

namespace dossiers {
namespace {

using ports::JsonType;
using ports::Presence;

boost::json::object object_of(const StateOfPromise& state) {
    return {{"state", name_of(state.state)},
            {"on", state.on_date},
            {"evidence_en", state.evidence.en},
            {"evidence_fr", state.evidence.fr},
            {"evidence_url", state.evidence_url}};
}

boost::json::object object_of(const Promise& promise) {
    boost::json::array history;
    for (const StateOfPromise& each : promise.states) history.push_back(object_of(each));
    return {{"id", promise.id.value},     {"words_en", promise.words.en},          {"words_fr", promise.words.fr},
            {"made_on", promise.made_on}, {"state", name_of(promise.now().state)}, {"history", std::move(history)}};
}

boost::json::object object_of(const Standing& standing) {
    return {{"about", standing.title}, {"path", standing.path},         {"stand", standing.label},
            {"on", standing.on_date},  {"evidence", standing.evidence}, {"evidence_url", standing.evidence_url}};
}

boost::json::object object_of(const Asked& asked) {
    return {{"campaign", asked.title},
            {"asked", asked.asked},
            {"answered", asked.answered},
            {"since", i18n::machine_time(asked.first_at)}};
}

template <class Items>
boost::json::array list_of(const Items& items) {
    boost::json::array list;
    for (const auto& each : items) list.push_back(object_of(each));
    return list;
}

std::vector<ports::ApiField> state_fields() {
    return {{.name = "state", .values = {"open", "kept", "broken", "withdrawn"}},
            {.name = "on", .format = "date"},
            {.name = "evidence_en", .description = "empty where it was given in the other language alone"},
            {.name = "evidence_fr", .description = "likewise"},
            {.name = "evidence_url", .description = "may be empty"}};
}

std::vector<ports::ApiField> promise_fields() {
    return {{.name = "id", .type = JsonType::integer},
            {.name = "words_en", .description = "empty where it was recorded in the other language alone"},
            {.name = "words_fr", .description = "likewise"},
            {.name = "made_on", .format = "date"},
            {.name = "state", .values = {"open", "kept", "broken", "withdrawn"}},
            {.name = "history", .type = JsonType::list, .description = "newest first", .fields = state_fields()}};
}

std::vector<ports::ApiField> dossier_fields() {
    return {{.name = "representative", .type = JsonType::integer},
            {.name = "name"},
            {.name = "asked", .type = JsonType::integer, .description = "letters that people wrote to them"},
            {.name = "answered", .type = JsonType::integer, .description = "answers of people, not of machines"},
            {.name = "campaigns",
             .type = JsonType::list,
             .fields = {{.name = "campaign"},
                        {.name = "asked", .type = JsonType::integer},
                        {.name = "answered", .type = JsonType::integer},
                        {.name = "since", .format = "date-time"}}},
            {.name = "positions",
             .type = JsonType::list,
             .fields = {{.name = "about", .description = "a petition or a campaign"},
                        {.name = "path", .description = "of its page; may be empty"},
                        {.name = "stand", .description = "in words"},
                        {.name = "on", .format = "date"},
                        {.name = "evidence"},
                        {.name = "evidence_url"}}},
            {.name = "promises", .type = JsonType::list, .fields = promise_fields()},
            {.name = "meetings",
             .type = JsonType::list,
             .fields = {{.name = "on", .format = "date"}, {.name = "summary_en"}, {.name = "summary_fr"}}}};
}

}  // namespace

std::string json_of(const Dossier& dossier) {
    boost::json::array meetings;
    for (const Meeting& each : dossier.meetings)
        meetings.push_back({{"on", each.on_date}, {"summary_en", each.summary.en}, {"summary_fr", each.summary.fr}});
    return boost::json::serialize(boost::json::object{{"representative", dossier.representative.id.value},
                                                      {"name", dossier.representative.name},
                                                      {"asked", dossier.totals.asked},
                                                      {"answered", dossier.totals.answered},
                                                      {"campaigns", list_of(dossier.asked)},
                                                      {"positions", list_of(dossier.standings)},
                                                      {"promises", list_of(dossier.promises)},
                                                      {"meetings", std::move(meetings)}});
}

std::vector<ports::ApiOperation> api_operations() {
    return {{.method = http::Method::get,
             .path = "/api/v1/representatives/{representative}/dossier",
             .id = "getDossier",
             .summary = "What a representative was asked and promised",
             .description = "Letters by campaign, answers, positions, promises with their history and public summaries "
                            "of meetings. Nothing of it names a supporter. Near an election that concerns them: 404.",
             .parameters = {{.name = "representative", .type = JsonType::integer, .description = "their number"}},
             .query = {{.name = "language", .presence = Presence::optional, .values = {"en", "fr"}}},
             .answers = {{.status = 200, .description = "The public part", .fields = dossier_fields()},
                         ports::problem_answer(404, "No such representative, or an election is near")}}};
}

}  // namespace dossiers
