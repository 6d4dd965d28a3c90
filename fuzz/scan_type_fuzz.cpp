// Uploaded scans: whatever the bytes and the name are, a type or a reason comes back, and a name that leads nowhere
// else.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/text.h"
#include "ports/scans.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto type = ports::scan_type_of(bytes);
    if (!base::is_valid_utf8(bytes)) return 0;  // names are, before they get here
    const auto name = ports::harmless_name(bytes, type ? *type : ports::ScanType::pdf);
    if (name.find_first_of("/\\\"\r\n") != std::string::npos || name.starts_with('.')) std::abort();
    return 0;
}
