#include "ports/sender.h"

namespace ports {

const std::string& organisation_name(const runtime::Config& config, base::Locale locale) {
    const auto& own =
        locale == base::Locale::english ? config.site.organisation_name_en : config.site.organisation_name_fr;
    return own.empty() ? config.site.organisation_name : own;
}

std::string sender_line(const runtime::Config& config, base::Locale locale) {
    return organisation_name(config, locale) + ", " + config.mail.postal_address;
}

}  // namespace ports
