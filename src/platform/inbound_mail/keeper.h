// platform/inbound_mail/keeper.h - keeps a mail of any length in little memory: its beginning whole, and of each part
// that stands behind it the headers, a few lines and how long it is.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace inbound_mail {

// Of a longer mail this much is kept as it came: a report and what people write stand at the beginning.
inline constexpr std::size_t kLongestMail = 1'048'576;  // bytes
inline constexpr std::size_t kMostLateParts = 40;
inline constexpr std::size_t kLongestLateHeaders = 4'096;  // bytes
inline constexpr std::size_t kLongestLateWords = 16'384;   // bytes

// A part (RFC 2046) behind the kept beginning.
struct LatePart {
    std::string headers{};   // as they came; empty: this is the rest of the part in which the beginning ended
    std::string words{};     // the first bytes of its body, as they came
    std::int64_t bytes = 0;  // of its whole body, as it came
};

struct KeptMail {
    std::string text;  // at most kLongestMail bytes
    std::vector<LatePart> late{};
};

class Keeper {
public:
    void add(std::string_view bytes);
    void add(char byte);
    // What was kept since the last time; begins anew.
    KeptMail take();

private:
    enum class Reading : unsigned char { headers, body };

    void begin_late();
    void take_line();
    bool is_boundary(std::string_view line) const;
    void learn_boundaries(std::string_view text);

    KeptMail kept_{};
    bool is_late_ = false;
    Reading reading_ = Reading::body;
    std::string line_{};           // its beginning
    std::int64_t line_bytes_ = 0;  // all of it
    std::vector<std::string> boundaries_{};
};

}  // namespace inbound_mail
