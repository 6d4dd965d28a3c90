#include "platform/i18n/translator.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "platform/i18n/catalogue.h"
#include "platform/i18n/icu.h"

namespace i18n {
namespace {

// Which of CLDR's categories a count falls into decides the form. Catalogues hold the forms in CLDR's order, of which
// our languages use one, many (French: whole millions, "1 000 000 de signatures") and other, which is the last.
size_t form_index(std::string_view category, size_t form_count) {
    if (category == "one") return 0;
    if (category == "many" && form_count > 2) return 1;
    return form_count - 1;
}

}  // namespace

std::string Translator::operator()(Key key, std::initializer_list<Argument> arguments) const {
    const Entry* entry = catalogue_of(locale_).find(key.text());
    const std::string_view text = entry ? entry->forms[0] : std::string_view{key.text()};
    if (arguments.size() == 0) return std::string{text};
    return fill(text, arguments, [this](std::int64_t value) { return whole_number(value); });
}

std::string Translator::plural(Key one, Key other, std::int64_t count,
                               std::initializer_list<Argument> arguments) const {
    const Entry* entry = catalogue_of(locale_).find(one.text());
    const std::vector<std::string_view> english{one.text(), other.text()};
    const auto& forms = entry ? entry->forms : english;
    // An untranslated sentence is English and follows English rules.
    const auto rules = entry ? locale_ : base::Locale::english;
    const auto text = forms[form_index(icu_data::plural_category(rules, count), forms.size())];

    std::vector<Argument> all{{"count", count}};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return fill(text, all, [this](std::int64_t value) { return whole_number(value); });
}

std::string_view own_name(base::Locale locale) { return locale == base::Locale::english ? "English" : "Français"; }

}  // namespace i18n
