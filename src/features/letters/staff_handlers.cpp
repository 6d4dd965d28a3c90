#include "features/letters/staff_handlers.h"

#include <fmt/format.h>

#include "base/csv_cell.h"
#include "base/text.h"
#include "base/whole_number.h"
#include "features/letters/engine_service.h"
#include "features/letters/staff_handlers_parts.h"
#include "features/letters/store.h"
#include "platform/auth/audit.h"
#include "platform/auth/principal.h"
#include "ports/search_documents.h"

namespace letters {
namespace {

using auth::Permission;

constexpr std::int64_t kShownBounced = 50, kShownHeld = 50, kShownSample = 12, kExportPage = 500;

std::string level_name(db::Read& read, base::LevelId id, base::Locale locale) {
    const auto level = people::find_level(read, id);
    return level ? level->name(locale) : std::string{};
}
std::string level_slug(db::Read& read, base::LevelId id) {
    const auto level = people::find_level(read, id);
    return level ? level->slug : std::string{};
}

html::FormState shape_of(const base::Problems& problems) {
    return problems.empty() ? html::FormState::fine : html::FormState::has_problems;
}

std::vector<std::string> all_of(const http::Form& form, std::string_view name) {
    std::vector<std::string> values;
    for (const auto& each : form.all(name)) values.emplace_back(each);
    return values;
}

staff_pages::EditorForm editor_typed(const http::Form& form) {
    staff_pages::EditorForm typed;
    for (const ContentField& field : content_fields())
        field.write(typed.content, field.kind == FieldKind::line ? base::collapse_spaces(form.text(field.name))
                                                                 : base::tidy_lines(form.text(field.name)));
    typed.target = {all_of(form, "own"), all_of(form, "offices"), all_of(form, "provinces"),
                    base::tidy_lines(form.text("parties")), base::tidy_lines(form.text("named"))};
    typed.settings = {form.text("level"), form.text("theme"), base::collapse_spaces(form.text("opens_on")),
                      base::collapse_spaces(form.text("closes_on"))};
    typed.is_address_asked = form.is_ticked("address_asked");
    return typed;
}

staff_pages::EditorForm editor_stored(db::Read& read, const Campaign& campaign) {
    return {campaign.content,
            form_of(campaign.target),
            {level_slug(read, campaign.level), campaign.theme, campaign.opens_on, campaign.closes_on},
            campaign.is_address_asked};
}

void append_problems(base::Problems& problems, base::Problems more) {
    problems.insert(problems.end(), more.begin(), more.end());
}

std::vector<ports::GuideTheme> themes_of(const Services& services, db::Read& read, const Campaign& campaign,
                                         base::Locale locale) {
    if (!services.guides.themes) return {};
    return services.guides.themes(read,
                                  {.locale = locale, .level = campaign.level, .reader = ports::GuideReader::member});
}

std::string csv_line(const store::LetterRow& row) {
    const Letter& letter = row.letter;
    const Writing& writing = row.writing;
    std::string line;
    for (const std::string& cell :
         {std::to_string(letter.id.value), letter.recipient_name, letter.office, std::string{name_of(letter.state)},
          i18n::machine_time(writing.written_at), writing.confirmed_at ? i18n::machine_time(*writing.confirmed_at) : "",
          letter.detail, letter.answered_at ? i18n::machine_time(*letter.answered_at) : "", writing.name.given,
          writing.name.family, writing.email, std::string{base::code(writing.locale)}, writing.postal_code,
          writing.place, writing.subject, writing.body}) {
        if (!line.empty()) line += ',';
        line += base::csv_cell(cell);
    }
    return line + "\r\n";
}

}  // namespace

http::Response StaffHandlers::list(const http::Request& request, db::Read& read) const {
    const auto campaigns = store::campaigns(read);
    std::vector<staff_pages::Row> rows;
    for (const Campaign& each : campaigns) {
        if (!ports::may(read, *request.staff, Permission::edit_content, each.level)) continue;
        rows.push_back({each, each.stage(today(request.received_at)), level_name(read, each.level, request.locale),
                        store::total(read, each.id)});
    }
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Letters")}), staff_pages::list(t, rows));
}

http::Response StaffHandlers::show_new(const http::Request& request, db::Read& read) const {
    return show_new_again(request, {}, read);
}

base::Result<NewCampaignEdit, base::Problems> StaffHandlers::read_new(const http::Request& request) const {
    NewCampaignEdit edit{ports::acting(request), base::lower_ascii(base::collapse_spaces(request.form.text("slug"))),
                         request.form.text("level")};
    base::Problems problems;
    if (!people::is_slug(edit.slug) || is_reserved_slug(edit.slug))
        problems.push_back({"slug", base::message("Please use small letters, digits and hyphens: keep-our-mail.")});
    if (edit.level.empty()) problems.push_back({"level", base::message("Please choose a level.")});
    if (!problems.empty()) return problems;
    return edit;
}

http::WriteResult StaffHandlers::create(const NewCampaignEdit& edit, db::Write& write) const {
    const auto level = people::find_level(write, edit.level);
    if (!level || !ports::may(write, edit.acting.staff, Permission::edit_content, level->id)) return http::forbidden();
    const auto id = store::insert(write, {edit.slug, level->id, edit.acting.staff.name});
    if (!id) return base::Problems{{"slug", base::message("There are letters under this address already.")}};
    note_act(write, edit.acting, *store::find(write, *id), "letters.create");
    return http::see_other(staff_pages::campaign_path(edit.acting.locale, edit.slug) + "/text");
}

http::Response StaffHandlers::show_new_again(const http::Request& request, const base::Problems& problems,
                                             db::Read& read) const {
    const i18n::Translator t{request.locale};
    return ports::respond(
        services_.frames.staff_frame(request, {.title = t("New letter"), .form_state = shape_of(problems)}),
        staff_pages::new_campaign(t, {.slug = request.form.text("slug"),
                                      .level = request.form.text("level"),
                                      .levels = ports::levels_for(read, request, Permission::edit_content),
                                      .problems = problems}),
        problems.empty() ? 200 : 422);
}

std::vector<staff_pages::OfficeRow> StaffHandlers::offices(db::Read& read, CampaignId campaign,
                                                           base::Locale locale) const {
    const i18n::Translator t{locale};
    std::vector<staff_pages::OfficeRow> rows;
    for (const auto& tally : store::tallies(read, campaign)) {
        const auto found = services_.representatives.find
                               ? services_.representatives.find(read, tally.representative, locale)
                               : std::nullopt;
        rows.push_back({found ? found->name : std::to_string(tally.representative.value),
                        found ? pages::office_words(t, *found) : std::string{},
                        ports::representative_path(tally.representative, locale), tally});
    }
    return rows;
}

http::Response StaffHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response StaffHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const auto campaign = find_allowed(read, *request.staff, request.parameter("slug"), Permission::edit_content);
    if (!campaign) return http::not_found();
    const auto right = [&](Permission permission) {
        return ports::may(read, *request.staff, permission, campaign->level) ? staff_pages::Right::yes
                                                                             : staff_pages::Right::no;
    };
    const staff_pages::Rights rights{right(Permission::publish), right(Permission::moderate),
                                     right(Permission::export_people)};
    const bool reads_words = rights.moderate == staff_pages::Right::yes;
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.staff_frame(
        request, {.title = campaign->title(request.locale), .form_state = shape_of(problems)});
    return ports::respond(
        std::move(frame),
        staff_pages::overview(
            t, {.campaign = *campaign,
                .stage = campaign->stage(today(request.received_at)),
                .level = level_name(read, campaign->level, request.locale),
                .rights = rights,
                .unready = unready(campaign->content),
                .total = store::total(read, campaign->id),
                .waiting = store::waiting(read, campaign->id),
                .paused_regions = store::paused_regions(read),
                .offices = offices(read, campaign->id, request.locale),
                .calls = store::calls(read, campaign->id),
                .bounced = store::bounced(read, campaign->id, kShownBounced),
                .held = reads_words ? store::held(read, campaign->id, kShownHeld) : std::vector<Writing>{},
                .sample = reads_words ? store::sample(read, campaign->id, kShownSample) : std::vector<Writing>{},
                .problems = problems}),
        problems.empty() ? 200 : 422);
}

