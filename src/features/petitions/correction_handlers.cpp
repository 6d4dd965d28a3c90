#include "features/petitions/correction_handlers.h"

#include <boost/json.hpp>

#include "features/petitions/correction_pages.h"
#include "features/petitions/invalidation_handlers.h"
#include "features/petitions/invalidation_store.h"
#include "features/petitions/store.h"

namespace petitions {
namespace {

using ports::JsonType;

constexpr std::int64_t kMostShown = 500;
constexpr std::int64_t kFewShown = 3;  // on the petition's own page
constexpr int kBelowOthers = 90;

std::optional<Petition> find_public_petition(const http::Request& request, db::Read& read) {
    auto petition = store::find(read, request.parameter("slug"));
    if (!petition || petition->stage(request.received_at) == Stage::draft) return std::nullopt;
    return petition;
}

boost::json::object json_of(const Invalidation& batch) {
    return {{"at", i18n::machine_time(batch.decided_at.value_or(batch.asked_at))},
            {"signatures", batch.counted},
            {"reason_en", batch.reason.english},
            {"reason_fr", batch.reason.french},
            {"counted_again", batch.counted_again},
            {"undone_at", batch.undone_at ? i18n::machine_time(*batch.undone_at) : ""}};
}

}  // namespace

http::Response CorrectionHandlers::show(const http::Request& request, db::Read& read) const {
    const auto petition = find_public_petition(request, read);
    const auto text = petition ? store::public_text(read, petition->id, request.locale) : std::nullopt;
    if (!text) return http::not_found();
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(
        request, {.title = t("Corrections to the count"), .description = text->title, .level = petition->level});
    return ports::respond(
        std::move(frame),
        correction_pages::log(t, {petition->slug, text->title, store::corrections(read, petition->id, kMostShown),
                                  zone_of(services_.config)}));
}

http::Response CorrectionHandlers::as_json(const http::Request& request, db::Read& read) const {
    const auto petition = find_public_petition(request, read);
    if (!petition) return http::not_found();
    boost::json::array corrections;
    for (const Invalidation& batch : store::corrections(read, petition->id, kMostShown))
        corrections.push_back(json_of(batch));
    return http::json(boost::json::serialize(boost::json::object{{"corrections", std::move(corrections)}}));
}

ports::PetitionSection corrections_section(const i18n::TimeZone& zone) {
    return {.key = "corrections",
            .place = ports::PetitionPlace::below,
            .order = kBelowOthers,
            .render = [zone](db::Read& read, const ports::PetitionView& view) {
                return correction_pages::section(i18n::Translator{view.locale},
                                                 {view.petition.slug, view.petition.title,
                                                  store::corrections(read, view.petition.id, kFewShown), zone});
            }};
}

std::vector<ports::ApiOperation> correction_operations() {
    return {{.method = http::Method::get,
             .path = "/api/v1/petitions/{slug}/corrections",
             .id = "listCorrections",
             .summary = "Corrections to the count",
             .description = "Every time signatures were taken out of the count, newest first: how many, when and why, "
                            "how many of them count again, and when it was undone (empty: it was not).",
             .parameters = {{.name = "slug",
                             .description = "the petition's name in its address",
                             .example = "equality-pledge"}},
             .answers = {{.status = 200,
                          .description = "The log",
                          .fields = {{.name = "corrections",
                                      .type = JsonType::list,
                                      .fields = {{.name = "at", .format = "date-time"},
                                                 {.name = "signatures",
                                                  .type = JsonType::integer,
                                                  .description = "how many that had counted were taken out"},
                                                 {.name = "reason_en"},
                                                 {.name = "reason_fr"},
                                                 {.name = "counted_again", .type = JsonType::integer},
                                                 {.name = "undone_at", .description = "empty: it was not undone"}}}}},
                         ports::problem_answer(404, "No such petition")}}};
}

}  // namespace petitions
