#include "platform/foreign_news/reader.h"

#include <algorithm>
#include <fstream>

#include "platform/foreign_news/encoding.h"
#include "platform/foreign_news/page_reader.h"
#include "platform/foreign_news/picture_finder.h"
#include "platform/foreign_news/table.h"

namespace foreign_news {
namespace {

constexpr std::size_t kStart = 65'536;  // bytes that tell what a file is

// Whether the first line names columns.
bool has_header(std::string_view start) {
    if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
    const char delimiter = delimiter_of(start);
    std::optional<TableRecords::Record> first;
    TableRecords records{delimiter};
    const auto keep = [&first](TableRecords::Record record) {
        if (!first) first = std::move(record);
    };
    if (!records.read(start.substr(0, 8'192), keep)) return false;
    if (!first) records.finish(keep);
    return first && first->fields.size() >= 2 && columns_of(first->fields);
}

bool in_wide_characters(std::string_view start) { return encoding_of(start).starts_with("UTF-16"); }

std::string as_utf8(std::string_view start) {
    auto decoded = decoded_text(std::string{start});
    return decoded ? decoded->text : std::string{};
}

// Says which items are dated later than today; what lists news on a page says so itself.
class DateWatch final : public NewsSink {
public:
    DateWatch(NewsSink& next, base::Day today) : next_(next), today_(today) {}

    void section(NewsSection section) override { next_.section(std::move(section)); }
    void item(NewsItem item) override {
        if (item.date && *item.date > today_)
            next_.oddity({item.line, OddityKind::future_date, base::iso(*item.date), {}, item.file});
        next_.item(std::move(item));
    }
    void oddity(Oddity oddity) override { next_.oddity(std::move(oddity)); }
    void advance(std::uint64_t bytes) override { next_.advance(bytes); }

private:
    NewsSink& next_;
    base::Day today_;
};

std::string read_whole(std::ifstream& in, std::uint64_t size) {
    std::string bytes(size, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(size));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

}  // namespace

NewsForm form_of(std::string_view start) {
    const auto text =
        in_wide_characters(start) ? as_utf8(start.substr(0, start.size() & ~std::size_t{1})) : std::string{start};
    const auto lower = lower_start(text);
    const bool is_xml = lower.starts_with("<?xml") || lower.starts_with("<rss") || lower.starts_with("<feed") ||
                        lower.starts_with("<rdf:rdf") || lower.starts_with("<!");
    const bool is_feed = lower.contains("<rss") || lower.contains("<feed") || lower.contains("<rdf:rdf");
    if (is_xml && is_feed && !lower.contains("<html")) return NewsForm::feed;
    if (!lower.starts_with('<') && has_header(text)) return NewsForm::table;
    return NewsForm::page;
}

namespace {

void read_file(const std::filesystem::path& path, const ReadSettings& settings, NewsSink& sink) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw UnreadableSource{base::message("The file cannot be opened."), path.string()};
    std::string start(kStart, '\0');
    in.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(in.gcount()));
    if (start.empty()) throw UnreadableSource{base::message("The file is empty."), ""};
    if (const auto kind = binary_kind(start)) throw UnreadableSource{*kind, ""};
    const auto rewind = [&in] {
        in.clear();
        in.seekg(0);
    };
    rewind();
    const PieceSource pieces = [&in](std::span<char> buffer) {
        in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        return static_cast<std::size_t>(in.gcount());
    };
    const auto form = form_of(start);
    DateWatch watch{sink, settings.today};
    if (form == NewsForm::feed && is_wordpress(start)) {
        const auto library = library_of(pieces);
        rewind();
        return read_feed(pieces, watch, library);
    }
    if (form == NewsForm::feed) return read_feed(pieces, watch);
    if (form == NewsForm::table) return read_table(pieces, settings, watch);
    const auto size = std::filesystem::file_size(path);
    if (size > kLargestPage)
        throw UnreadableSource{base::message("The page is larger than 32 MB. Save it in parts."), ""};
    read_page(read_whole(in, size), settings, sink);
}

}  // namespace

void read_news(const std::filesystem::path& path, const ReadSettings& settings, NewsSink& sink) {
    if (!std::filesystem::is_directory(path)) {
        PictureFinder finder{path.has_parent_path() ? path.parent_path() : ".", sink};
        return read_file(path, settings, finder);
    }
    PictureFinder finder{path, sink};
    if (const auto source = only_source(path)) return read_file(*source, settings, finder);
    DateWatch watch{finder, settings.today};
    read_folder(path, settings, watch);
}

void read_news_text(std::string bytes, const ReadSettings& settings, NewsSink& next) {
    PictureFinder sink{{}, next};
    if (bytes.empty()) throw UnreadableSource{base::message("The file is empty."), ""};
    if (const auto kind = binary_kind(bytes)) throw UnreadableSource{*kind, ""};
    std::string_view rest = bytes;
    const PieceSource pieces = [&rest](std::span<char> buffer) {
        const auto count = std::min(buffer.size(), rest.size());
        std::ranges::copy(rest.substr(0, count), buffer.begin());
        rest.remove_prefix(count);
        return count;
    };
    const auto start = std::string_view{bytes}.substr(0, kStart);
    const auto form = form_of(start);
    DateWatch watch{sink, settings.today};
    if (form == NewsForm::feed && is_wordpress(start)) {
        const auto library = library_of(pieces);
        rest = bytes;
        return read_feed(pieces, watch, library);
    }
    if (form == NewsForm::feed) return read_feed(pieces, watch);
    if (form == NewsForm::table) return read_table(pieces, settings, watch);
    if (bytes.size() > kLargestPage)
        throw UnreadableSource{base::message("The page is larger than 32 MB. Save it in parts."), ""};
    read_page(std::move(bytes), settings, sink);
}

}  // namespace foreign_news
