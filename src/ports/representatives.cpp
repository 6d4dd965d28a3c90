#include "ports/representatives.h"

namespace ports {

std::string find_representatives_path(base::Locale locale) {
    return "/" + std::string{base::code(locale)} + "/representatives";
}

std::string representative_path(RepresentativeId representative, base::Locale locale) {
    return find_representatives_path(locale) + "/" + std::to_string(representative.value);
}

}  // namespace ports
