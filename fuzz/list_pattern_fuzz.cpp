// fuzz/list_pattern_fuzz.cpp - what staff type for a list: what is taken can be stored, read again and matched.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "features/fraud_guard/lists_service.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace fraud_guard;
    const auto pattern = Pattern::parse({reinterpret_cast<const char*>(data), size});
    if (!pattern) return 0;
    const auto again = Pattern::parse(pattern->text);
    CHECK(again && again->text == pattern->text && again->kind == pattern->kind);
    Listed listed;
    listed.add(*pattern);
    const auto here = *http::ClientAddress::parse("192.0.2.7"), there = *http::ClientAddress::parse("2001:db8::7");
    for (const auto& client : {here, there}) {
        const ListHit hit = hit_of(listed, {client, "ann@mail.example", "mail.example", "CA"});
        const auto network = http::Network::parse(pattern->text);
        if (pattern->kind == PatternKind::network) CHECK(hit.network == network->contains(client));
    }
    return 0;
}
