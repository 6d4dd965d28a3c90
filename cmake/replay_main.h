// cmake/replay_main.h - the fuzz targets of the program that replays their seeds.
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

using Target = int (*)(const std::uint8_t* data, std::size_t size);

// By subject: "markdown" for fuzz/markdown_fuzz.cpp. cmake/replay_sources.py writes it.
std::map<std::string, Target> targets();
