// app/version.h - which version of the program this is.
#pragma once
#include <string_view>

namespace app {

// As in CMakeLists.txt and CHANGELOG.md.
inline constexpr std::string_view kVersion = "0.1.0";

}  // namespace app
