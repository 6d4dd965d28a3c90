#include "app/menu.h"

#include "features/site/slice.h"
#include "platform/i18n/translator.h"

namespace app {
namespace {

ports::MenuEntry entry(base::Message label, std::string path) {
    return {[label](base::Locale locale) { return i18n::Translator{locale}(label); }, std::move(path)};
}

}  // namespace

std::vector<ports::MenuEntry> public_menu() {
    return {entry(base::message("Campaign"), ""), entry(base::message("Equality Pledge"), "petitions/equality-pledge"),
            entry(base::message("Proclamation"), "petitions/proclamation"), entry(base::message("News"), "news")};
}

std::vector<ports::MenuEntry> public_footer() {
    auto entries = site::footer_entries();
    entries.push_back(entry(base::message("Your data"), "my-data"));
    entries.push_back(entry(base::message("Staff sign-in"), "staff/sign-in"));
    return entries;
}

}  // namespace app
