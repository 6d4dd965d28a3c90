// fuzz/configuration_fuzz.cpp - whatever a configuration file holds: a configuration or a named fault, nothing else.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "platform/runtime/config.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::string overrides[] = {std::string(text.substr(0, text.find('\n')))};
    try {
        (void)runtime::parse_config({"fuzz.toml", text});
    } catch (const runtime::ConfigFault&) {
    }
    try {
        (void)runtime::parse_config({"fuzz.toml", ""}, overrides);
    } catch (const runtime::ConfigFault&) {
    }
    return 0;
}
