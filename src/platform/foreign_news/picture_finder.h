// platform/foreign_news/picture_finder.h - which pictures of items lie beside their source, in the same folder.
#pragma once
#include <filesystem>

#include "platform/foreign_news/news.h"

namespace foreign_news {

// Hands everything on to another sink; of an item's pictures only those that lie below the folder, with the file that
// each is. The others are reported. An address leads to a file by its path, taken from where the item's own file lies
// or from the folder, or by its end: "https://old.example/files/2013/strike.jpg" to "files/2013/strike.jpg",
// "2013/strike.jpg" or "strike.jpg". What a link or ".." leads out to is not there. Without a folder none are.
class PictureFinder final : public NewsSink {
public:
    PictureFinder(std::filesystem::path folder, NewsSink& next);

    void section(NewsSection section) override { next_.section(std::move(section)); }
    void item(NewsItem item) override;
    void oddity(Oddity oddity) override { next_.oddity(std::move(oddity)); }
    void advance(std::uint64_t bytes) override { next_.advance(bytes); }

private:
    std::filesystem::path find(const NewsItem& item, const std::string& address) const;
    std::filesystem::path within(const std::filesystem::path& path) const;

    std::filesystem::path folder_;  // canonical; empty: there is none
    NewsSink& next_;
};

}  // namespace foreign_news
