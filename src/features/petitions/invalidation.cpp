#include "features/petitions/invalidation.h"

#include "base/text.h"

namespace petitions {
namespace {

constexpr std::size_t kLongestReason = 500;

}  // namespace

base::Problems problems_of(const PublicReason& reason) {
    base::Problems problems;
    for (const base::Locale locale : base::kLocales) {
        const std::string field = "reason_" + std::string{base::code(locale)};
        if (reason.in(locale).empty())
            problems.push_back({field, base::message("Please say why, in this language too: the public reads it.")});
        else if (base::count_characters(reason.in(locale)) > kLongestReason)
            problems.push_back({field, base::message("The reason is too long: at most 500 characters.")});
    }
    return problems;
}

}  // namespace petitions
