#include "people/address_hash.h"

#include <gtest/gtest.h>

namespace people {
namespace {

std::string canonical(std::string_view text) { return canonical_address(*base::EmailAddress::parse(text)); }

// The pair of spellings is that of the standard's own example: exämple (RFC 3492's algorithm, as Python's idna gives).
TEST(CanonicalAddress, OfAnInternationalDomainIsTheSameInBothSpellings) {
    EXPECT_EQ(canonical("Maya@Exämple.org"), "maya@xn--exmple-cua.org");
    EXPECT_EQ(canonical("maya@xn--exmple-cua.org"), "maya@xn--exmple-cua.org");
}

TEST(CanonicalAddress, OfAnyOtherIsTheOneOfTheAddress) {
    EXPECT_EQ(canonical("m.aya+x@gmail.com"), "maya@gmail.com");
    EXPECT_EQ(canonical("josé@example.org"), "josé@example.org");
}

}  // namespace
}  // namespace people
