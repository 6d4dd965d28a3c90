// features/petitions/counter_pages.h - the count of one petition as a small file that anybody may show: JSON, a
// picture, or the figure alone. The same bytes for everybody, so that networks of caches can keep them.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "features/petitions/live_counts_service.h"
#include "features/petitions/petition.h"

namespace petitions::pages {

enum class CounterFormat : unsigned char { json, svg, text };
inline constexpr std::array kCounterFormats{CounterFormat::json, CounterFormat::svg, CounterFormat::text};

// "json", "svg", "txt": how the names of the files end.
std::string_view ending_of(CounterFormat format);
std::string_view content_type_of(CounterFormat format);

// "equality-pledge.json"; nullopt for a name without one of the endings.
struct CounterName {
    std::string slug;
    CounterFormat format;
};
std::optional<CounterName> read_counter_name(std::string_view file);

struct Counted {
    const std::string& slug;
    std::int64_t confirmed;  // individuals
    std::int64_t goal;       // 0: none
    Stage stage;             // open or closed
};
// json: {"petition":"equality-pledge","confirmed":1847,"goal":5000,"open":true}. svg: the figure, grouped by thin
// blanks as both languages do, in an ink that can be read on white and on black. text: "1847\n".
std::string counter_bytes(const Counted& counted, CounterFormat format);

}  // namespace petitions::pages
