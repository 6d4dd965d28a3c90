// What staff write, as pages show it. Cases named after the CommonMark specification 0.30 carry its example's number.
#include "platform/html/markdown.h"

#include <ctime>
#include <string>

#include <gtest/gtest.h>

namespace {

std::string shown(std::string_view source) { return html::markdown(source).take(); }

std::string repeated(std::string_view part, size_t size) {
    std::string text;
    while (text.size() + part.size() <= size) text += part;
    return text;
}

TEST(Markdown, ParagraphsAndEmphasis) {
    EXPECT_EQ(shown("aaa\n\nbbb"), "<p>aaa</p>\n<p>bbb</p>\n");              // example 219
    EXPECT_EQ(shown("*foo bar*"), "<p><em>foo bar</em></p>\n");              // example 350
    EXPECT_EQ(shown("a * foo bar*"), "<p>a * foo bar*</p>\n");               // example 351
    EXPECT_EQ(shown("**foo bar**"), "<p><strong>foo bar</strong></p>\n");    // example 378
    EXPECT_EQ(shown("foo  \nbaz"), "<p>foo<br>\nbaz</p>\n");                 // example 633, HTML5 style
    EXPECT_EQ(shown("`` foo ` bar ``"), "<p><code>foo ` bar</code></p>\n");  // example 329
    EXPECT_EQ(shown("\\*not emphasized*"), "<p>*not emphasized*</p>\n");     // example 299
}

TEST(Markdown, HeadingsStandBelowThoseOfThePage) {
    EXPECT_EQ(shown("# foo\n## bar"), "<h2>foo</h2>\n<h3>bar</h3>\n");
    EXPECT_EQ(html::markdown("# foo", html::HeadingsBelow::section).view(), "<h3>foo</h3>\n");
    EXPECT_EQ(shown("# a\n## b\n### c\n#### d\n##### e\n###### f"),
              "<h2>a</h2>\n<h3>b</h3>\n<h4>c</h4>\n<h5>d</h5>\n<h6>e</h6>\n<h6>f</h6>\n");
}

TEST(Markdown, HeadingsLeaveNoLevelOutWhateverWasWritten) {
    EXPECT_EQ(shown("### foo\n### bar"), "<h2>foo</h2>\n<h2>bar</h2>\n");
    EXPECT_EQ(shown("# foo\n#### bar\n## baz"), "<h2>foo</h2>\n<h3>bar</h3>\n<h3>baz</h3>\n");
}

TEST(Markdown, Lists) {
    EXPECT_EQ(shown("- a\n- b"), "<ul><li>a</li>\n<li>b</li>\n</ul>\n");
    EXPECT_EQ(shown("3. a\n4. b"), "<ol start=\"3\"><li>a</li>\n<li>b</li>\n</ol>\n");
}

TEST(Markdown, LinkToAnotherHostIsMarked) {
    EXPECT_EQ(shown("[link](/uri \"title\")"), "<p><a href=\"/uri\" title=\"title\">link</a></p>\n");  // example 482
    EXPECT_EQ(shown("[x](https://example.org/?a=1&b=2)"),
              "<p><a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noopener\">x</a></p>\n");
}

TEST(Markdown, BareAddressBecomesALink) {
    EXPECT_EQ(shown("See https://www.example.org now"),
              "<p>See <a href=\"https://www.example.org\" rel=\"noopener\">https://www.example.org</a> now</p>\n");
    EXPECT_EQ(shown("**(https://a.ca/x_(y)).** «\u00a0http://b.ca\u00a0»"),
              "<p><strong>(<a href=\"https://a.ca/x_(y)\" rel=\"noopener\">https://a.ca/x_(y)</a>).</strong> "
              "«\u00a0<a href=\"http://b.ca\" rel=\"noopener\">http://b.ca</a>\u00a0»</p>\n");
    EXPECT_EQ(shown("[https://a.ca](https://b.ca)"),
              "<p><a href=\"https://b.ca\" rel=\"noopener\">https://a.ca</a></p>\n");
    EXPECT_EQ(shown("`https://a.ca` xhttps://a.ca https:// https://."),
              "<p><code>https://a.ca</code> xhttps://a.ca https:// https://.</p>\n");
    EXPECT_EQ(shown("<a@example.org>"), "<p><a href=\"mailto:a@example.org\">a@example.org</a></p>\n");
}

TEST(Markdown, LinkThatRunsAProgramStaysItsWords) {
    for (const auto* source : {"[x](javascript:alert(1))", "[x](JAVASCRIPT:alert(1))", "[x](javascript&colon;alert(1))",
                               "[x](&#106;avascript:alert(1))", "[x](data:text/html;base64,PHNjcmlwdD4=)",
                               "[x](//evil.example)", "[x](/\\evil.example)", "[x][y]\n\n[y]: vbscript:x"})
        EXPECT_EQ(shown(source), "<p>x</p>\n") << source;
    EXPECT_EQ(shown("<javascript:alert(1)>"), "<p>javascript:alert(1)</p>\n");
}

TEST(Markdown, RawHtmlIsShownAsText) {
    EXPECT_EQ(shown("<script>alert(1)</script>"), "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
    EXPECT_EQ(shown("a <b onclick=x>b</b>"), "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n");
    EXPECT_EQ(shown("<!-- a -->"), "<p>&lt;!-- a --&gt;</p>\n");
}

TEST(Markdown, ValueCannotLeaveItsAttribute) {
    EXPECT_EQ(shown("[x](/a\"onclick=\"b)"), "<p><a href=\"/a&quot;onclick=&quot;b\">x</a></p>\n");
    EXPECT_EQ(shown("![a\" onerror=\"b](/p.png '\" onload=\"c')"),
              "<p><img src=\"/p.png\" alt=\"a&quot; onerror=&quot;b\" title=\"&quot; onload=&quot;c\" "
              "loading=\"lazy\"></p>\n");
}

TEST(Markdown, PictureHasItsDescription) {
    EXPECT_EQ(shown("![foo *bar* [x](/y)](/p.png)"),
              "<p><img src=\"/p.png\" alt=\"foo bar x\" loading=\"lazy\"></p>\n");
    EXPECT_EQ(shown("![A march](javascript:x)"), "<p>A march</p>\n");
}

TEST(Markdown, EntitiesAreDecodedOnce) {
    EXPECT_EQ(shown("&eacute; &#233; &#xE9; &amp;lt; &lt;b&gt;"), "<p>é é é &amp;lt; &lt;b&gt;</p>\n");
    EXPECT_EQ(shown("&unknown; &#0; &#xD800;"), "<p>&amp;unknown; \uFFFD \uFFFD</p>\n");
}

TEST(Markdown, TableWithNumbersAtTheRight) {
    EXPECT_EQ(shown("|Year|Jobs|\n|---|---:|\n|2026|12|"),
              "<div class=\"table-scroll\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">Year</th>"
              "<th scope=\"col\" class=\"table__number\">Jobs</th></tr>\n</thead><tbody><tr><td>2026</td>"
              "<td class=\"table__number\">12</td></tr>\n</tbody></table></div>\n");
}

TEST(Markdown, StrikethroughAndCode) {
    EXPECT_EQ(shown("~~no~~"), "<p><del>no</del></p>\n");
    EXPECT_EQ(shown("```\n<b>\n```"), "<pre class=\"code-block\" tabindex=\"0\"><code>&lt;b&gt;\n</code></pre>\n");
}

TEST(Markdown, TooLongOrTooDeepComesBackPlain) {
    const auto deep = repeated("> ", 100) + "<b>";
    EXPECT_EQ(shown(deep), "<p>" + repeated("&gt; ", 250) + "&lt;b&gt;</p>");
    const std::string longer(html::kMarkdownLimit + 1, 'a');
    EXPECT_EQ(shown(longer), "<p>" + longer + "</p>");
    const auto emphasis = repeated("*a _b ", 400) + "c" + repeated("_ d*", 280);
    EXPECT_EQ(shown(emphasis), "<p>" + emphasis + "</p>");
}

TEST(Markdown, LineOfStarsIsNoNest) { EXPECT_EQ(shown(repeated("* ", 200)), "<hr>"); }

TEST(Markdown, TableThatGrowsOutOfProportionComesBackPlain) {
    const auto table = repeated("|a", 9000) + "|\n" + repeated("|---", 18000) + "|\n" + repeated("a\n", 60000);
    EXPECT_EQ(shown(table), "<p>" + table + "</p>");
}

// The classics of md4c's own test/pathological_tests.py and cmark's. A quadratic reading of 99 KB takes many seconds,
// a linear one milliseconds, so the bound holds on any machine and under sanitizers.
TEST(Markdown, HostileSourcesTakeNoTime) {
    const size_t n = 99'000;
    const std::string sources[] = {
        repeated("*a **a ", n),
        repeated("a**b", n),
        repeated("*a_ ", n),
        repeated("[", n),
        repeated("]", n),
        repeated("[a", n),
        repeated("![[]()", n),
        repeated("[a](<b", n),
        repeated("[a](b ", n),
        repeated("[x](<\n", n),
        repeated("<", n),
        repeated("<!--", n),
        repeated("<?", n),
        repeated("&", n),
        repeated("`", n),
        repeated("> ", n),
        repeated("- ", n / 2) + "x" + repeated("\n", n / 2),
        repeated("[a]: u\n", n / 2) + repeated("[a] ", n / 2),
        repeated("|a", n / 4) + "\n" + repeated("|---", n / 2) + "\n" + repeated("a\n", n / 4),
        "|a|\n|---|\n" + repeated("|", n),
        repeated("http://a.b ", n),
        repeated("~~a ", n),
        repeated("[a](/u \"", n),
        repeated("[", n / 3) + "a" + repeated("](b)", n / 2),
        repeated("```\n", n),
        std::string(n, '\0')};
    for (const auto& source : sources) {
        const auto start = std::clock();  // of the processor: however busy the machine is
        EXPECT_FALSE(html::markdown(source).view().size() > 17 * source.size() + 20'000);
        EXPECT_LT(html::plain_text(source).size(), 17 * source.size() + 20'000);
        EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, 4.0) << source.substr(0, 20);
    }
}

TEST(PlainText, WordsAndAddresses) {
    EXPECT_EQ(html::plain_text("# Title\n\nSome *words*\nand [a link](/x).\n\n> Quoted &amp; true"),
              "Title\n\nSome words and a link (/x).\n\nQuoted & true");
    EXPECT_EQ(html::plain_text("https://example.org <a@b.ca> ![A march](/p.png)"),
              "https://example.org a@b.ca A march");
}

TEST(PlainText, Lists) {
    EXPECT_EQ(html::plain_text("Do:\n\n- a\n- b\n  1. c\n  2. d\n\nEnd"), "Do:\n\n- a\n- b\n  1. c\n  2. d\n\nEnd");
}

TEST(PlainText, TablesAndCode) {
    EXPECT_EQ(html::plain_text("|a|b|\n|---|---|\n|1|2|\n\n```\nx < y\n```\nz"), "a | b\n1 | 2\n\nx < y\n\nz");
}

TEST(PlainText, TooDeepComesBackAsWritten) {
    const auto deep = repeated("> ", 100) + "a";
    EXPECT_EQ(html::plain_text(deep), deep);
}

}  // namespace
