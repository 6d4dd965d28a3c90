// platform/auth/cbor_reader.h - reads CBOR (RFC 8949) item by item, for what authenticators send. Allocates nothing for
// what a head merely claims: a map of four billion pairs in nine bytes ends where the bytes end.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace auth {

// One head with its value. Lengths are definite: CTAP2 has no others, and the reader refuses them.
struct CborItem {
    enum class Kind : unsigned char { unsigned_number, negative_number, bytes, text, array, map, tag, other };
    Kind kind;
    std::uint64_t number = 0;  // the value; of a negative_number -1 - value; of an array or map how many follow
    std::string_view bytes{};  // of bytes and text; a view into what is read

    // The integer, where it is one and fits.
    std::optional<std::int64_t> integer() const;
};

class CborReader {
public:
    // The bytes outlive the reader and its items.
    explicit CborReader(std::string_view bytes) : bytes_(bytes) {}

    // The next head; of arrays, maps and tags the contents follow. nullopt where the bytes end, are cut short or are
    // nothing that we read. Afterwards every call gives nullopt.
    std::optional<CborItem> next();

    // Passes over one whole item with all that is in it, to a depth of kDeepest; false as next() gives nullopt.
    bool skip();

    std::size_t position() const { return position_; }
    bool is_at_end() const { return position_ == bytes_.size(); }

    static constexpr int kDeepest = 8;

private:
    bool skip_contents(const CborItem& item, int depth);

    std::string_view bytes_;
    std::size_t position_ = 0;
    bool is_broken_ = false;
};

}  // namespace auth
