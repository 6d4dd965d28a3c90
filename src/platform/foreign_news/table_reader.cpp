// What reader.h declares about tables.
#include <algorithm>

#include "base/text.h"
#include "platform/foreign_news/clean_words.h"
#include "platform/foreign_news/encoding.h"
#include "platform/foreign_news/phrases.h"
#include "platform/foreign_news/reader.h"
#include "platform/foreign_news/table.h"

namespace foreign_news {
namespace {

constexpr std::size_t kStart = 65'536;  // bytes that tell how a file is written

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
                case Column::picture:
                    item.pictures.push_back({base::collapse_spaces(field)});
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
            item.pictures.push_back({std::move(picture.source), std::move(picture.description)});
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

}  // namespace foreign_news
