// What staff_handlers.h declares about buttons, and what it tells on the first page.
#include "base/whole_number.h"
#include "features/letters/engine_service.h"
#include "features/letters/staff_handlers_parts.h"
#include "ports/acting.h"

namespace letters {
namespace {

using auth::Permission;

}  // namespace

base::Result<CampaignAct, base::Problems> StaffHandlers::read_act(const http::Request& request) const {
    return CampaignAct{ports::acting(request), request.parameter("slug"),
                       base::id_from<WritingId>(request.form.view("writing"))};
}

http::WriteResult StaffHandlers::publish(const CampaignAct& act, db::Write& write) const {
    const auto campaign = find_allowed(write, act.acting.staff, act.slug, Permission::publish);
    if (!campaign) return http::not_found();
    if (auto problems = unready(campaign->content); !problems.empty()) return problems;
    store::publish(write, campaign->id, act.acting.staff.name);
    note_act(write, act.acting, *campaign, "letters.publish");
    return to_overview(act.acting, *campaign);
}

http::WriteResult StaffHandlers::pause(const CampaignAct& act, db::Write& write) const {
    const auto campaign = find_allowed(write, act.acting.staff, act.slug, Permission::publish);
    if (!campaign) return http::not_found();
    store::pause(write, campaign->id, store::Pausing::pause, act.acting.staff.name);
    note_act(write, act.acting, *campaign, "letters.pause");
    return to_overview(act.acting, *campaign);
}

http::WriteResult StaffHandlers::resume(const CampaignAct& act, db::Write& write) const {
    const auto campaign = find_allowed(write, act.acting.staff, act.slug, Permission::publish);
    if (!campaign) return http::not_found();
    store::pause(write, campaign->id, store::Pausing::resume, act.acting.staff.name);
    note_act(write, act.acting, *campaign, "letters.resume");
    return to_overview(act.acting, *campaign);
}

http::WriteResult StaffHandlers::stop(const CampaignAct& act, db::Write& write) const {
    const auto campaign = find_allowed(write, act.acting.staff, act.slug, Permission::publish);
    if (!campaign) return http::not_found();
    store::stop(write, campaign->id, act.acting.staff.name);
    note_act(write, act.acting, *campaign, "letters.stop");
    return to_overview(act.acting, *campaign);
}

http::WriteResult StaffHandlers::resend(const CampaignAct& act, db::Write& write) const {
    const auto campaign = find_allowed(write, act.acting.staff, act.slug, Permission::publish);
    if (!campaign) return http::not_found();
    const auto count = store::resend_bounced(write, campaign->id, throttle_of(services_.config));
    note_act(write, act.acting, *campaign, "letters.resend", {{"letters", "", std::to_string(count)}});
    return to_overview(act.acting, *campaign);
}

http::WriteResult StaffHandlers::release(const CampaignAct& act, db::Write& write) const {
    const auto campaign = find_allowed(write, act.acting.staff, act.slug, Permission::moderate);
    const auto writing = campaign && act.writing ? store::find_writing(write, *act.writing) : std::nullopt;
    if (!writing || writing->campaign != campaign->id) return http::not_found();
    if (writing->held == Ticked::yes && writing->state == WritingState::confirmed && !campaign->stopped_at) {
        store::release_hold(write, writing->id);
        send_off(services_, *writing, write);
        note_act(write, act.acting, *campaign, "letters.release");
    }
    return to_overview(act.acting, *campaign);
}

http::WriteResult StaffHandlers::refuse(const CampaignAct& act, db::Write& write) const {
    const auto campaign = find_allowed(write, act.acting.staff, act.slug, Permission::moderate);
    const auto writing = campaign && act.writing ? store::find_writing(write, *act.writing) : std::nullopt;
    if (!writing || writing->campaign != campaign->id) return http::not_found();
    if (writing->held == Ticked::yes && writing->state == WritingState::confirmed) {
        store::set_state(write, writing->id, WritingState::refused);
        note_act(write, act.acting, *campaign, "letters.refuse");
    }
    return to_overview(act.acting, *campaign);
}

ports::StaffEntry staff_entry() {
    return {.label = base::message("Letters"),
            .path = "staff/letters",
            .icon = "send",
            .group = ports::StaffGroup::politicians,
            .order = 33,
            .may_see = ports::whoever_may(Permission::edit_content)};
}

ports::HomeProvider home_news() {
    return [](db::Read& read, const http::Request& request) {
        const i18n::Translator t{request.locale};
        ports::HomeNews news;
        for (const Campaign& each : store::campaigns(read)) {
            const std::string path = staff_pages::campaign_path(request.locale, each.slug);
            if (ports::may(read, *request.staff, Permission::moderate, each.level))
                if (const auto held = store::count_held(read, each.id); held > 0)
                    news.tasks.push_back(
                        {.sentence = t.plural("One letter of “{title}” waits to be read before it leaves.",
                                              "{count} letters of “{title}” wait to be read before they leave.", held,
                                              {{"title", each.title(request.locale)}}),
                         .path = path,
                         .act = t("Read them")});
            const auto total = store::total(read, each.id);
            if (total.bounced > 0 && !each.stopped_at &&
                ports::may(read, *request.staff, Permission::publish, each.level))
                news.tasks.push_back({.sentence = t.plural("One letter of “{title}” came back.",
                                                           "{count} letters of “{title}” came back.", total.bounced,
                                                           {{"title", each.title(request.locale)}}),
                                      .path = path,
                                      .act = t("See why")});
        }
        return news;
    };
}

}  // namespace letters
