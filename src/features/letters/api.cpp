#include "features/letters/api.h"

#include <boost/json.hpp>

#include "base/text.h"
#include "features/letters/handlers.h"
#include "features/letters/likeness_service.h"
#include "features/letters/pages.h"
#include "features/letters/store.h"
#include "features/letters/tally_store.h"

namespace letters {
namespace {

using ports::JsonType;
using ports::Presence;

constexpr std::size_t kLongestCompared = 12'000;  // characters

base::Locale language_of(const http::Request& request) {
    return base::locale_of(request.query.view("language")).value_or(request.locale);
}

boost::json::object json_of(const Services& services, db::Read& read, const Campaign& campaign,
                            const http::Request& request) {
    const base::Locale locale = language_of(request);
    const i18n::Translator t{locale};
    const auto total = store::total(read, campaign.id);
    const bool is_open = campaign.stage(today(request.received_at)) == Stage::open;
    return {{"slug", campaign.slug},
            {"title", campaign.title(locale)},
            {"url", services.frames.public_url() + pages::campaign_path(locale, campaign.slug)},
            {"to", pages::target_words(t, campaign.target)},
            {"open", is_open},
            {"closes_on", campaign.closes_on},
            {"asked", total.asked},
            {"delivered", total.delivered},
            {"answered", total.answered}};
}

bool is_shown(const Campaign& campaign, base::Instant now) {
    const Stage stage = campaign.stage(today(now));
    return stage != Stage::draft && stage != Stage::upcoming;
}

http::Response bad_request(const http::Request& request) {
    return http::problem_json({.status = 422,
                               .title = "Unprocessable Content",
                               .locale = request.locale,
                               .problems = {{"text", base::message("Please give a campaign and a text.")}}});
}

std::vector<ports::ApiField> campaign_fields() {
    return {{.name = "slug", .description = "its name in the address", .example = "keep-our-mail"},
            {.name = "title"},
            {.name = "url", .format = "uri"},
            {.name = "to", .description = "who gets the letters, in words"},
            {.name = "open", .type = JsonType::boolean},
            {.name = "closes_on", .description = "the last day; empty where none is set", .example = "2027-03-31"},
            {.name = "asked", .type = JsonType::integer, .description = "letters and calls so far"},
            {.name = "delivered", .type = JsonType::integer, .description = "taken by the offices' mail servers"},
            {.name = "answered", .type = JsonType::integer}};
}

std::vector<ports::ApiField> language_query() {
    return {{.name = "language", .presence = Presence::optional, .values = {"en", "fr"}}};
}

ports::ApiOperation likeness_operation() {
    return {.method = http::Method::post,
            .path = "/api/v1/letter-likeness",
            .id = "compareLetter",
            .summary = "How alike a letter is to earlier ones",
            .description =
                "Of what somebody chose and wrote, beside the confirmed letters of one campaign. Nothing "
                "of it is kept.",
            .body = {{.name = "campaign", .type = JsonType::integer, .description = "its number, as the form has it"},
                     {.name = "text", .description = "up to 12,000 characters"},
                     {.name = "language",
                      .presence = Presence::optional,
                      .description = "of the sentence",
                      .values = {"en", "fr"}}},
            .answers = {{.status = 200,
                         .description = "The most similar one, and how many are alike by four fifths or more",
                         .fields = {{.name = "percent", .type = JsonType::integer},
                                    {.name = "alike", .type = JsonType::integer},
                                    {.name = "sentence", .description = "to show; empty where there is nothing to say"},
                                    {.name = "advice", .description = "likewise"}}},
                        ports::problem_answer(422, "No campaign or no text")}};
}

}  // namespace

http::Response ApiHandlers::list(const http::Request& request, db::Read& read) const {
    boost::json::array letters;
    for (const Campaign& each : store::campaigns(read))
        if (is_shown(each, request.received_at)) letters.push_back(json_of(services_, read, each, request));
    return http::json(boost::json::serialize(boost::json::object{{"letters", std::move(letters)}}));
}

http::Response ApiHandlers::show(const http::Request& request, db::Read& read) const {
    const auto campaign = store::find(read, request.parameter("slug"));
    if (!campaign || !is_shown(*campaign, request.received_at)) return http::not_found();
    return http::json(boost::json::serialize(json_of(services_, read, *campaign, request)));
}

http::Response ApiHandlers::likeness(const http::Request& request) const {
    boost::system::error_code fault;
    const auto value = boost::json::parse(request.body, fault);
    if (fault || !value.is_object()) return bad_request(request);
    const auto& object = value.get_object();
    const auto* const campaign = object.if_contains("campaign");
    const auto* const text = object.if_contains("text");
    if (campaign == nullptr || !campaign->is_int64() || text == nullptr || !text->is_string())
        return bad_request(request);
    const std::string_view typed{text->get_string()};
    if (!base::is_valid_utf8(typed)) return bad_request(request);
    const auto* const language = object.if_contains("language");
    const auto locale = language != nullptr && language->is_string()
                            ? base::locale_of(std::string_view{language->get_string()}).value_or(request.locale)
                            : request.locale;
    const auto hint =
        services_.likeness.ask(CampaignId{campaign->get_int64()}, base::first_characters(typed, kLongestCompared));
    const auto words = pages::likeness_words(i18n::Translator{locale}, hint);
    return http::json(boost::json::serialize(boost::json::object{
        {"percent", hint.percent}, {"alike", hint.alike}, {"sentence", words.sentence}, {"advice", words.advice}}));
}

std::vector<ports::ApiOperation> api_operations() {
    return {{.method = http::Method::get,
             .path = "/api/v1/letters",
             .id = "listLetters",
             .summary = "Letters to representatives",
             .description = "Every campaign of letters that is or was open, newest first.",
             .query = language_query(),
             .answers = {{.status = 200,
                          .description = "All of them",
                          .fields = {{.name = "letters", .type = JsonType::list, .fields = campaign_fields()}}}}},
            {.method = http::Method::get,
             .path = "/api/v1/letters/{slug}",
             .id = "showLetter",
             .summary = "One of them",
             .parameters = {{.name = "slug", .description = "its name in the address", .example = "keep-our-mail"}},
             .query = language_query(),
             .answers = {{.status = 200, .description = "The campaign", .fields = campaign_fields()},
                         ports::problem_answer(404, "No such letter")}},
            likeness_operation()};
}

}  // namespace letters
