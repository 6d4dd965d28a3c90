// platform/foreign_news/reader.h - reads news from a file or a folder, whatever its form.
//
// The form is told by the content: a feed (RSS 2.0 and 1.0, Atom) or a WordPress export (WXR), a table (CSV), a page of
// HTML or a text that lists news, a folder of pages with one item each. Feeds and tables are read piece by piece, in
// the memory of one item; pages whole, up to kLargestPage.
#pragma once
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "platform/foreign_news/feed_entry.h"
#include "platform/foreign_news/news.h"

namespace foreign_news {

inline constexpr std::size_t kLargestPage = std::size_t{32} << 20;  // bytes

struct ReadSettings {
    base::Day today;
    std::optional<base::Locale> language{};  // of all items; absent: what each says, else guessed
};

enum class NewsForm : unsigned char { feed, table, page, folder };
// By the first bytes of a file.
NewsForm form_of(std::string_view start);

// Throws UnreadableSource for what cannot be read; items that came before it stay with the sink.
void read_news(const std::filesystem::path& path, const ReadSettings& settings, NewsSink& sink);

// The same for a file in memory, such as one that was uploaded; its name serves for items without another.
void read_news_text(std::string bytes, const ReadSettings& settings, NewsSink& sink);

// Fills the buffer from its front and says how many bytes there were; 0 at the end.
using PieceSource = std::function<std::size_t(std::span<char>)>;

// A WordPress export, by its first bytes. Its pictures stand anywhere behind or before the items that they stand for:
// the library is read first, from the same bytes, and the items then.
bool is_wordpress(std::string_view start);
MediaLibrary library_of(const PieceSource& pieces);
void read_feed(const PieceSource& pieces, NewsSink& sink, const MediaLibrary& library = {});
void read_table(const PieceSource& pieces, const ReadSettings& settings, NewsSink& sink);
void read_page(std::string bytes, const ReadSettings& settings, NewsSink& sink);
// The one file at the top of a folder that holds all the news: an export or table beside its pictures, a page saved
// with a folder of its own. nullopt for a folder of pages.
std::optional<std::filesystem::path> only_source(const std::filesystem::path& folder);
void read_folder(const std::filesystem::path& folder, const ReadSettings& settings, NewsSink& sink);

}  // namespace foreign_news
