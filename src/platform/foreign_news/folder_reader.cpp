// A folder of pages with one item each.
#include <algorithm>
#include <fstream>

#include "base/text.h"
#include "platform/foreign_news/clean_words.h"
#include "platform/foreign_news/encoding.h"
#include "platform/foreign_news/listing.h"
#include "platform/foreign_news/page_reader.h"
#include "platform/foreign_news/phrases.h"
#include "platform/foreign_news/reader.h"

namespace foreign_news {
namespace {

std::string read_whole(std::ifstream& in, std::uint64_t size) {
    std::string bytes(size, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(size));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

void report_broken(const DecodedText& decoded, NewsSink& sink, const std::string& file) {
    if (decoded.broken > 0)
        sink.oddity({decoded.first_broken, OddityKind::broken_characters, {}, std::to_string(decoded.broken), file});
}

// The day of a page that holds one item: its first date, else one in the name of its file, 2013-03-12-strike.html.
NewsItem item_of_page(const std::string& text, const std::filesystem::path& file) {
    NewsItem item{.file = file.filename().string()};
    const auto document = document_from(text);
    auto listing = listing_of(document, {.today = base::Day{std::chrono::days{200'000}}});
    item.title = listing.title;
    for (const auto& block : document.blocks) {
        for (const auto& picture : block.pictures) item.pictures.push_back({picture.address, picture.description});
        if (block.is_outside || block.role == BlockRole::rule || block.role == BlockRole::more) continue;
        if (block.role == BlockRole::date) {
            if (!item.date) item.date = block.date->day;
            if (item.line == 0) item.line = block.line;
            continue;
        }
        if (block.text == item.title || is_pager(block.text) || is_end_matter(block.text)) continue;
        if (block.face == Face::link && block.text.size() < 60) continue;
        item.body +=
            (item.body.empty() ? "" : "\n\n") +
            (block.face == Face::heading ? std::string(static_cast<std::size_t>(std::max(block.level, 2)), '#') + " "
                                         : std::string{}) +
            block.markdown;
        if (item.teaser.empty() && block.face == Face::plain) item.teaser = block.text;
    }
    if (!item.date) {
        const auto name = file.stem().string().substr(0, 10);
        if (const auto named = named_date(name); named.day && named.doubt == DateDoubt::none) item.date = named.day;
    }
    return item;
}

bool is_page_file(const std::filesystem::path& path) {
    const auto extension = base::lower_ascii(path.extension().string());
    return extension == ".html" || extension == ".htm" || extension == ".xhtml" || extension == ".txt" ||
           extension == ".md" || extension == ".markdown" || extension == ".text";
}

}  // namespace

std::optional<std::filesystem::path> only_source(const std::filesystem::path& folder) {
    std::optional<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto extension = base::lower_ascii(entry.path().extension().string());
        const bool is_source =
            entry.is_regular_file() && (is_page_file(entry.path()) || extension == ".xml" || extension == ".csv" ||
                                        extension == ".rss" || extension == ".atom" || extension == ".tsv");
        if (!is_source) continue;
        if (found) return std::nullopt;
        found = entry.path();
    }
    if (!found || !is_page_file(*found)) return found;
    // Browsers save what belongs to a page in a folder beside it, named after it in their language.
    for (const auto* const ending : {"_files", "_fichiers"})
        if (std::filesystem::is_directory(folder / (found->stem().string() + ending))) return found;
    return std::nullopt;
}

void read_folder(const std::filesystem::path& folder, const ReadSettings& settings, NewsSink& sink) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(
             folder, std::filesystem::directory_options::skip_permission_denied))
        if (entry.is_regular_file() && is_page_file(entry.path())) files.push_back(entry.path());
    std::ranges::sort(files);
    sink.section({.source = folder.filename().string()});
    for (const auto& file : files) {
        const auto name = std::filesystem::relative(file, folder).string();
        std::ifstream in(file, std::ios::binary);
        const auto size = std::filesystem::file_size(file);
        auto decoded = size > kLargestPage ? base::Result<DecodedText, base::Message>{base::message(
                                                 "The page is larger than 32 MB. Save it in parts.")}
                                           : decoded_text(read_whole(in, size));
        sink.advance(size);
        if (!decoded) {
            sink.oddity({0, OddityKind::unreadable_file, decoded.error().key(), {}, name});
            continue;
        }
        report_broken(*decoded, sink, name);
        auto item = item_of_page(decoded->text, file);
        item.key = name;
        item.file = name;
        item.language = settings.language ? settings.language : guessed_language(item.body);
        if (!item.date) sink.oddity({1, OddityKind::no_date, item.title, {}, name});
        if (item.teaser.empty()) sink.oddity({1, OddityKind::no_text, {}, {}, name});
        sink.item(std::move(item));
    }
    if (files.empty()) sink.oddity({0, OddityKind::no_item});
}

}  // namespace foreign_news
