// platform/foreign_news/table.h - items from a table with a column for each thing (CSV), whatever the columns are
// called. Pure.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/foreign_news/date.h"

namespace foreign_news {

// Reads records as people's programs write them: quotation marks around fields with line ends and doubled marks
// inside; a stray mark is a character. Bytes come in pieces of any size; memory holds one record.
class TableRecords {
public:
    explicit TableRecords(char delimiter) : delimiter_(delimiter) {}

    struct Record {
        std::uint32_t line;
        std::vector<std::string> fields;
    };
    using Take = std::function<void(Record)>;

    // false when a record is longer than kLongestRecord: a quotation mark that nobody closed.
    [[nodiscard]] bool read(std::string_view piece, const Take& take);
    void finish(const Take& take);

    static constexpr std::size_t kLongestRecord = 4'000'000;  // bytes
    std::uint32_t line() const { return record_line_; }

private:
    enum class State : unsigned char { field_start, plain, quoted, after_mark };
    void take_character(char c, const Take& take);
    void end_field();
    void end_record(const Take& take);

    char delimiter_;
    State state_ = State::field_start;
    std::string field_{};
    std::vector<std::string> fields_{};
    std::size_t size_ = 0;
    std::uint32_t line_ = 1;
    std::uint32_t record_line_ = 1;
    bool was_return_ = false;
};

// ',' ';' tab or '|', whichever the first line has most of.
char delimiter_of(std::string_view start);

enum class Column : unsigned char {
    date,
    title,
    teaser,
    body,
    key,
    author,
    tags,
    language,
    status,
    link,
    picture,
    other
};

// What a column is called in English and French exports: "Post date", "Date de publication", "Résumé", "nid", ...
Column column_of(std::string_view name);

// The columns of a header; nullopt when it names neither a title, a teaser nor a text.
std::optional<std::vector<Column>> columns_of(std::span<const std::string> header);

}  // namespace foreign_news
