// How values reach a page: each case is one that the OWASP cheat sheet on cross-site scripting warns of.
#include "platform/html/template.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace {

std::string shown_link(const std::string& url) { return html::render<R"(<a href="{}">x</a>)">(url).take(); }

TEST(Template, NameOfASupporterIsShownAsTyped) {
    EXPECT_EQ(html::render<"<p>{}</p>">(std::string{"Zoé <b>O'Neil</b> & \"friends\""}).view(),
              "<p>Zoé &lt;b&gt;O&#39;Neil&lt;/b&gt; &amp; &quot;friends&quot;</p>");
}

TEST(Template, ScriptInACommentStaysText) {
    EXPECT_EQ(html::render<"<q>{}</q>">("<script>alert(1)</script>").view(),
              "<q>&lt;script&gt;alert(1)&lt;/script&gt;</q>");
}

TEST(Template, ValueCannotLeaveItsAttribute) {
    EXPECT_EQ(html::render<R"(<input value="{}">)">("\" autofocus onfocus=\"alert(1)").view(),
              "<input value=\"&quot; autofocus onfocus=&quot;alert(1)\">");
}

TEST(Template, ValueCannotLeaveATextareaOrTitle) {
    EXPECT_EQ(html::render<"<textarea>{}</textarea>">("</textarea><b>").view(),
              "<textarea>&lt;/textarea&gt;&lt;b&gt;</textarea>");
    EXPECT_EQ(html::render<"<title>{}</title>">("</title>").view(), "<title>&lt;/title&gt;</title>");
}

TEST(Template, SlotsAreFilledInOrder) {
    EXPECT_EQ(html::render<R"(<li class="{}"><a href="{}">{}</a>{}</li>)">("open", "/en/", "Home", 3).view(),
              R"(<li class="open"><a href="/en/">Home</a>3</li>)");
}

TEST(Template, NumbersAreWrittenPlainly) {
    EXPECT_EQ(html::render<"{} {} {}">(std::numeric_limits<std::int64_t>::min(), 18446744073709551615U, 0.5).view(),
              "-9223372036854775808 18446744073709551615 0.5");
}

TEST(Template, FinishedMarkupStaysMarkup) {
    const auto name = html::render<"<b>{}</b>">("R&D");
    EXPECT_EQ(html::render<"<p>{}</p>">(name).view(), "<p><b>R&amp;D</b></p>");
}

TEST(Template, FunctionWritesItsPart) {
    const std::vector<std::string> names{"Ana", "Ben & Co"};
    const auto list = html::render<"<ul>{}</ul>">([&](html::Out& items) {
        for (const auto& name : names) html::write<"<li>{}</li>">(items, name);
    });
    EXPECT_EQ(list.view(), "<ul><li>Ana</li><li>Ben &amp; Co</li></ul>");
}

TEST(Template, AttributeIsThereOrNot) {
    EXPECT_EQ(html::render<R"(<input type="checkbox"{}{}>)">(html::attribute_if(true, "checked"),
                                                             html::attribute_if(false, "required"))
                  .view(),
              R"(<input type="checkbox" checked>)");
    EXPECT_EQ(html::render<"<p{}>">(html::attribute("title", R"(a "b")")).view(), R"(<p title="a &quot;b&quot;">)");
    EXPECT_EQ(html::render<"<p{}>">(html::attribute("title", std::nullopt)).view(), "<p>");
}

TEST(Template, TagsMayBeWrittenLoosely) {
    EXPECT_EQ(html::render<"<A\n\tHREF = \"{}\"\n/>">("javascript:alert(1)").view(), "<A\n\tHREF = \"#blocked\"\n/>");
    EXPECT_EQ(html::render<"<input disabled value=\"{}\"/><br/>{}">("a", "b").view(),
              "<input disabled value=\"a\"/><br/>b");
}

TEST(Template, QuotedAngleBracketDoesNotEndTheTag) {
    EXPECT_EQ(html::render<R"(<p title="a > b" class="{}">{}</p>)">("<", "<").view(),
              R"(<p title="a > b" class="&lt;">&lt;</p>)");
}

TEST(Template, ScriptWithoutSlotIsLeftAlone) {
    EXPECT_EQ(html::render<"<script>if (a < b) {c}</script><p>{}</p>">(1).view(),
              "<script>if (a < b) {c}</script><p>1</p>");
}

TEST(UrlSlot, OrdinaryLinksPass) {
    for (const std::string url : {"", "/", "/en/petitions/x", "#sign", "?page=2", "https://example.org", "http://a.b/c",
                                  "HTTPS://EXAMPLE.ORG", "mailto:a@b.ca", "tel:+15145550100"})
        EXPECT_EQ(shown_link(url), "<a href=\"" + url + "\">x</a>");
}

TEST(UrlSlot, AmpersandIsEscaped) { EXPECT_EQ(shown_link("/x?a=1&b=2"), R"(<a href="/x?a=1&amp;b=2">x</a>)"); }

TEST(UrlSlot, ProgramsAndDisguisesAreBlocked) {
    for (const std::string url :
         {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "\tjavascript:alert(1)",
          "java\nscript:alert(1)", "\x01javascript:alert(1)", "data:text/html,<script>", "vbscript:x", "blob:x",
          "file:///etc/passwd", "//evil.example", "/\\evil.example", "/\t/evil.example", "\\\\evil.example",
          "https:evil.example", "javascript&colon;alert(1)", "petitions/x"})
        EXPECT_EQ(shown_link(url), R"(<a href="#blocked">x</a>)") << url;
}

TEST(UrlSlot, PieceOfAPathStaysAPiece) {
    EXPECT_EQ(html::render<R"(<a href="/en/{}/x">x</a>)">("../a?b#c&\"d").view(),
              R"(<a href="/en/..%2Fa%3Fb%23c%26%22d/x">x</a>)");
    EXPECT_EQ(html::render<R"(<a href="/{}">x</a>)">("/evil.example").view(), R"(<a href="/%2Fevil.example">x</a>)");
}

TEST(UrlSlot, QueryValueStaysAValue) {
    EXPECT_EQ(html::render<R"(<a href="/s?q={}&amp;n={}">x</a>)">("été & a+b=c", 2).view(),
              R"(<a href="/s?q=%C3%A9t%C3%A9%20%26%20a%2Bb%3Dc&amp;n=2">x</a>)");
}

TEST(UrlSlot, MailAndTelephoneKeepTheirSigns) {
    EXPECT_EQ(html::render<R"(<a href="mailto:{}">x</a>)">("a+b@c.ca").view(), R"(<a href="mailto:a+b@c.ca">x</a>)");
    EXPECT_EQ(html::render<R"(<a href="tel:{}">x</a>)">("+15145550100").view(), R"(<a href="tel:+15145550100">x</a>)");
}

TEST(UrlSlot, BaseIsFollowedByAPath) {
    EXPECT_EQ(html::render<R"(<a href="{}/en/">x</a>)">("https://example.org/").view(),
              R"(<a href="https://example.org/en/">x</a>)");
    EXPECT_EQ(html::render<R"(<a href="{}/evil.example/">x</a>)">("/").view(), R"(<a href="/evil.example/">x</a>)");
}

}  // namespace
