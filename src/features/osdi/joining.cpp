#include "features/osdi/joining.h"

#include "base/text.h"
#include "base/whole_number.h"

namespace osdi {
namespace {

void check_words(base::Problems& problems, const char* field, const std::string& words) {
    if (words.empty())
        problems.push_back({field, base::message("Please give the words that people agree to with the partner.")});
    if (base::count_characters(words) > kLongestWords)
        problems.push_back({field, base::message("These words are too long: at most 500 characters.")});
}

}  // namespace

base::Result<store::JoiningRule, base::Problems> read_joining(const JoiningForm& typed) {
    base::Problems problems;
    const auto level = base::id_from<base::LevelId>(typed.level);
    if (!level) problems.push_back({"level", base::message("Please choose a level.")});
    const bool is_vouched = typed.joining == "vouched";
    if (!is_vouched && typed.joining != "by_mail")
        problems.push_back({"joining", base::message("Please choose how people join.")});
    store::JoiningRule rule{.level = level.value_or(base::LevelId{0})};
    rule.joining = is_vouched ? store::Joining::vouched : store::Joining::confirmed_by_mail;
    rule.words_en = base::collapse_spaces(typed.words_en);
    rule.words_fr = base::collapse_spaces(typed.words_fr);
    if (is_vouched) {
        check_words(problems, "words_en", rule.words_en);
        check_words(problems, "words_fr", rule.words_fr);
    }
    if (!problems.empty()) return problems;
    return rule;
}

}  // namespace osdi
