// platform/db/postgres_values.h - values in the text forms that PostgreSQL's protocol takes.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/value.h"

namespace db {

// The parameters of one call, in libpq's parallel arrays. Keeps what it points to; the views of values must live on.
class Encoded {
public:
    explicit Encoded(std::span<const Value> values);
    int count() const { return static_cast<int>(pointers_.size()); }
    const char* const* texts() const { return pointers_.data(); }
    const int* lengths() const { return lengths_.data(); }
    const int* formats() const { return formats_.data(); }

private:
    std::vector<std::string> kept_;
    std::vector<const char*> pointers_;
    std::vector<int> lengths_;
    std::vector<int> formats_;  // 0 text, 1 binary
};

// The bytes of PostgreSQL's "\x0aff" form; Fault when it is none.
std::string bytes_of_hex(std::string_view hex);

// The array type of a column of these values: "bigint[]", "text[]", ...
std::string_view array_type(ValueType type);

}  // namespace db
