// features/message_guides/guide.h - what a guide of words is: one core story, rules, what one hears and can say, facts
// with their sources, words to use and to avoid, in both languages. Pure.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "base/problem.h"

namespace message_guides {

using GuideId = base::Id<struct GuideTag>;
using VersionId = base::Id<struct VersionTag>;

// One text in both languages; either may still be missing.
struct Both {
    std::string english, french;
    const std::string& in(base::Locale locale) const { return locale == base::Locale::english ? english : french; }
    std::string& in(base::Locale locale) { return locale == base::Locale::english ? english : french; }
    bool operator==(const Both&) const = default;
};

// To whom one speaks.
enum class Audience : unsigned char { member = 0, neighbour = 1, council = 2, media = 3 };
inline constexpr std::array kAudiences{Audience::member, Audience::neighbour, Audience::council, Audience::media};
std::string_view name_of(Audience audience);  // "member", as in forms and the API
std::optional<Audience> audience_of(std::string_view name);
base::Message label_of(Audience audience);  // one of them: "A neighbour"
base::Message group_of(Audience audience);  // all of them, inside a sentence: "neighbours"

// Who may read it. members: signed-in staff, and supporters by the link that was mailed to them.
enum class Visibility : unsigned char { everybody = 0, members = 1 };
std::string_view name_of(Visibility visibility);  // "everybody", "members"
Visibility visibility_of(std::string_view name);  // members for any other text

enum class Advice : unsigned char { should = 0, should_not = 1 };
std::string_view name_of(Advice advice);  // "do", "dont"
Advice advice_of(std::string_view name);  // should for any other text

// Every item has a key that stays the same from version to version: 8 of 0-9a-f.
struct Rule {
    std::string key;
    Advice advice = Advice::should;
    Both words, reason;
    bool operator==(const Rule&) const = default;
};

// You hear / you can say. other: a second wording of the answer, tried against the first; may be empty.
struct Pair {
    std::string key;
    std::optional<Audience> audience{};  // absent: for all of the guide's
    Both heard, say, other;
    bool operator==(const Pair&) const = default;
};

struct Fact {
    std::string key;
    Both words, source;
    std::string url, date;  // of the source: "2021-11-12"
    bool operator==(const Fact&) const = default;
};

// A word of one language. avoid: what is marked in texts, one to four words; empty for a word to use.
struct Term {
    std::string key;
    base::Locale language{};
    std::string avoid, better, why;
    bool operator==(const Term&) const = default;
};

struct Content {
    Both title, lead, story;
    Visibility visibility = Visibility::everybody;
    std::vector<Audience> audiences{};  // in the order of kAudiences; none: anybody
    std::string review_on{};            // "2027-03-01": when somebody looks whether it still holds
    std::vector<Rule> rules{};
    std::vector<Pair> pairs{};
    std::vector<Fact> facts{};
    std::vector<Term> terms{};
    bool operator==(const Content&) const = default;
};

inline constexpr std::size_t kMostRules = 12, kMostPairs = 30, kMostFacts = 20, kMostTerms = 60;

// What keeps a content from being saved: texts that are too long, lines that need each other, sources without a date.
// Fields are named as in fields.h. Whole languages may be missing.
base::Problems problems_of(const Content& content);

// What this language lacks and the other has, by the names of fields; a guide without gaps says the same in both.
std::vector<std::string> gaps(const Content& content, base::Locale locale);

// What keeps it from being published: no title, story, rule or pair in either language, or no date for its review.
base::Problems unready(const Content& content);

// "2026-02-29" is no day.
bool is_day(std::string_view text);

// How a guide stands. Stored by number.
enum class Stage : unsigned char { draft = 0, published = 1, withdrawn = 2 };
base::Message label_of(Stage stage);

struct Guide {
    GuideId id;
    std::string slug;   // in its address: "tax-fairness"
    std::string theme;  // guides of one theme stand in for each other: the nearest level's is the one that is shown
    base::LevelId level;
    Stage stage = Stage::draft;
    std::optional<VersionId> shown{};  // what readers see, while published
};

// One saved state of a guide.
struct Version {
    VersionId id;
    GuideId guide;
    int number;  // 1, 2, ...
    Content content;
    std::string by;
    base::Instant at;
    std::optional<base::Instant> asked_at{};  // approval was asked for
    std::string asked_by{};
    std::optional<base::Instant> approved_at{};
    std::string approved_by{};
    std::string note{};  // "restored from version 2"; empty otherwise
};

// A guide as readers see it.
struct Published {
    Guide guide;
    Version version;
    const Content& content() const { return version.content; }
};

// Four eyes: whether this person wrote none of what would become public: nothing since the version that is public.
// `versions`: of the guide, newest first.
bool may_approve(const std::vector<Version>& versions, const Guide& guide, std::string_view name);

}  // namespace message_guides
