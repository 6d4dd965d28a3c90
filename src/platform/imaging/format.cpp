#include "platform/imaging/format.h"

#include <algorithm>
#include <array>

namespace imaging {
namespace {

constexpr std::string_view kPng{"\x89PNG\r\n\x1a\n", 8};
constexpr std::array<std::string_view, 3> kTextChunks{"tEXt", "zTXt", "iTXt"};
constexpr std::array<std::string_view, 8> kHeifBrands{"heic", "heix", "heim", "heis", "mif1", "msf1", "avif", "avis"};

// One part of a RIFF file: four letters, a length, the data, and a zero that makes it even.
struct Chunk {
    std::string_view kind, whole;
};

// The chunk at the start of rest, which keeps what follows; nullopt where it does not end inside.
std::optional<Chunk> take_chunk(std::string_view& rest) {
    constexpr std::size_t kHead = 8;
    if (rest.size() < kHead) return std::nullopt;
    std::size_t length = 0;
    for (const std::size_t i : {7U, 6U, 5U, 4U}) length = length * 256 + static_cast<unsigned char>(rest[i]);
    const std::size_t whole = kHead + length + length % 2;
    if (whole > rest.size()) return std::nullopt;
    const Chunk chunk{rest.substr(0, 4), rest.substr(0, whole)};
    rest.remove_prefix(whole);
    return chunk;
}

// The same of a PNG: a length, four letters, the data and their sum (PNG, 5.3).
std::optional<Chunk> take_png_chunk(std::string_view& rest) {
    constexpr std::size_t kAround = 12;
    if (rest.size() < kAround) return std::nullopt;
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4; ++i) length = length * 256 + static_cast<unsigned char>(rest[i]);
    if (length > rest.size() - kAround) return std::nullopt;
    const Chunk chunk{rest.substr(4, 4), rest.substr(0, kAround + length)};
    rest.remove_prefix(chunk.whole.size());
    return chunk;
}

std::string little_endian(std::size_t number) {
    std::string bytes;
    for (int i = 0; i < 4; ++i, number /= 256) bytes += static_cast<char>(number % 256);
    return bytes;
}

// The head of an extended file that says nothing but that there is an alpha channel.
std::string head_with_alpha(std::string_view extended) {
    constexpr std::size_t kFlags = 8;
    constexpr char kAlpha = 0x10;
    std::string head{extended};
    if (head.size() > kFlags) head[kFlags] = kAlpha;
    return head;
}

}  // namespace

std::optional<SourceFormat> format_of(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xD8\xFF")) return SourceFormat::jpeg;
    if (bytes.starts_with(kPng)) return SourceFormat::png;
    if (bytes.size() < 12) return std::nullopt;
    if (bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return SourceFormat::webp;
    const bool is_heif =
        bytes.substr(4, 4) == "ftyp" && std::ranges::find(kHeifBrands, bytes.substr(8, 4)) != kHeifBrands.end();
    if (is_heif) return SourceFormat::heif;
    return std::nullopt;
}

std::string bare_webp(std::string_view bytes) {
    if (format_of(bytes) != SourceFormat::webp) return std::string{bytes};
    std::string extended, alpha, pixels;
    auto rest = bytes.substr(12);
    while (const auto chunk = take_chunk(rest)) {
        if (chunk->kind == "VP8X") extended = head_with_alpha(chunk->whole);
        if (chunk->kind == "ALPH") alpha = chunk->whole;
        if (chunk->kind == "VP8 " || chunk->kind == "VP8L") pixels = chunk->whole;
    }
    if (pixels.empty()) return std::string{bytes};
    const auto body = "WEBP" + (alpha.empty() ? "" : extended + alpha) + pixels;
    return "RIFF" + little_endian(body.size()) + body;
}

std::string without_texts(std::string bytes) {
    if (format_of(bytes) != SourceFormat::png) return bytes;
    std::string kept{kPng};
    auto rest = std::string_view{bytes}.substr(kPng.size());
    while (const auto chunk = take_png_chunk(rest))
        if (std::ranges::find(kTextChunks, chunk->kind) == kTextChunks.end()) kept += chunk->whole;
    kept += rest;
    return kept;
}

bool is_heif_sequence(std::string_view bytes) {
    if (format_of(bytes) != SourceFormat::heif) return false;
    const auto brand = bytes.substr(8, 4);
    return brand == "avis" || brand == "msf1";
}

}  // namespace imaging
