#include "features/search/query.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace search {
namespace {

constexpr std::array<std::string_view, 9> kQuotationMarks{"\"", "“", "”", "„", "‟", "«", "»", "‹", "›"};
constexpr std::array<std::string_view, 3> kMinusSigns{"-", "−", "–"};

// The length of the sign that the text begins with; 0 when it is none of these.
template <std::size_t Size>
std::size_t sign_length(const std::array<std::string_view, Size>& signs, std::string_view text) {
    for (const auto sign : signs)
        if (text.starts_with(sign)) return sign.size();
    return 0;
}

// The longest well-formed pieces of bytes, with blanks for what is between them.
std::string well_formed(std::string_view bytes) {
    if (base::is_valid_utf8(bytes)) return std::string{bytes};
    std::string out;
    while (!bytes.empty()) {
        std::size_t length = std::min<std::size_t>(4, bytes.size());
        while (length > 0 && !(base::is_valid_utf8(bytes.substr(0, length)))) --length;
        if (length == 0)
            out += ' ';
        else
            out += bytes.substr(0, length);
        bytes.remove_prefix(std::max<std::size_t>(1, length));
    }
    return out;
}

// Control characters part words here.
std::string cleaned(std::string_view typed) {
    auto text = well_formed(typed.substr(0, 16 * kLongestQuery));
    std::ranges::replace_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
    return base::collapse_spaces(text);
}

class Reader {
public:
    explicit Reader(Query& query) : query_(query), text_(query.text) {}

    void read() {
        while (at_ < text_.size()) {
            if (text_[at_] == ' ')
                ++at_;
            else
                read_term();
        }
    }

private:
    std::string_view rest() const { return text_.substr(at_); }

    // A minus counts at the beginning of a term only: "porte-parole" has none.
    void read_term() {
        const auto minus = sign_length(kMinusSigns, rest());
        const bool is_unwanted = minus > 0 && minus < rest().size() && rest()[minus] != ' ';
        if (is_unwanted) at_ += minus;
        if (const auto mark = sign_length(kQuotationMarks, rest()); mark > 0) {
            at_ += mark;
            return keep_phrase(read_until_mark(), is_unwanted);
        }
        const auto words = read_until_blank();
        if (is_unwanted) return keep_phrase(words, true);
        for (const auto& word : words) keep({word}, query_.wanted);
    }

    // Without a second mark: up to the end.
    std::vector<Word> read_until_mark() {
        const auto begin = at_;
        std::size_t mark = 0;
        while (at_ < text_.size() && (mark = sign_length(kQuotationMarks, rest())) == 0) ++at_;
        auto words = words_between(begin);
        at_ += mark;
        return words;
    }

    std::vector<Word> read_until_blank() {
        const auto begin = at_;
        while (at_ < text_.size() && text_[at_] != ' ' && sign_length(kQuotationMarks, rest()) == 0) ++at_;
        return words_between(begin);
    }

    std::vector<Word> words_between(std::size_t begin) const {
        auto words = words_in(text_.substr(begin, at_ - begin));
        for (Word& word : words) {
            word.begin += static_cast<std::uint32_t>(begin);
            word.end += static_cast<std::uint32_t>(begin);
        }
        return words;
    }

    void keep_phrase(Clause words, bool is_unwanted) {
        if (!words.empty()) keep(std::move(words), is_unwanted ? query_.unwanted : query_.wanted);
    }

    void keep(Clause clause, std::vector<Clause>& among) {
        const auto room = kMostWords - std::min(kMostWords, count_);
        if (clause.size() > room) {
            query_.is_cut = true;
            clause.resize(room);
        }
        count_ += clause.size();
        if (!clause.empty()) among.push_back(std::move(clause));
    }

    Query& query_;
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t count_ = 0;
};

// Whether the text ends with the last wanted word itself: no blank and no mark behind it.
bool ends_open(const Query& query, std::string_view typed) {
    if (query.wanted.empty() || typed.empty() || typed.back() == ' ') return false;
    const auto& last = query.wanted.back();
    return last.size() == 1 && last.front().end == query.text.size();
}

}  // namespace

Query read_query(std::string_view typed) {
    Query query;
    const auto text = cleaned(typed);
    query.text = std::string{base::first_characters(text, kLongestQuery)};
    query.is_cut = query.text.size() < text.size() || typed.size() > 16 * kLongestQuery;
    if (query.text.ends_with(' ')) query.text.pop_back();
    Reader{query}.read();
    query.is_last_open = ends_open(query, typed);
    return query;
}

std::string with_replacements(const Query& query, const std::vector<Replacement>& replacements) {
    std::string out;
    std::size_t from = 0;
    for (const auto& replacement : replacements) {
        out += query.text.substr(from, replacement.begin - from);
        out += replacement.by;
        from = replacement.end;
    }
    return out + query.text.substr(std::min(from, query.text.size()));
}

}  // namespace search
