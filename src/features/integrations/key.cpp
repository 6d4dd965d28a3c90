#include "features/integrations/key.h"

#include "base/text.h"
#include "base/whole_number.h"

namespace integrations {
namespace {

constexpr std::size_t kLongestName = 100;  // characters
constexpr std::int64_t kMostDays = 3'650;
constexpr std::string_view kPrefix = "atk_";

}  // namespace

std::string_view name_of(Scope scope) {
    switch (scope) {
        case Scope::read:
            return "read";
        case Scope::sign_on:
            return "sign_on";
        case Scope::read_people:
            return "read_people";
        case Scope::write_people:
            return "write_people";
        case Scope::tags:
            return "tags";
        case Scope::messages:
            return "messages";
    }
    return "";
}

KeyState state_of(const ApiKey& key, base::Instant now) {
    if (key.revoked_at) return KeyState::revoked;
    return key.expires_at && *key.expires_at <= now ? KeyState::expired : KeyState::works;
}

base::Result<NewKey, base::Problems> read_key(const KeyForm& typed) {
    base::Problems problems;
    NewKey key{base::collapse_spaces(typed.name), 0, std::nullopt, typed.scopes};
    if (key.name.empty()) problems.push_back({"name", base::message("Please give a name.")});
    if (base::count_characters(key.name) > kLongestName)
        problems.push_back({"name", base::message("This name is too long: at most 100 characters.")});
    if (typed.scopes.bits == 0) problems.push_back({"read", base::message("Please choose what the key may do.")});
    const auto rate = base::whole_number(typed.per_minute);
    if (!rate || *rate < 1 || *rate > kHighestRate)
        problems.push_back({"per_minute", base::message("Please give a number from 1 to 60000.")});
    else
        key.per_minute = *rate;
    const auto days = base::whole_number(typed.days);
    if (!typed.days.empty() && (!days || *days < 1 || *days > kMostDays))
        problems.push_back({"days", base::message("Please give a number of days from 1 to 3650, or nothing.")});
    if (!problems.empty()) return problems;
    if (days) key.lifetime = base::days(*days);
    key.level = base::id_from<base::LevelId>(typed.level);
    return key;
}

KeyText new_key_text(runtime::Random& random) { return {std::string{kPrefix} + random.token(32)}; }

std::optional<auth::TokenHash> hash_of_header(std::string_view authorization) {
    constexpr std::string_view kScheme = "bearer ";
    if (!base::equals_ignoring_ascii_case(authorization.substr(0, kScheme.size()), kScheme)) return std::nullopt;
    const auto key = authorization.substr(kScheme.size());
    if (!key.starts_with(kPrefix)) return std::nullopt;
    return auth::hash_of_token(key);
}

}  // namespace integrations
