#include "app/menu.h"

#include "platform/i18n/translator.h"

namespace app {
namespace {

ports::MenuEntry entry(base::Message label, std::string path) {
    return {[label](base::Locale locale) { return i18n::Translator{locale}(label); }, std::move(path)};
}

}  // namespace

std::vector<ports::MenuEntry> public_menu() {
    return {entry(base::message("Equality Pledge"), "petitions/equality-pledge"),
            entry(base::message("Proclamation"), "petitions/proclamation"),
            entry(base::message("About the campaign"), "about")};
}

std::vector<ports::MenuEntry> public_footer() {
    return {entry(base::message("About the campaign"), "about"), entry(base::message("Staff sign-in"), "staff")};
}

}  // namespace app
