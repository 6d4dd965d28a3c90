// fuzz/count_head_fuzz.cpp - any bytes as a signed note, a tree head, a promise, a key or an entry: refused, or read so
// that writing gives the same again.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "features/count_proof/head.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace count_proof;
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    if (const auto entry = decode(bytes)) CHECK(encode(*entry) == bytes);
    if (const auto key = PublicKey::parse(bytes)) CHECK(PublicKey::parse(key->text()) == key);
    if (const auto promise = read_promise(bytes)) CHECK(read_promise(text_of(*promise)) == promise);
    if (const auto head = read_head(bytes)) {
        const auto again = read_head(text_of(*head));
        CHECK(again && *again == *head);
    }
    if (const auto note = read_note(bytes)) {
        CHECK(bytes.starts_with(note->text));
        static const SigningKey kStranger{"campaign.example/count-proof", Hash{}};
        CHECK(!is_signed_by(*note, kStranger.public_key()));
    }
    return 0;
}
