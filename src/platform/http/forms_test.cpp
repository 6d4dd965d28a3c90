// Stories of what browsers and others put into bodies and headers.
#include "platform/http/forms.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "platform/http/multipart.h"
#include "platform/http/percent.h"

namespace {

using http::Plus;

// The examples of the URL standard (urlencoded parsing) and of RFC 3986.
TEST(Urlencoded, IsReadAsBrowsersWriteIt) {
    const auto form = http::read_urlencoded("a=1&b=two+words&b=%E2%82%AC&empty=&bare&=x&&100%25=50%");
    ASSERT_TRUE(form.has_value());
    EXPECT_EQ(form->size(), 7U);
    EXPECT_EQ(form->text("a"), "1");
    EXPECT_EQ(form->all("b"), (std::vector<std::string>{"two words", "\xE2\x82\xAC"}));
    EXPECT_TRUE(form->has("empty"));
    EXPECT_TRUE(form->has("bare"));
    EXPECT_EQ(form->text(""), "x");
    EXPECT_EQ(form->text("100%"), "50%");
    EXPECT_EQ(form->text("missing"), "");
    EXPECT_TRUE(form->broken_fields.empty());
}

TEST(Urlencoded, HasABound) {
    std::string many = "a=1";
    for (int i = 1; i < 200; ++i) many += "&a=1";
    EXPECT_TRUE(http::read_urlencoded(many).has_value());
    EXPECT_FALSE(http::read_urlencoded(many + "&a=1").has_value());
}

TEST(Urlencoded, ReplacesWhatIsNoText) {
    const auto form = http::read_urlencoded("name=Zo%EB&comment=a%00b&fine=ok");
    ASSERT_TRUE(form.has_value());
    EXPECT_EQ(form->broken_fields, (std::vector<std::string>{"name", "comment"}));
    EXPECT_EQ(form->text("name"), "Zo\xEF\xBF\xBD");
    EXPECT_EQ(form->text("comment"),
              "a\xEF\xBF\xBD"
              "b");
    EXPECT_EQ(http::problems_of(*form).size(), 2U);
}

TEST(Percent, DecodesWhatItEncodes) {
    rc::check([](const std::string& text) {
        RC_ASSERT(http::percent_decode(http::percent_encode(text), Plus::is_itself) == text);
        RC_ASSERT(http::strict_percent_decode(http::percent_encode(text)) == text);
    });
    EXPECT_EQ(http::strict_percent_decode("a%2"), std::nullopt);
    EXPECT_EQ(http::encode_for_header("/a b\r\nX: \xC3\xA9%20?q=1&r"), "/a%20b%0D%0AX:%20%C3%A9%20?q=1&r");
}

TEST(Cookies, AreReadAsTheyAreSent) {
    const auto cookies = http::read_cookies("session=abc; theme=\"dark\";lang=fr ; broken; =x; a=b=c");
    EXPECT_EQ(cookies.size(), 4U);
    EXPECT_EQ(cookies.text("session"), "abc");
    EXPECT_EQ(cookies.text("theme"), "\"dark\"");
    EXPECT_EQ(cookies.text("lang"), "fr");
    EXPECT_EQ(cookies.text("a"), "b=c");
    EXPECT_EQ(http::find_cookie("xsession=1; session=2", "session"), "2");
    EXPECT_EQ(http::find_cookie("sessions=1", "session"), std::nullopt);
}

// As Chromium sends it.
TEST(Multipart, HoldsFieldsAndFiles) {
    const std::string body =
        "------WebKitFormBoundaryAb\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\nBonjour \xC3\xA0 "
        "tous\r\n"
        "------WebKitFormBoundaryAb\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"my "
        "%22cat%22.png\"\r\n"
        "Content-Type: image/png\r\n\r\n\x89PNG\r\n--\r\n\xFF\r\n"
        "------WebKitFormBoundaryAb\r\nContent-Disposition: form-data; name=\"none\"; filename=\"\"\r\n"
        "Content-Type: application/octet-stream\r\n\r\n\r\n"
        "------WebKitFormBoundaryAb--\r\n";
    const auto form = http::read_multipart("multipart/form-data; boundary=----WebKitFormBoundaryAb", body);
    ASSERT_TRUE(form.has_value());
    EXPECT_EQ(form->text("message"), "Bonjour \xC3\xA0 tous");
    ASSERT_NE(form->file("photo"), nullptr);
    EXPECT_EQ(form->file("photo")->bytes, "\x89PNG\r\n--\r\n\xFF");
    EXPECT_EQ(form->file("photo")->type, "image/png");
    EXPECT_EQ(form->file("none"), nullptr);
    EXPECT_EQ(form->files.size(), 2U);
}

TEST(Multipart, ThatIsCutOffIsNoForm) {
    const std::string body = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--\r\n";
    const std::string type = "multipart/form-data; boundary=\"b\"";
    ASSERT_TRUE(http::read_multipart(type, body).has_value());
    for (std::size_t size = 0; size < body.size() - 4; ++size)
        EXPECT_FALSE(http::read_multipart(type, body.substr(0, size)).has_value()) << size;
    EXPECT_FALSE(http::read_multipart("multipart/form-data", body).has_value());
    EXPECT_FALSE(http::read_multipart(type, "--b\r\nX: y\r\n\r\n1\r\n--b--\r\n").has_value());
}

TEST(HeaderParameter, IsFoundBesideOthers) {
    EXPECT_EQ(http::header_parameter(R"(form-data; NAME="a\"b"; filename=c)", "name"), "a\"b");
    EXPECT_EQ(http::header_parameter(R"(form-data; filename="name=x"; name=y)", "name"), "y");
    EXPECT_EQ(http::header_parameter("form-data", "name"), std::nullopt);
}

}  // namespace
