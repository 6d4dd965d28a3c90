// Documents read back by a second program: poppler's pdftotext and pdfinfo.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include <gtest/gtest.h>
#include <unistd.h>

#include "platform/documents/flow.h"
#include "platform/documents/name_columns.h"

namespace documents {
namespace {

constexpr base::Instant kMade{1'794'564'000'000'000};
constexpr Margins kMargins{72, 72, 72, 72};

// What a command prints that reads this file.
std::string read_by(const std::string& command, const std::string& pdf) {
    std::string path = testing::TempDir() + "document-XXXXXX";
    const int file = mkstemp(path.data());
    EXPECT_EQ(::write(file, pdf.data(), pdf.size()), static_cast<ssize_t>(pdf.size()));
    ::close(file);
    std::string words;
    FILE* const pipe = popen((command + " '" + path + "' " + (command == "pdftotext" ? "-" : "2>&1")).c_str(), "r");
    std::array<char, 4096> part{};
    while (const auto length = std::fread(part.data(), 1, part.size(), pipe)) words.append(part.data(), length);
    EXPECT_EQ(pclose(pipe), 0);
    std::remove(path.c_str());
    return words;
}
std::string text_of(const std::string& pdf) { return read_by("pdftotext", pdf); }
std::string facts_of(const std::string& pdf) { return read_by("pdfinfo", pdf); }

std::string draw(const std::function<void(Document&)>& pages, base::Locale locale = base::Locale::english) {
    std::string pdf;
    Document document{[&](std::string_view part) { pdf += part; },
                      {.title = "L’Engagement pour l’égalité", .locale = locale, .made_at = kMade},
                      Paper::letter};
    pages(document);
    document.finish();
    return pdf;
}

void no_furniture(Document& /*page*/) {}

TEST(Documents, SayWhatTheyAreAndInWhichLanguage) {
    const auto pdf = draw(
        [](Document& document) {
            Flow flow{document, kMargins, no_furniture};
            flow.paragraph("Qui a signé", {.face = Face::headline, .size = 24, .weight = 800}, {.tag = Tag::heading_1});
            flow.end();
        },
        base::Locale::french);
    const auto facts = facts_of(pdf);
    EXPECT_TRUE(facts.contains("L’Engagement pour l’égalité")) << facts;
    EXPECT_TRUE(facts.contains("Tagged:          yes")) << facts;
    EXPECT_TRUE(facts.contains("612 x 792 pts (letter)")) << facts;
    EXPECT_TRUE(facts.contains("Pages:           1")) << facts;
    EXPECT_TRUE(pdf.contains("/Lang (fr-CA)"));
    EXPECT_TRUE(read_by("pdfinfo -struct-text", pdf).contains("H1")) << "its structure is still there";
}

TEST(Documents, HoldNamesInAnyScript) {
    const auto pdf = draw([](Document& document) {
        NameColumns names{document, kMargins, no_furniture};
        for (const auto* const name :
             {"Éloïse Lefrançois-Œuvrard", "ᐃᓄᒃᑎᑐᑦ ᐊᐃᕙᖅ", "李小龙", "Ngọc Trần", "ਗੁਰਪ੍ਰੀਤ", "Ольга"})
            names.add({name, "Montréal"});
        names.add({"محمد", "Québec"});
        names.end();
    });
    const auto words = text_of(pdf);
    for (const auto* const name : {"Éloïse", "ᐃᓄᒃᑎᑐᑦ", "李小龙", "Ngọc Trần", "Ольга", "محمد", "Québec"})
        EXPECT_TRUE(words.contains(name)) << name << " in " << words;
    EXPECT_FALSE(read_by("pdffonts", pdf).contains(" no  no ")) << "every font travels in the file";
}

TEST(Documents, TakeHostileAndEndlessNames) {
    const auto pdf = draw([](Document& document) {
        NameColumns names{document, kMargins, no_furniture};
        names.add({"=cmd|'/C calc'!A0", "<script>"});
        names.add({std::string(50'000, 'x'), std::string(5'000, 'y')});
        names.add({"a\nb\x01\x7f(\\)", ""});
        names.add({"\xE2\x80\xAEgnp.exe", "%PDF-1.7 endobj"});
        names.add({"", ""});
        names.end();
    });
    const auto words = text_of(pdf);
    EXPECT_TRUE(words.contains("=cmd|'/C calc'!A0"));
    EXPECT_TRUE(words.contains("(\\)"));
    EXPECT_LT(words.size(), 2'000U) << "a long name is cut to its line";
    EXPECT_TRUE(facts_of(pdf).contains("Pages:           1"));
}

TEST(Documents, TakeAsManyPagesForNamesAsWereSaidBeforehand) {
    const auto on_page = NameColumns::names_on_page(size_of(Paper::letter), kMargins);
    for (const auto count : {std::int64_t{1}, on_page, on_page + 1, 3 * on_page}) {
        int pages = 0;
        draw([&](Document& document) {
            NameColumns names{document, kMargins, no_furniture};
            for (std::int64_t i = 0; i < count; ++i) names.add({"Maya T.", "Moncton"});
            names.end();
            pages = document.pages();
        });
        EXPECT_EQ(pages, (count + on_page - 1) / on_page) << count;
    }
}

TEST(Documents, LetLongTextsAndTablesGoOnOverleaf) {
    std::string text;
    for (int i = 0; i < 3'000; ++i) text += "word" + std::to_string(i) + " ";
    std::vector<std::vector<std::string>> rows;
    for (int i = 0; i < 80; ++i) rows.push_back({"Row " + std::to_string(i), std::to_string(i * 7)});
    const auto pdf = draw([&](Document& document) {
        Flow flow{document, kMargins, no_furniture};
        flow.paragraph(text, {});
        flow.table({.columns = {{"Class"}, {"Signers", 0.4, Alignment::end}}, .rows = rows});
        flow.end();
        EXPECT_GT(document.pages(), 6);
    });
    const auto words = text_of(pdf);
    for (const auto* const word : {"word0", "word1499", "word2999", "Row 79", "553"}) EXPECT_TRUE(words.contains(word));
}

TEST(Documents, GiveBackWhatTheirSinkThrows) {
    Document document{[](std::string_view) { throw std::runtime_error{"the disk is full"}; },
                      {.title = "", .locale = base::Locale::english, .made_at = kMade},
                      Paper::a4};
    document.begin_page();
    EXPECT_THROW(
        {
            document.end_page();
            document.finish();
        },
        std::runtime_error);
}

}  // namespace
}  // namespace documents
