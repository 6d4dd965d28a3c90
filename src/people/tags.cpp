#include "people/tags.h"

#include "base/text.h"

namespace people {

std::optional<base::Message> problem_of_tag(std::string_view name) {
    if (base::fold_name(name).empty()) return base::message("Please give the tag a name with letters or digits.");
    if (base::count_characters(name) > kLongestTag)
        return base::message("This tag is too long: at most 60 characters.");
    return problem_of_line(name);
}

}  // namespace people
