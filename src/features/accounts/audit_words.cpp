#include "features/accounts/audit_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include <fmt/format.h>

#include "base/locale.h"
#include "base/problem.h"

namespace accounts::staff_pages {
namespace {

struct Word {
    std::string_view key;
    base::Message words;
};

constexpr std::array kFields{Word{"role", base::message("Role")},
                             Word{"state", base::message("State")},
                             Word{"one_language", base::message("One language")},
                             Word{"published_without", base::message("Published without")},
                             Word{"kind", base::message("Kind")},
                             Word{"place", base::message("Order")},
                             Word{"version", base::message("Version")},
                             Word{"draft", base::message("Draft")},
                             Word{"settings", base::message("Settings (JSON)")},
                             Word{"name", base::message("Name")},
                             Word{"slug", base::message("Name in the address")},
                             Word{"accent", base::message("Colour")},
                             Word{"locale", base::message("Language")},
                             Word{"title", base::message("Title")},
                             Word{"heading", base::message("Heading")},
                             Word{"lead", base::message("Introduction")},
                             Word{"body", base::message("Text")},
                             Word{"note", base::message("Note")},
                             Word{"thanks", base::message("Thanks after signing")},
                             Word{"means", base::message("By")}};

constexpr std::array kStates{
    Word{"draft", base::message("Draft")},
    Word{"published", base::message("Published")},
    Word{"open", base::message("Open")},
    Word{"closed", base::message("Closed")},
    Word{"active", base::message("active")},
    Word{"deactivated", base::message("account deactivated")},
    Word{"decided: published without the other language", base::message("Published without the other language")},
    Word{"up", base::message("Up")},
    Word{"down", base::message("Down")}};

constexpr std::array kMeans{Word{"password", base::message("password")},
                            Word{"password and code", base::message("password and code")},
                            Word{"passkey", base::message("passkey")}};

constexpr std::array kAccents{Word{"1", base::message("Red")},     Word{"2", base::message("Blue")},
                              Word{"3", base::message("Green")},   Word{"4", base::message("Yellow")},
                              Word{"5", base::message("Magenta")}, Word{"6", base::message("Petrol")}};

constexpr std::array kRoles{Word{"owner", base::message("Owner")}, Word{"editor", base::message("Editor")},
                            Word{"moderator", base::message("Moderator")}, Word{"analyst", base::message("Analyst")}};

std::optional<std::string> words_of(i18n::Translator t, std::span<const Word> words, std::string_view key) {
    const auto found = std::ranges::find(words, key, &Word::key);
    return found == words.end() ? std::nullopt : std::optional{t(found->words)};
}

// "editor", or "editor, level 17" where the role has a place.
std::string role_words(i18n::Translator t, const std::string& value) {
    constexpr std::string_view kPlace = ", level ";
    const auto place = value.find(kPlace);
    const auto role = words_of(t, kRoles, std::string_view{value}.substr(0, place));
    if (!role || place == std::string::npos) return role.value_or(value);
    return t("{role}, level {number}", {{"role", *role}, {"number", value.substr(place + kPlace.size())}});
}

}  // namespace

std::string field_words(i18n::Translator t, std::string_view field) {
    for (const base::Locale locale : base::kLocales) {
        const std::string suffix = fmt::format("_{}", base::code(locale));
        if (!field.ends_with(suffix)) continue;
        const auto words = words_of(t, kFields, field.substr(0, field.size() - suffix.size()));
        if (words) return fmt::format("{} ({})", *words, base::code(locale));
    }
    return words_of(t, kFields, field).value_or(std::string{field});
}

std::string value_words(i18n::Translator t, std::string_view field, const std::string& value) {
    if (field == "role") return role_words(t, value);
    if (field == "means") return words_of(t, kMeans, value).value_or(value);
    if (field == "accent") return words_of(t, kAccents, value).value_or(value);
    if (field != "state" && field != "one_language" && field != "place") return value;
    return words_of(t, kStates, value).value_or(value);
}

std::string actor_words(i18n::Translator t, const auth::Actor& actor) {
    return !actor.staff && actor.name == "command line" ? t("command line") : actor.name;
}

}  // namespace accounts::staff_pages
