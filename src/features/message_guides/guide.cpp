#include "features/message_guides/guide.h"

#include <algorithm>
#include <chrono>
#include <type_traits>

#include <fmt/format.h>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/message_guides/fields.h"
#include "features/message_guides/wording.h"
#include "people/web_address.h"

namespace message_guides {
namespace {

using base::Locale;
using base::message;
using base::Problems;

constexpr std::array<std::string_view, 4> kAudienceNames{"member", "neighbour", "council", "media"};
constexpr std::size_t kMostWordsOfTerm = 4;

template <class Part>
void check_lengths(Problems& problems, std::string_view list, const Part& part, std::string_view key) {
    for (const Field<Part>& field : fields<Part>())
        if (base::count_characters(field.read(part)) > field.limit)
            problems.push_back({field_name(list, key, field.name), message("This is too long. Please shorten it.")});
}

// Where one of two texts stands, the other has to.
struct Needing {
    std::string_view list, key, field;
    base::Message message;
};
void need(Problems& problems, const Both& given, const Both& needed, const Needing& needing) {
    for (const Locale locale : base::kLocales)
        if (!given.in(locale).empty() && needed.in(locale).empty())
            problems.push_back(
                {fmt::format("{}_{}", field_name(needing.list, needing.key, needing.field), base::code(locale)),
                 needing.message});
}

void check(Problems& problems, const Rule& rule) {
    need(problems, rule.words, rule.reason, {"rules", rule.key, "reason", message("Please say why.")});
    need(problems, rule.reason, rule.words, {"rules", rule.key, "words", message("Please write the rule.")});
}

void check(Problems& problems, const Pair& pair) {
    need(problems, pair.say, pair.heard, {"pairs", pair.key, "heard", message("Please write what one hears.")});
    need(problems, pair.heard, pair.say, {"pairs", pair.key, "say", message("Please write what one can say.")});
    need(problems, pair.other, pair.say, {"pairs", pair.key, "say", message("Please write what one can say.")});
}

void check(Problems& problems, const Fact& fact) {
    need(problems, fact.words, fact.source, {"facts", fact.key, "source", message("Please name the source.")});
    need(problems, fact.source, fact.words, {"facts", fact.key, "words", message("Please write the fact.")});
    if (!is_day(fact.date))
        problems.push_back({field_name("facts", fact.key, "date"), message("Please give the day, as 2026-03-31.")});
    if (!fact.url.empty() && !people::is_web_address(fact.url))
        problems.push_back({field_name("facts", fact.key, "url"),
                            message("Please give a whole web address, with https:// in front.")});
}

void check(Problems& problems, const Term& term) {
    const auto needed = [&](std::string_view field, const std::string& text, base::Message sentence) {
        if (text.empty()) problems.push_back({field_name("terms", term.key, field), sentence});
    };
    needed("better", term.better, message("Please give the better word."));
    needed("why", term.why, message("Please say why."));
    const std::size_t words = words_in(term.avoid).size();
    if (words > kMostWordsOfTerm || (words == 0 && !term.avoid.empty()))
        problems.push_back({field_name("terms", term.key, "avoid"), message("One to four words, please.")});
}

template <class Part>
bool lacks(const Field<Part>& field, const Part& part, Locale locale) {
    if (field.locale != locale || !field.read(part).empty()) return false;
    const std::string_view stem = field.name.substr(0, field.name.size() - 2);
    return std::ranges::any_of(fields<Part>(), [&](const Field<Part>& other) {
        return other.locale == base::other(locale) && other.name.starts_with(stem) &&
               other.name.size() == field.name.size() && !other.read(part).empty();
    });
}

template <class Part>
void append_gaps(std::vector<std::string>& names, std::string_view list, const Part& part, Locale locale) {
    std::string key;
    if constexpr (!std::is_same_v<Part, Content>) key = part.key;
    for (const Field<Part>& field : fields<Part>())
        if (lacks(field, part, locale)) names.push_back(field_name(list, key, field.name));
}

bool has_text(const std::vector<Rule>& rules, Locale locale) {
    return std::ranges::any_of(rules, [&](const Rule& rule) { return !rule.words.in(locale).empty(); });
}
bool has_text(const std::vector<Pair>& pairs, Locale locale) {
    return std::ranges::any_of(pairs, [&](const Pair& pair) { return !pair.say.in(locale).empty(); });
}

}  // namespace

std::string_view name_of(Audience audience) { return kAudienceNames[static_cast<std::size_t>(audience)]; }

std::optional<Audience> audience_of(std::string_view name) {
    const auto found = std::ranges::find(kAudienceNames, name);
    if (found == kAudienceNames.end()) return std::nullopt;
    return static_cast<Audience>(found - kAudienceNames.begin());
}

base::Message label_of(Audience audience) {
    constexpr std::array kLabels{message("A member"), message("A neighbour"), message("A council"),
                                 message("The media")};
    return kLabels[static_cast<std::size_t>(audience)];
}

base::Message group_of(Audience audience) {
    constexpr std::array kLabels{message("members"), message("neighbours"), message("councils"), message("the media")};
    return kLabels[static_cast<std::size_t>(audience)];
}

std::string_view name_of(Visibility visibility) {
    return visibility == Visibility::everybody ? "everybody" : "members";
}
Visibility visibility_of(std::string_view name) {
    return name == "everybody" ? Visibility::everybody : Visibility::members;
}

std::string_view name_of(Advice advice) { return advice == Advice::should ? "do" : "dont"; }
Advice advice_of(std::string_view name) { return name == "dont" ? Advice::should_not : Advice::should; }

base::Message label_of(Stage stage) {
    constexpr std::array kLabels{message("Draft"), message("Published"), message("Withdrawn")};
    return kLabels[static_cast<std::size_t>(stage)];
}

bool is_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto year = base::whole_number(text.substr(0, 4));
    const auto month = base::whole_number(text.substr(5, 2)), day = base::whole_number(text.substr(8, 2));
    if (!year || !month || !day || *year < 1900 || *month < 1 || *day < 1) return false;
    return std::chrono::year_month_day{std::chrono::year{static_cast<int>(*year)},
                                       std::chrono::month{static_cast<unsigned>(*month)},
                                       std::chrono::day{static_cast<unsigned>(*day)}}
        .ok();
}