http::Response StaffHandlers::export_csv(const http::Request& request, db::Read& read) const {
    const auto campaign = find_allowed(read, *request.staff, request.parameter("slug"), Permission::export_people);
    if (!campaign) return http::not_found();
    return http::made_download(
        {.name = campaign->slug + ".csv", .type = "text/csv; charset=utf-8"},
        [id = campaign->id](db::Read& each, const http::PartWriter& write) {
            write(
                "letter,to,office,state,written_at,confirmed_at,reason,answered_at,given_name,family_name,email,"
                "language,postal_code,place,subject,words\r\n");
            LetterId after{0};
            while (true) {
                const auto rows = store::rows_behind(each, id, after, kExportPage);
                if (rows.empty()) return;
                std::string part;
                for (const auto& row : rows) part += csv_line(row);
                write(part);
                after = rows.back().letter.id;
            }
        });
}

http::Response StaffHandlers::editor_page(const http::Request& request, const staff_pages::Editor& editor) const {
    const i18n::Translator t{request.locale};
    const int status = !editor.conflicts.empty() ? 409 : editor.problems.empty() ? 200 : 422;
    return ports::respond(
        services_.frames.staff_frame(request, {.title = t("Write"), .form_state = shape_of(editor.problems)}),
        staff_pages::editor(t, editor), status);
}

