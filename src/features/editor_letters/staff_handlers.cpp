#include "features/editor_letters/staff_handlers.h"

#include <algorithm>
#include <set>

#include "base/whole_number.h"
#include "features/editor_letters/letter_service.h"
#include "features/editor_letters/staff_pages.h"
#include "features/editor_letters/store.h"
#include "features/editor_letters/words.h"
#include "people/store.h"
#include "platform/auth/audit.h"
#include "ports/editing.h"
#include "ports/search_documents.h"

namespace editor_letters {
namespace {

using auth::Permission;

// Of letters that were printed, as their writers say: those of one's own campaigns, out of all.
constexpr std::int64_t kToldRead = 1'000;
constexpr std::ptrdiff_t kToldShown = 100;

CampaignForm campaign_form(const http::Fields& fields) {
    return {.level = fields.text("level"),
            .theme = fields.text("theme"),
            .title_en = fields.text("title_en"),
            .title_fr = fields.text("title_fr"),
            .happened_en = fields.text("happened_en"),
            .happened_fr = fields.text("happened_fr"),
            .points_en = fields.text("points_en"),
            .points_fr = fields.text("points_fr"),
            .closes_on = fields.text("closes_on")};
}

// The fields that a campaign has for ever; its level is chosen once.
ports::NamedTexts named(const CampaignForm& form) {
    return {{"theme", form.theme},
            {"title_en", form.title_en},
            {"title_fr", form.title_fr},
            {"happened_en", form.happened_en},
            {"happened_fr", form.happened_fr},
            {"points_en", form.points_en},
            {"points_fr", form.points_fr},
            {"closes_on", form.closes_on}};
}

CampaignForm form_of(const ports::NamedTexts& texts) {
    const auto text = [&](std::string_view name) { return ports::text_of(texts, name); };
    return {.theme = text("theme"),
            .title_en = text("title_en"),
            .title_fr = text("title_fr"),
            .happened_en = text("happened_en"),
            .happened_fr = text("happened_fr"),
            .points_en = text("points_en"),
            .points_fr = text("points_fr"),
            .closes_on = text("closes_on")};
}

void record_campaign(db::Write& write, const ports::Acting& acting, const EditorCampaign& campaign,
                     std::string_view action) {
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = std::string{action},
                         .subject = {"editor_campaign", campaign.id.value, campaign.plan.title_en},
                         .level = campaign.level});
}

void campaign_changed(db::Write& write, EditorCampaignId id) {
    ports::document_changed(write, {.kind = "editorletters", .key = std::to_string(id.value) + "/"});
}

std::vector<ports::GuideTheme> themes(const Services& services, db::Read& read, base::Locale locale) {
    if (!services.guides.themes) return {};
    return services.guides.themes(read, {.locale = locale});
}

// The letters that wait for somebody, with the papers they go to.
std::vector<staff_pages::LetterRow> with_papers(db::Read& read, std::vector<EditorLetter> letters) {
    std::vector<staff_pages::LetterRow> rows;
    for (auto& each : letters) {
        auto paper = store::find_newspaper(read, each.newspaper);
        rows.push_back({std::move(each), paper ? paper->facts.name : std::string{}});
    }
    return rows;
}

std::optional<LetterVerdict> verdict_of(std::string_view text) {
    if (text == "let_go") return LetterVerdict::let_go;
    if (text == "refuse") return LetterVerdict::refuse;
    if (text == "seen_in_print") return LetterVerdict::seen_in_print;
    if (text == "not_found") return LetterVerdict::not_found;
    return std::nullopt;
}

void judge_print(const Services& services, const EditorLetter& letter, PrintedState state, db::Write& write) {
    if (store::judge_printed(write, letter.id, state) == store::Changed::no) return;
    if (state != PrintedState::seen) return;
    store::step(write, letter.campaign, {.printed = 1});
    if (services.guides.count) services.guides.count(write, letter.words_in, letter.text, ports::WordsBecame::answered);
}

}  // namespace

