#include "features/message_guides/fields.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <type_traits>

#include <fmt/format.h>

namespace message_guides {
namespace {

using base::Locale;
using base::message;

constexpr std::size_t kLine = 160, kSentence = 300, kParagraph = 700, kStory = 3'000, kUrl = 500;  // characters

// Of the type of a pointer to a member: the class it belongs to.
template <class Class, class Member>
Class class_of(Member Class::*);
template <auto Member>
using ClassOf = decltype(class_of(Member));

struct About {
    std::string_view name;
    base::Message label;
    FieldKind kind;
    std::size_t limit;
};

// A text in one of the two languages.
template <auto Member, Locale kLocale>
constexpr Field<ClassOf<Member>> in_language(const About& about) {
    using Part = ClassOf<Member>;
    return {about.name,
            about.label,
            about.kind,
            about.limit,
            kLocale,
            [](const Part& part) { return (part.*Member).in(kLocale); },
            [](Part& part, std::string_view text) { (part.*Member).in(kLocale) = text; }};
}
template <auto Member>
constexpr Field<ClassOf<Member>> in_english(const About& about) {
    return in_language<Member, Locale::english>(about);
}
template <auto Member>
constexpr Field<ClassOf<Member>> in_french(const About& about) {
    return in_language<Member, Locale::french>(about);
}

// A text of no language, or of the one that the part itself names.
template <auto Member>
constexpr Field<ClassOf<Member>> plain(const About& about) {
    using Part = ClassOf<Member>;
    return {about.name,
            about.label,
            about.kind,
            about.limit,
            std::nullopt,
            [](const Part& part) { return std::string{std::invoke(Member, part)}; },
            [](Part& part, std::string_view text) { std::invoke(Member, part) = text; }};
}

constexpr Field<Rule> kAdvice{"advice",
                              message("Advice"),
                              FieldKind::choice,
                              kLine,
                              std::nullopt,
                              [](const Rule& rule) { return std::string{name_of(rule.advice)}; },
                              [](Rule& rule, std::string_view text) { rule.advice = advice_of(text); }};
constexpr Field<Pair> kAudience{
    "audience",
    message("Said to"),
    FieldKind::choice,
    kLine,
    std::nullopt,
    [](const Pair& pair) { return pair.audience ? std::string{name_of(*pair.audience)} : std::string{}; },
    [](Pair& pair, std::string_view text) { pair.audience = audience_of(text); }};
constexpr Field<Term> kLanguage{
    "language",
    message("Language"),
    FieldKind::choice,
    kLine,
    std::nullopt,
    [](const Term& term) { return std::string{base::code(term.language)}; },
    [](Term& term, std::string_view text) { term.language = base::locale_of(text).value_or(Locale::english); }};
constexpr Field<Content> kVisibility{
    "visibility",
    message("Who may read it"),
    FieldKind::choice,
    kLine,
    std::nullopt,
    [](const Content& content) { return std::string{name_of(content.visibility)}; },
    [](Content& content, std::string_view text) { content.visibility = visibility_of(text); }};

std::string audiences_text(const Content& content) {
    std::string text;
    for (const Audience each : content.audiences) text.append(text.empty() ? "" : " ").append(name_of(each));
    return text;
}
void write_audiences(Content& content, std::string_view text) {
    content.audiences.clear();
    const std::string padded = fmt::format(" {} ", text);
    for (const Audience each : kAudiences)
        if (padded.contains(fmt::format(" {} ", name_of(each)))) content.audiences.push_back(each);
}
constexpr Field<Content> kAudiencesOfGuide{
    "audiences", message("Whom it is for"), FieldKind::choice, kLine, std::nullopt, audiences_text, write_audiences};

constexpr std::array kContentFields{
    in_english<&Content::title>({"title_en", message("Title"), FieldKind::line, kLine}),
    in_english<&Content::lead>({"lead_en", message("In one sentence"), FieldKind::area, kSentence}),
    in_english<&Content::story>({"story_en", message("Core story"), FieldKind::area, kStory}),
    in_french<&Content::title>({"title_fr", message("Title"), FieldKind::line, kLine}),
    in_french<&Content::lead>({"lead_fr", message("In one sentence"), FieldKind::area, kSentence}),
    in_french<&Content::story>({"story_fr", message("Core story"), FieldKind::area, kStory}),
    kVisibility,
    kAudiencesOfGuide,
    plain<&Content::review_on>({"review_on", message("To be reviewed on"), FieldKind::day, kLine})};

constexpr std::array kRuleFields{kAdvice,
                                 in_english<&Rule::words>({"words_en", message("Rule"), FieldKind::line, kLine}),
                                 in_english<&Rule::reason>({"reason_en", message("Why"), FieldKind::area, kSentence}),
                                 in_french<&Rule::words>({"words_fr", message("Rule"), FieldKind::line, kLine}),
                                 in_french<&Rule::reason>({"reason_fr", message("Why"), FieldKind::area, kSentence})};

constexpr std::array kPairFields{
    kAudience,
    in_english<&Pair::heard>({"heard_en", message("You hear"), FieldKind::area, kSentence}),
    in_english<&Pair::say>({"say_en", message("You can say"), FieldKind::area, kParagraph}),
    in_english<&Pair::other>({"other_en", message("Another wording to try"), FieldKind::area, kParagraph}),
    in_french<&Pair::heard>({"heard_fr", message("You hear"), FieldKind::area, kSentence}),
    in_french<&Pair::say>({"say_fr", message("You can say"), FieldKind::area, kParagraph}),
    in_french<&Pair::other>({"other_fr", message("Another wording to try"), FieldKind::area, kParagraph})};

constexpr std::array kFactFields{
    in_english<&Fact::words>({"words_en", message("Fact"), FieldKind::area, kParagraph}),
    in_english<&Fact::source>({"source_en", message("Source"), FieldKind::line, kSentence}),
    in_french<&Fact::words>({"words_fr", message("Fact"), FieldKind::area, kParagraph}),
    in_french<&Fact::source>({"source_fr", message("Source"), FieldKind::line, kSentence}),
    plain<&Fact::url>({"url", message("Web address"), FieldKind::url, kUrl}),
    plain<&Fact::date>({"date", message("Date of the source"), FieldKind::day, kLine})};

constexpr std::array kTermFields{kLanguage,
                                 plain<&Term::avoid>({"avoid", message("Word to avoid"), FieldKind::line, kLine}),
                                 plain<&Term::better>({"better", message("Better"), FieldKind::line, kLine}),
                                 plain<&Term::why>({"why", message("Why"), FieldKind::area, kSentence})};

template <class Part>
const Part* find_item(const std::vector<Part>& list, std::string_view key) {
    const auto found = std::ranges::find(list, key, &Part::key);
    return found == list.end() ? nullptr : &*found;
}

template <class Part>
void append_texts(ports::NamedTexts& texts, std::string_view list, const Part& part, std::string_view key) {
    for (const Field<Part>& field : fields<Part>())
        texts.push_back({field_name(list, key, field.name), field.read(part)});
}

// The keys of every list, those of the typed order first; every content is then written under all of them.
using Keys = std::map<std::string_view, std::vector<std::string>>;

Keys all_keys(const ThreeContents& contents) {
    Keys keys;
    const auto add = [&keys](const Content& content) {
        each_list(content, [&](std::string_view name, const auto& list, std::size_t) {
            auto& known = keys[name];
            for (const auto& each : list)
                if (std::ranges::find(known, each.key) == known.end()) known.push_back(each.key);
        });
    };
    add(contents.typed);
    add(contents.stored);
    add(contents.base);
    return keys;
}

ports::NamedTexts texts_of(const Content& content, const Keys& keys) {
    ports::NamedTexts texts;
    append_texts(texts, "", content, "");
    each_list(content, [&]<class Part>(std::string_view name, const std::vector<Part>& list, std::size_t) {
        for (const std::string& key : keys.at(name)) {
            const Part* const found = find_item(list, key);
            append_texts(texts, name, found != nullptr ? *found : Part{}, key);
        }
    });
    return texts;
}

Content content_of(const ports::NamedTexts& texts, const Keys& keys) {
    Content content;
    for (const auto& field : fields<Content>()) field.write(content, ports::text_of(texts, field.name));
    each_list(content, [&]<class Part>(std::string_view name, std::vector<Part>& list, std::size_t) {
        for (const std::string& key : keys.at(name)) {
            Part part;
            for (const auto& field : fields<Part>())
                field.write(part, ports::text_of(texts, field_name(name, key, field.name)));
            part.key = key;
            list.push_back(std::move(part));
        }
    });
    return content;
}

std::vector<std::string> order_of(const auto& list) {
    std::vector<std::string> keys;
    for (const auto& each : list) keys.push_back(each.key);
    return keys;
}

// Who left the order as it was takes that of the other; what the other does not have comes behind.
template <class Part>
void take_order(std::vector<Part>& merged, const std::vector<Part>& stored) {
    std::vector<Part> ordered;
    for (const Part& each : stored)
        if (const Part* const found = find_item(merged, each.key)) ordered.push_back(*found);
    for (Part& each : merged)
        if (find_item(ordered, each.key) == nullptr) ordered.push_back(std::move(each));
    merged = std::move(ordered);
}

// An item that nobody has words in any more is gone, unless somebody has to decide about it.
void drop_empty(Content& content, const ports::NamedTexts& conflicts) {
    each_list(content, [&](std::string_view name, auto& list, std::size_t) {
        std::erase_if(list, [&](const auto& item) {
            const std::string prefix = field_name(name, item.key, "");
            return is_empty(item) &&
                   std::ranges::none_of(conflicts, [&](const auto& each) { return each.name.starts_with(prefix); });
        });
    });
}

// In which language a text of this part is: of a word, the one that it names itself.
template <class Part>
std::optional<Locale> locale_of(const Field<Part>& field, const Part& part) {
    if constexpr (std::is_same_v<Part, Term>)
        if (field.kind != FieldKind::choice) return part.language;
    return field.locale;
}

void append_named(std::vector<NamedField>& named, const Content& content) {
    for (const auto& field : fields<Content>())
        named.push_back({std::string{field.name}, "", 0, field.label, field.locale, field.read(content)});
    each_list(content, [&]<class Part>(std::string_view name, const std::vector<Part>& list, std::size_t) {
        int position = 0;
        for (const Part& part : list) {
            ++position;
            for (const Field<Part>& field : fields<Part>())
                named.push_back({field_name(name, part.key, field.name), name, position, field.label,
                                 locale_of(field, part), field.read(part)});
        }
    });
}

}  // namespace

template <>
std::span<const Field<Content>> fields<Content>() {
    return kContentFields;
}
template <>
std::span<const Field<Rule>> fields<Rule>() {
    return kRuleFields;
}
template <>
std::span<const Field<Pair>> fields<Pair>() {
    return kPairFields;
}
template <>
std::span<const Field<Fact>> fields<Fact>() {
    return kFactFields;
}
template <>
std::span<const Field<Term>> fields<Term>() {
    return kTermFields;
}

std::string field_name(std::string_view list, std::string_view key, std::string_view field) {
    return list.empty() ? std::string{field} : fmt::format("{}.{}.{}", list, key, field);
}

std::vector<NamedField> named_fields(const Content& content) {
    std::vector<NamedField> named;
    append_named(named, content);
    return named;
}

std::vector<ChangedField> changes_between(const TwoContents& contents) {
    std::map<std::string, NamedField> before;
    for (NamedField& field : named_fields(contents.before)) before.emplace(field.name, std::move(field));
    std::vector<ChangedField> changes;
    for (NamedField& field : named_fields(contents.after)) {
        const auto known = before.extract(field.name);
        const std::string old = known ? known.mapped().text : std::string{};
        if (old != field.text) changes.push_back({std::move(field), old});
    }
    for (auto& [name, field] : before) {
        if (field.text.empty()) continue;
        std::string old = std::exchange(field.text, "");
        changes.push_back({std::move(field), std::move(old)});
    }
    return changes;
}

MergedContent merge(const ThreeContents& contents) {
    const Keys keys = all_keys(contents);
    const std::string seen = ports::seen(texts_of(contents.base, keys));
    auto merged = ports::merge(
        {.stored = texts_of(contents.stored, keys), .typed = texts_of(contents.typed, keys), .seen = seen});
    MergedContent result{content_of(merged.texts, keys), std::move(merged.conflicts)};
    drop_empty(result.content, result.conflicts);
    const auto follow = [](auto& list, const auto& base, const auto& stored, const auto& typed) {
        if (order_of(typed) == order_of(base)) take_order(list, stored);
    };
    follow(result.content.rules, contents.base.rules, contents.stored.rules, contents.typed.rules);
    follow(result.content.pairs, contents.base.pairs, contents.stored.pairs, contents.typed.pairs);
    follow(result.content.facts, contents.base.facts, contents.stored.facts, contents.typed.facts);
    follow(result.content.terms, contents.base.terms, contents.stored.terms, contents.typed.terms);
    return result;
}

}  // namespace message_guides
