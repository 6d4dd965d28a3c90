#include "features/integrations/petition_api.h"

#include <array>

#include <boost/json.hpp>

#include "base/locale.h"
#include "platform/i18n/translator.h"

namespace integrations {
namespace {

namespace json = boost::json;
using ports::ApiField;
using ports::JsonType;
using ports::PetitionFacts;

std::string_view name_of(ports::PetitionKind kind) {
    constexpr std::array<std::string_view, 3> kNames{"petition", "pledge", "proclamation"};
    return kNames[static_cast<std::size_t>(kind)];
}

json::object titles_of(const ports::PetitionReader& petitions, db::Read& read, ports::PetitionId id) {
    json::object titles;
    for (const base::Locale locale : base::kLocales) {
        const auto texts = petitions.texts(read, id, locale);
        if (!texts.empty()) titles[base::code(locale)] = texts.front().title;
    }
    return titles;
}

json::object counts_of(const ports::PetitionReader& petitions, ports::PetitionId id) {
    const auto counted = petitions.counts(id);
    json::object counts;
    for (const auto signer_class : ports::kSignerClasses) {
        const auto found = counted.find(signer_class);
        counts[ports::name_of(signer_class)] = found == counted.end() ? 0 : found->second;
    }
    return counts;
}

json::object facts_of(const Services& services, db::Read& read, const PetitionFacts& petition) {
    json::object facts{{"id", std::to_string(petition.id.value)},
                       {"slug", petition.slug},
                       {"kind", name_of(petition.kind)},
                       {"stage", petition.stage == ports::PetitionStage::open ? "open" : "closed"},
                       {"titles", titles_of(services.petitions, read, petition.id)},
                       {"counts", counts_of(services.petitions, petition.id)},
                       {"url", services.frames.public_url() + "/en/petitions/" + petition.slug}};
    if (petition.goal > 0) facts["goal"] = petition.goal;
    if (petition.published_at) facts["published_at"] = i18n::machine_time(*petition.published_at);
    return facts;
}

json::array versions_of(const ports::PetitionReader& petitions, db::Read& read, ports::PetitionId id) {
    json::array versions;
    for (const base::Locale locale : base::kLocales)
        for (const auto& text : petitions.texts(read, id, locale))
            versions.push_back(json::object{{"id", std::to_string(text.id.value)},
                                            {"language", base::code(locale)},
                                            {"version", text.version},
                                            {"title", text.title},
                                            {"lead", text.lead},
                                            {"body", text.body},
                                            {"frozen_at", i18n::machine_time(text.frozen_at)}});
    return versions;
}

std::vector<ApiField> facts_fields() {
    using ports::Presence;
    ApiField counts{.name = "counts", .type = JsonType::object, .description = "confirmed; classes are never added up"};
    for (const auto signer_class : ports::kSignerClasses)
        counts.fields.push_back({.name = std::string{ports::name_of(signer_class)}, .type = JsonType::integer});
    return {
        {.name = "id", .description = "a number, as text"},
        {.name = "slug", .example = "equality-pledge"},
        {.name = "kind", .values = {"petition", "pledge", "proclamation"}},
        {.name = "stage", .description = "open takes signatures", .values = {"open", "closed"}},
        {.name = "titles",
         .type = JsonType::object,
         .description = "of the newest versions, by language",
         .fields = {{.name = "en", .presence = Presence::optional}, {.name = "fr", .presence = Presence::optional}}},
        std::move(counts),
        {.name = "url", .format = "uri"},
        {.name = "goal", .type = JsonType::integer, .presence = Presence::optional},
        {.name = "published_at", .presence = Presence::optional, .format = "date-time"}};
}

ApiField versions_field() {
    return {.name = "texts",
            .type = JsonType::list,
            .description = "every version that was ever shown; a signature points at one of them",
            .fields = {{.name = "id"},
                       {.name = "language", .values = {"en", "fr"}},
                       {.name = "version", .type = JsonType::integer, .description = "1, 2, ... for each language"},
                       {.name = "title"},
                       {.name = "lead"},
                       {.name = "body", .description = "Markdown"},
                       {.name = "frozen_at", .format = "date-time"}}};
}

}  // namespace

http::Response PetitionHandlers::list(const http::Request& request, db::Read& read) const {
    json::array list;
    for (const auto& petition : services_.petitions.all(read, request.locale))
        if (petition.stage != ports::PetitionStage::draft) list.push_back(facts_of(services_, read, petition));
    return http::json(json::serialize(json::object{{"petitions", std::move(list)}}));
}

http::Response PetitionHandlers::show(const http::Request& request, db::Read& read) const {
    const auto petition = services_.petitions.find(read, request.parameter("slug"), request.locale);
    if (!petition || petition->stage == ports::PetitionStage::draft) return http::not_found();
    auto body = facts_of(services_, read, *petition);
    body["texts"] = versions_of(services_.petitions, read, petition->id);
    return http::json(json::serialize(body));
}

std::vector<ports::ApiOperation> petition_operations() {
    auto whole = facts_fields();
    whole.push_back(versions_field());
    return {{.method = http::Method::get,
             .path = "/api/v1/petitions",
             .id = "listPetitions",
             .summary = "Petitions, pledges and proclamations, newest first",
             .answers = {{.status = 200,
                          .description = "All that are public; counts at most a second old",
                          .fields = {{.name = "petitions", .type = JsonType::list, .fields = facts_fields()}}}}},
            {.method = http::Method::get,
             .path = "/api/v1/petitions/{slug}",
             .id = "showPetition",
             .summary = "One petition with its texts and counts",
             .parameters = {{.name = "slug",
                             .description = "the petition's name in its address",
                             .example = "equality-pledge"}},
             .answers = {{.status = 200, .description = "The petition", .fields = std::move(whole)},
                         ports::problem_answer(404, "No such petition")}}};
}

}  // namespace integrations