http::Response StaffHandlers::list(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    std::set<base::LevelId> levels;
    for (const auto& level : ports::levels_for(read, request, Permission::edit_content)) levels.insert(level.id);
    auto allowed = store::campaigns(read);
    std::erase_if(allowed, [&](const EditorCampaign& each) { return !levels.contains(each.level); });
    const auto position = ports::position_in(allowed.size(), request.query);
    auto told = store::told(read, kToldRead);
    std::erase_if(told, [&](const EditorLetter& each) {
        return std::ranges::find(allowed, each.campaign, &EditorCampaign::id) == allowed.end();
    });
    if (std::ssize(told) > kToldShown) told.erase(told.begin() + kToldShown, told.end());
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Letters to the editor")}),
                          staff_pages::list(t, {.campaigns = ports::rows_at(position, allowed),
                                                .position = position,
                                                .told = with_papers(read, std::move(told))}));
}

http::Response StaffHandlers::show_new(const http::Request& request, db::Read& read) const {
    return new_again(request, {}, read);
}

http::Response StaffHandlers::new_again(const http::Request& request, const base::Problems& problems,
                                        db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto typed = campaign_form(request.form);
    return ports::respond(services_.frames.staff_frame(request, {.title = t("New campaign of letters")}),
                          staff_pages::edit(t, {.campaign = nullptr,
                                                .levels = ports::levels_for(read, request, Permission::edit_content),
                                                .themes = themes(services_, read, request.locale),
                                                .typed = typed,
                                                .problems = problems}),
                          problems.empty() ? 200 : 422);
}

std::optional<EditorCampaign> StaffHandlers::find_allowed(db::Read& read, const http::Request& request) const {
    const auto id = base::id_from<EditorCampaignId>(request.parameter("campaign"));
    auto campaign = id ? store::find_campaign(read, *id) : std::nullopt;
    if (!campaign || !ports::may(read, *request.staff, Permission::edit_content, campaign->level)) return std::nullopt;
    return campaign;
}

http::Response StaffHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response StaffHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const auto campaign = find_allowed(read, request);
    if (!campaign) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto stored = form_of(campaign->plan);
    auto typed = request.form.has("title_en") ? campaign_form(request.form) : stored;
    ports::NamedTexts conflicts;
    if (request.form.has("title_en")) {
        auto merged = ports::merge({named(stored), named(typed), request.form.text(ports::kSeenField)});
        typed = form_of(merged.texts);
        conflicts = std::move(merged.conflicts);
    }
    const int status = !conflicts.empty() ? 409 : problems.empty() ? 200 : 422;
    const auto of_state = [&](LetterState state) {
        return with_papers(read, store::letters(read, {.campaign = campaign->id, .state = state}));
    };
    return ports::respond(services_.frames.staff_frame(request, {.title = campaign->plan.title(request.locale)}),
                          staff_pages::edit(t, {.campaign = &*campaign,
                                                .levels = {},
                                                .themes = themes(services_, read, request.locale),
                                                .typed = typed,
                                                .problems = problems,
                                                .seen = ports::seen(named(stored)),
                                                .conflicts = std::move(conflicts),
                                                .held = of_state(LetterState::held),
                                                .waiting = of_state(LetterState::waiting),
                                                .sent = of_state(LetterState::sent),
                                                .reasons = services_.guard.words ? services_.guard.words : nullptr}),
                          status);
}

base::Result<SaveCampaign, base::Problems> StaffHandlers::read_campaign(const http::Request& request) const {
    const auto form = campaign_form(request.form);
    SaveCampaign save{.acting = ports::acting(request),
                      .campaign = std::nullopt,
                      .typed = form,
                      .seen = request.form.text(ports::kSeenField),
                      .day = day_at(request.received_at)};
    save.campaign = base::id_from<EditorCampaignId>(request.parameter("campaign"));
    base::Problems problems;
    const auto level = base::id_from<base::LevelId>(form.level);
    if (level) save.level = *level;
    if (!level && !save.campaign) problems.push_back({"level", base::message("Please choose the level.")});
    const auto plan = accept(TypedCampaign{form, save.day});
    if (!plan) problems.insert(problems.end(), plan.error().begin(), plan.error().end());
    if (!problems.empty()) return problems;
    return save;
}

