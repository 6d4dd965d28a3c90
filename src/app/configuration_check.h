// app/configuration_check.h - a configuration that is allowed, but hardly meant.
#pragma once
#include <string>
#include <vector>

#include "app/settings.h"

namespace app {

// A sentence each, naming the key: a public address without TLS, addresses of the demo in real mail, keys that
// cannot be read. Nothing for the demo, which is meant to be tried.
std::vector<std::string> problems_of_configuration(const Settings& settings);

}  // namespace app
