#include "features/search/entry.h"

#include <algorithm>
#include <chrono>
#include <unordered_set>

#include <fmt/format.h>

#include "base/text.h"

namespace search {
namespace {

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const auto& line : lines) {
        if (!out.empty()) out += '\n';
        out += base::collapse_spaces(line);
    }
    return out;
}

std::string joined(const std::vector<ports::DocumentSection>& sections) {
    std::string out;
    for (const auto& section : sections)
        out += (out.empty() ? "" : "\n") + section.slug + '\t' + base::collapse_spaces(section.title);
    return out;
}

// At most that many bytes, ending with a whole character.
std::string beginning_of(const std::string& text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80) --bytes;
    return text.substr(0, bytes);
}

// Gathers the words of one document, field by field.
class Gatherer {
public:
    explicit Gatherer(base::Locale locale) : locale_(locale) {}

    struct Field {
        std::string_view text;
        Area area;
        std::size_t most_ranked, most_indexed;
    };

    // How many of its words are ranked.
    std::int64_t add(const Field& field) {
        std::int64_t ranked = 0;
        std::size_t seen = 0;
        for (const Word& word : words_in(field.text)) {
            if (is_stop_word(word.folded, locale_)) continue;
            if (++seen > field.most_indexed) break;
            const Stems stems = stems_of(word, locale_);
            if (seen <= field.most_ranked) {
                append(stems);
                ++ranked;
            }
            index(word, stems, field.area);
        }
        return ranked;
    }

    void end_line() { entry.ranked += '\n'; }

    void add_lexeme(std::string lexeme) {
        if (const auto [place, is_new] = known_.insert(std::move(lexeme)); is_new)
            entry.lexemes += (entry.lexemes.empty() ? "" : " ") + *place;
    }

    Entry entry{};

private:
    void append(const Stems& stems) {
        if (!entry.ranked.empty() && entry.ranked.back() != '\n') entry.ranked += ' ';
        entry.ranked += stems.main;
        if (!stems.other.empty()) entry.ranked += '|' + stems.other;
    }

    void index(const Word& word, const Stems& stems, Area area) {
        const bool is_new = words_.insert(word.lower).second;
        if (is_new || area == Area::title)
            for (const auto* stem : {&stems.main, &stems.other}) add_stem(*stem, area);
        if (is_new) entry.vocabulary.push_back({word.lower, word.folded, stems});
    }

    void add_stem(const std::string& stem, Area area) {
        if (stem.empty()) return;
        add_lexeme(lexeme_of(stem, locale_, Area::anywhere));
        if (area == Area::title) add_lexeme(lexeme_of(stem, locale_, Area::title));
    }

    base::Locale locale_;
    std::unordered_set<std::string> words_, known_;
};

constexpr std::int64_t kBeforeEpoch = std::int64_t{1} << 33;  // seconds; 272 years
constexpr int kPathBits = 28;

std::int64_t number_of(const Content& content) {
    const auto seconds = content.dated_at ? content.dated_at->seconds() : -kBeforeEpoch;
    const auto age = std::clamp<std::int64_t>(seconds + kBeforeEpoch, 0, 2 * kBeforeEpoch - 1);
    return (age << kPathBits) | static_cast<std::int64_t>(fnv1a(content.path) >> (64 - kPathBits));
}

std::string_view next_line(std::string_view& lines) {
    const auto end = std::min(lines.find('\n'), lines.size());
    const auto line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    return line;
}

}  // namespace

Content content_of(const ports::SearchDocument& document, std::string_view kind) {
    auto dated_at = document.dated_at;
    if (!dated_at && document.changed_at.microseconds != 0) dated_at = document.changed_at;
    return {.kind = std::string{kind},
            .key = document.key,
            .locale = document.locale,
            .path = document.path,
            .title = base::collapse_spaces(document.title),
            .teaser = base::collapse_spaces(document.teaser),
            .text = beginning_of(document.text, kMostTextBytes),
            .tags = joined(document.tags),
            .sections = joined(document.sections),
            .level = document.level ? std::optional{document.level->value} : std::nullopt,
            .dated_at = dated_at};
}

std::string owner_of(std::string_view key) { return std::string{key.substr(0, key.rfind('/') + 1)}; }

int year_of(const Content& content) {
    if (!content.dated_at) return 0;
    const std::chrono::sys_seconds at{std::chrono::seconds{content.dated_at->seconds()}};
    return static_cast<int>(std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(at)}.year());
}

std::int64_t fingerprint_of(const Content& content) {
    const auto numbers =
        fmt::format("{} {} {} {}", kAnalysisVersion, static_cast<int>(content.locale), content.level.value_or(0),
                    content.dated_at.value_or(base::Instant{}).microseconds);
    auto hash = fnv1a(numbers);
    for (const auto* part : {&content.kind, &content.key, &content.path, &content.title, &content.teaser, &content.text,
                             &content.tags, &content.sections})
        hash = fnv1a(std::string_view{part->c_str(), part->size() + 1}, hash);
    return static_cast<std::int64_t>(hash);
}

Entry entry_of(const Content& content) {
    Gatherer gatherer{content.locale};
    gatherer.add({content.title, Area::title, kMostTitleWords, kMostTitleWords});
    gatherer.end_line();
    gatherer.add({content.tags, Area::title, kMostTitleWords, kMostTitleWords});
    for (std::string_view rest = content.sections; !rest.empty();) {
        const auto line = next_line(rest);
        gatherer.add(
            {line.substr(std::min(line.find('\t'), line.size())), Area::title, kMostTitleWords, kMostTitleWords});
    }
    gatherer.end_line();
    gatherer.add({content.teaser, Area::anywhere, kMostTeaserWords, kMostTeaserWords});
    gatherer.end_line();
    gatherer.entry.text_words = gatherer.add({content.text, Area::anywhere, kMostRankedWords, kMostIndexedWords});
    gatherer.add_lexeme(locale_lexeme(content.locale));
    gatherer.add_lexeme(kind_lexeme(content.kind));
    if (const int year = year_of(content); year != 0) gatherer.add_lexeme(year_lexeme(year));
    if (content.level) gatherer.add_lexeme(level_lexeme(*content.level));
    for (std::string_view rest = content.sections; !rest.empty();)
        if (const auto line = next_line(rest); !line.empty())
            gatherer.add_lexeme(section_lexeme(line.substr(0, line.find('\t'))));
    gatherer.entry.number = number_of(content);
    return std::move(gatherer.entry);
}

std::string lexeme_of(std::string_view stem, base::Locale locale, Area area) {
    std::string lexeme{locale == base::Locale::english ? 'e' : 'f', area == Area::anywhere ? 'a' : 't'};
    return lexeme.append(stem);
}

std::string locale_lexeme(base::Locale locale) { return fmt::format("xl{}", base::code(locale)); }
std::string kind_lexeme(std::string_view kind) { return fmt::format("xk{:016x}", fnv1a(kind)); }
std::string section_lexeme(std::string_view slug) { return fmt::format("xs{:016x}", fnv1a(slug)); }
std::string year_lexeme(int year) { return fmt::format("xy{}", year); }
std::string level_lexeme(std::int64_t level) { return fmt::format("xv{}", level); }

std::uint64_t fnv1a(std::string_view bytes, std::uint64_t start) {
    constexpr std::uint64_t kPrime = 1099511628211ULL;
    for (const char c : bytes) start = (start ^ static_cast<unsigned char>(c)) * kPrime;
    return start;
}

}  // namespace search
