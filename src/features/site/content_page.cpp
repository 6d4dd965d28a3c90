#include "features/site/content_page.h"

#include "base/text.h"

namespace site {
namespace {

constexpr std::size_t kLongestTitle = 200;  // characters
constexpr std::size_t kLongestLead = 500;
constexpr std::size_t kLongestBody = 50'000;

void check_language(base::Problems& problems, const PageWords& words, base::Locale locale) {
    if (words.is_empty()) return;
    const std::string suffix{base::code(locale)};
    if (words.title.empty()) problems.push_back({"title_" + suffix, base::message("Please give the title.")});
    if (base::count_characters(words.title) > kLongestTitle)
        problems.push_back({"title_" + suffix, base::message("The title is too long: at most 200 characters.")});
    if (base::count_characters(words.lead) > kLongestLead)
        problems.push_back({"lead_" + suffix, base::message("The introduction is too long: at most 500 characters.")});
    if (words.body.empty()) problems.push_back({"body_" + suffix, base::message("Please write the text.")});
    if (base::count_characters(words.body) > kLongestBody)
        problems.push_back({"body_" + suffix, base::message("The text is too long: at most 50,000 characters.")});
}

}  // namespace

base::Problems problems_of(const PageForms& forms) {
    base::Problems problems;
    for (const base::Locale locale : base::kLocales) check_language(problems, forms.in(locale), locale);
    if (forms.english.is_empty() && forms.french.is_empty())
        problems.push_back({"title_en", base::message("Please write the text in at least one language.")});
    return problems;
}

base::Problems problems_of_publishing(const std::vector<PageText>& newest, OneLanguage decision) {
    if (newest.empty()) return {{"", base::message("There is no text yet. Write it before you publish.")}};
    if (newest.size() < base::kLocales.size() && decision == OneLanguage::not_decided)
        return {{"one_language", base::message("One language is missing. Write it, or decide to publish without it.")}};
    return {};
}

}  // namespace site