http::Response StaffHandlers::edit(const http::Request& request, db::Read& read) const {
    const auto campaign = find_allowed(read, *request.staff, request.parameter("slug"), Permission::edit_content);
    if (!campaign) return http::not_found();
    auto stored = editor_stored(read, *campaign);
    const std::string seen = ports::seen(staff_pages::named(stored));
    const base::Problems none;
    return editor_page(request, {.campaign = *campaign,
                                 .typed = std::move(stored),
                                 .seen = seen,
                                 .conflicts = {},
                                 .saving = {},
                                 .levels = ports::levels_for(read, request, Permission::edit_content),
                                 .themes = themes_of(services_, read, *campaign, request.locale),
                                 .problems = none});
}

base::Result<CampaignEdit, base::Problems> StaffHandlers::read_edit(const http::Request& request) const {
    CampaignEdit edit{ports::acting(request), request.parameter("slug"), request.form.text(ports::kSeenField),
                      editor_typed(request.form)};
    base::Problems problems = problems_of(edit.form.content);
    append_problems(problems, problems_of(edit.form.target));
    append_problems(problems, problems_of(edit.form.settings));
    if (!problems.empty()) return problems;
    return edit;
}

http::WriteResult StaffHandlers::save(const CampaignEdit& edit, db::Write& write) const {
    auto campaign = find_allowed(write, edit.acting.staff, edit.slug, Permission::edit_content);
    if (!campaign) return http::not_found();
    // What is public changes only by those who may publish.
    if (campaign->published_at && !ports::may(write, edit.acting.staff, Permission::publish, campaign->level))
        return http::forbidden();
    const auto stored = staff_pages::named(editor_stored(write, *campaign));
    const auto merged = ports::merge({.stored = stored, .typed = staff_pages::named(edit.form), .seen = edit.seen});
    if (!merged.conflicts.empty()) return ports::problems_of(merged);
    const auto form = staff_pages::form_of(merged.texts);
    const auto level = people::find_level(write, form.settings.level);
    if (!level || !ports::may(write, edit.acting.staff, Permission::edit_content, level->id)) return http::forbidden();
    if (campaign->published_at)
        if (auto problems = unready(form.content); !problems.empty()) return problems;
    campaign->content = form.content;
    campaign->target = read_target(form.target);
    campaign->theme = form.settings.theme;
    campaign->opens_on = form.settings.opens_on;
    campaign->closes_on = form.settings.closes_on;
    campaign->level = level->id;
    campaign->is_address_asked = form.is_address_asked;
    std::vector<auth::Change> changes;
    for (std::size_t i = 0; i < stored.size(); ++i)
        auth::add_change(changes, stored[i].name, {stored[i].text, merged.texts[i].text});
    if (!changes.empty()) {
        store::save(write, *campaign, edit.acting.staff.name);
        note_act(write, edit.acting, *campaign, "letters.write", std::move(changes));
    }
    return to_overview(edit.acting, *campaign);
}

http::Response StaffHandlers::edit_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const auto campaign = find_allowed(read, *request.staff, request.parameter("slug"), Permission::edit_content);
    if (!campaign) return http::not_found();
    const auto stored = staff_pages::named(editor_stored(read, *campaign));
    const auto typed = editor_typed(request.form);
    auto merged = ports::merge(
        {.stored = stored, .typed = staff_pages::named(typed), .seen = request.form.text(ports::kSeenField)});
    return editor_page(request, {.campaign = *campaign,
                                 .typed = staff_pages::form_of(merged.texts),
                                 .seen = ports::seen(stored),
                                 .conflicts = std::move(merged.conflicts),
                                 .saving = {campaign->changed_by, campaign->changed_at},
                                 .levels = ports::levels_for(read, request, Permission::edit_content),
                                 .themes = themes_of(services_, read, *campaign, request.locale),
                                 .problems = problems});
}

}  // namespace letters
