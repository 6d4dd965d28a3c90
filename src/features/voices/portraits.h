// features/voices/portraits.h - the pictures of the demo's voices: people drawn by this program, so that they are
// nobody's.
#pragma once
#include <cstdint>
#include <string>

namespace voices {

inline constexpr int kPortraitSide = 480;  // pixels

// Head and shoulders before a plain ground, as PNG. Each number gives another person: skin, hair, clothes, glasses, a
// cap or a scarf. The same number gives the same bytes on one machine.
std::string draw_portrait(std::uint64_t number);

}  // namespace voices
