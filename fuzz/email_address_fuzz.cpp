// fuzz/email_address_fuzz.cpp - any bytes as an address: what is accepted can be sent to, and is accepted again.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "base/email_address.h"
#include "base/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto address = base::EmailAddress::parse({reinterpret_cast<const char*>(data), size});
    if (!address) return 0;
    CHECK(address->text().size() <= 254);
    CHECK(base::is_valid_utf8(address->text()));
    CHECK(address->text().find_first_of("\r\n <>\"") == std::string::npos);
    CHECK(base::EmailAddress::parse(address->text()) == address);
    const auto canonical = base::EmailAddress::parse(address->canonical());
    CHECK(!canonical || canonical->canonical() == address->canonical());
    return 0;
}
