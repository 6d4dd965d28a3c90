#include "base/email_address.h"

#include <gtest/gtest.h>

namespace base {
namespace {

std::string canonical(std::string_view text) {
    const auto address = EmailAddress::parse(text);
    return address ? address->canonical() : "refused";
}

TEST(Address, IsOneThatPeopleHave) {
    for (const char* good : {"maya@example.org", "maya.tremblay+news@mail.example.org", "o'neil@example.ca",
                             "josé@exämple.org", " maya@example.org ", "a@b.co"})
        EXPECT_TRUE(EmailAddress::parse(good)) << good;
}

TEST(Address, IsRefusedWhenItCannotBeSentTo) {
    for (const char* bad : {"",
                            "maya",
                            "@example.org",
                            "maya@",
                            "maya@@example.org",
                            "a@b@c.org",
                            "maya@example",
                            "maya@.org",
                            "maya@example..org",
                            ".maya@example.org",
                            "maya.@example.org",
                            "ma..ya@example.org",
                            "ma ya@example.org",
                            "maya@-example.org",
                            "maya@example.123",
                            "\"maya\"@example.org",
                            "maya@[192.0.2.1]",
                            "maya@exam_ple.org",
                            "maya\r\nBcc: x@example.org",
                            "maya@example.org\xFF"})
        EXPECT_FALSE(EmailAddress::parse(bad)) << bad;
    EXPECT_FALSE(EmailAddress::parse(std::string(65, 'a') + "@example.org"));
    EXPECT_FALSE(EmailAddress::parse("a@" + std::string(64, 'b') + ".org"));
}

TEST(Address, IsKeptAsTypedButForItsDomain) {
    EXPECT_EQ(EmailAddress::parse("Maya.T@Example.ORG")->text(), "Maya.T@example.org");
    EXPECT_EQ(EmailAddress::parse("maya@example.org")->domain(), "example.org");
}

TEST(Canonical, IsTheSameForEverySpellingOfOneMailbox) {
    EXPECT_EQ(canonical("Maya@Example.org"), canonical("maya@example.org"));
    EXPECT_EQ(canonical("maya+petition@example.org"), "maya@example.org");
    EXPECT_EQ(canonical("m.a.y.a@gmail.com"), "maya@gmail.com");
    EXPECT_EQ(canonical("maya@googlemail.com"), "maya@gmail.com");
    EXPECT_EQ(canonical("m.aya@example.org"), "m.aya@example.org") << "elsewhere dots count";
    EXPECT_NE(canonical("maya@outlook.com"), canonical("maya@hotmail.com"));
}

}  // namespace
}  // namespace base
