// A table of people from anywhere: its header, every row from every place, and each as a person.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "features/supporter_import/person_row.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto source = supporter_import::source_of(text);
    const auto header = supporter_import::read_header(source);
    if (!header) return 0;
    auto mapping = supporter_import::guess_of(header->columns).mapping;
    CHECK(mapping.size() == header->columns.size());
    // The bytes choose what the other columns are.
    for (std::size_t i = 0; i < mapping.size(); ++i)
        if (mapping[i].target == supporter_import::Target::nothing && i < size)
            mapping[i] =
                supporter_import::column_of(supporter_import::slug_of(header->columns[i]))
                    .value_or(supporter_import::Column{static_cast<supporter_import::Target>(data[i] % 21), "field"});
    std::vector<supporter_import::RowTrouble> troubles;
    supporter_import::RowReader reader{source, *header, supporter_import::first_row(*header)};
    std::uint64_t line = 0, offset = 0;
    while (reader.next()) {
        CHECK(reader.row().line > line);
        line = reader.row().line;
        CHECK(reader.offset() > offset && reader.offset() <= size);
        offset = reader.offset();
        if (const auto row = supporter_import::read_row(reader.row(), mapping, troubles)) CHECK(row->email.has_value());
        for (const auto& trouble : troubles)
            CHECK(!std::string_view{supporter_import::words_of(trouble.trouble).key()}.empty());
        troubles.clear();
    }
    return 0;
}
