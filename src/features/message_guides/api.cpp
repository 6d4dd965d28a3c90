#include "features/message_guides/api.h"

#include <boost/json.hpp>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/message_guides/content_json.h"
#include "features/message_guides/handlers_parts.h"

namespace message_guides {
namespace {

namespace json = boost::json;
using ports::JsonType;
using ports::Presence;

constexpr std::size_t kLongestText = 20'000;  // bytes of a text that is held against the lists

json::object object_of(const Published& guide, const people::LevelTree& levels) {
    const auto* const level = levels.find(guide.guide.level);
    const Content& content = guide.content();
    return {{"slug", guide.guide.slug},
            {"theme", guide.guide.theme},
            {"level", level != nullptr ? level->slug : std::string{}},
            {"version", guide.version.number},
            {"approved_at", i18n::machine_time(guide.version.approved_at.value_or(guide.version.at))},
            {"title_en", content.title.english},
            {"title_fr", content.title.french},
            {"lead_en", content.lead.english},
            {"lead_fr", content.lead.french}};
}

std::optional<json::object> body_of(const http::Request& request) {
    boost::system::error_code fault;
    auto value = json::parse(request.body, fault);
    if (fault || !value.is_object()) return std::nullopt;
    return std::move(value.get_object());
}

std::string text_in(const json::object& object, std::string_view name) {
    const auto* const value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string{std::string_view{value->get_string()}} : std::string{};
}

std::vector<ports::ApiField> guide_fields() {
    return {{.name = "slug", .example = "tax-fairness"},
            {.name = "theme", .description = "guides of one theme stand in for each other", .example = "tax-fairness"},
            {.name = "level", .description = "whose guide it is", .example = "canada"},
            {.name = "version", .type = JsonType::integer},
            {.name = "approved_at", .format = "date-time"},
            {.name = "title_en"},
            {.name = "title_fr"},
            {.name = "lead_en"},
            {.name = "lead_fr"}};
}

ports::ApiOperation list_operation() {
    return {.method = http::Method::get,
            .path = "/api/v1/guides",
            .id = "listGuides",
            .summary = "Guides of words that work",
            .description = "Published guides that everybody may read, of every level, by slug.",
            .answers = {{.status = 200,
                         .description = "All of them",
                         .fields = {{.name = "guides", .type = JsonType::list, .fields = guide_fields()}}}}};
}

ports::ApiOperation show_operation() {
    auto fields = guide_fields();
    fields.push_back({.name = "content",
                      .type = JsonType::object,
                      .description = "story, rules, pairs, facts and terms in both languages",
                      .fields = {{.name = "story_en"},
                                 {.name = "story_fr"},
                                 {.name = "rules", .type = JsonType::list},
                                 {.name = "pairs", .type = JsonType::list},
                                 {.name = "facts", .type = JsonType::list},
                                 {.name = "terms", .type = JsonType::list}}});
    return {.method = http::Method::get,
            .path = "/api/v1/guides/{slug}",
            .id = "showGuide",
            .summary = "One guide, whole",
            .parameters = {{.name = "slug", .description = "of the guide’s address", .example = "tax-fairness"}},
            .answers = {{.status = 200, .description = "The version that is public", .fields = std::move(fields)},
                        ports::problem_answer(404, "No such guide, or one for members")}};
}

ports::ApiOperation use_operation() {
    return {.method = http::Method::post,
            .path = "/api/v1/guides/{slug}/uses",
            .id = "countUseOfWords",
            .summary = "Count that a wording was shown, copied or inserted",
            .description = "Adds one to a counter of the pair and the day. Nothing about the reader is kept.",
            .parameters = {{.name = "slug", .description = "of the guide’s address", .example = "tax-fairness"}},
            .body = {{.name = "pair", .description = "key of the pair", .example = "3f2a9c01"},
                     {.name = "wording", .type = JsonType::integer, .description = "0 the first, 1 the other one"},
                     {.name = "kind", .values = {"shown", "copied", "inserted"}}},
            .answers = {{.status = 204, .description = "Counted"},
                        ports::problem_answer(404, "No such guide or pair"),
                        ports::problem_answer(422, "Something is missing or wrong"),
                        ports::problem_answer(429, "Too many from this address")}};
}

ports::ApiOperation check_operation() {
    return {.method = http::Method::post,
            .path = "/api/v1/guides/check",
            .id = "checkWords",
            .summary = "Words of a text that have better ones",
            .description = "Finds words to avoid in any of their forms. The text is not kept.",
            .body = {{.name = "language", .values = {"en", "fr"}},
                     {.name = "text", .description = "up to 20,000 bytes", .example = "We carry the tax burden."}},
            .answers = {{.status = 200,
                         .description = "In the order of the text; fifty at most",
                         .fields = {{.name = "hints",
                                     .type = JsonType::list,
                                     .fields = {{.name = "begin",
                                                 .type = JsonType::integer,
                                                 .description = "first character, from 0"},
                                                {.name = "end", .type = JsonType::integer},
                                                {.name = "words", .example = "tax burden"},
                                                {.name = "better"},
                                                {.name = "why"}}}}},
                        ports::problem_answer(422, "No language or no text, or too long a one"),
                        ports::problem_answer(429, "Too many from this address")}};
}

}  // namespace

std::string json_of(const std::vector<Published>& guides, const people::LevelTree& levels) {
    json::array list;
    for (const Published& each : guides) list.push_back(object_of(each, levels));
    return json::serialize(json::object{{"guides", std::move(list)}});
}

std::string json_of(const Published& guide, const people::LevelTree& levels) {
    auto object = object_of(guide, levels);
    object["content"] = json_of(guide.content());
    return json::serialize(object);
}

std::string json_of(const std::vector<Hint>& hints, std::string_view text) {
    json::array list;
    for (const Hint& hint : hints)
        list.push_back({{"begin", base::count_characters(text.substr(0, hint.begin))},
                        {"end", base::count_characters(text.substr(0, hint.end))},
                        {"words", text.substr(hint.begin, hint.end - hint.begin)},
                        {"better", hint.better},
                        {"why", hint.why}});
    return json::serialize(json::object{{"hints", std::move(list)}});
}

std::vector<ports::ApiOperation> api_operations() {
    return {list_operation(), show_operation(), use_operation(), check_operation()};
}

http::Response ApiHandlers::list(const http::Request&, db::Read& read) const {
    auto guides = store::published(read);
    std::erase_if(guides, [](const Published& each) { return !may_read(each.content(), Reader::everybody); });
    return http::json(json_of(guides, people::levels(read)));
}

http::Response ApiHandlers::show(const http::Request& request, db::Read& read) const {
    const auto found = store::find_published(read, request.parameter("slug"));
    if (!found || !may_read(found->content(), Reader::everybody)) return http::not_found();
    return http::json(json_of(*found, people::levels(read)));
}

base::Result<UseTold, base::Problems> ApiHandlers::read_use(const http::Request& request) const {
    const auto body = body_of(request).value_or(json::object{});
    const auto* const wording = body.if_contains("wording");
    const auto kind = use_kind_of(text_in(body, "kind"));
    base::Problems problems;
    if (text_in(body, "pair").empty()) problems.push_back({"pair", base::message("Please name the pair.")});
    if (wording == nullptr || !wording->is_int64() || wording->get_int64() < 0 || wording->get_int64() > 1)
        problems.push_back({"wording", base::message("Please say which wording: 0 or 1.")});
    if (!kind || *kind > UseKind::inserted)
        problems.push_back({"kind", base::message("Please say what happened: shown, copied or inserted.")});
    if (!problems.empty()) return problems;
    return UseTold{request.parameter("slug"), text_in(body, "pair"), static_cast<Wording>(wording->get_int64()), *kind};
}

http::WriteResult ApiHandlers::count_use(const UseTold& use, db::Write& write) const {
    const auto found = store::find_published(write, use.slug);
    if (!found || find_pair(found->content(), use.pair) == nullptr) return http::not_found();
    store::count_use(write, {found->guide.id, use.pair, use.wording, use.kind, day_of(write.now())});
    return http::no_content();
}

http::Response ApiHandlers::check(const http::Request& request) const {
    const auto body = body_of(request).value_or(json::object{});
    const auto locale = base::locale_of(text_in(body, "language"));
    const std::string text = text_in(body, "text");
    base::Problems problems;
    if (!locale) problems.push_back({"language", base::message("Please say in which language: en or fr.")});
    if (text.size() > kLongestText || !base::is_valid_utf8(text))
        problems.push_back({"text", base::message("This is too long. Please shorten it.")});
    const i18n::Translator t{request.locale};
    if (!problems.empty())
        return http::problem_json(
            {.status = 422, .title = t("Please check what you sent."), .locale = request.locale, .problems = problems});
    return http::json(json_of(services_.words.hints(*locale, text, request.received_at), text));
}

}  // namespace message_guides
