#include "features/delivery/handlers.h"

#include <algorithm>

#include "base/whole_number.h"
#include "features/delivery/content_service.h"
#include "features/delivery/paper_store.h"
#include "features/delivery/store.h"
#include "features/delivery/text_check.h"
#include "platform/i18n/local_time.h"

namespace delivery {
namespace {

ports::PageWords page_words(const http::Request& request, const ports::PetitionFacts& petition, std::string title) {
    return {.title = title + " – " + petition.title,
            .picture_url = pages::petition_path(request.locale, petition.slug) + "/share-card.png",
            .level = petition.level,
            .edit_path = "staff/petitions/" + petition.slug + "/delivery"};
}

// A sheet is offered where the text, in this language, breaks no rule.
bool has_sheet(const std::optional<ports::PetitionText>& text, Parliament parliament) {
    const auto& facts = facts_of(parliament);
    if (!text || facts.form != Form::paper) return false;
    const auto words = words_of(*text);
    const Collected collected{.text_fits_every_sheet = sheet_text(words, {parliament}) == SheetText::whole};
    return broken_by_text(check(facts, words, collected)).empty();
}

}  // namespace

base::Day day_at(base::Instant at, const i18n::TimeZone& zone) {
    return base::day_of(i18n::text_of(i18n::local_time(at, zone)).substr(0, 10)).value_or(base::Day{});
}

http::Response sheet_file(const PetitionWords& words, const SheetOrder& order, std::string_view slug) {
    std::string pdf;
    draw_sheets(words, order, [&](std::string_view part) { pdf += part; });
    const auto name = std::string{slug} + "-" + std::string{facts_of(order.parliament).key} + ".pdf";
    return http::download({name, "application/pdf", std::move(pdf)});
}

std::optional<ports::PetitionFacts> Handlers::find_public(const http::Request& request, db::Read& read) const {
    auto petition = services_.petitions.find(read, request.parameter("slug"), request.locale);
    if (!petition || petition->stage == ports::PetitionStage::draft) return std::nullopt;
    return petition;
}

http::Response Handlers::show(const http::Request& request, db::Read& read) const {
    const auto petition = find_public(request, read);
    if (!petition) return http::not_found();
    const i18n::Translator t{request.locale};
    pages::Deliveries view{*petition, {}, store::paper_count(read, petition->id)};
    for (auto& record : store::records(read, petition->id, store::Which::published)) {
        auto picture = services_.pictures.find(read, ports::PictureId{record.words.picture});
        view.records.push_back({std::move(record), std::move(picture)});
    }
    return ports::respond(services_.frames.frame(request, page_words(request, *petition, t("Delivered"))),
                          pages::deliveries(t, view));
}

http::Response Handlers::response(const http::Request& request, db::Read& read) const {
    const auto petition = find_public(request, read);
    const auto id = base::id_from<DeliveryId>(request.parameter("delivery"));
    const auto record = petition && id ? store::find_record(read, *id) : std::nullopt;
    if (!record || record->petition != petition->id || !record->published_at) return http::not_found();
    const auto type = ports::scan_type_named(record->response_file.type);
    if (!type) return http::not_found();
    return ports::kept_file(services_.files, {ports::harmless_name("response", *type), std::string{media_type(*type)},
                                              record->response_file.file});
}

http::Response Handlers::parliament(const http::Request& request, db::Read& read) const {
    const auto petition = find_public(request, read);
    if (!petition) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto today = day_at(request.received_at, services_.zone);
    const auto text = newest_text(services_, read, petition->id, request.locale);
    const auto officials = store::officials(read, petition->id);
    pages::Ways view{*petition, {}, store::paper_count(read, petition->id)};
    for (const auto parliament : kParliaments) {
        const auto found = std::ranges::find(officials, parliament, &Official::parliament);
        pages::Way way{parliament, found == officials.end() ? OfficialWords{} : found->words, OfficialStage::none,
                       has_sheet(text, parliament)};
        way.stage = stage_of(way.official, today);
        if (way.has_sheet || way.stage != OfficialStage::none) view.ways.push_back(std::move(way));
    }
    return ports::respond(services_.frames.frame(request, page_words(request, *petition, t("For parliament"))),
                          pages::parliaments(t, view));
}

http::Response Handlers::sheet(const http::Request& request, db::Read& read) const {
    const auto petition = find_public(request, read);
    const auto parliament = parliament_of(request.parameter("parliament"));
    if (!petition || !parliament) return http::not_found();
    const auto text = newest_text(services_, read, petition->id, request.locale);
    if (!has_sheet(text, *parliament)) return http::not_found();
    const auto paper = request.query.view("paper") == "a4" ? documents::Paper::a4 : documents::Paper::letter;
    return sheet_file(words_of(*text), {*parliament, paper}, petition->slug);
}

}  // namespace delivery
