#include "features/segments/words.h"

#include <algorithm>

namespace segments {
namespace {

// "A", "A or B", "A, B or C".
std::string any_of(const i18n::Translator& t, const std::vector<std::string>& items) {
    if (items.empty()) return "";
    std::string text = items.front();
    for (std::size_t i = 1; i + 1 < items.size(); ++i) text += ", " + items[i];
    return items.size() == 1 ? text : t("{first} or {last}", {{"first", text}, {"last", items.back()}});
}

std::string provinces_of(const i18n::Translator& t, const std::vector<people::Province>& provinces) {
    std::vector<std::string> names;
    for (const auto province : provinces) names.push_back(t(people::name(province)));
    return any_of(t, names);
}

std::string tags_of(const i18n::Translator& t, const std::vector<std::int64_t>& ids, const Names& names) {
    std::vector<std::string> found;
    for (const auto id : ids) {
        const auto tag = std::ranges::find(names.tags, people::TagId{id}, &people::Tag::id);
        found.push_back(tag == names.tags.end() ? t("a tag that was deleted") : tag->name);
    }
    return any_of(t, found);
}

std::string days(const i18n::Translator& t, int count) { return t.plural("{count} day", "{count} days", count); }

std::string sentence(const i18n::Translator& t, const ActionRule& rule, const Names& names) {
    const auto subject = std::ranges::find_if(
        names.subjects, [&](const SubjectName& each) { return each.kind == rule.kind && each.about == rule.about; });
    const std::string what =
        subject == names.subjects.end() ? t("something that is gone") : subject->group + " – " + subject->name;
    if (!rule.within_days)
        return rule.did == Did::yes ? t("Did: {what}", {{"what", what}}) : t("Did not: {what}", {{"what", what}});
    const std::string span = days(t, *rule.within_days);
    return rule.did == Did::yes ? t("Did within {days}: {what}", {{"days", span}, {"what", what}})
                                : t("Did not within {days}: {what}", {{"days", span}, {"what", what}});
}

void add_place(std::vector<std::string>& to, const i18n::Translator& t, const Rules& rules) {
    if (!rules.provinces.empty()) to.push_back(t("Lives in: {places}", {{"places", provinces_of(t, rules.provinces)}}));
    if (!rules.other_provinces.empty())
        to.push_back(t("Does not live in: {places}", {{"places", provinces_of(t, rules.other_provinces)}}));
    if (!rules.districts.empty())
        to.push_back(t("Postal code begins with {districts}", {{"districts", any_of(t, rules.districts)}}));
    if (rules.language)
        to.push_back(*rules.language == base::Locale::french ? t("Wants mails in French")
                                                             : t("Wants mails in English"));
}

void add_times(std::vector<std::string>& to, const i18n::Translator& t, const Rules& rules) {
    if (rules.joined_within_days)
        to.push_back(t("Joined within the last {days}", {{"days", days(t, *rules.joined_within_days)}}));
    if (rules.joined_before_days)
        to.push_back(t("Joined more than {days} ago", {{"days", days(t, *rules.joined_before_days)}}));
    if (rules.active_within_days)
        to.push_back(
            t("Took part in something within the last {days}", {{"days", days(t, *rules.active_within_days)}}));
    if (rules.quiet_for_days)
        to.push_back(t("Took part in nothing for {days}", {{"days", days(t, *rules.quiet_for_days)}}));
}

}  // namespace

Names names(db::Read& read, const ports::PersonActions& actions, base::Locale locale) {
    Names names{people::tags(read), {}};
    const i18n::Translator t{locale};
    for (const auto& kind : actions.kinds())
        for (auto& subject : kind.subjects(read, locale))
            names.subjects.push_back({kind.key, subject.about, t(kind.label), std::move(subject.name)});
    return names;
}

std::vector<std::string> sentences(const i18n::Translator& t, const Rules& rules, const Names& names) {
    std::vector<std::string> all;
    add_place(all, t, rules);
    if (!rules.tags.empty()) all.push_back(t("Has the tag {tags}", {{"tags", tags_of(t, rules.tags, names)}}));
    if (!rules.other_tags.empty())
        all.push_back(t("Does not have the tag {tags}", {{"tags", tags_of(t, rules.other_tags, names)}}));
    for (const auto& rule : rules.actions) all.push_back(sentence(t, rule, names));
    add_times(all, t, rules);
    return all;
}

std::string line(const i18n::Translator& t, const Rules& rules, const Names& names) {
    std::string text;
    for (const auto& sentence : sentences(t, rules, names)) text += (text.empty() ? "" : "; ") + sentence;
    return text.empty() ? t("Everybody who may be mailed") : text;
}

}  // namespace segments
