// platform/foreign_news/news_source.h - a file, a folder, or an archive of one, ready to be read as often as one likes.
#pragma once
#include <filesystem>
#include <string>

#include "platform/foreign_news/reader.h"

namespace foreign_news {

// Limits of an archive; beyond them it is refused before anything of it is written.
inline constexpr std::uint64_t kMostEntries = 20'000;
inline constexpr std::uint64_t kLargestArchive = std::uint64_t{512} << 20;  // bytes of all files in it

// A file in memory, such as one that was uploaded.
struct NamedBytes {
    std::string name;
    std::string bytes;
};

// Archives (zip) are unpacked to a folder of their own, which goes with this object: pictures of items lie in it until
// then. Of an archive nothing comes out but plain files below that folder, whatever its names say; one top folder that
// holds everything else is left out.
class NewsSource {
public:
    explicit NewsSource(std::filesystem::path path);
    // The name serves for nothing but messages.
    explicit NewsSource(const NamedBytes& file);
    ~NewsSource();
    NewsSource(const NewsSource&) = delete;
    NewsSource& operator=(const NewsSource&) = delete;

    // Throws UnreadableSource like read_news(), also for an archive that is broken or too large.
    void read(const ReadSettings& settings, NewsSink& sink) const;

private:
    std::filesystem::path path_;       // what is read, when no archive has to be unpacked
    std::filesystem::path temporary_;  // a folder of ours; empty: none
    std::string archive_{};            // the zip's own file
};

}  // namespace foreign_news
