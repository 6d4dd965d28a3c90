#include "features/fraud_guard/handlers.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/text.h"
#include "features/fraud_guard/glob.h"
#include "platform/auth/audit.h"
#include "platform/auth/principal.h"

namespace fraud_guard {
namespace {

using auth::Permission;

constexpr std::int64_t kChangesShown = 20;
constexpr std::int64_t kEndedShown = 50;
constexpr std::size_t kLongestReason = 300;
constexpr std::int64_t kMostDays = 3'650;

bool may_everywhere(const auth::Principal& staff, Permission permission) { return auth::may(staff, permission, {}); }

std::optional<std::int64_t> number_of(std::string_view typed) {
    const std::string text = base::collapse_spaces(typed);
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// Those settings that the form holds, or what is wrong with each.
base::Result<std::vector<Setting>, base::Problems> read_settings(const http::Form& form, const Policy& policy) {
    std::vector<Setting> settings;
    base::Problems problems;
    for (const Setting& known : settings_of(policy)) {
        const auto typed = form.find(known.name);
        if (!typed) continue;
        const auto number = number_of(*typed);
        if (number && range_of(known.name).holds(*number))
            settings.push_back({known.name, *number});
        else
            problems.push_back({known.name, known.name.starts_with("weight.")
                                                ? base::message("Points are a whole number from 0 to 100.")
                                                : base::message("Please give a whole number that makes sense here.")});
    }
    if (!problems.empty()) return problems;
    return settings;
}

void record(db::Write& write, const ports::Acting& acting, auth::AuditEntry entry) {
    entry.actor = auth::actor_of(acting.staff, acting.request_id);
    auth::record(write, entry);
}

std::string path_of(base::Locale locale, std::string_view page) {
    return fmt::format("/{}/staff/fraud{}", base::code(locale), page);
}

EntryTyped typed_in(const http::Form& form) {
    return {form.text("list"), form.text("pattern"), form.text("reason"), form.text("days")};
}

}  // namespace

http::Response Handlers::puzzle(const http::Request& request) const {
    auto response = http::json(json_of(services_.guard.puzzle(request.received_at)));
    response.headers.add({"Cache-Control", "no-store"});
    return response;
}

Policy Handlers::policy(db::Read& read) const { return policy_of(services_.limits, store::settings(read)); }

http::Response Handlers::overview(const http::Request& request, db::Read& read) const {
    return overview_again(request, {}, read);
}

http::Response Handlers::overview_again(const http::Request& request, const base::Problems& problems,
                                        db::Read& read) const {
    if (!may_everywhere(*request.staff, Permission::moderate)) return http::forbidden();
    const i18n::Translator t{request.locale};
    const pages::Overview view{
        .situation = services_.guard.situation(request.received_at),
        .policy = policy(read),
        .step = services_.ladder.step(),
        .changes = store::latest_changes(read, kChangesShown),
        .may_set = may_everywhere(*request.staff, Permission::manage_settings) ? pages::MaySet::yes : pages::MaySet::no,
        .problems = problems};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Fraud guard")}), pages::overview(t, view),
                          problems.empty() ? 200 : 422);
}

base::Result<SettingsForm, base::Problems> Handlers::read_pressure(const http::Request& request) const {
    auto settings = read_settings(request.form, policy_of(services_.limits, {}));
    if (!settings) return settings.error();
    return SettingsForm{ports::acting(request), *std::move(settings), path_of(request.locale, "")};
}

base::Result<SettingsForm, base::Problems> Handlers::read_rules(const http::Request& request) const {
    auto settings = read_settings(request.form, policy_of(services_.limits, {}));
    if (!settings) return settings.error();
    return SettingsForm{ports::acting(request), *std::move(settings), path_of(request.locale, "/rules")};
}

http::WriteResult Handlers::save_settings(const SettingsForm& form, db::Write& write) const {
    if (!may_everywhere(form.acting.staff, Permission::manage_settings)) return http::forbidden();
    const auto before = settings_of(policy(write));
    std::vector<store::SettingChange> changes;
    std::vector<auth::Change> told;
    for (const Setting& setting : form.settings) {
        const std::int64_t was = value_of(before, setting.name);
        if (was == setting.value) continue;
        changes.push_back({setting.name, was, setting.value});
        told.push_back({setting.name, std::to_string(was), std::to_string(setting.value)});
    }
    store::change(write, changes, form.acting.staff.name);
    if (!told.empty())
        record(write, form.acting,
               {.actor = {}, .action = "fraud_guard.set", .subject = {"fraud_setting"}, .changes = told});
    return http::see_other(form.back);
}

http::Response Handlers::rules(const http::Request& request, db::Read& read) const {
    return rules_again(request, {}, read);
}

http::Response Handlers::rules_again(const http::Request& request, const base::Problems& problems,
                                     db::Read& read) const {
    if (!may_everywhere(*request.staff, Permission::moderate)) return http::forbidden();
    const i18n::Translator t{request.locale};
    const pages::Rules view{
        .policy = policy(read),
        .shipped = policy_of(services_.limits, {}),
        .typed = request.form,
        .may_set = may_everywhere(*request.staff, Permission::manage_settings) ? pages::MaySet::yes : pages::MaySet::no,
        .problems = problems};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Rules")}), pages::rules(t, view),
                          problems.empty() ? 200 : 422);
}

