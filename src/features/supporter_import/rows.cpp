#include "features/supporter_import/rows.h"

#include <algorithm>
#include <array>
#include <memory>

namespace supporter_import {
namespace {

constexpr statistics::CsvLimits kLimits{
    .record_bytes = std::size_t{256} << 10, .field_bytes = std::size_t{32} << 10, .columns = kMostColumns};
constexpr std::size_t kPart = std::size_t{64} << 10;

// The text from an offset on, as the reader asks for it; the header's bytes first, so that every reader knows the
// width.
statistics::ByteSource bytes_of(const TextSource& source, std::string_view header, std::uint64_t offset) {
    return [&source, header, offset](std::span<char> buffer) mutable -> std::size_t {
        if (header.empty()) {
            const std::size_t read = source.read(offset, buffer);
            offset += read;
            return read;
        }
        const std::size_t count = std::min(header.size(), buffer.size());
        std::ranges::copy(header.substr(0, count), buffer.begin());
        header.remove_prefix(count);
        return count;
    };
}

// What stands between the columns most often, outside of quotation marks.
char delimiter_of(std::string_view line) {
    constexpr std::array kCandidates{',', ';', '\t', '|'};
    std::array<int, 4> counts{};
    bool is_quoted = false;
    for (const char c : line) {
        if (c == '"') is_quoted = !is_quoted;
        if (c == '\n' && !is_quoted) break;
        const auto found = std::ranges::find(kCandidates, c);
        if (!is_quoted && found != kCandidates.end())
            ++counts.at(static_cast<std::size_t>(found - kCandidates.begin()));
    }
    return kCandidates.at(static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin()));
}

}  // namespace

TextSource source_of(std::string_view text) {
    return {.size = text.size(), .read = [text](std::uint64_t offset, std::span<char> buffer) -> std::size_t {
                if (offset >= text.size()) return 0;
                const auto part = text.substr(offset, buffer.size());
                std::ranges::copy(part, buffer.begin());
                return part.size();
            }};
}

base::Result<Header, statistics::CsvError> read_header(const TextSource& source) {
    std::string start(kPart, '\0');
    start.resize(source.read(0, start));
    Header header{.columns = {}, .bytes = {}, .delimiter = delimiter_of(start)};
    statistics::CsvReader reader{bytes_of(source, {}, 0), {.delimiter = header.delimiter, .limits = kLimits}};
    if (!reader.next())
        return reader.error().value_or(statistics::CsvError{statistics::CsvFault::wrong_number_of_fields});
    for (const std::string_view field : reader.fields()) header.columns.emplace_back(field);
    header.bytes.resize(reader.bytes_read());
    header.bytes.resize(source.read(0, header.bytes));
    return header;
}

Place first_row(const Header& header) {
    const auto lines = std::ranges::count(header.bytes, '\n');
    return {header.bytes.size(), 1 + static_cast<std::uint64_t>(lines)};
}

RowReader::RowReader(const TextSource& source, const Header& header, Place place)
    : source_(source), header_(header), header_lines_(first_row(header).line - 1) {
    open(place);
}

void RowReader::open(Place place) {
    begin_ = place;
    reader_.reset();
    if (place.offset >= source_.size) return;
    reader_.emplace(bytes_of(source_, header_.bytes, place.offset),
                    statistics::CsvShape{
                        .delimiter = header_.delimiter, .limits = kLimits, .missing_fields = header_.columns.size()});
    reader_->next();
}

bool RowReader::next() {
    row_ = {};
    if (!reader_ || gave_up()) return false;
    if (!reader_->next()) return reader_->error() && skip_broken_row(*reader_->error());
    row_.line = begin_.line + (reader_->line() - 1 - header_lines_);
    row_.fields.assign(reader_->fields().begin(), reader_->fields().end());
    row_.fields.resize(header_.columns.size());
    return true;
}

std::uint64_t RowReader::behind() const {
    if (!reader_) return begin_.offset;
    return begin_.offset + reader_->bytes_read() - header_.bytes.size();
}

Place RowReader::place() const { return {behind(), begin_.line + lines_between(begin_.offset, behind())}; }

std::uint64_t RowReader::lines_between(std::uint64_t begin, std::uint64_t end) const {
    std::uint64_t lines = 0;
    std::string part(kPart, '\0');
    while (begin < end) {
        const std::size_t wanted = std::min<std::uint64_t>(part.size(), end - begin);
        const std::size_t read = source_.read(begin, std::span{part}.first(wanted));
        if (read == 0) break;
        lines += static_cast<std::uint64_t>(std::ranges::count(std::string_view{part}.substr(0, read), '\n'));
        begin += read;
    }
    return lines;
}

// Goes on with the line behind the one on which the broken row began.
bool RowReader::skip_broken_row(const statistics::CsvError& error) {
    ++faults_;
    const Place broken = place();
    row_.line = broken.line;
    row_.fault = error.fault;
    std::string part(kPart, '\0');
    for (std::uint64_t at = broken.offset; at < source_.size;) {
        const std::size_t read = source_.read(at, part);
        if (read == 0) break;
        const auto end = std::string_view{part}.substr(0, read).find('\n');
        if (end != std::string_view::npos) {
            open({at + end + 1, broken.line + 1});
            return true;
        }
        at += read;
    }
    open({source_.size, broken.line + 1});
    return true;
}

}  // namespace supporter_import
