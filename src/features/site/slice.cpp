#include "features/site/slice.h"

#include "platform/auth/principal.h"
#include "platform/i18n/translator.h"

namespace site {
namespace {

bool may_edit(const http::Request& request) {
    return request.staff != nullptr && auth::may(*request.staff, auth::Permission::edit_content);
}

bool may_keep_levels(const http::Request& request) {
    return request.staff != nullptr && auth::may(*request.staff, auth::Permission::manage_settings);
}

ports::MenuEntry entry(base::Message label, std::string path) {
    return {[label](base::Locale locale) { return i18n::Translator{locale}(label); }, std::move(path)};
}

}  // namespace

std::string campaign_name(base::Locale locale) { return i18n::Translator{locale}(base::message("All Together Now")); }

std::vector<ports::StaffEntry> staff_entries() {
    return {{base::message("Campaign hubs"), "staff/hubs", "home", 10, may_edit},
            {base::message("Pages"), "staff/pages", "file-text", 15, may_edit},
            {base::message("Levels"), "staff/levels", "map-pin", 80, may_keep_levels}};
}

std::vector<ports::MenuEntry> footer_entries() {
    return {entry(base::message("About the campaign"), "pages/about"),
            entry(base::message("Across the country"), "levels"), entry(base::message("Privacy"), "pages/privacy"),
            entry(base::message("Accessibility"), "pages/accessibility")};
}

}  // namespace site
