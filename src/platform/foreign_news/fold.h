// platform/foreign_news/fold.h - text made plain for looking words up, each byte knowing where it came from. Pure.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace foreign_news {

// Lower-case ASCII: accents taken off, every blank (also no-break and thin ones) a space, every dash '-', every
// apostrophe '\'', invisible characters dropped, any other character '\x01'.
struct Folded {
    std::string text;
    std::vector<std::size_t> origin;  // of each byte, where its character begins in the source; one more for the end

    // The part of `source` that text[begin, end) was made of.
    std::string_view source_part(std::string_view source, std::size_t begin, std::size_t end) const {
        return source.substr(origin[begin], origin[end] - origin[begin]);
    }
};
Folded folded(std::string_view source);

}  // namespace foreign_news
