// platform/foreign_news/loose_ampersands.h - mends what the XML of many feeds gets wrong. Pure.
#pragma once
#include <cctype>
#include <string>
#include <string_view>

namespace foreign_news {

// Writes "&amp;" for an & that begins no entity, which the parser would drop: "Q & A". Within CDATA that makes no
// difference, because the texts of feeds are read as HTML afterwards. An & at the end waits for the next piece.
class LooseAmpersands {
public:
    std::string tidy(std::string_view piece) {
        std::string source = std::move(rest_) + std::string{piece};
        rest_.clear();
        if (source.ends_with('&')) {
            rest_ = "&";
            source.pop_back();
        }
        std::string out;
        out.reserve(source.size());
        for (std::size_t i = 0; i < source.size(); ++i) {
            out += source[i];
            const bool begins_entity =
                i + 1 < source.size() &&
                (source[i + 1] == '#' || std::isalpha(static_cast<unsigned char>(source[i + 1])));
            if (source[i] == '&' && !begins_entity) out += "amp;";
        }
        return out;
    }

private:
    std::string rest_{};
};

}  // namespace foreign_news
