#include "platform/foreign_news/reader.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>

#include "base/text.h"
#include "platform/foreign_news/encoding.h"
#include "platform/foreign_news/fold.h"
#include "platform/foreign_news/listing.h"
#include "platform/foreign_news/page.h"
#include "platform/foreign_news/phrases.h"
#include "platform/foreign_news/plain_text.h"
#include "platform/foreign_news/table.h"
#include "platform/html/foreign_html.h"
#include "platform/html/foreign_markdown.h"

namespace foreign_news {
namespace {

constexpr std::size_t kStart = 65'536;  // bytes that tell what a file is

std::string lower_start(std::string_view start) {
    const auto first = start.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return base::lower_ascii(first == std::string_view::npos ? std::string_view{} : start.substr(first, 4'096));
}

bool is_markup(std::string_view start) {
    const auto lower = lower_start(start);
    for (const std::string_view tag :
         {"html",    "!doctype html", "pre>",    "pre ", "tr>", "td>",   "dt>",  "h4", "b>", "strong>", "font ",
          "center>", "body",          "div",     "p>",   "p ",  "table", "h1",   "h2", "h3", "head",    "ul",
          "/p>",     "article",       "section", "dl",   "br",  "main",  "span", "li>"})
        if (lower.contains("<" + std::string{tag})) return true;
    return false;
}

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

std::string read_whole(std::ifstream& in, std::uint64_t size) {
    std::string bytes(size, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(size));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

Document document_from(const std::string& text) {
    if (!is_markup(text)) return document_of_text(text);
    const auto page = html::read_foreign_html(text);
    if (!page) throw UnreadableSource{base::message("The page has more than a million elements."), ""};
    return document_of(*page);
}

std::string all_text(const Document& document) {
    std::string all;
    for (const auto& block : document.blocks) {
        all += block.text + " ";
        if (all.size() > 20'000) break;
    }
    return all;
}

std::optional<base::Locale> said_language(std::string_view code) {
    const auto lower = base::lower_ascii(code.substr(0, 2));
    return base::locale_of(lower);
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

// Bytes of a table in any encoding, as UTF-8, a piece at a time. Broken ones are counted.
class TableText {
public:
    TableText(const PieceSource& pieces, NewsSink& sink) : pieces_(pieces), sink_(sink) {}

    // Empty at the end.
    std::string next() {
        std::string bytes = std::move(rest_);
        rest_.clear();
        const auto kept = bytes.size();
        bytes.resize(kept + kStart);
        const auto count = pieces_(std::span{bytes}.subspan(kept));
        sink_.advance(count);
        bytes.resize(kept + count);
        if (bytes.empty()) return {};
        if (encoding_.empty()) start(bytes);
        // What the end of the piece cuts waits for the next one.
        if (count > 0 && encoding_ == "UTF-8") keep_cut_character(bytes);
        if (count > 0 && encoding_.starts_with("UTF-16") && bytes.size() % 2 == 1) {
            rest_ = bytes.back();
            bytes.pop_back();
        }
        auto decoded = decoded_text(std::move(bytes), encoding_);
        broken_ += decoded.broken;
        return decoded.text;
    }
    std::size_t broken() const { return broken_; }

private:
    void start(std::string& bytes) {
        encoding_ = encoding_of(bytes);
        if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
        if (const auto kind = binary_kind(bytes)) throw UnreadableSource{*kind, ""};
    }
    void keep_cut_character(std::string& bytes) {
        for (std::size_t length = 1; length <= 3 && length <= bytes.size(); ++length) {
            const auto lead = static_cast<unsigned char>(bytes[bytes.size() - length]);
            if (lead < 0x80) return;
            if (lead < 0xC0) continue;
            const std::size_t wanted = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
            if (wanted <= length) return;
            rest_ = bytes.substr(bytes.size() - length);
            bytes.resize(bytes.size() - length);
            return;
        }
    }

    const PieceSource& pieces_;
    NewsSink& sink_;
    std::string encoding_{};
    std::string rest_{};
    std::size_t broken_ = 0;
};

class TableReader {
public:
    TableReader(const ReadSettings& settings, NewsSink& sink) : settings_(settings), sink_(sink) {}

    void take(TableRecords::Record record) {
        if (columns_.empty()) {
            const auto columns = columns_of(record.fields);
            if (!columns)
                throw UnreadableSource{
                    base::message("The table names no column for a title, a teaser or a text in its first line."), ""};
            columns_ = *columns;
            sink_.section({});
            return;
        }
        if (record.fields.size() != columns_.size())
            sink_.oddity({record.line, OddityKind::broken_row, {}, std::to_string(record.fields.size())});
        add(record);
    }
    std::size_t items() const { return items_; }

private:
    void add(TableRecords::Record& record) {
        NewsItem item{.line = record.line};
        FoundDate date{.doubt = DateDoubt::none};
        for (std::size_t i = 0; i < record.fields.size(); ++i) {
            const auto& field = record.fields[i];
            if (base::collapse_spaces(field).empty()) continue;
            switch (i < columns_.size() ? columns_[i] : Column::other) {
                case Column::date:
                    date = named_date(field);
                    written_ = shown_words(field);
                    break;
                case Column::title:
                    item.title = clean({.text = field}).plain;
                    break;
                case Column::teaser:
                    item.teaser = clean({.text = field}).plain;
                    break;
                case Column::body:
                    take_body(field, item);
                    break;
                case Column::key:
                    item.key = base::collapse_spaces(field);
                    break;
                case Column::link:
                    if (item.key.empty()) item.key = base::collapse_spaces(field);
                    break;
                case Column::author:
                    item.author = clean({.text = field}).plain;
                    break;
                case Column::tags:
                    take_tags(field, item);
                    break;
                case Column::language:
                    item.language = said_language(base::collapse_spaces(field));
                    break;
                case Column::status:
                    is_draft_ = is_draft(field);
                    break;
                case Column::other:
                    break;
            }
        }
        if (is_draft_) {
            is_draft_ = false;
            sink_.oddity({record.line, OddityKind::not_published, item.title});
            return;
        }
        settle_date(date, record.line, item);
        ++items_;
        sink_.item(std::move(item));
    }

    void take_body(const std::string& field, NewsItem& item) {
        auto words = clean({.text = field});
        item.body = words.markdown;
        for (auto& picture : words.pictures)
            sink_.oddity({item.line, OddityKind::picture_left_out, std::move(picture)});
    }

    static void take_tags(const std::string& field, NewsItem& item) {
        std::string_view rest = field;
        while (!rest.empty()) {
            const auto end = std::min(rest.find_first_of(",;|"), rest.size());
            if (auto tag = clean({.text = rest.substr(0, end)}).plain; !tag.empty())
                item.tags.push_back(std::move(tag));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }

    static bool is_draft(const std::string& field) {
        const auto word = essence(field);
        return word == "0" || word == "draft" || word == "unpublished" || word == "false" || word == "no" ||
               word == "brouillon" || word == "nonpublie" || word == "non" || word == "private" || word == "pending";
    }

    void settle_date(FoundDate date, std::uint32_t line, NewsItem& item) {
        if (date.order != DateOrder::not_told) told_ = date.order;
        if (date.doubt == DateDoubt::order_unknown) {
            const bool is_french = settings_.language == base::Locale::french;
            const bool takes_other = told_ == DateOrder::day_first || (told_ == DateOrder::not_told && is_french);
            if (takes_other) date.day = date.other_order;
            if (told_ == DateOrder::not_told)
                sink_.oddity({line, OddityKind::order_unknown, written_, base::iso(*date.day)});
        }
        item.date = date.day;
        if (date.doubt == DateDoubt::month_only) sink_.oddity({line, OddityKind::month_only, written_});
        if (date.doubt == DateDoubt::span_of_days) sink_.oddity({line, OddityKind::span_of_days, written_});
        if (date.doubt == DateDoubt::no_such_day) sink_.oddity({line, OddityKind::no_such_day, written_});
        if (date.doubt == DateDoubt::no_such_year) sink_.oddity({line, OddityKind::no_such_year, written_});
        if (date.doubt == DateDoubt::unknown_form || date.doubt == DateDoubt::no_year)
            sink_.oddity({line, OddityKind::unknown_date, written_});
        else if (!item.date && date.doubt == DateDoubt::none)
            sink_.oddity({line, OddityKind::no_date, item.title});
    }

    const ReadSettings& settings_;
    NewsSink& sink_;
    std::vector<Column> columns_{};
    std::size_t items_ = 0;
    bool is_draft_ = false;
    std::string written_{};  // the last date, as the table has it
    DateOrder told_ = DateOrder::not_told;
};

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

void read_news(const std::filesystem::path& path, const ReadSettings& settings, NewsSink& sink) {
    if (std::filesystem::is_directory(path)) return read_folder(path, settings, sink);
    std::ifstream in(path, std::ios::binary);
    if (!in) throw UnreadableSource{base::message("The file cannot be opened."), path.string()};
    std::string start(kStart, '\0');
    in.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(in.gcount()));
    if (start.empty()) throw UnreadableSource{base::message("The file is empty."), ""};
    if (const auto kind = binary_kind(start)) throw UnreadableSource{*kind, ""};
    in.clear();
    in.seekg(0);
    const PieceSource pieces = [&in](std::span<char> buffer) {
        in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        return static_cast<std::size_t>(in.gcount());
    };
    const auto form = form_of(start);
    if (form == NewsForm::feed) return read_feed(pieces, sink);
    if (form == NewsForm::table) return read_table(pieces, settings, sink);
    const auto size = std::filesystem::file_size(path);
    if (size > kLargestPage)
        throw UnreadableSource{base::message("The page is larger than 32 MB. Save it in parts."), ""};
    read_page(read_whole(in, size), settings, sink);
}

void read_news_text(std::string bytes, const ReadSettings& settings, NewsSink& sink) {
    if (bytes.empty()) throw UnreadableSource{base::message("The file is empty."), ""};
    if (const auto kind = binary_kind(bytes)) throw UnreadableSource{*kind, ""};
    std::string_view rest = bytes;
    const PieceSource pieces = [&rest](std::span<char> buffer) {
        const auto count = std::min(buffer.size(), rest.size());
        std::ranges::copy(rest.substr(0, count), buffer.begin());
        rest.remove_prefix(count);
        return count;
    };
    const auto form = form_of(std::string_view{bytes}.substr(0, kStart));
    if (form == NewsForm::feed) return read_feed(pieces, sink);
    if (form == NewsForm::table) return read_table(pieces, settings, sink);
    if (bytes.size() > kLargestPage)
        throw UnreadableSource{base::message("The page is larger than 32 MB. Save it in parts."), ""};
    read_page(std::move(bytes), settings, sink);
}

void read_table(const PieceSource& pieces, const ReadSettings& settings, NewsSink& sink) {
    TableText text{pieces, sink};
    TableReader reader{settings, sink};
    const auto take = [&reader](TableRecords::Record record) { reader.take(std::move(record)); };
    auto piece = text.next();
    TableRecords records{delimiter_of(piece)};
    while (!piece.empty()) {
        if (!records.read(piece, take))
            throw UnreadableSource{
                base::message("A row is longer than 4 MB: a quotation mark before it was never closed."),
                "line " + std::to_string(records.line())};
        piece = text.next();
    }
    records.finish(take);
    if (text.broken() > 0) sink.oddity({1, OddityKind::broken_characters, {}, std::to_string(text.broken())});
    if (reader.items() == 0) sink.oddity({1, OddityKind::no_item});
}

void read_page(std::string bytes, const ReadSettings& settings, NewsSink& sink) {
    const auto size = bytes.size();
    auto decoded = decoded_text(std::move(bytes));
    if (!decoded) throw UnreadableSource{decoded.error(), ""};
    auto document = document_from(decoded->text);
    const auto said = settings.language ? settings.language : said_language(document.language);
    const auto guess = guessed_language(all_text(document));
    // The text tells better than the frame of a site does.
    const auto language = settings.language ? settings.language : guess ? guess : said;
    auto listing = listing_of(std::move(document),
                              {.today = settings.today, .language = language.value_or(base::Locale::english)});
    sink.section({.title = listing.title,
                  .introduction = listing.introduction,
                  .language = language ? std::string{base::code(*language)} : std::string{}});
    for (auto& item : listing.items)
        sink.item({.key = std::move(item.link),
                   .date = item.date,
                   .title = std::move(item.title),
                   .teaser = std::move(item.teaser),
                   .body = std::move(item.body),
                   .language = language,
                   .line = item.line});
    report_broken(*decoded, sink, {});
    for (auto& oddity : listing.oddities) sink.oddity(std::move(oddity));
    sink.advance(size);
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

CleanWords clean(const DirtyWords& words) {
    CleanWords out;
    if (!words.text.contains('<') && !words.text.contains('&')) {
        out.plain = shown_words(words.text);
        std::string_view rest = words.text;
        while (!rest.empty()) {
            const auto end = std::min(rest.find("\n\n"), rest.size());
            if (auto paragraph = shown_words(rest.substr(0, end)); !paragraph.empty())
                out.markdown += (out.markdown.empty() ? "" : "\n\n") + html::escaped_for_markdown(paragraph);
            rest.remove_prefix(std::min(end + 2, rest.size()));
        }
        return out;
    }
    std::string source{words.text};
    if (words.has_paragraphs_by_lines) source = html::with_paragraphs(source);
    const auto page = html::read_foreign_html(source);
    if (!page) return {.plain = shown_words(words.text)};
    out.plain = shown_words(html::plain_text_of(*page, 0));
    auto text = html::markdown_of(*page, 0, words.base);
    out.markdown = std::move(text.markdown);
    for (auto& picture : text.pictures) out.pictures.push_back(std::move(picture.source));
    return out;
}

std::optional<base::Locale> guessed_language(std::string_view text) {
    static constexpr auto kEnglish =
        std::to_array<std::string_view>({"the", "and", "of", "to", "in", "for", "with", "that", "was", "are", "from",
                                         "have", "they", "their", "on", "is", "by"});
    static constexpr auto kFrench =
        std::to_array<std::string_view>({"le", "la", "les", "des", "et", "du", "une", "dans", "pour", "avec", "que",
                                         "qui", "sur", "aux", "est", "sont", "au", "un"});
    std::size_t english = 0;
    std::size_t french = 0;
    const auto fold = folded(text.substr(0, 20'000)).text;
    std::string_view rest = fold;
    while (!rest.empty()) {
        const auto end = std::min(rest.find_first_of(" ,.;:!?'\"()\x01"), rest.size());
        const auto word = rest.substr(0, end);
        if (std::ranges::find(kEnglish, word) != kEnglish.end()) ++english;
        if (std::ranges::find(kFrench, word) != kFrench.end()) ++french;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (english == french || english + french < 3) return std::nullopt;
    return english > french ? base::Locale::english : base::Locale::french;
}

}  // namespace foreign_news
