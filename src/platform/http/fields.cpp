// platform/http/fields.cpp - one buffer of text, one list of places in it.
#include "platform/http/fields.h"

#include "base/text.h"

namespace http {
namespace {

// Room for what a browser sends, so that a list grows once.
constexpr std::size_t kUsualFields = 16;
constexpr std::size_t kUsualText = 512;  // bytes

}  // namespace

Fields::Fields(std::initializer_list<Field> fields) {
    for (const auto& field : fields) add(field);
}

Headers::Headers(std::initializer_list<Field> fields) : Headers() {
    for (const auto& field : fields) add(field);
}

void Fields::add(Field field) {
    if (entries_.empty()) {
        entries_.reserve(kUsualFields);
        text_.reserve(kUsualText);
    }
    entries_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(field.name.size()),
                        static_cast<std::uint32_t>(field.value.size())});
    text_.append(field.name).append(field.value);
}

void Fields::clear() {
    text_.clear();
    entries_.clear();
}

std::optional<std::string_view> Fields::find(std::string_view name) const {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (entries_[i].name_size != name.size()) continue;
        const auto field = (*this)[i];
        if (names_ == Case::matters ? field.name == name : base::equals_ignoring_ascii_case(field.name, name))
            return field.value;
    }
    return std::nullopt;
}

std::vector<std::string> Fields::all(std::string_view name) const {
    std::vector<std::string> values;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const auto field = (*this)[i];
        if (names_ == Case::matters ? field.name == name : base::equals_ignoring_ascii_case(field.name, name))
            values.emplace_back(field.value);
    }
    return values;
}

Fields::Field Fields::operator[](std::size_t position) const {
    const auto& entry = entries_[position];
    const std::string_view text{text_};
    return {text.substr(entry.at, entry.name_size), text.substr(entry.at + entry.name_size, entry.value_size)};
}

}  // namespace http
