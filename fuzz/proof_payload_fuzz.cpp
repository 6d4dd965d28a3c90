// fuzz/proof_payload_fuzz.cpp - answers of puzzles in any bytes, as payloads and as the JSON inside them: what is read
// is bounded, and nothing that we did not sign holds.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.h"
#include "features/fraud_guard/proof.h"

namespace {

void look_at(std::string_view payload) {
    const auto solution = fraud_guard::read_solution(payload);
    if (!solution) return;
    CHECK(solution->number >= 0 && solution->challenge.size() == 64 && solution->salt.size() <= 200);
    static const fraud_guard::PuzzleKey kKey{"nobody knows this key"};
    CHECK(!fraud_guard::expiry_of(*solution, kKey, base::Instant{}));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    look_at(bytes);
    look_at(runtime::base64url({reinterpret_cast<const std::byte*>(data), size}));
    return 0;
}
