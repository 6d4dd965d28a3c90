#include "features/champions/api.h"

#include <boost/json.hpp>

#include "features/champions/pages.h"
#include "people/place.h"
#include "platform/i18n/translator.h"

namespace champions {
namespace {

using ports::JsonType;
using ports::Presence;

std::string_view name_of(ports::PresentationFormat format) {
    return format == ports::PresentationFormat::online ? "online" : "in_person";
}

boost::json::object json_of(const Champion& champion, const ApiDirectory& page) {
    boost::json::array languages, formats, areas, topics;
    for (const auto each : champion.offer.languages) languages.emplace_back(base::code(each));
    for (const auto each : champion.offer.formats) formats.emplace_back(name_of(each));
    for (const auto each : champion.areas)
        if (const auto* level = page.tree.find(each)) areas.emplace_back(level->slug);
    for (const auto& each : page.topics)
        if (holds(champion.topics, each.id)) topics.emplace_back(each.slug);
    return {{"slug", champion.slug},
            {"name", champion.full_name()},
            {"place", champion.place},
            {"province", champion.province ? people::code(*champion.province) : ""},
            {"languages", std::move(languages)},
            {"formats", std::move(formats)},
            {"radius_kilometres", champion.offer.radius_kilometres},
            {"areas", std::move(areas)},
            {"topics", std::move(topics)},
            {"about_en", champion.biography.english},
            {"about_fr", champion.biography.french},
            {"time_zone", champion.terms.zone.name()},
            {"url", page.public_url + pages::one_path(base::Locale::english, champion.slug)}};
}

std::vector<ports::ApiField> champion_fields() {
    return {{.name = "slug", .example = "noor-haddad"},
            {.name = "name"},
            {.name = "place", .description = "where they live; may be empty"},
            {.name = "province", .description = "likewise; may be empty", .example = "ON"},
            {.name = "languages", .type = JsonType::list, .description = "in which they speak: en, fr"},
            {.name = "formats", .type = JsonType::list, .description = "in_person, online"},
            {.name = "radius_kilometres", .type = JsonType::integer, .description = "how far they travel; 0: not said"},
            {.name = "areas", .type = JsonType::list, .description = "levels of the campaign that they serve"},
            {.name = "topics", .type = JsonType::list, .description = "none: all"},
            {.name = "about_en"},
            {.name = "about_fr"},
            {.name = "time_zone", .example = "America/St_Johns"},
            {.name = "url", .format = "uri"}};
}

}  // namespace

std::string directory_json(const ApiDirectory& page) {
    boost::json::array list;
    for (const Champion& each : page.champions) list.push_back(json_of(each, page));
    const std::size_t next = page.position.page + 1;
    return boost::json::serialize(boost::json::object{
        {"total", page.total}, {"champions", std::move(list)}, {"next", next < page.position.pages ? next : 0}});
}

std::string slots_json(const ApiSlots& page) {
    boost::json::array starts;
    for (const auto each : page.starts) starts.emplace_back(i18n::machine_time(each));
    return boost::json::serialize(boost::json::object{{"champion", page.champion.slug},
                                                      {"time_zone", page.champion.terms.zone.name()},
                                                      {"format", name_of(page.format)},
                                                      {"minutes", page.minutes},
                                                      {"starts", std::move(starts)}});
}

std::vector<ports::ApiOperation> api_operations() {
    return {{.method = http::Method::get,
             .path = "/api/v1/champions",
             .id = "listChampions",
             .summary = "Champions for Change in the directory",
             .description = "Active champions who agreed to be shown, those of the closest area first.",
             .query = {{.name = "area",
                        .presence = Presence::optional,
                        .description = "a province by its two letters, or the slug of a level",
                        .example = "ON"},
                       {.name = "language", .presence = Presence::optional, .values = {"en", "fr"}},
                       {.name = "topic", .presence = Presence::optional, .description = "its slug"},
                       {.name = "page",
                        .type = JsonType::integer,
                        .presence = Presence::optional,
                        .description = "next of the page before; without it the first 50"}},
             .answers = {{.status = 200,
                          .description = "Those that fit, 50 at a time",
                          .fields = {{.name = "total", .type = JsonType::integer, .description = "of all pages"},
                                     {.name = "champions", .type = JsonType::list, .fields = champion_fields()},
                                     {.name = "next", .type = JsonType::integer, .description = "0 on the last page"}}},
                         ports::problem_answer(422, "No such area or language")}},
            {.method = http::Method::get,
             .path = "/api/v1/champions/{slug}/slots",
             .id = "listChampionSlots",
             .summary = "When a champion is free",
             .description = "Starts at which a presentation of that length can be asked for, as of now.",
             .parameters = {{.name = "slug", .description = "of the champion's address", .example = "noor-haddad"}},
             .query = {{.name = "from",
                        .type = JsonType::integer,
                        .presence = Presence::optional,
                        .description = "seconds since 1970; now"},
                       {.name = "until",
                        .type = JsonType::integer,
                        .presence = Presence::optional,
                        .description = "seconds since 1970; 28 days later, 92 at most"},
                       {.name = "minutes",
                        .type = JsonType::integer,
                        .presence = Presence::optional,
                        .description = "how long, 15 to 480; 60"},
                       {.name = "format", .presence = Presence::optional, .values = {"in_person", "online"}}},
             .answers = {{.status = 200,
                          .description = "Its free times",
                          .fields = {{.name = "champion"},
                                     {.name = "time_zone"},
                                     {.name = "format", .values = {"in_person", "online"}},
                                     {.name = "minutes", .type = JsonType::integer},
                                     {.name = "starts", .type = JsonType::list, .description = "date-times in UTC"}}},
                         ports::problem_answer(404, "No such champion in the directory"),
                         ports::problem_answer(422, "A stretch or length that cannot be searched")}}};
}

}  // namespace champions
