// Saved pages beside what a person copied out of them: FILE and FILE.expected, whose first line is the section's title
// and whose other lines are "date | title | teaser".
#include "platform/foreign_news/reader.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

namespace foreign_news {
namespace {

const std::filesystem::path kPages{SOURCE_DIR "/tests/news_pages"};

class Notebook final : public NewsSink {
public:
    void section(NewsSection section) override { text += section.title + "\n"; }
    void item(NewsItem item) override {
        text += (item.date ? base::iso(*item.date) : "-") + " | " + item.title + " | " + item.teaser + "\n";
    }
    void oddity(Oddity) override {}
    void advance(std::uint64_t) override {}

    std::string text{};
};

std::string words_of_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> pages() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(kPages))
        if (entry.path().extension() == ".expected") names.push_back(entry.path().stem().string());
    std::ranges::sort(names);
    return names;
}

TEST(SavedPages, SayWhatAPersonCopiedOutOfThem) {
    const auto names = pages();
    ASSERT_GE(names.size(), 20U);
    for (const auto& name : names) {
        Notebook notebook;
        read_news(kPages / name, {.today = *base::day_of("2026-11-22")}, notebook);
        EXPECT_EQ(notebook.text, words_of_file(kPages / (name + ".expected"))) << name;
    }
}

}  // namespace
}  // namespace foreign_news
