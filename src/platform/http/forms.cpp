// platform/http/forms.cpp - urlencoded forms and cookies, bounded.
#include "platform/http/forms.h"

#include <algorithm>

#include "base/text.h"
#include "platform/http/multipart.h"
#include "platform/http/percent.h"

namespace http {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// The part of rest before the separator; rest keeps what comes after it.
std::string_view take_until(std::string_view& rest, char separator) {
    const auto end = rest.find(separator);
    const auto part = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return part;
}

std::string_view without_blanks(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_clean(std::string_view text) { return text.find('\0') == std::string_view::npos && base::is_valid_utf8(text); }

// The length of the well-formed character at the start of text, 0 when there is none.
std::size_t character_length(std::string_view text) {
    for (std::size_t length = 1; length <= std::min<std::size_t>(4, text.size()); ++length)
        if (base::is_valid_utf8(text.substr(0, length))) return length;
    return 0;
}

void add_decoded(Form& form, Fields::Field raw) {
    auto name = percent_decode(raw.name, Plus::is_space);
    auto value = percent_decode(raw.value, Plus::is_space);
    if (!is_clean(name) || !is_clean(value)) {
        name = with_broken_bytes_replaced(name);
        value = with_broken_bytes_replaced(value);
        form.broken_fields.push_back(name);
    }
    form.add({name, value});
}

std::string_view media_type(std::string_view content_type) {
    return without_blanks(content_type.substr(0, content_type.find(';')));
}

}  // namespace

std::optional<Form> read_urlencoded(std::string_view text) {
    Form form;
    while (!text.empty()) {
        const auto pair = take_until(text, '&');
        if (pair.empty()) continue;
        if (form.size() == kMostFields) return std::nullopt;
        auto value = pair;
        const auto name = take_until(value, '=');
        add_decoded(form, {name, value});
    }
    return form;
}

Fields read_cookies(std::string_view header) {
    Fields cookies;
    while (!header.empty() && cookies.size() < kMostFields) {
        const auto pair = without_blanks(take_until(header, ';'));
        const auto equals = pair.find('=');
        if (equals == std::string_view::npos || equals == 0) continue;
        cookies.add({pair.substr(0, equals), pair.substr(equals + 1)});
    }
    return cookies;
}

std::optional<std::string_view> find_cookie(std::string_view header, std::string_view name) {
    while (!header.empty()) {
        const auto pair = without_blanks(take_until(header, ';'));
        if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
            return pair.substr(name.size() + 1);
    }
    return std::nullopt;
}

FormReading read_form_body(Request& request) {
    const auto content_type = request.headers.view("content-type");
    const auto type = media_type(content_type);
    std::optional<Form> form;
    if (base::equals_ignoring_ascii_case(type, "application/x-www-form-urlencoded")) {
        form = read_urlencoded(request.body);
    } else if (base::equals_ignoring_ascii_case(type, "multipart/form-data")) {
        form = read_multipart(content_type, request.body);
    } else {
        return FormReading::ok;
    }
    if (!form) return FormReading::malformed;
    request.form = *std::move(form);
    return FormReading::ok;
}

base::Problems problems_of(const Form& form) {
    base::Problems problems;
    for (const auto& field : form.broken_fields)
        problems.push_back({field, base::message("Some characters here could not be read. Please type this again.")});
    return problems;
}

std::string with_broken_bytes_replaced(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto length = text.front() == '\0' ? 0 : character_length(text);
        out += length == 0 ? kReplacement : text.substr(0, length);
        text.remove_prefix(std::max<std::size_t>(1, length));
    }
    return out;
}

}  // namespace http
