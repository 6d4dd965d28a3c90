#include "features/partners/partner.h"

#include <algorithm>

#include "base/text.h"
#include "base/whole_number.h"

namespace partners {
namespace {

constexpr std::size_t kLongestCode = 40, kLongestName = 120, kLongestLine = 300, kLongestHost = 253, kLongestLabel = 63;
constexpr std::int64_t kHighestPort = 65'535;

bool is_small_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool is_code(std::string_view text) {
    return !text.empty() && text.size() <= kLongestCode &&
           std::ranges::all_of(text, [](char c) { return is_small_letter_or_digit(c) || c == '-'; });
}

bool is_label(std::string_view label) {
    return !label.empty() && label.size() <= kLongestLabel && label.front() != '-' && label.back() != '-' &&
           std::ranges::all_of(label, [](char c) { return is_small_letter_or_digit(c) || c == '-'; });
}

// At least two labels: "example.org".
bool is_host(std::string_view host) {
    if (host.size() > kLongestHost) return false;
    std::size_t labels = 0;
    for (std::size_t at = 0; at <= host.size(); ++labels) {
        const auto end = std::min(host.find('.', at), host.size());
        if (!is_label(host.substr(at, end - at))) return false;
        at = end + 1;
    }
    return labels >= 2;
}

bool is_this_machine(std::string_view host) { return host == "localhost" || host == "127.0.0.1"; }

bool is_port(std::string_view text) {
    const auto port = base::whole_number(text);
    return port && *port >= 1 && *port <= kHighestPort && text.front() != '0';
}

std::string_view without_end(std::string_view text, std::string_view end) {
    return text.ends_with(end) ? text.substr(0, text.size() - end.size()) : text;
}

void read_origins(const std::string& typed, std::string& origins, base::Problems& problems) {
    std::size_t count = 0;
    const std::string text = base::tidy_lines(typed);
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const std::string line = base::collapse_spaces(std::string_view{text}.substr(at, end - at));
        at = end + 1;
        if (line.empty()) continue;
        const auto origin = read_origin(line);
        if (!origin)
            return problems.push_back({"origins", base::message("Please write each website on a line of its own, like "
                                                                "https://example.org, without a path.")});
        if (++count > kMostOrigins)
            return problems.push_back({"origins", base::message("At most 20 websites can be listed.")});
        if (!origins.empty()) origins += ' ';
        origins += *origin;
    }
}

void look_at_name(std::string_view field, const std::string& name, base::Problems& problems) {
    if (name.empty())
        problems.push_back({std::string{field}, base::message("Please give the name in both languages.")});
    else if (base::count_characters(name) > kLongestName)
        problems.push_back({std::string{field}, base::message("This name is too long: at most 120 characters.")});
}

void look_at_line(std::string_view field, const Line& line, const std::string& words, base::Problems& problems) {
    if (words.empty() && !line.empty())
        problems.push_back({std::string{field}, base::message("Please write the line in both languages, or in none.")});
    else if (base::count_characters(words) > kLongestLine)
        problems.push_back({std::string{field}, base::message("This is too long: at most 300 characters.")});
}

}  // namespace

std::optional<std::string> read_origin(std::string_view typed) {
    const std::string text = base::lower_ascii(typed);
    const std::string_view origin = without_end(text, "/");
    const auto separator = origin.find("://");
    if (separator == std::string_view::npos) return std::nullopt;
    const std::string_view scheme = origin.substr(0, separator), rest = origin.substr(separator + 3);
    const auto colon = rest.rfind(':');
    const std::string_view host = rest.substr(0, colon);
    if (colon != std::string_view::npos && !is_port(rest.substr(colon + 1))) return std::nullopt;
    if (is_this_machine(host))
        return scheme == "http" || scheme == "https" ? std::optional{std::string{origin}} : std::nullopt;
    if (scheme != "https" || !is_host(host.starts_with("*.") ? host.substr(2) : host)) return std::nullopt;
    return std::string{origin};
}

base::Result<PartnerWords, base::Problems> accept(const PartnerForm& form) {
    base::Problems problems;
    PartnerWords words{form.code,
                       base::collapse_spaces(form.name_en),
                       base::collapse_spaces(form.name_fr),
                       {},
                       {base::collapse_spaces(form.line_en), base::collapse_spaces(form.line_fr)}};
    if (!is_code(words.code))
        problems.push_back({"code", base::message("Please use small letters, digits and hyphens: at most 40.")});
    look_at_name("name_en", words.name_en, problems);
    look_at_name("name_fr", words.name_fr, problems);
    read_origins(form.origins, words.origins, problems);
    look_at_line("line_en", words.line, words.line.english, problems);
    look_at_line("line_fr", words.line, words.line.french, problems);
    if (!problems.empty()) return problems;
    return words;
}

bool is_new_version(const std::optional<Wording>& stored, const Line& line) {
    return stored ? stored->line != line : !line.empty();
}

}  // namespace partners
