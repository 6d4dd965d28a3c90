// platform/runtime/config_rules.h - what texts in the configuration must look like.
//
// Each rule returns nothing for a text that will do, else what would: "an address, such as info@example.org".
#pragma once

#include <string_view>

namespace runtime {

std::string_view must_be_listen_address(std::string_view text);  // 127.0.0.1:8080, [::1]:8080
std::string_view must_be_listen_address_or_empty(std::string_view text);
std::string_view must_be_public_url(std::string_view text);  // http(s)://host[:port][/path], no slash at the end
std::string_view must_be_public_url_or_empty(std::string_view text);
std::string_view must_be_network(std::string_view text);  // 10.0.0.0/8, fd00::/8, or one address
std::string_view must_be_address(std::string_view text);  // info@example.org
std::string_view must_be_address_or_empty(std::string_view text);
std::string_view must_be_host_or_empty(std::string_view text);  // letters, digits, dots, hyphens, underscores
std::string_view must_be_database_url_or_empty(std::string_view text);

}  // namespace runtime
