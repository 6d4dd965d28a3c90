#include "features/partners/handlers.h"

#include <algorithm>

#include "features/partners/agreement_service.h"
#include "features/partners/export.h"
#include "platform/auth/audit.h"
#include "platform/html/assets.h"

namespace partners {
namespace {

using auth::Permission;

constexpr base::Duration kExportPeriod = base::minutes(10);

PartnerForm form_of(const http::Form& form) {
    return {form.text("code"),    form.text("name_en"), form.text("name_fr"),
            form.text("origins"), form.text("line_en"), form.text("line_fr")};
}

PartnerForm form_of(const Partner& partner, const std::optional<Wording>& wording) {
    PartnerForm form{partner.code, partner.name_en, partner.name_fr, partner.origins, {}, {}};
    std::ranges::replace(form.origins, ' ', '\n');
    if (wording) form.line_en = wording->line.english;
    if (wording) form.line_fr = wording->line.french;
    return form;
}

std::optional<html::Flash> flash_of(const i18n::Translator& t, std::string_view done) {
    if (done == "saved") return html::Flash{html::Tone::success, t("Saved.")};
    if (done == "paused") return html::Flash{html::Tone::success, t("The forms of this partner are switched off.")};
    if (done == "resumed") return html::Flash{html::Tone::success, t("The forms of this partner are shown again.")};
    return std::nullopt;
}

struct Deed {
    std::string action;
    const Partner& partner;
    std::vector<auth::Change> changes{};
};
void record(db::Write& write, const ports::Acting& acting, const Deed& deed) {
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = deed.action,
                         .subject = {"partner", deed.partner.id.value, deed.partner.name_en},
                         .changes = deed.changes});
}

std::vector<auth::Change> changes_of(const PartnerForm& before, const PartnerWords& after) {
    std::vector<auth::Change> changes;
    std::string origins = before.origins;
    std::ranges::replace(origins, '\n', ' ');
    auth::add_change(changes, "name_en", {before.name_en, after.name_en});
    auth::add_change(changes, "name_fr", {before.name_fr, after.name_fr});
    auth::add_change(changes, "origins", {origins, after.origins});
    auth::add_change(changes, "line_en", {before.line_en, after.line.english});
    auth::add_change(changes, "line_fr", {before.line_fr, after.line.french});
    return changes;
}

http::Response to_partner(const ports::Acting& acting, const std::string& code, std::string_view done) {
    return http::see_other(pages::partner_path(acting.locale, code) + "?done=" + std::string{done});
}

std::vector<ports::PetitionFacts> open_petitions(const ports::PetitionReader& reader, db::Read& read,
                                                 base::Locale locale) {
    auto petitions = reader.all(read, locale);
    std::erase_if(petitions, [](const auto& each) { return each.stage != ports::PetitionStage::open; });
    return petitions;
}

// Of the petition and language that staff chose, else of the first and their own.
pages::SnippetFor snippet_for(const http::Request& request, const std::vector<ports::PetitionFacts>& petitions) {
    const auto chosen = std::ranges::find(petitions, request.query.text("petition"), &ports::PetitionFacts::slug);
    const auto language = request.query.view("language");
    return {petitions.empty() ? std::string{} : (chosen == petitions.end() ? petitions.front().slug : chosen->slug),
            language.empty() ? request.locale : (language == "fr" ? base::Locale::french : base::Locale::english)};
}

bool has_begun_export(db::Read& read, const auth::Principal& staff, const Partner& partner, base::Instant since) {
    const auto newest = auth::read_audit(read, {.limit = 1,
                                                .staff = staff.id,
                                                .action_prefix = "partners.export",
                                                .subject = auth::Subject{"partner", partner.id.value}});
    return !newest.empty() && newest.front().at >= since;
}

}  // namespace

// All of them ------------------------------------------------------------------------------------------------------

http::Response Handlers::list(const http::Request& request, db::Read& read) const {
    return list_again(request, {}, read);
}

