#include "features/mailing_list/list_form.h"

#include "base/text.h"
#include "people/level.h"

namespace mailing_list {
namespace {

constexpr std::size_t kLongestTitle = 120, kLongestText = 4'000;  // characters

void add_title_problem(base::Problems& problems, const char* field, const std::string& title) {
    if (title.empty())
        problems.push_back({field, base::message("Please write a title.")});
    else if (base::count_characters(title) > kLongestTitle)
        problems.push_back({field, base::message("This is too long: at most 120 characters.")});
}

void add_text_problem(base::Problems& problems, const char* field, const std::string& text) {
    if (base::count_characters(text) > kLongestText)
        problems.push_back({field, base::message("This is too long: at most 4000 characters.")});
}

}  // namespace

base::Result<ListFormPlan, base::Problems> read_plan(const ListFormTyped& typed) {
    const ListFormPlan plan{.slug = base::collapse_spaces(typed.slug),
                            .words = {base::collapse_spaces(typed.title_en), base::collapse_spaces(typed.title_fr),
                                      base::tidy_lines(typed.text_en), base::tidy_lines(typed.text_fr)},
                            .topics = typed.topics,
                            .name = typed.name,
                            .postal_code = typed.postal_code};
    base::Problems problems;
    if (!people::is_slug(plan.slug) || plan.slug == kOwnForm)
        problems.push_back(
            {"slug", base::message("Please use 1 to 60 of a to z, 0 to 9 and hyphens that no other form has.")});
    add_title_problem(problems, "title_en", plan.words.title_en);
    add_title_problem(problems, "title_fr", plan.words.title_fr);
    add_text_problem(problems, "text_en", plan.words.text_en);
    add_text_problem(problems, "text_fr", plan.words.text_fr);
    if (!problems.empty()) return problems;
    return plan;
}

}  // namespace mailing_list
