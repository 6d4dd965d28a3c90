// What staff_handlers.h declares about signatures.

#include "base/text.h"
#include "base/whole_number.h"
#include "features/petitions/export.h"
#include "features/petitions/staff_handlers.h"
#include "features/petitions/staff_handlers_parts.h"
#include "people/address_hash.h"

namespace petitions {
namespace {

using auth::Permission;

constexpr std::int64_t kPageLength = 50;
constexpr base::Duration kExportPeriod = base::minutes(10);

// Whether this person has begun an export of this petition since then: an act on record, for which the file may leave.
bool has_begun_export(db::Read& read, const auth::Principal& staff, const Petition& petition, base::Instant since) {
    const auto newest = auth::read_audit(read, {.limit = 1,
                                                .staff = staff.id,
                                                .action_prefix = "petitions.export",
                                                .subject = auth::Subject{"petition", petition.id.value}});
    return !newest.empty() && newest.front().at >= since;
}

}  // namespace

http::Response SignatureHandlers::list(const http::Request& request, db::Read& read) const {
    const auto petition = find_allowed(read, *request.staff, {request.parameter("slug"), Permission::read_people});
    if (!petition) return http::not_found();
    const i18n::Translator t{request.locale};
    staff_pages::SignatureList list{
        .petition = *petition,
        .title = title_of(*petition, store::newest_texts(read, petition->id), request.locale),
        .signatures = found(request, *petition, read),
        .words = base::collapse_spaces(request.query.text("words"))};
    if (std::ssize(list.signatures) == kPageLength) list.older = list.signatures.back().id;
    if (auth::may(*request.staff, Permission::export_people))
        list.may_export = staff_pages::SignatureList::MayExport::yes;
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Signatures")}),
                          staff_pages::signatures(t, list));
}

std::vector<Signature> SignatureHandlers::found(const http::Request& request, const Petition& petition,
                                                db::Read& read) const {
    const std::string words = base::collapse_spaces(request.query.text("words"));
    if (const auto address = base::EmailAddress::parse(words))
        return store::of_address(read, petition.id, people::address_hash(services_.secret, *address));
    const store::SignaturePage page{petition.id, base::id_from<SignatureId>(request.query.view("before")), kPageLength};
    return words.empty() ? store::page(read, page) : store::search(read, page, words);
}

base::Result<StaffAct, base::Problems> SignatureHandlers::read_act(const http::Request& request) const {
    return staff_act(request);
}

http::WriteResult SignatureHandlers::begin_export(const StaffAct& act, db::Write& write) const {
    const auto petition = find_allowed(write, act.acting.staff, {act.slug, Permission::export_people});
    if (!petition) return http::not_found();
    record(write, act.acting, *petition, "petitions.export");
    return http::see_other(staff_pages::staff_path(act.acting.locale, act.slug) + "/signatures.csv");
}

http::Response SignatureHandlers::download_export(const http::Request& request, db::Read& read) const {
    const auto petition = find_allowed(read, *request.staff, {request.parameter("slug"), Permission::export_people});
    if (!petition) return http::not_found();
    if (!has_begun_export(read, *request.staff, *petition, request.received_at - kExportPeriod))
        return http::error(410);
    return http::made_download({petition->slug + "-signatures.csv", "text/csv; charset=utf-8"},
                               [id = petition->id](db::Read& snapshot, const http::PartWriter& write) {
                                   export_signatures(snapshot, id, ExportFormat::csv, write);
                               });
}

}  // namespace petitions
