#include "features/accounts/account.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "people/person.h"

namespace accounts {
namespace {

constexpr std::size_t kLongestName = 100;  // characters

struct Mark {
    std::string_view in_agent, name;
};

// The first mark that is found counts: Edge and Opera also say Chrome, everybody says Safari.
constexpr std::array kBrowsers{Mark{"Edg", "Edge"},       Mark{"OPR/", "Opera"},     Mark{"Firefox/", "Firefox"},
                               Mark{"FxiOS/", "Firefox"}, Mark{"Chrome/", "Chrome"}, Mark{"CriOS/", "Chrome"},
                               Mark{"Safari/", "Safari"}};
constexpr std::array kSystems{Mark{"Windows", "Windows"}, Mark{"Android", "Android"}, Mark{"iPhone", "iOS"},
                              Mark{"iPad", "iOS"},        Mark{"Mac OS X", "macOS"},  Mark{"CrOS", "ChromeOS"},
                              Mark{"Linux", "Linux"}};

template <std::size_t Size>
std::string_view first_mark(const std::array<Mark, Size>& marks, std::string_view agent) {
    const auto found = std::ranges::find_if(marks, [&](const Mark& mark) { return agent.contains(mark.in_agent); });
    return found == marks.end() ? "" : found->name;
}

void check_name(base::Problems& problems, std::string_view name) {
    if (name.empty()) problems.push_back({"name", base::message("Please give a name.")});
    if (base::count_characters(name) > kLongestName)
        problems.push_back({"name", base::message("This name is too long: at most 100 characters.")});
    else if (const auto problem = people::problem_of_line(name))
        problems.push_back({"name", *problem});
}

}  // namespace

bool is_alive(const Session& session, base::Instant now) {
    return now < session.expires_at && now - session.last_seen_at < kIdleLimit;
}

std::string device_of(std::string_view user_agent) {
    const std::string_view browser = first_mark(kBrowsers, user_agent);
    const std::string_view system = first_mark(kSystems, user_agent);
    std::string device{browser};
    if (!browser.empty() && !system.empty()) device += ", ";
    return device.append(system);
}

bool is_usable(const Link& link, base::Instant now) { return !link.used_at && now < link.expires_at; }

base::Duration wait_after(std::int64_t failures) {
    constexpr std::int64_t kFree = 4, kMostMinutes = 15;
    if (failures <= kFree) return {};
    const std::int64_t doublings = std::min<std::int64_t>(failures - kFree - 1, 10);
    return base::minutes(std::min(std::int64_t{1} << doublings, kMostMinutes));
}

bool must_wait(const Failures& failures, base::Instant now) {
    return now < failures.last_at + wait_after(failures.count);
}

bool are_forgotten(const Failures& failures, base::Instant now) { return now - failures.last_at >= base::days(1); }

std::vector<std::string> new_recovery_codes(runtime::Random& random) {
    constexpr std::string_view kLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";  // 32 without I, O, 0 and 1
    std::vector<std::string> codes(kRecoveryCodes);
    for (std::string& code : codes)
        for (int i = 0; i < 12; ++i) {
            if (i > 0 && i % 4 == 0) code += '-';
            code += kLetters[random.below(kLetters.size())];
        }
    return codes;
}

std::string normal_recovery_code(std::string_view typed) {
    std::string code;
    for (const char c : typed) {
        if (c >= 'a' && c <= 'z') code += static_cast<char>(c - 'a' + 'A');
        if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) code += c;
    }
    return code;
}

std::vector<base::LevelId> chain_of(const people::LevelTree& levels, std::optional<base::LevelId> level) {
    return level ? levels.ids_with_ancestors(*level) : std::vector<base::LevelId>{};
}

bool may_grant(const auth::Principal& manager, const auth::Grant& grant, const people::LevelTree& levels) {
    return auth::may(manager, auth::Permission::manage_staff, chain_of(levels, grant.level));
}

bool may_manage(const auth::Principal& manager, std::span<const StoredGrant> grants, const people::LevelTree& levels) {
    if (!auth::may(manager, auth::Permission::manage_staff)) return false;
    return std::ranges::all_of(grants,
                               [&](const StoredGrant& stored) { return may_grant(manager, stored.grant, levels); });
}

bool may_see(const auth::Principal& manager, std::span<const StoredGrant> grants, const people::LevelTree& levels) {
    if (auth::may(manager, auth::Permission::manage_staff, {})) return true;
    return std::ranges::any_of(grants,
                               [&](const StoredGrant& stored) { return may_grant(manager, stored.grant, levels); });
}

bool is_owner_everywhere(const auth::Grant& grant) { return grant.role == auth::Role::owner && !grant.level; }

base::Result<auth::Grant, base::Problems> read_grant(const GrantForm& form, const people::LevelTree& levels) {
    base::Problems problems;
    const auto role = auth::role_of(form.role);
    if (!role) problems.push_back({"role", base::message("Please choose a role.")});
    const people::Level* level = form.level.empty() ? nullptr : levels.find(form.level);
    if (!form.level.empty() && level == nullptr)
        problems.push_back({"level", base::message("Please choose a level from the list.")});
    if (!problems.empty()) return problems;
    return auth::Grant{*role, level == nullptr ? std::nullopt : std::optional{level->id}};
}

base::Result<Profile, base::Problems> read_profile(const ProfileForm& form) {
    base::Problems problems;
    const std::string name = base::collapse_spaces(form.name);
    check_name(problems, name);
    const auto locale = base::locale_of(form.locale);
    if (!locale) problems.push_back({"locale", base::message("Please choose a language.")});
    if (!problems.empty()) return problems;
    return Profile{name, *locale};
}

base::Result<Invitation, base::Problems> read_invitation(const InvitationForm& form, const people::LevelTree& levels) {
    base::Problems problems;
    const std::string name = base::collapse_spaces(form.name);
    check_name(problems, name);
    const auto email = base::EmailAddress::parse(form.email);
    if (!email) problems.push_back({"email", base::message("Please give an email address, such as name@example.org.")});
    const auto grant = read_grant({form.role, form.level}, levels);
    if (!grant) problems.insert(problems.end(), grant.error().begin(), grant.error().end());
    const auto locale = base::locale_of(form.locale);
    if (!locale) problems.push_back({"locale", base::message("Please choose a language.")});
    if (!problems.empty()) return problems;
    return Invitation{name, *email, *grant, *locale};
}

base::Problems problems_of(const NewPassword& typed, const base::EmailAddress& owner) {
    base::Problems problems;
    if (const auto refusal = auth::refusal_of_password(typed.password, owner))
        problems.push_back({"password", *refusal});
    else if (typed.password != typed.again)
        problems.push_back(
            {"password_again", base::message("The two passwords differ. Please type the same one twice.")});
    return problems;
}

std::string safe_next(std::string_view next, base::Locale locale) {
    const bool is_ours = next.starts_with("/en/staff") || next.starts_with("/fr/staff");
    const bool is_plain = std::ranges::all_of(next, [](char c) { return c > ' ' && c < 0x7f && c != '\\'; });
    if (is_ours && is_plain && !next.contains("//") && next.size() < 500) return std::string{next};
    return "/" + std::string{base::code(locale)} + "/staff";
}

}  // namespace accounts
