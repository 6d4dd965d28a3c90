// platform/http/chunk_reader.cpp - a line, its data, a line, its data.
#include "platform/http/chunk_reader.h"

#include <algorithm>
#include <charconv>

namespace http {
namespace {

constexpr std::size_t kMostDigits = 8;
constexpr std::size_t kLineEnd = 2;

bool is_printable(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return (c >= ' ' && c < 127) || c == '\t'; });
}

}  // namespace

ChunkReader::Progress ChunkReader::advance(std::string_view bytes, std::size_t& used, std::string& body, Limit limit) {
    auto rest = bytes;
    auto progress = Progress::need_more;
    while (!rest.empty()) {
        if (stage_ == Stage::data) {
            const auto taken = rest.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(left_, rest.size())));
            body.append(taken);
            rest.remove_prefix(taken.size());
            left_ -= taken.size();
            if (left_ == 0) stage_ = Stage::data_end;
            continue;
        }
        const auto before = rest.size();
        progress = read_line(rest);
        if (stage_ == Stage::data && body.size() + left_ > limit.bytes) return Progress::too_long;
        if (progress != Progress::need_more || rest.size() == before) break;
    }
    used = bytes.size() - rest.size();
    return progress;
}

// Reads one line where there is a whole one; need_more also after a line that is not the last.
ChunkReader::Progress ChunkReader::read_line(std::string_view& rest) {
    const auto end = rest.find('\n');
    if (end == std::string_view::npos) return rest.size() > kMostFraming ? Progress::malformed : Progress::need_more;
    if (end == 0 || rest[end - 1] != '\r') return Progress::malformed;
    const auto line = rest.substr(0, end - 1);
    rest.remove_prefix(end + 1);
    const bool is_chunk_line = stage_ != Stage::trailer && line.size() <= kMostDigits;
    framing_ += is_chunk_line ? 0 : line.size() + kLineEnd;
    if (!is_printable(line) || framing_ > kMostFraming) return Progress::malformed;
    switch (stage_) {
        case Stage::size:
            return begin_chunk(line) ? Progress::need_more : Progress::malformed;
        case Stage::data_end:
            stage_ = Stage::size;
            return line.empty() ? Progress::need_more : Progress::malformed;
        case Stage::trailer:
            return line.empty() ? Progress::complete : Progress::need_more;
        case Stage::data:
            break;
    }
    return Progress::malformed;
}

bool ChunkReader::begin_chunk(std::string_view line) {
    const auto digits = line.substr(0, line.find(';'));
    if (digits.empty() || digits.size() > kMostDigits) return false;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), left_, 16);
    if (fault != std::errc{} || end != digits.data() + digits.size()) return false;
    stage_ = left_ == 0 ? Stage::trailer : Stage::data;
    return true;
}

}  // namespace http
