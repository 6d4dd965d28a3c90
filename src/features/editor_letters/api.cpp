#include "features/editor_letters/api.h"

#include <array>

#include <boost/json.hpp>

#include "base/text.h"
#include "features/editor_letters/store.h"
#include "features/editor_letters/words.h"

namespace editor_letters {
namespace {

using ports::JsonType;

constexpr std::int64_t kPrintedListed = 100;

boost::json::array texts(const std::vector<std::string>& lines) {
    boost::json::array list;
    for (const auto& line : lines) list.emplace_back(line);
    return list;
}

boost::json::object json_of(const EditorCampaign& campaign, const std::string& day) {
    const CampaignPlan& plan = campaign.plan;
    return {{"id", std::to_string(campaign.id.value)},
            {"title_en", plan.title_en},
            {"title_fr", plan.title_fr},
            {"theme", plan.theme},
            {"points_en", texts(plan.points(base::Locale::english))},
            {"points_fr", texts(plan.points(base::Locale::french))},
            {"closes_on", plan.closes_on},
            {"open", takes_letters(campaign, day)},
            {"sent", campaign.sent},
            {"printed", campaign.printed}};
}

std::string_view name_of_nearness(Nearness nearness) {
    constexpr std::array<std::string_view, 5> kNames{"town", "region", "province", "country", "elsewhere"};
    return kNames[static_cast<std::size_t>(nearness)];
}

boost::json::object json_of(const NearNewspaper& near) {
    const NewspaperFacts& facts = near.newspaper.facts;
    return {{"id", std::to_string(near.newspaper.id.value)},
            {"name", facts.name},
            {"language", code(facts.language)},
            {"place", facts.place},
            {"region", facts.province ? people::code(*facts.province) : ""},
            {"reach", name_of(facts.reach)},
            {"near", name_of_nearness(near.nearness)},
            {"page_url", facts.page_url},
            {"word_limit", facts.word_limit},
            {"source", facts.source},
            {"as_of", facts.as_of}};
}

std::vector<ports::ApiField> campaign_answer() {
    return {{.name = "campaigns",
             .type = JsonType::list,
             .fields = {{.name = "id"},
                        {.name = "title_en"},
                        {.name = "title_fr"},
                        {.name = "theme", .description = "of the guides; empty: all of them"},
                        {.name = "points_en", .type = JsonType::list},
                        {.name = "points_fr", .type = JsonType::list},
                        {.name = "closes_on", .description = "the last day; empty: none", .example = "2026-12-31"},
                        {.name = "open", .type = JsonType::boolean},
                        {.name = "sent", .type = JsonType::integer},
                        {.name = "printed", .type = JsonType::integer}}},
            {.name = "printed",
             .type = JsonType::list,
             .fields = {{.name = "newspaper"},
                        {.name = "place"},
                        {.name = "on", .example = "2026-11-03"},
                        {.name = "url", .description = "empty: it stood on paper alone"},
                        {.name = "headline"},
                        {.name = "language", .values = {"en", "fr"}}}}};
}

std::vector<ports::ApiField> newspaper_answer() {
    return {{.name = "newspapers",
             .type = JsonType::list,
             .fields = {{.name = "id"},
                        {.name = "name"},
                        {.name = "language", .values = {"en", "fr", "both"}},
                        {.name = "place"},
                        {.name = "region", .description = "empty: the whole country", .example = "NB"},
                        {.name = "reach", .values = {"town", "region", "province", "country"}},
                        {.name = "near", .values = {"town", "region", "province", "country", "elsewhere"}},
                        {.name = "page_url"},
                        {.name = "word_limit", .type = JsonType::integer, .description = "0: it names none"},
                        {.name = "source"},
                        {.name = "as_of", .description = "when these facts were true", .example = "2026-11-03"}}}};
}

}  // namespace

http::Response campaigns_json(const http::Request& request, db::Read& read) {
    boost::json::array campaigns, printed;
    const std::string day = day_at(request.received_at);
    for (const auto& each : store::published(read)) campaigns.push_back(json_of(each, day));
    for (const auto& each : store::printed(read, kPrintedListed))
        printed.push_back(boost::json::object{{"newspaper", each.newspaper},
                                              {"place", each.place},
                                              {"on", each.on},
                                              {"url", each.url},
                                              {"headline", each.headline},
                                              {"language", base::code(each.words_in)}});
    return http::json(boost::json::serialize(
        boost::json::object{{"campaigns", std::move(campaigns)}, {"printed", std::move(printed)}}));
}

http::Response newspapers_json(const http::Request& request, db::Read& read) {
    const Where where{.postal_code = people::PostalCode::parse(request.query.text("postal_code")),
                      .place = base::collapse_spaces(request.query.text("place")),
                      .province = people::province_of(request.query.text("province")),
                      .language = base::locale_of(request.query.text("language"))};
    boost::json::array list;
    for (const auto& each : near(store::newspapers(read), where)) list.push_back(json_of(each));
    return http::json(boost::json::serialize(boost::json::object{{"newspapers", std::move(list)}}));
}

std::vector<ports::ApiOperation> api_operations() {
    return {{.method = http::Method::get,
             .path = "/api/v1/editor-letters",
             .id = "listEditorLetters",
             .summary = "Campaigns of letters to the editor",
             .description = "Published campaigns, the newest first, and the letters that were printed.",
             .answers = {{.status = 200, .description = "All of them", .fields = campaign_answer()}}},
            {.method = http::Method::get,
             .path = "/api/v1/newspapers",
             .id = "listNewspapersNear",
             .summary = "Newspapers that print letters, the nearest first",
             .description = "Where nothing is said about the place, those of the whole country.",
             .query = {{.name = "postal_code", .presence = ports::Presence::optional, .example = "E1A 1A1"},
                       {.name = "place", .presence = ports::Presence::optional},
                       {.name = "province", .presence = ports::Presence::optional, .example = "NB"},
                       {.name = "language", .presence = ports::Presence::optional, .values = {"en", "fr"}}},
             .answers = {{.status = 200, .description = "Those that are near", .fields = newspaper_answer()}}}};
}

}  // namespace editor_letters
