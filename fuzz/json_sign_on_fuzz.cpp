// fuzz/json_sign_on_fuzz.cpp - any bytes as the body of a sign-on by the API: refused with problems, or a signer whose
// texts keep their bounds.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "base/text.h"
#include "features/petitions/api.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto form = petitions::form_of_json({reinterpret_cast<const char*>(data), size});
    if (!form) {
        CHECK(!form.error().empty());
        return 0;
    }
    const auto signer = petitions::accept(*form);
    if (!signer) {
        CHECK(!signer.error().empty());
        return 0;
    }
    CHECK(base::is_valid_utf8(signer->given_name + signer->family_name + signer->place + signer->comment));
    CHECK(base::count_characters(signer->comment) <= 500);
    CHECK(!signer->shown_name().empty());
    return 0;
}
