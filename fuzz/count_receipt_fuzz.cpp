// fuzz/count_receipt_fuzz.cpp - any bytes as a receipt: refused, or read so that writing it gives the same again; and
// no bytes verify under a key that did not sign them.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "features/count_proof/receipt.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace count_proof;
    const auto receipt = read_receipt({reinterpret_cast<const char*>(data), size});
    if (!receipt) return 0;
    static const SigningKey kStranger{"campaign.example/count-proof", Hash{}};
    CHECK(!verify(*receipt, {.key = kStranger.public_key()}));
    if (verify(*receipt, {})) CHECK(receipt->key.has_value());
    if (receipt->note.empty() && !receipt->steps.empty()) {
        const auto again = read_receipt(short_text_of(*receipt));
        CHECK(again && again->steps.front().path == receipt->steps.front().path);
    } else if (!receipt->note.empty()) {
        const auto again = read_receipt(json_of(*receipt));
        CHECK(again && again->steps.size() == receipt->steps.size() && again->note == receipt->note);
    }
    return 0;
}
