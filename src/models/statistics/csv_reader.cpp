#include "models/statistics/csv_reader.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/text.h"

namespace statistics {
namespace {

constexpr std::size_t kFirstBuffer = std::size_t{256} << 10;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view sentence_of(CsvFault fault) {
    switch (fault) {
        case CsvFault::stray_quotation_mark:
            return "a quotation mark stands inside a field that does not begin with one";
        case CsvFault::text_after_quotation_mark:
            return "something stands between the closing quotation mark and the comma";
        case CsvFault::unclosed_quotation:
            return "the quotation mark is never closed";
        case CsvFault::lone_carriage_return:
            return "a carriage return stands without a line feed";
        case CsvFault::zero_byte:
            return "there is a zero byte: this is no text";
        case CsvFault::not_utf8:
            return "the text is not UTF-8";
        case CsvFault::wrong_number_of_fields:
            return "the record has not as many fields as the first";
        case CsvFault::record_too_long:
            return "the record is too long";
        case CsvFault::field_too_long:
            return "the field is too long";
        case CsvFault::too_many_columns:
            return "there are too many columns";
        case CsvFault::input_too_long:
            return "the input is too long";
    }
    return "";
}

// Without an early exit, so that the compiler looks at many bytes at once.
bool is_ascii(std::string_view text) {
    unsigned char seen = 0;
    for (const char c : text) seen = static_cast<unsigned char>(seen | static_cast<unsigned char>(c));
    return seen < 0x80;
}

}  // namespace

std::string text_of(const CsvError& error) {
    return "line " + std::to_string(error.line) + ", column " + std::to_string(error.column) + ": " +
           std::string{sentence_of(error.fault)};
}

CsvReader::CsvReader(std::string_view text, const CsvShape& shape)
    : text_(text), shape_(shape), at_end_(true), received_(text.size()) {}

CsvReader::CsvReader(ByteSource source, const CsvShape& shape) : shape_(shape), source_(std::move(source)) {}

// Passes over the byte order mark.
void CsvReader::start() {
    is_started_ = true;
    while (text_.size() < kByteOrderMark.size() && fill()) {
    }
    if (!text_.starts_with(kByteOrderMark)) return;
    text_.remove_prefix(kByteOrderMark.size());
    consumed_ += kByteOrderMark.size();
}

bool CsvReader::next() {
    if (!is_started_) start();
    while (!error_) {
        if (received_ > shape_.limits.total_bytes) {
            fail(CsvFault::input_too_long, 0);
            break;
        }
        if (text_.empty() && !fill()) break;
        const auto outcome = read_record();
        if (outcome == Outcome::record) return true;
        if (outcome == Outcome::needs_more) fill();
    }
    fields_ = {};
    return false;
}

// Puts more bytes behind those in memory; false when the input has ended.
bool CsvReader::fill() {
    if (at_end_) return false;
    const auto kept = text_.size();
    if (buffer_.empty() || kept * 2 > buffer_.size()) {
        std::vector<char> larger(std::max(kFirstBuffer, buffer_.size() * 2));
        std::ranges::copy(text_, larger.begin());
        buffer_ = std::move(larger);
    } else if (kept > 0) {
        std::memmove(buffer_.data(), text_.data(), kept);
    }
    const auto got = source_(std::span{buffer_}.subspan(kept));
    received_ += got;
    at_end_ = got == 0;
    text_ = {buffer_.data(), kept + got};
    return got > 0;
}

CsvReader::Outcome CsvReader::read_record() {
    pieces_.clear();
    unquoted_.clear();
    line_ended_ = false;
    record_line_ = line_;
    std::size_t at = 0;
    while (!line_ended_) {
        const bool is_quoted = at < text_.size() && text_[at] == '"';
        const auto outcome = is_quoted ? read_quoted(at) : read_plain(at);
        if (outcome != Outcome::record) return outcome;
    }
    return accept(at);
}

// A field without marks: up to the comma or the line's end.
CsvReader::Outcome CsvReader::read_plain(std::size_t& at) {
    const auto begin = at;
    while (at < text_.size()) {
        const char c = text_[at];
        if (c == shape_.delimiter || c == '\n' || c == '\r') break;
        if (c == '"') return fail(CsvFault::stray_quotation_mark, at);
        if (c == '\0') return fail(CsvFault::zero_byte, at);
        ++at;
    }
    if (at == text_.size() && !at_end_) return ran_out(at, {});
    return end_field(at, {begin, at, false});
}

CsvReader::Outcome CsvReader::read_quoted(std::size_t& at) {
    const auto opening = at;
    auto begin = ++at;
    const auto copied = unquoted_.size();
    bool has_doubled_mark = false;
    while (true) {
        const auto mark = text_.find('"', at);
        if (mark == std::string_view::npos) return ran_out(opening, CsvFault::unclosed_quotation);
        if (mark + 1 == text_.size() && !at_end_) return ran_out(opening, {});
        at = mark + 1;
        if (at == text_.size() || text_[at] != '"') {
            if (!has_doubled_mark) return end_field(at, {begin, mark, false});
            unquoted_.append(text_, begin, mark - begin);
            return end_field(at, {copied, unquoted_.size(), true});
        }
        has_doubled_mark = true;
        unquoted_.append(text_, begin, at - begin);
        begin = ++at;
    }
}

// `at` stands behind the field: a comma, a line's end or the end of the input must follow.
CsvReader::Outcome CsvReader::end_field(std::size_t& at, const Piece& piece) {
    if (at > shape_.limits.record_bytes) return fail(CsvFault::record_too_long, 0);
    if (piece.end - piece.begin > shape_.limits.field_bytes) return fail(CsvFault::field_too_long, 0);
    if (pieces_.size() == shape_.limits.columns) return fail(CsvFault::too_many_columns, at);
    pieces_.push_back(piece);
    if (at < text_.size() && text_[at] == shape_.delimiter) {
        ++at;
        return Outcome::record;
    }
    return take_line_end(at);
}

CsvReader::Outcome CsvReader::take_line_end(std::size_t& at) {
    line_ended_ = true;
    if (at == text_.size()) return Outcome::record;
    if (text_[at] == '\r') {
        if (at + 1 == text_.size() && !at_end_) return ran_out(at, {});
        if (at + 1 == text_.size() || text_[at + 1] != '\n') return fail(CsvFault::lone_carriage_return, at);
        ++at;
    }
    if (text_[at] != '\n') return fail(CsvFault::text_after_quotation_mark, at);
    ++at;
    return Outcome::record;
}

// The record goes on behind what is in memory: more is read, unless it is too long or the input has ended.
CsvReader::Outcome CsvReader::ran_out(std::size_t at, CsvFault at_the_end) {
    if (text_.size() > shape_.limits.record_bytes) return fail(CsvFault::record_too_long, 0);
    return at_end_ ? fail(at_the_end, at) : Outcome::needs_more;
}

// The record's bytes are text_[0, end).
CsvReader::Outcome CsvReader::accept(std::size_t end) {
    const auto record = text_.substr(0, end);
    if (end > shape_.limits.record_bytes) return fail(CsvFault::record_too_long, 0);
    if (!is_ascii(record) && !base::is_valid_utf8(record)) return fail(CsvFault::not_utf8, 0);
    if (record.find('\0') != std::string_view::npos) return fail(CsvFault::zero_byte, record.find('\0'));
    const bool is_empty_line = pieces_.size() == 1 && (record == "\n" || record == "\r\n");
    const bool is_whole = pieces_.size() <= width_ && pieces_.size() + shape_.missing_fields >= width_;
    if (!is_empty_line && width_ != 0 && !is_whole) return fail(CsvFault::wrong_number_of_fields, 0);
    fields_.clear();
    for (const auto& piece : pieces_) {
        const std::string_view from = piece.is_unquoted ? std::string_view{unquoted_} : text_;
        fields_.push_back(from.substr(piece.begin, piece.end - piece.begin));
    }
    line_ += static_cast<std::uint64_t>(std::ranges::count(record, '\n'));
    consumed_ += end;
    text_.remove_prefix(end);
    if (is_empty_line) return Outcome::empty_line;
    if (width_ == 0) width_ = pieces_.size();
    return Outcome::record;
}

// at: the place of the fault behind the beginning of the record. Behind the bound on records every fault is the same,
// however much of the input is in memory.
CsvReader::Outcome CsvReader::fail(CsvFault fault, std::size_t at) {
    if (at > shape_.limits.record_bytes) return fail(CsvFault::record_too_long, 0);
    const auto before = text_.substr(0, at);
    const auto last_end = before.rfind('\n');
    const auto column = last_end == std::string_view::npos ? at : at - last_end - 1;
    error_ = CsvError{fault, record_line_ + static_cast<std::uint64_t>(std::ranges::count(before, '\n')), column + 1};
    return Outcome::failed;
}

}  // namespace statistics
