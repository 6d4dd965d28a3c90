#include "features/voices/api.h"

#include <boost/json.hpp>

#include "platform/i18n/translator.h"

namespace voices {
namespace {

namespace json = boost::json;
using ports::JsonType;
using ports::Presence;

json::array pictures_of(const std::vector<ports::VoiceFile>& files, const std::string& site) {
    json::array list;
    for (const auto& file : files)
        list.push_back({{"url", site + file.path}, {"width", file.width}, {"height", file.height}});
    return list;
}

json::object object_of(const ports::Voice& voice, const std::string& site) {
    return {{"id", voice.id.value},
            {"language", base::code(voice.locale)},
            {"name", voice.name},
            {"place", voice.place},
            {"province", voice.province ? people::code(*voice.province) : std::string_view{}},
            {"message", voice.message},
            {"description", voice.alt},
            {"jpeg", pictures_of(voice.jpeg, site)},
            {"webp", pictures_of(voice.webp, site)},
            {"shown_since", i18n::machine_time(voice.approved_at)},
            {"url", site + ports::voice_path(voice.id, voice.locale)}};
}

std::vector<ports::ApiField> picture_fields() {
    return {{.name = "url", .format = "uri"},
            {.name = "width", .type = JsonType::integer},
            {.name = "height", .type = JsonType::integer}};
}

std::vector<ports::ApiField> voice_fields() {
    return {{.name = "id", .type = JsonType::integer},
            {.name = "language", .description = "in which it was written", .values = {"en", "fr"}},
            {.name = "name", .description = "as its sender wishes to be shown", .example = "Maya T."},
            {.name = "place", .description = "may be empty", .example = "Moncton"},
            {.name = "province", .description = "two letters; empty outside Canada", .example = "NB"},
            {.name = "message", .description = "plain text, up to 280 characters; never markup; may be empty"},
            {.name = "description", .description = "what the picture shows, for whoever does not see it; may be empty"},
            {.name = "jpeg",
             .type = JsonType::list,
             .description = "by growing width; empty where there is no picture",
             .fields = picture_fields()},
            {.name = "webp", .type = JsonType::list, .description = "likewise", .fields = picture_fields()},
            {.name = "shown_since", .format = "date-time"},
            {.name = "url", .format = "uri"}};
}

ports::ApiOperation list_operation() {
    return {
        .method = http::Method::get,
        .path = "/api/v1/voices",
        .id = "listVoices",
        .summary = "The photo wall",
        .description =
            "Voices that somebody of the campaign has looked at and shown, newest first, forty-eight a "
            "page. Ask again before you show one: whoever withdraws is gone at once.",
        .parameters = {},
        .query = {{.name = "province", .presence = Presence::optional, .description = "two letters, such as QC"},
                  {.name = "language", .presence = Presence::optional, .values = {"en", "fr"}},
                  {.name = "before",
                   .type = JsonType::integer,
                   .presence = Presence::optional,
                   .description = "`next` of the page before"}},
        .answers = {{.status = 200,
                     .description = "One page",
                     .fields = {{.name = "total",
                                 .type = JsonType::integer,
                                 .description = "that the question lets through, on all pages"},
                                {.name = "voices", .type = JsonType::list, .fields = voice_fields()},
                                {.name = "next", .type = JsonType::integer, .description = "0 on the last page"}}}}};
}

ports::ApiOperation one_operation() {
    return {.method = http::Method::get,
            .path = "/api/v1/voices/{voice}",
            .id = "showVoice",
            .summary = "One voice",
            .description = "While it is shown.",
            .parameters = {{.name = "voice", .type = JsonType::integer, .description = "its id", .example = "1"}},
            .answers = {{.status = 200, .description = "The voice", .fields = voice_fields()},
                        ports::problem_answer(404, "No such voice is shown"),
                        ports::problem_answer(410, "It was withdrawn")}};
}

}  // namespace

std::string json_of(const ApiPage& page) {
    json::array list;
    for (const auto& each : page.voices) list.push_back(object_of(each.voice, page.site));
    return json::serialize(json::object{{"total", page.total}, {"voices", std::move(list)}, {"next", page.older}});
}

std::string json_of(const ports::Voice& voice, const std::string& site) {
    return json::serialize(object_of(voice, site));
}

std::vector<ports::ApiOperation> api_operations() { return {list_operation(), one_operation()}; }

}  // namespace voices
