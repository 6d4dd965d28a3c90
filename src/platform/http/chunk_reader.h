// platform/http/chunk_reader.h - the chunked coding (RFC 9112, 7.1), read strictly.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace http {

// Every line ends in CR LF; a size has 1 to 8 hex digits and nothing around them; extensions and trailers are printable
// ASCII (and tabs), at most 4 KiB together, and dropped.
class ChunkReader {
public:
    enum class Progress : unsigned char { need_more, complete, malformed, too_long };

    // Appends what the chunks in bytes hold to body, at most limit bytes in all. used: how many bytes were read;
    // the rest comes again with the next call.
    struct Limit {
        std::size_t bytes;
    };
    Progress advance(std::string_view bytes, std::size_t& used, std::string& body, Limit limit);

private:
    enum class Stage : unsigned char { size, data, data_end, trailer };
    static constexpr std::size_t kMostFraming = 4096;

    Progress read_line(std::string_view& rest);
    bool begin_chunk(std::string_view line);

    Stage stage_ = Stage::size;
    std::uint64_t left_ = 0;   // of the chunk's data
    std::size_t framing_ = 0;  // bytes of extensions and trailers so far
};

}  // namespace http
