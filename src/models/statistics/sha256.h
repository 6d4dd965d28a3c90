// models/statistics/sha256.h - the checksum by which a file of figures is recognised (FIPS 180-4).
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace statistics {

class Sha256 {
public:
    void add(std::string_view bytes);
    // 64 lower-case hexadecimal digits of all that was added. The object is spent.
    std::string hexadecimal();

private:
    void take_block(const char* block);

    std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<char, 64> rest_{};
    std::size_t rest_size_ = 0;
    std::uint64_t size_ = 0;
};

std::string sha256_of(std::string_view bytes);

}  // namespace statistics