http::Response Handlers::lists(const http::Request& request, db::Read& read) const {
    return lists_again(request, {}, read);
}

http::Response Handlers::lists_again(const http::Request& request, const base::Problems& problems,
                                     db::Read& read) const {
    if (!may_everywhere(*request.staff, Permission::moderate)) return http::forbidden();
    const i18n::Translator t{request.locale};
    const pages::ListPage view{.entries = store::list_entries(read),
                               .ended = store::ended_entries(read, kEndedShown),
                               .typed = typed_in(request.form),
                               .problems = problems,
                               .now = request.received_at};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Lists")}), pages::lists(t, view),
                          problems.empty() ? 200 : 422);
}

base::Result<EntryForm, base::Problems> Handlers::read_entry(const http::Request& request) const {
    const auto list = list_of(request.form.text("list"));
    const auto pattern = Pattern::parse(request.form.text("pattern"));
    const std::string reason = base::collapse_spaces(request.form.text("reason"));
    const std::string days = base::collapse_spaces(request.form.text("days"));
    const auto period = number_of(days);
    base::Problems problems;
    if (!list) problems.push_back({"list", base::message("Please choose the list.")});
    if (!pattern) problems.insert(problems.end(), pattern.error().begin(), pattern.error().end());
    if (pattern && pattern->kind == PatternKind::country && list == List::block)
        problems.push_back({"pattern", base::message("Countries can be watched, not blocked: a supporter may live "
                                                     "anywhere.")});
    if (reason.empty()) problems.push_back({"reason", base::message("Please say why, for those who come after you.")});
    if (base::count_characters(reason) > kLongestReason)
        problems.push_back({"reason", base::message("The reason is too long: at most 300 characters.")});
    if (!days.empty() && (!period || *period < 1 || *period > kMostDays))
        problems.push_back({"days", base::message("Please give a number of days from 1 to 3650, or nothing.")});
    if (!problems.empty()) return problems;
    const auto expires_at = period ? std::optional{request.received_at + base::days(*period)} : std::nullopt;
    return EntryForm{ports::acting(request), {*list, pattern->text, reason, expires_at}};
}

http::WriteResult Handlers::add_entry(const EntryForm& form, db::Write& write) const {
    if (!may_everywhere(form.acting.staff, Permission::moderate)) return http::forbidden();
    const auto entries = store::list_entries(write);
    const auto is_same = [&](const ListEntry& each) {
        return each.list == form.entry.list && each.pattern == form.entry.pattern && each.holds(write.now());
    };
    if (std::ranges::any_of(entries, is_same))
        return base::Problems{{"pattern", base::message("This stands on the list already.")}};
    const auto globs = std::ranges::count_if(entries, [&](const ListEntry& each) {
        return each.list == form.entry.list && each.holds(write.now()) && is_glob(each.pattern);
    });
    if (is_glob(form.entry.pattern) && static_cast<std::size_t>(globs) >= kMostGlobs)
        return base::Problems{{"pattern", base::message("There are 200 patterns with * on this list, the most that can "
                                                        "be. End some that are not needed any more.")}};
    const auto id = store::insert(write, form.entry, form.acting.staff.name);
    record(write, form.acting,
           {.actor = {},
            .action = "fraud_guard.list",
            .subject = {"fraud_list_entry", id.value, form.entry.pattern},
            .changes = {{"list", "", std::string{name_of(form.entry.list)}}, {"reason", "", form.entry.reason}}});
    return http::see_other(path_of(form.acting.locale, "/lists"));
}

base::Result<EndForm, base::Problems> Handlers::read_end(const http::Request& request) const {
    return EndForm{ports::acting(request), ListEntryId{number_of(request.parameter("id")).value_or(0)}};
}

http::WriteResult Handlers::end_entry(const EndForm& form, db::Write& write) const {
    if (!may_everywhere(form.acting.staff, Permission::moderate)) return http::forbidden();
    const auto entry = store::find_entry(write, form.entry);
    if (!entry) return http::not_found();
    if (!entry->ended_at) {
        store::end(write, entry->id, form.acting.staff.name);
        record(write, form.acting,
               {.actor = {},
                .action = "fraud_guard.unlist",
                .subject = {"fraud_list_entry", entry->id.value, entry->pattern},
                .changes = {{"list", std::string{name_of(entry->list)}, ""}}});
    }
    return http::see_other(path_of(form.acting.locale, "/lists"));
}

}  // namespace fraud_guard
