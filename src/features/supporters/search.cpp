#include "features/supporters/search.h"

#include <algorithm>

#include "base/text.h"

namespace supporters {
namespace {

constexpr std::size_t kMostWords = 4;

// Folded, without those that hold no letter or digit.
std::vector<std::string> words_of(std::string_view typed) {
    const std::string tidy = base::collapse_spaces(typed);
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin <= tidy.size() && words.size() < kMostWords;) {
        const auto end = std::min(tidy.find(' ', begin), tidy.size());
        if (auto word = base::fold_name(std::string_view{tidy}.substr(begin, end - begin)); !word.empty())
            words.push_back(std::move(word));
        begin = end + 1;
    }
    return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
    std::string all;
    for (std::size_t at = begin; at < end; ++at) all += words[at];
    return all;
}

void add(std::vector<Reading>& readings, Reading reading) {
    reading.lead = reading.given.size() > reading.family.size() ? Lead::given : Lead::family;
    if (std::ranges::find(readings, reading) == readings.end()) readings.push_back(std::move(reading));
}

}  // namespace

std::vector<Reading> readings_of(std::string_view typed) {
    const auto words = words_of(typed);
    if (words.empty()) return {Reading{}};
    std::vector<Reading> readings;
    const auto count = words.size();
    for (std::size_t split = 1; split < count; ++split) {
        add(readings, {.family = joined(words, split, count), .given = joined(words, 0, split)});
        add(readings, {.family = joined(words, 0, split), .given = joined(words, split, count)});
    }
    add(readings, {.family = joined(words, 0, count), .given = {}});
    add(readings, {.family = {}, .given = joined(words, 0, count)});
    return readings;
}

bool meets(const Reading& reading, const people::NameKeys& keys) {
    return keys.family.starts_with(reading.family) && keys.given.starts_with(reading.given);
}

}  // namespace supporters
