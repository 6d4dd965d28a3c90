// platform/http/multipart.cpp - one pass over the body, from boundary to boundary.
#include "platform/http/multipart.h"

#include "base/text.h"
#include "platform/http/forms.h"

namespace http {
namespace {

constexpr std::size_t kMostHeaderBytes = 4096;
constexpr std::size_t kLongestBoundary = 70;  // RFC 2046, 5.1.1

struct Part {
    std::string disposition, type;
    std::string_view content;
};

// One "name=value" or "name="quoted"" at the start of rest, which keeps what follows.
struct Parameter {
    std::string_view name;
    std::string value;
};

std::string take_quoted(std::string_view& rest) {
    std::string value;
    rest.remove_prefix(1);
    while (!rest.empty() && rest.front() != '"') {
        // Browsers escape a quote as %22; older programs as \". A backslash before anything else is itself.
        if (rest.starts_with("\\\"") || rest.starts_with("\\\\")) rest.remove_prefix(1);
        value += rest.front();
        rest.remove_prefix(1);
    }
    if (!rest.empty()) rest.remove_prefix(1);
    return value;
}

std::optional<Parameter> take_parameter(std::string_view& rest) {
    const auto start = rest.find_first_not_of("; \t");
    if (start == std::string_view::npos) return std::nullopt;
    rest.remove_prefix(start);
    const auto end = rest.find_first_of("=;");
    Parameter parameter{rest.substr(0, end), {}};
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end);
    if (!rest.starts_with('=')) return parameter;
    rest.remove_prefix(1);
    if (rest.starts_with('"')) {
        parameter.value = take_quoted(rest);
    } else {
        const auto stop = rest.find_first_of("; \t");
        parameter.value = rest.substr(0, stop);
        rest.remove_prefix(stop == std::string_view::npos ? rest.size() : stop);
    }
    return parameter;
}

// Fills disposition and type from the header lines of a part.
void read_part_headers(std::string_view headers, Part& part) {
    while (!headers.empty()) {
        const auto end = headers.find("\r\n");
        const auto line = headers.substr(0, end);
        headers.remove_prefix(end == std::string_view::npos ? headers.size() : end + 2);
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        const auto value = line.substr(std::min(line.size(), line.find_first_not_of(" \t", colon + 1)));
        const auto name = line.substr(0, colon);
        if (base::equals_ignoring_ascii_case(name, "content-disposition")) part.disposition = value;
        if (base::equals_ignoring_ascii_case(name, "content-type")) part.type = value;
    }
}

// The part at the start of rest, which keeps what follows its closing boundary.
std::optional<Part> take_part(std::string_view& rest, std::string_view delimiter) {
    Part part;
    if (rest.starts_with("\r\n")) {
        rest.remove_prefix(2);  // no headers at all
    } else {
        const auto end = rest.substr(0, kMostHeaderBytes).find("\r\n\r\n");
        if (end == std::string_view::npos) return std::nullopt;
        read_part_headers(rest.substr(0, end), part);
        rest.remove_prefix(end + 4);
    }
    // The delimiter begins with the line end that belongs to it; an empty part may share it with its headers' end.
    const auto bare = delimiter.substr(2);
    if (rest.starts_with(bare)) {
        rest.remove_prefix(bare.size());
        return part;
    }
    const auto end = rest.find(delimiter);
    if (end == std::string_view::npos) return std::nullopt;
    part.content = rest.substr(0, end);
    rest.remove_prefix(end + delimiter.size());
    return part;
}

std::string clean(std::string_view text, bool& broken) {
    auto cleaned = with_broken_bytes_replaced(text);
    broken = broken || cleaned != text;
    return cleaned;
}

bool add_part(Form& form, const Part& part) {
    const auto name = header_parameter(part.disposition, "name");
    if (!name) return false;
    bool broken = false;
    const auto field = clean(*name, broken);
    if (const auto file_name = header_parameter(part.disposition, "filename")) {
        form.files.push_back({field, clean(*file_name, broken), clean(part.type, broken), std::string{part.content}});
    } else {
        form.add({field, clean(part.content, broken)});
    }
    if (broken) form.broken_fields.push_back(field);
    return true;
}

}  // namespace

std::optional<std::string> header_parameter(std::string_view header, std::string_view name) {
    const auto semicolon = header.find(';');
    if (semicolon == std::string_view::npos) return std::nullopt;
    header.remove_prefix(semicolon);
    while (auto parameter = take_parameter(header))
        if (base::equals_ignoring_ascii_case(parameter->name, name)) return std::move(parameter->value);
    return std::nullopt;
}

std::optional<Form> read_multipart(std::string_view content_type, std::string_view body) {
    const auto boundary = header_parameter(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > kLongestBoundary) return std::nullopt;
    const std::string delimiter = "\r\n--" + *boundary;
    auto rest = body;
    if (rest.starts_with(std::string_view{delimiter}.substr(2))) {
        rest.remove_prefix(delimiter.size() - 2);
    } else {  // a preamble
        const auto first = rest.find(delimiter);
        if (first == std::string_view::npos) return std::nullopt;
        rest.remove_prefix(first + delimiter.size());
    }
    Form form;
    while (!rest.starts_with("--")) {
        rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(" \t")));  // padding of the boundary line
        if (!rest.starts_with("\r\n") || form.size() + form.files.size() == kMostFields) return std::nullopt;
        rest.remove_prefix(2);
        const auto part = take_part(rest, delimiter);
        if (!part || !add_part(form, *part)) return std::nullopt;
    }
    return form;
}

}  // namespace http
