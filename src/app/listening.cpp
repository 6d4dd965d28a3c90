#include "app/listening.h"

#include <charconv>

namespace app {

Listening listening_of(std::string_view text) {
    const auto colon = text.rfind(':');
    auto address = text.substr(0, colon);
    if (address.starts_with('[')) address = address.substr(1, address.size() - 2);
    std::uint16_t port = 0;
    std::from_chars(text.data() + colon + 1, text.data() + text.size(), port);
    return {std::string{address}, port};
}

}  // namespace app
