#include "platform/i18n/negotiation.h"

#include "base/text.h"

namespace i18n {
namespace {

constexpr int kPartsRead = 20;
constexpr int kFullWeight = 1000;

struct Preference {
    base::Locale locale;
    int weight;  // thousandths, 0 to 1000
};

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// Cuts off and returns what stands before the separator, or everything.
std::string_view take_until(std::string_view& rest, char separator) {
    const auto end = rest.find(separator);
    const auto taken = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    return trim(taken);
}

// "0.8" is 800; at most one digit before the point and three behind it; nullopt for anything else or above 1.
std::optional<int> parse_weight(std::string_view text) {
    if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
    if (text.size() > 1 && text[1] != '.') return std::nullopt;
    int weight = (text[0] - '0') * kFullWeight;
    int place = 100;
    for (char digit : text.substr(text.size() > 1 ? 2 : 1)) {
        if (digit < '0' || digit > '9') return std::nullopt;
        weight += (digit - '0') * place;
        place /= 10;
    }
    return weight <= kFullWeight ? std::optional{weight} : std::nullopt;
}

// The weight among the parameters behind a language; full when there is none.
std::optional<int> weight_of(std::string_view parameters) {
    if (parameters.empty()) return kFullWeight;
    const auto name = take_until(parameters, '=');
    if (name != "q" && name != "Q") return std::nullopt;
    return parse_weight(trim(parameters));
}

std::optional<Preference> parse_preference(std::string_view part) {
    auto language = take_until(part, ';');
    const auto locale = base::locale_of(base::lower_ascii(take_until(language, '-')));
    const auto weight = weight_of(part);
    if (!locale || !weight) return std::nullopt;
    return Preference{*locale, *weight};
}

}  // namespace

std::optional<base::Locale> locale_of_path(std::string_view path) {
    if (!path.starts_with('/')) return std::nullopt;
    path.remove_prefix(1);
    return base::locale_of(path.substr(0, path.find('/')));
}

std::optional<base::Locale> preferred_locale(std::string_view accept_language) {
    std::optional<Preference> best;
    for (int part = 0; part < kPartsRead && !accept_language.empty(); ++part) {
        const auto preference = parse_preference(take_until(accept_language, ','));
        if (!preference || preference->weight == 0) continue;
        if (!best || preference->weight > best->weight) best = preference;
    }
    return best ? std::optional{best->locale} : std::nullopt;
}

}  // namespace i18n