http::WriteResult StaffHandlers::save(const SaveCampaign& form, db::Write& write) const {
    if (!form.campaign) {
        if (!ports::may(write, form.acting.staff, Permission::edit_content, form.level)) return http::forbidden();
        const auto plan = accept(TypedCampaign{form.typed, form.day});
        if (!plan) return plan.error();
        const auto id = store::insert(write, form.level, *plan);
        record_campaign(write, form.acting, *store::find_campaign(write, id), "editor_letters.create");
        return http::see_other(staff_campaign_path(form.acting.locale, id));
    }
    const auto before = store::find_campaign(write, *form.campaign);
    if (!before || !ports::may(write, form.acting.staff, Permission::edit_content, before->level))
        return http::not_found();
    const auto merged = ports::merge({named(form_of(before->plan)), named(form.typed), form.seen});
    if (!merged.conflicts.empty()) return ports::problems_of(merged);
    const auto both = form_of(merged.texts);
    const auto plan = accept(TypedCampaign{both, form.day});
    if (!plan) return plan.error();
    store::save(write, before->id, *plan);
    if (before->state != CampaignState::draft) campaign_changed(write, before->id);
    record_campaign(write, form.acting, *before, "editor_letters.change");
    return http::see_other(staff_campaign_path(form.acting.locale, before->id));
}

base::Result<CampaignAct, base::Problems> StaffHandlers::read_act(const http::Request& request) const {
    return CampaignAct{ports::acting(request),
                       EditorCampaignId{base::whole_number(request.parameter("campaign")).value_or(0)}};
}

http::WriteResult StaffHandlers::publish(const CampaignAct& act, db::Write& write) const {
    const auto campaign = store::find_campaign(write, act.campaign);
    if (!campaign || !ports::may(write, act.acting.staff, Permission::publish, campaign->level))
        return http::not_found();
    if (!campaign->plan.closes_on.empty() && campaign->plan.closes_on < day_at(write.now()))
        return base::Problems{
            {"closes_on", base::message("This date is over. Please choose one that is still to come.")}};
    if (store::publish(write, act.campaign) == store::Changed::yes) {
        campaign_changed(write, act.campaign);
        record_campaign(write, act.acting, *campaign, "editor_letters.publish");
    }
    return http::see_other(staff_campaign_path(act.acting.locale, act.campaign));
}

http::WriteResult StaffHandlers::close(const CampaignAct& act, db::Write& write) const {
    const auto campaign = store::find_campaign(write, act.campaign);
    if (!campaign || !ports::may(write, act.acting.staff, Permission::publish, campaign->level))
        return http::not_found();
    if (store::close(write, act.campaign) == store::Changed::yes) {
        campaign_changed(write, act.campaign);
        record_campaign(write, act.acting, *campaign, "editor_letters.close");
    }
    return http::see_other(staff_campaign_path(act.acting.locale, act.campaign));
}

base::Result<LetterJudgement, base::Problems> StaffHandlers::read_judgement(const http::Request& request) const {
    const auto verdict = verdict_of(request.form.text("verdict"));
    if (!verdict) return base::Problems{{"verdict", base::message("Please say what should become of the letter.")}};
    return LetterJudgement{ports::acting(request),
                           EditorLetterId{base::whole_number(request.parameter("letter")).value_or(0)}, *verdict};
}

http::WriteResult StaffHandlers::judge(const LetterJudgement& judgement, db::Write& write) const {
    const auto letter = store::find_letter(write, judgement.letter);
    const auto campaign = letter ? store::find_campaign(write, letter->campaign) : std::nullopt;
    if (!campaign || !ports::may(write, judgement.acting.staff, Permission::publish, campaign->level))
        return http::not_found();
    switch (judgement.verdict) {
        case LetterVerdict::let_go:
            let_go(services_, *letter, write);
            break;
        case LetterVerdict::refuse:
            refuse(*letter, write);
            break;
        case LetterVerdict::seen_in_print:
            judge_print(services_, *letter, PrintedState::seen, write);
            break;
        case LetterVerdict::not_found:
            judge_print(services_, *letter, PrintedState::not_found, write);
            break;
    }
    record_campaign(write, judgement.acting, *campaign, "editor_letters.judge");
    const bool is_about_print =
        judgement.verdict == LetterVerdict::seen_in_print || judgement.verdict == LetterVerdict::not_found;
    return http::see_other(is_about_print ? staff_list_path(judgement.acting.locale)
                                          : staff_campaign_path(judgement.acting.locale, campaign->id));
}

}  // namespace editor_letters
