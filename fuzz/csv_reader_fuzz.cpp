// fuzz/csv_reader_fuzz.cpp - any bytes as CSV: read at once and a few bytes at a time they give the same records and
// the same fault, within the bounds.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/text.h"
#include "models/statistics/csv_reader.h"

namespace {

const statistics::CsvShape kShape{',',
                                  {.record_bytes = 4'096, .field_bytes = 512, .columns = 32, .total_bytes = 1 << 20}};

struct Seen {
    std::vector<std::string> fields;
    std::vector<std::uint64_t> lines;
    std::optional<statistics::CsvError> error;
    bool operator==(const Seen&) const = default;
};

Seen drain(statistics::CsvReader reader) {
    Seen seen;
    std::size_t width = 0;
    while (reader.next()) {
        if (width == 0) width = reader.fields().size();
        CHECK(reader.fields().size() == width && width <= kShape.limits.columns);
        for (const auto field : reader.fields()) {
            CHECK(field.size() <= kShape.limits.field_bytes && base::is_valid_utf8(field));
            seen.fields.emplace_back(field);
        }
        seen.lines.push_back(reader.line());
    }
    CHECK(!reader.next());
    seen.error = reader.error();
    if (seen.error) CHECK(!text_of(*seen.error).empty());
    return seen;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto step = size == 0 ? std::size_t{1} : std::size_t{1} + data[size - 1] % 64;
    auto whole = drain(statistics::CsvReader{text, kShape});
    auto rest = text;
    auto stepped = drain(statistics::CsvReader{[&rest, step](std::span<char> buffer) {
                                                   const auto part = rest.substr(0, std::min(step, buffer.size()));
                                                   std::ranges::copy(part, buffer.begin());
                                                   rest.remove_prefix(part.size());
                                                   return part.size();
                                               },
                                               kShape});
    CHECK(whole == stepped);
    return 0;
}