http::Response Handlers::list_again(const http::Request& request, const base::Problems& problems,
                                    db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.staff_frame(
        request, {.title = t("Partners"),
                  .path = pages::partners_path(request.locale),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(
        std::move(frame),
        pages::list(t, {store::all(read), store::counts(read), services_.petitions.all(read, request.locale),
                        form_of(request.form), problems}),
        problems.empty() ? 200 : 422);
}

base::Result<SavePartner, base::Problems> Handlers::read_new(const http::Request& request) const {
    auto words = accept(form_of(request.form));
    if (!words) return words.error();
    return SavePartner{ports::acting(request), *std::move(words)};
}

http::WriteResult Handlers::create(const SavePartner& form, db::Write& write) const {
    const auto id = store::insert(write, form.words, form.acting.staff.id);
    if (!id) return base::Problems{{"code", base::message("Another partner has this code.")}};
    if (!form.words.line.empty()) store::insert_wording(write, *id, form.words.line, form.acting.staff.id);
    record(write, form.acting, {"partners.create", *store::find(write, *id), changes_of({}, form.words)});
    return to_partner(form.acting, form.words.code, "saved");
}

// One of them ------------------------------------------------------------------------------------------------------

http::Response Handlers::show(const http::Request& request, db::Read& read) const {
    const auto partner = store::find(read, request.parameter("partner"));
    if (!partner) return http::not_found();
    const auto wording = store::newest_wording(read, partner->id);
    return partner_page(request, *partner, {.typed = form_of(*partner, wording), .problems = {}}, read);
}

http::Response Handlers::show_again(const http::Request& request, const base::Problems& problems,
                                    db::Read& read) const {
    const auto partner = store::find(read, request.parameter("partner"));
    if (!partner) return http::not_found();
    auto typed = form_of(request.form);
    typed.code = partner->code;
    return partner_page(request, *partner, {.typed = std::move(typed), .problems = problems}, read);
}

http::Response Handlers::partner_page(const http::Request& request, const Partner& partner, pages::PartnerPage page,
                                      db::Read& read) const {
    const i18n::Translator t{request.locale};
    page.partner = partner;
    page.wording = store::newest_wording(read, partner.id);
    page.petitions = services_.petitions.all(read, request.locale);
    page.open = open_petitions(services_.petitions, read, request.locale);
    page.counts = store::counts_of(read, partner.code);
    page.agreed = store::agreed_counts(read, partner.id);
    page.snippet = snippet_for(request, page.open);
    page.public_url = services_.frames.public_url();
    if (auth::may(*request.staff, Permission::export_people)) page.may_export = pages::MayExport::yes;
    const bool is_fine = page.problems.empty();
    auto frame = services_.frames.staff_frame(
        request, {.title = partner.name(request.locale),
                  .path = pages::partner_path(request.locale, partner.code),
                  .flash = flash_of(t, request.query.view("done")),
                  .form_state = is_fine ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(std::move(frame), pages::partner(t, page), is_fine ? 200 : 422);
}

base::Result<SavePartner, base::Problems> Handlers::read_change(const http::Request& request) const {
    auto form = form_of(request.form);
    form.code = request.parameter("partner");
    auto words = accept(form);
    if (!words) return words.error();
    return SavePartner{ports::acting(request), *std::move(words)};
}

http::WriteResult Handlers::change(const SavePartner& form, db::Write& write) const {
    const auto partner = store::find(write, form.words.code);
    if (!partner) return http::not_found();
    const auto wording = store::newest_wording(write, partner->id);
    auto changes = changes_of(form_of(*partner, wording), form.words);
    if (changes.empty()) return to_partner(form.acting, partner->code, "saved");
    store::change(write, partner->id, form.words);
    if (is_new_version(wording, form.words.line))
        store::insert_wording(write, partner->id, form.words.line, form.acting.staff.id);
    record(write, form.acting, {"partners.change", *partner, std::move(changes)});
    return to_partner(form.acting, partner->code, "saved");
}

base::Result<PartnerAct, base::Problems> Handlers::read_act(const http::Request& request) const {
    return PartnerAct{ports::acting(request), request.parameter("partner")};
}

http::WriteResult Handlers::pause(const PartnerAct& act, db::Write& write) const {
    const auto partner = store::find(write, act.code);
    if (!partner) return http::not_found();
    if (!partner->paused_at) {
        store::pause(write, partner->id);
        record(write, act.acting, {"partners.pause", *partner});
    }
    return to_partner(act.acting, act.code, "paused");
}

http::WriteResult Handlers::resume(const PartnerAct& act, db::Write& write) const {
    const auto partner = store::find(write, act.code);
    if (!partner) return http::not_found();
    if (partner->paused_at) {
        store::resume(write, partner->id);
        record(write, act.acting, {"partners.resume", *partner});
    }
    return to_partner(act.acting, act.code, "resumed");
}

http::WriteResult Handlers::begin_export(const PartnerAct& act, db::Write& write) const {
    const auto partner = store::find(write, act.code);
    if (!partner) return http::not_found();
    record(write, act.acting, {"partners.export", *partner});
    return http::see_other(pages::partner_path(act.acting.locale, act.code) + "/people.csv");
}

http::Response Handlers::download_export(const http::Request& request, db::Read& read) const {
    const auto partner = store::find(read, request.parameter("partner"));
    if (!partner) return http::not_found();
    if (!has_begun_export(read, *request.staff, *partner, request.received_at - kExportPeriod)) return http::error(410);
    return http::made_download(
        {partner->code + "-people.csv", "text/csv; charset=utf-8"},
        [partner = *partner, &petitions = services_.petitions](db::Read& snapshot, const http::PartWriter& write) {
            export_people(snapshot, partner, petitions, write);
        });
}

// For signers and for partners' pages ------------------------------------------------------------------------------

base::Result<TakeBack, base::Problems> Handlers::read_take_back(const http::Request& request) const {
    return TakeBack{request.parameter("token"), services_.tokens.read(kTakeBack, request.form.text("agreement")),
                    request.locale};
}

http::WriteResult Handlers::take_back(const TakeBack& act, db::Write& write) const {
    const auto agreed = act.signature ? store::agreed_with(write, ports::SignatureId{*act.signature}) : std::nullopt;
    if (!agreed) return http::not_found();
    partners::take_back(write, {*agreed, pages::take_back_label(i18n::Translator{act.locale})});
    return http::see_other(pages::own_signature_path(act.locale, act.signature_token));
}

http::Response Handlers::script(const http::Request&) {
    const auto asset = html::find_asset(html::asset_url("embed.js").view());
    if (!asset) return http::not_found();
    http::Response response;
    response.headers = {{"Content-Type", asset->content_type}, {"Cache-Control", "public, max-age=3600"}};
    response.body = std::string{asset->content};
    return response;
}

}  // namespace partners
