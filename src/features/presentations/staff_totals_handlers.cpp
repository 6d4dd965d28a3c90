// What staff_handlers.h declares about totals, coordinators, and what waits for them.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/presentations/staff_handlers.h"
#include "features/presentations/staff_pages.h"
#include "features/presentations/store.h"
#include "features/presentations/words.h"

namespace presentations {

using auth::Permission;

http::Response StaffHandlers::totals(const http::Request& request, db::Read& read) const {
    return totals_again(request, {}, read);
}

http::Response StaffHandlers::totals_again(const http::Request& request, const base::Problems& problems,
                                           db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto coordinators = store::coordinators(read);
    std::map<base::LevelId, store::Totals> by_level;
    for (const auto& each : store::totals(read)) by_level.insert({each.level, each});
    staff_pages::Totals view{.levels = {}, .problems = problems};
    for (const auto& level : ports::levels_for(read, request, Permission::moderate)) {
        const auto found = by_level.find(level.id);
        const auto coordinator = std::ranges::find(coordinators, level.id, &store::Coordinator::level);
        const std::string field = fmt::format("level_{}", level.id.value);
        std::string address = coordinator == coordinators.end() ? "" : coordinator->email;
        if (request.form.has(field)) address = request.form.text(field);
        view.levels.push_back({level, found == by_level.end() ? store::Totals{.level = level.id} : found->second,
                               std::move(address),
                               calendar_path(request.locale, services_.tokens.make(kLevelCalendar, level.id.value))});
    }
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Totals and coordinators")}),
                          staff_pages::totals(t, view), problems.empty() ? 200 : 422);
}

base::Result<CoordinatorsForm, base::Problems> StaffHandlers::read_coordinators(const http::Request& request) const {
    CoordinatorsForm form{.acting = ports::acting(request), .coordinators = {}};
    base::Problems problems;
    for (std::size_t i = 0; i < request.form.size(); ++i) {
        const auto [name, value] = request.form[i];
        if (!name.starts_with("level_")) continue;
        const auto level = base::id_from<base::LevelId>(name.substr(6));
        if (!level) continue;
        const std::string typed = base::collapse_spaces(value);
        if (!typed.empty() && !base::EmailAddress::parse(typed))
            problems.push_back(
                {std::string{name}, base::message("Please enter an email address such as name@example.org.")});
        form.coordinators.push_back({*level, typed, request.locale});
    }
    if (!problems.empty()) return problems;
    return form;
}

http::WriteResult StaffHandlers::save_coordinators(const CoordinatorsForm& form, db::Write& write) const {
    for (const auto& each : form.coordinators)
        if (ports::may(write, form.acting.staff, Permission::moderate, each.level))
            store::save_coordinator(write, each);
    return http::see_other(staff_list_path(form.acting.locale) + "/totals");
}

ports::HomeProvider home_news() {
    return [](db::Read& read, const http::Request& request) {
        const i18n::Translator t{request.locale};
        ports::HomeNews news;
        std::int64_t waiting = 0;
        for (const auto& each : store::counts_by_level(read))
            if (each.state == State::waiting && ports::may(read, *request.staff, Permission::moderate, each.level))
                waiting += each.count;
        if (waiting > 0)
            news.tasks.push_back(
                {.tone = ports::HomeTask::Tone::pressing,
                 .sentence = t.plural("{count} request for a presentation has no champion.",
                                      "{count} requests for a presentation have no champion.", waiting),
                 .path = staff_list_path(request.locale) + "?state=waiting",
                 .act = t("Look at them")});
        return news;
    };
}

}  // namespace presentations
