#include "people/office.h"

#include <algorithm>

namespace people {
namespace {

struct OfficeWords {
    Office office;
    std::string_view name;
    base::Message label;
};
const std::array kOfficeWords{
    OfficeWords{Office::mp, "mp", base::message("Member of Parliament")},
    OfficeWords{Office::senator, "senator", base::message("Senator")},
    OfficeWords{Office::provincial, "provincial", base::message("Member of a provincial or territorial legislature")},
    OfficeWords{Office::mayor, "mayor", base::message("Mayor, reeve or warden")},
    OfficeWords{Office::councillor, "councillor", base::message("Municipal councillor")},
    OfficeWords{Office::trustee, "trustee", base::message("School trustee")},
    OfficeWords{Office::first_nation, "first_nation", base::message("Chief or councillor of a First Nation")},
    OfficeWords{Office::other, "other", base::message("Another elected office")}};

}  // namespace

std::string_view name_of(Office office) {
    const auto found = std::ranges::find(kOfficeWords, office, &OfficeWords::office);
    return found == kOfficeWords.end() ? std::string_view{} : found->name;
}

std::optional<Office> office_of(std::string_view name) {
    const auto found = std::ranges::find(kOfficeWords, name, &OfficeWords::name);
    if (found == kOfficeWords.end()) return std::nullopt;
    return found->office;
}

base::Message label_of(Office office) {
    const auto found = std::ranges::find(kOfficeWords, office, &OfficeWords::office);
    return found == kOfficeWords.end() ? kOfficeWords.back().label : found->label;
}

}  // namespace people