Problems problems_of(const Content& content) {
    Problems problems;
    if (content.title.english.empty() && content.title.french.empty())
        problems.push_back({"title_en", message("Please give a title in one language at least.")});
    check_lengths(problems, "", content, "");
    if (!content.review_on.empty() && !is_day(content.review_on))
        problems.push_back({"review_on", message("Please give the day, as 2026-03-31.")});
    each_list(content, [&](std::string_view name, const auto& list, std::size_t most) {
        if (list.size() > most)
            problems.push_back({fmt::format("list-{}", name), message("These are too many. Please remove some.")});
        for (const auto& part : list) {
            if (is_empty(part)) continue;
            check_lengths(problems, name, part, part.key);
            check(problems, part);
        }
    });
    return problems;
}

std::vector<std::string> gaps(const Content& content, Locale locale) {
    std::vector<std::string> names;
    append_gaps(names, "", content, locale);
    each_list(content, [&](std::string_view name, const auto& list, std::size_t) {
        for (const auto& part : list) append_gaps(names, name, part, locale);
    });
    return names;
}

Problems unready(const Content& content) {
    Problems problems;
    const auto missing = [&](bool is_missing, std::string_view field, base::Message sentence) {
        if (is_missing) problems.push_back({std::string{field}, sentence});
    };
    missing(content.title.english.empty() || content.lead.english.empty() || content.story.english.empty(), "title_en",
            message("The English title, sentence or core story is missing."));
    missing(content.title.french.empty() || content.lead.french.empty() || content.story.french.empty(), "title_fr",
            message("The French title, sentence or core story is missing."));
    for (const Locale locale : base::kLocales) {
        missing(!has_text(content.rules, locale), "list-rules", message("Each language needs a rule at least."));
        missing(!has_text(content.pairs, locale), "list-pairs", message("Each language needs a pair at least."));
    }
    missing(content.review_on.empty(), "review_on", message("Please say when it is to be reviewed."));
    const auto [first, last] = std::ranges::unique(problems);
    problems.erase(first, last);
    return problems;
}

bool may_approve(const std::vector<Version>& versions, const Guide& guide, std::string_view name) {
    for (const Version& version : versions) {
        if (guide.shown && version.id == *guide.shown) return true;
        if (version.by == name) return false;
    }
    return true;
}

}  // namespace message_guides
