// platform/i18n/catalogue.h - a compiled gettext catalogue (.mo), read without trusting it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/locale.h"

namespace i18n {

// One message: its English texts and its translations, one for each plural form.
struct Entry {
    std::string_view key;         // the English text, or its singular
    std::string_view plural_key;  // empty for a message without plural
    std::vector<std::string_view> forms;
};

class Catalogue {
public:
    Catalogue() = default;  // no messages

    // Reads a .mo file of either byte order, as the GNU gettext manual describes it in "The Format of GNU MO Files".
    // nullopt when any table or text reaches beyond the bytes. The bytes must outlive the catalogue. Messages with a
    // context and the header are left out.
    [[nodiscard]] static std::optional<Catalogue> parse(std::string_view bytes);

    // nullptr when there is no translation. The forms of an entry are never empty.
    [[nodiscard]] const Entry* find(std::string_view key) const;

    [[nodiscard]] const std::unordered_map<std::string_view, Entry>& entries() const { return entries_; }

private:
    std::unordered_map<std::string_view, Entry> entries_;
};

// The catalogue inside the program, read once; an empty one when the build has none for that language.
[[nodiscard]] const Catalogue& catalogue_of(base::Locale locale);

}  // namespace i18n
