// platform/documents/language_mark.h - says in a PDF file in which language it is, for screen readers; cairo 1.16
// cannot. Added as an incremental update (ISO 32000-1, 7.5.6). For this folder only.
#pragma once
#include <string>
#include <string_view>

#include "base/locale.h"

namespace documents {

class LanguageMark {
public:
    explicit LanguageMark(base::Locale locale) : locale_(locale) {}

    // Every part of the file, in order.
    void note(std::string_view part);
    // From here on comes what stands behind the last page: fonts, the catalogue, the table of objects.
    void begin_end() { is_end_ = true; }

    // What to write behind the whole file; empty where its end is not as cairo writes it.
    std::string update() const;

private:
    base::Locale locale_;
    std::size_t length_ = 0;
    bool is_end_ = false;
    std::string end_;
};

}  // namespace documents
