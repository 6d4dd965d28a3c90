#include "features/dossiers/staff_handlers.h"

#include <algorithm>

#include "base/whole_number.h"
#include "features/dossiers/answer_store.h"
#include "features/dossiers/dossier_csv.h"
#include "features/dossiers/dossier_pdf.h"
#include "features/dossiers/overview_pages.h"
#include "features/dossiers/words.h"
#include "people/store.h"
#include "ports/page.h"

namespace dossiers {
namespace {

using auth::Permission;

std::vector<std::string> parties_of(const std::vector<Row>& rows) {
    std::vector<std::string> parties;
    for (const Row& each : rows)
        if (!each.who.party.empty()) parties.push_back(each.who.party);
    std::ranges::sort(parties);
    const auto repeated = std::ranges::unique(parties);
    parties.erase(repeated.begin(), repeated.end());
    return parties;
}

// Boundaries of the house that the list is about: that of its office, else the federal one.
std::shared_ptr<const ports::RidingMap> map_for(const Services& services, db::Read& read, const Filter& filter) {
    if (!services.representatives.outlines) return nullptr;
    const auto house = !filter.office || people::is_federal(*filter.office) ? ports::RidingHouse::federal
                       : *filter.office == people::Office::provincial       ? ports::RidingHouse::provincial
                                                                            : ports::RidingHouse::municipal;
    return services.representatives.outlines(read, {.house = house, .province = filter.province});
}

http::Response pdf(std::string name, std::string bytes) {
    return http::download({std::move(name), "application/pdf", std::move(bytes)});
}

}  // namespace

http::Response OverviewHandlers::show(const http::Request& request, db::Read& read) const {
    auto rows = all_rows(services_, read, {*request.staff, Permission::read_people}, request.locale);
    overview_pages::Overview overview{
        .filter = filter_in(request.query),
        .shown = request.query.view("view") == "map" ? overview_pages::Shown::map : overview_pages::Shown::table,
        .parties = parties_of(rows),
        .known = rows.size()};
    for (const Row& each : rows) overview.unread += each.unread;
    overview.rows = chosen(std::move(rows), overview.filter, request.locale);
    const auto page = base::whole_number(request.query.view("page")).value_or(1);
    const auto pages = static_cast<std::int64_t>(overview.rows.size() / overview_pages::kRowsOnPage + 1);
    overview.page = static_cast<std::size_t>(std::clamp<std::int64_t>(page, 1, pages));
    if (overview.shown == overview_pages::Shown::map) overview.map = map_for(services_, read, overview.filter);
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Dossiers")}),
                          overview_pages::overview(t, overview));
}

http::Response OverviewHandlers::csv(const http::Request& request, db::Read& read) const {
    auto rows = all_rows(services_, read, {*request.staff, Permission::read_people}, request.locale);
    rows = chosen(std::move(rows), filter_in(request.query), request.locale);
    return http::download({"dossiers.csv", "text/csv; charset=utf-8", csv_of(rows, request.locale)});
}

http::Response OverviewHandlers::sheets(const http::Request& request, db::Read& read) const {
    std::vector<Dossier> dossiers;
    for (const std::string& text : request.query.all("representative")) {
        const auto id = base::id_from<RepresentativeId>(text);
        const auto who = id ? seen_by(services_, read, ports::acting(request), *id) : std::nullopt;
        if (who && dossiers.size() < kMostSheets)
            dossiers.push_back(staff_dossier(services_, read, *who, request.locale));
    }
    const i18n::Translator t{request.locale};
    if (dossiers.empty()) return http::see_other(overview_pages::path(request.locale));
    return pdf("dossiers.pdf", sheets_pdf({.dossiers = dossiers,
                                           .locale = request.locale,
                                           .campaign = services_.frames.campaign(request.locale),
                                           .made_at = request.received_at}));
}

std::optional<Representative> seen_by(const Services& services, db::Read& read, const ports::Acting& acting,
                                      RepresentativeId id) {
    auto who = find_representative(services, read, id, acting.locale);
    if (!who || !may(read, *who, {acting.staff, Permission::read_people})) return std::nullopt;
    return who;
}

std::optional<Representative> recorded_by(const Services& services, db::Write& write, const ports::Acting& acting,
                                          RepresentativeId id) {
    auto who = find_representative(services, write, id, acting.locale);
    if (!who || !may(write, *who, {acting.staff, Permission::publish})) return std::nullopt;
    return who;
}

void note(db::Write& write, const ports::Acting& acting, const Representative& who, NotedDeed deed) {
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = std::move(deed.action),
                         .subject = {"representative", who.id.value, who.name},
                         .level = level_of(people::levels(write), who),
                         .changes = std::move(deed.changes)});
}

EvidenceForm evidence_form(const http::Request& request) {
    if (request.method == http::Method::get) return {.on_date = today(request.received_at)};
    return {request.form.text("on_date"), request.form.text("evidence_en"), request.form.text("evidence_fr"),
            request.form.text("evidence_url")};
}

PromiseForm promise_form(const http::Request& request) {
    return {request.form.text("words_en"), request.form.text("words_fr"), evidence_form(request),
            request.form.text("campaign"), request.form.text("answer")};
}

PositionForm position_form(const http::Request& request) {
    return {request.form.text("matter"), request.form.text("stand"), evidence_form(request),
            request.form.text("answer")};
}

std::optional<html::Flash> saved_flash(const http::Request& request) {
    if (request.query.view("done") != "saved") return std::nullopt;
    return html::Flash{html::Tone::success, i18n::Translator{request.locale}("Saved.")};
}

}  // namespace dossiers
