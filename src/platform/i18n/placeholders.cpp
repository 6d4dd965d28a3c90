#include "platform/i18n/placeholders.h"

#include <algorithm>
#include <optional>

namespace i18n {
namespace {

bool is_name_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

// The name of the placeholder that begins at this brace, or nullopt when the brace is just text.
std::optional<std::string_view> name_at(std::string_view message, size_t brace) {
    const auto rest = message.substr(brace + 1);
    const auto end = std::ranges::find_if_not(rest, is_name_character);
    if (end == rest.begin() || end == rest.end() || *end != '}') return std::nullopt;
    return rest.substr(0, static_cast<size_t>(end - rest.begin()));
}

void append_value(std::string& out, const Argument& argument, const NumberWriter& number) {
    if (const auto* text = std::get_if<std::string_view>(&argument.value))
        out += *text;
    else
        out += number(std::get<std::int64_t>(argument.value));
}

}  // namespace

std::string fill(std::string_view message, std::span<const Argument> arguments, const NumberWriter& number) {
    std::string out;
    size_t copied = 0;
    for (auto brace = message.find('{'); brace != std::string_view::npos; brace = message.find('{', brace + 1)) {
        const auto name = name_at(message, brace);
        if (!name) continue;
        const auto argument = std::ranges::find(arguments, *name, &Argument::name);
        if (argument == arguments.end()) continue;
        out += message.substr(copied, brace - copied);
        append_value(out, *argument, number);
        copied = brace + name->size() + 2;
    }
    out += message.substr(copied);
    return out;
}

std::set<std::string, std::less<>> placeholders(std::string_view message) {
    std::set<std::string, std::less<>> names;
    for (auto brace = message.find('{'); brace != std::string_view::npos; brace = message.find('{', brace + 1)) {
        if (const auto name = name_at(message, brace)) names.emplace(*name);
    }
    return names;
}

}  // namespace i18n
