// What uploaded bytes are, by what they hold. The samples were written by python3's zipfile; fuzz/seeds has them.
#include "features/newsroom/document.h"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

namespace newsroom {
namespace {

std::string sample(const std::string& name) {
    std::ifstream file{std::string{SOURCE_DIR "/fuzz/seeds/document_type/"} + name, std::ios::binary};
    EXPECT_TRUE(file) << name;
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::string judged(const std::string& name) {
    const auto bytes = sample(name);
    const auto type = type_of({bytes, name});
    return type ? std::string{ending_of(*type)} : std::string{type.error().front().message.key()};
}

TEST(Document, is_what_its_bytes_say) {
    for (const std::string name : {"brief.docx", "table.xlsx", "slides.pptx", "letter.odt", "brief.pdf", "table.csv"})
        EXPECT_EQ(judged(name), name.substr(name.rfind('.') + 1));
    const auto bytes = sample("letter.odt");
    EXPECT_EQ(*type_of({bytes, "invoice.pdf"}), DocumentType::odt) << "whatever its name says";
    EXPECT_EQ(judged("page.html"), "txt") << "it is sent as plain text, to be saved";
}

TEST(Document, that_could_harm_or_is_damaged_is_refused_with_its_reason) {
    EXPECT_TRUE(judged("macros.docm").starts_with("There are macros"));
    EXPECT_TRUE(judged("archive.zip").starts_with("This kind of file"));
    EXPECT_TRUE(judged("cut.pdf").starts_with("The file is damaged"));
    EXPECT_TRUE(judged("cut.docx").starts_with("The file is damaged"));
    EXPECT_TRUE(judged("latin1.txt").starts_with("This kind of file")) << "its encoding is not known";
    EXPECT_FALSE(type_of({"", "empty.pdf"}));
    EXPECT_FALSE(type_of({std::string(kLargestDocument + 1, 'a'), "long.txt"}));
}

TEST(Document, has_an_address_made_of_its_name_that_leads_nowhere_else) {
    EXPECT_EQ(document_path(DocumentId{17}, "Mémoire sur l’eau (final).PDF", DocumentType::pdf),
              "/documents/17/memoire-sur-l-eau-final.pdf");
    EXPECT_EQ(document_path(DocumentId{17}, "C:\\Users\\../..", DocumentType::csv), "/documents/17/document.csv");
    EXPECT_EQ(document_in("/documents/17/x.pdf"), DocumentId{17});
    EXPECT_FALSE(document_in("/documents/-17/x.pdf"));
    EXPECT_FALSE(document_in("https://example.org/documents/17/x.pdf"));
}

}  // namespace
}  // namespace newsroom
