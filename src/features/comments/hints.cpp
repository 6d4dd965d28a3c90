#include "features/comments/hints.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "models/statistics/pack.h"
#include "people/person.h"

namespace comments {
namespace {

constexpr std::size_t kDigitsOfATelephone = 7;
constexpr std::ptrdiff_t kLeastLettersToShout = 12;

// One entry of the lists, ready to be found in folded words: " hang him ", or " idiot" for all that begins like it.
struct Listed {
    base::Locale locale;
    HintKind kind;
    std::string words, sought;
};

HintKind kind_of(std::string_view name) {
    if (name == "threat") return HintKind::threat;
    if (name == "advertising") return HintKind::advertising;
    return HintKind::insult;
}

std::vector<Listed> read_lists() {
    std::vector<Listed> lists;
    const auto table = statistics::table_of(statistics::shipped_pack("moderation/words"));
    for (const auto row : table.rows()) {
        std::string words{row["words"]};
        const bool is_beginning = words.ends_with('*');
        if (is_beginning) words.pop_back();
        const std::string sought = " " + words + (is_beginning ? "" : " ");
        const auto locale = base::locale_of(row["language"]).value_or(base::Locale::english);
        lists.push_back({locale, kind_of(row["kind"]), std::move(words), sought});
    }
    return lists;
}

bool is_letter_or_more(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

// " the words folded and one blank between them "
std::string folded(std::string_view text) {
    std::string out = " ";
    while (!text.empty()) {
        const auto begin = std::ranges::find_if(text, is_letter_or_more);
        const auto end = std::find_if_not(begin, text.end(), is_letter_or_more);
        if (const std::string word = base::fold_name(std::string_view{begin, end}); !word.empty()) out += word + " ";
        text = std::string_view{end, text.end()};
    }
    return out;
}

bool holds_contact(std::string_view text) {
    const auto at = text.find('@');
    if (at != std::string_view::npos && at > 0 && text.substr(at).contains('.')) return true;
    std::size_t digits = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            ++digits;
        else if (c != ' ' && c != '-' && c != '.' && c != '(' && c != ')')
            digits = 0;
        if (digits >= kDigitsOfATelephone) return true;
    }
    return false;
}

bool shouts(std::string_view text) {
    const auto capitals = std::ranges::count_if(text, [](char c) { return c >= 'A' && c <= 'Z'; });
    const auto small = std::ranges::count_if(text, [](char c) { return c >= 'a' && c <= 'z'; });
    return capitals >= kLeastLettersToShout && capitals > 4 * small;
}

}  // namespace

base::Message label_of(HintKind kind) {
    switch (kind) {
        case HintKind::insult:
            return base::message("may insult");
        case HintKind::threat:
            return base::message("may threaten");
        case HintKind::advertising:
            return base::message("may advertise");
        case HintKind::link:
            return base::message("holds a web address");
        case HintKind::contact:
            return base::message("holds an address or a telephone number");
        case HintKind::shouting:
            return base::message("in capitals");
    }
    return base::message("may insult");
}

std::vector<Hint> hints_of(std::string_view words, base::Locale locale) {
    static const std::vector<Listed> kLists = read_lists();
    const std::string text = folded(words);
    std::vector<Hint> hints;
    for (const Listed& each : kLists)
        if (each.locale == locale && text.contains(each.sought)) hints.push_back({each.kind, each.words});
    if (people::holds_link(words)) hints.push_back({HintKind::link});
    if (holds_contact(words)) hints.push_back({HintKind::contact});
    if (shouts(words)) hints.push_back({HintKind::shouting});
    return hints;
}

}  // namespace comments
