#include "ports/editing.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "base/check.h"
#include "base/text.h"

namespace ports {
namespace {

constexpr std::size_t kDigits = 16;

// FNV-1a, 64 bits: it tells versions of a text apart; nobody gains anything by making two collide.
std::string fingerprint(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : base::tidy_lines(text)) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return fmt::format("{:016x}", hash);
}

// Nobody has seen anything of a field that was empty, and everybody has.
bool was_seen(const Versions& versions, std::size_t at) {
    const std::string& stored = versions.stored[at].text;
    if (versions.seen.size() != versions.stored.size() * kDigits) return stored.empty();
    return versions.seen.substr(at * kDigits, kDigits) == fingerprint(stored);
}

bool was_left_alone(const Versions& versions, std::size_t at) {
    return versions.seen.size() == versions.stored.size() * kDigits &&
           versions.seen.substr(at * kDigits, kDigits) == fingerprint(versions.typed[at].text);
}

}  // namespace

const std::string& text_of(const NamedTexts& texts, std::string_view name) {
    static const std::string nothing;
    const auto found = std::ranges::find(texts, name, &NamedText::name);
    return found == texts.end() ? nothing : found->text;
}

std::string seen(const NamedTexts& shown) {
    std::string all;
    for (const NamedText& each : shown) all += fingerprint(each.text);
    return all;
}

Merged merge(const Versions& versions) {
    CHECK(versions.stored.size() == versions.typed.size());
    Merged merged;
    for (std::size_t at = 0; at < versions.stored.size(); ++at) {
        const NamedText& stored = versions.stored[at];
        const NamedText& typed = versions.typed[at];
        const bool is_same = base::tidy_lines(stored.text) == base::tidy_lines(typed.text);
        if (is_same || was_seen(versions, at)) {
            merged.texts.push_back(typed);
        } else if (was_left_alone(versions, at)) {
            merged.texts.push_back(stored);
        } else {
            merged.texts.push_back(typed);
            merged.conflicts.push_back(stored);
        }
    }
    return merged;
}

base::Problems problems_of(const Merged& merged) {
    base::Problems problems;
    for (const NamedText& each : merged.conflicts)
        problems.push_back(
            {each.name, base::message("Somebody else changed this while you were writing. Make one text of the two, "
                                      "then save again.")});
    return problems;
}

}  // namespace ports
