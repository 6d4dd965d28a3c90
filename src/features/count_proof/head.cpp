#include "features/count_proof/head.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include <fmt/format.h>

#include "base/day.h"
#include "platform/i18n/translator.h"

namespace count_proof {
namespace {

constexpr std::string_view kPromiseLine = "alltogether count promise 1";

// Takes the first line off, without its end; nullopt where there is none.
std::optional<std::string_view> take_line(std::string_view& text) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const auto line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

// Takes what stands before the next blank.
std::string_view take_word(std::string_view& line) {
    const auto word = line.substr(0, line.find(' '));
    line.remove_prefix(std::min(line.size(), word.size() + 1));
    return word;
}

std::optional<std::string_view> after(std::string_view line, std::string_view word) {
    if (!line.starts_with(word) || line.size() <= word.size() || line[word.size()] != ' ') return std::nullopt;
    return line.substr(word.size() + 1);
}

// "1843 = 1850 - 5 - 3 + 1"
std::optional<Tally> read_sum(std::string_view text) {
    constexpr std::array<std::string_view, 4> kSigns{"=", "-", "-", "+"};
    std::array<std::int64_t, 5> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (i > 0 && take_word(text) != kSigns[i - 1]) return std::nullopt;
        const auto number = decimal(take_word(text));
        if (!number) return std::nullopt;
        numbers[i] = *number;
    }
    const Tally tally{numbers[1], numbers[2], numbers[3], numbers[4]};
    if (!text.empty() || tally.standing() != numbers[0]) return std::nullopt;
    return tally;
}

// By petition, then by class: so each stands there once, and nobody reads one line where another one is meant.
bool stands_behind(const HeadCount& count, const HeadCount& before) {
    return std::tie(before.petition, before.signer_class) < std::tie(count.petition, count.signer_class);
}

std::optional<HeadCount> read_count(std::string_view text) {
    const auto petition = decimal(take_word(text));
    const auto slug = take_word(text);
    const auto signer_class = class_of(take_word(text));
    const auto tally = read_sum(text);
    if (!petition || slug.empty() || !signer_class || !tally) return std::nullopt;
    return HeadCount{PetitionId{*petition}, std::string{slug}, *signer_class, *tally};
}

}  // namespace

std::string text_of(const TreeHead& head) {
    std::string text = fmt::format("{}\n{}\n{}\ntime {}\n", head.origin, head.size, base64(head.root.view()),
                                   i18n::machine_time(head.at));
    for (const HeadCount& count : head.counts)
        text += fmt::format("count {} {} {} {} = {} - {} - {} + {}\n", count.petition.value, count.slug,
                            name_of(count.signer_class), count.tally.standing(), count.tally.confirmed,
                            count.tally.withdrawn, count.tally.invalidated, count.tally.restored);
    return text;
}

std::optional<TreeHead> read_head(std::string_view text) {
    const auto origin = take_line(text), size_line = take_line(text), root_line = take_line(text);
    if (!origin || origin->empty() || !size_line || !root_line) return std::nullopt;
    const auto size = decimal(*size_line);
    const auto root = Hash::of(from_base64(*root_line).value_or(""));
    if (!size || !root) return std::nullopt;
    TreeHead head{std::string{*origin}, *size, *root, {}, {}};
    bool has_time = false;
    while (const auto line = take_line(text)) {
        if (const auto words = after(*line, "time")) {
            const auto time = read_time(*words);
            if (!time || has_time) return std::nullopt;
            head.at = *time;
            has_time = true;
        } else if (const auto sum = after(*line, "count")) {
            auto count = read_count(*sum);
            if (!count || (!head.counts.empty() && !stands_behind(*count, head.counts.back()))) return std::nullopt;
            head.counts.push_back(*std::move(count));
        }
    }
    if (!text.empty() || !has_time) return std::nullopt;
    return head;
}

std::string text_of(const Promise& promise) {
    return fmt::format("{}\n{}\n{}\nby {}\n", kPromiseLine, promise.origin, hex(encode(promise.entry)),
                       i18n::machine_time(promise.by));
}

std::optional<Promise> read_promise(std::string_view text) {
    if (take_line(text) != kPromiseLine) return std::nullopt;
    const auto origin = take_line(text), entry_line = take_line(text), time_line = take_line(text);
    if (!origin || origin->empty() || !entry_line || !time_line || !text.empty()) return std::nullopt;
    const auto entry = decode(from_hex(*entry_line).value_or(""));
    const auto by = read_time(after(*time_line, "by").value_or(""));
    if (!entry || !by) return std::nullopt;
    return Promise{std::string{*origin}, *entry, *by};
}

std::optional<base::Instant> read_time(std::string_view text) {
    if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
        return std::nullopt;
    const auto day = base::day_of(text.substr(0, 10));
    const auto two = [&](std::size_t at) {
        int number = -1;
        const char* end = text.data() + at + 2;
        const auto [read, error] = std::from_chars(text.data() + at, end, number);
        return error == std::errc{} && read == end ? number : -1;
    };
    const int hour = two(11), minute = two(14), second = two(17);
    if (!day || base::year_of(*day) < 1970) return std::nullopt;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return std::nullopt;
    const std::int64_t days = day->time_since_epoch().count();
    return base::Instant{(days * 86'400 + hour * 3'600 + minute * 60 + second) * 1'000'000};
}

}  // namespace count_proof
