// app/version.h - which version of the program this is.
#pragma once
#include <string_view>

namespace app {

// That of the project in CMakeLists.txt, the one place where it stands: "0.1.0".
std::string_view version();

}  // namespace app
