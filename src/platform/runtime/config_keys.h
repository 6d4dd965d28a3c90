// platform/runtime/config_keys.h - the table of all configuration keys; only the files of config use it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "platform/runtime/config.h"

namespace runtime {

using TextList = std::vector<std::string>;

// Where a value of the key stands in a Config.
using TextSlot = std::string& (*)(Config&);
using ListSlot = TextList& (*)(Config&);
using FlagSlot = bool& (*)(Config&);

struct NumberSlot {
    std::int64_t& (*member)(Config&);
    std::int64_t least;
    std::int64_t most;
};

// One of a few words; `place` is the index of the word, which is also the value of the enumerator.
struct ChoiceSlot {
    std::span<const std::string_view> words;
    std::size_t (*place)(const Config&);
    void (*set)(Config&, std::size_t place);
};

using Slot = std::variant<TextSlot, ListSlot, FlagSlot, NumberSlot, ChoiceSlot>;

// What a text must look like; absent: any text. Returns what would be right, or nothing when it is.
using TextRule = std::string_view (*)(std::string_view text);

struct ConfigKey {
    std::string_view name;  // "mail.smtp.host"
    Slot slot;
    std::string_view documentation;  // one or two sentences, with the unit
    TextRule rule = nullptr;
};

// In the order of the default file; keys of one table stand together.
std::span<const ConfigKey> config_keys();

// The value of the key in this configuration as TOML: "text", 12, true, ["a", "b"].
std::string value_as_toml(const ConfigKey& key, const Config& config);
// "text", "whole number from 1 to 65535", "true or false", "list of texts", "\"demo\" or \"smtp\"".
std::string type_of(const ConfigKey& key);

}  // namespace runtime
