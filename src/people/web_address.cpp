#include "people/web_address.h"

#include <algorithm>

namespace people {
namespace {

constexpr std::size_t kLongestAddress = 500;  // bytes

bool is_plain(char c) { return c > ' ' && c < 0x7F && c != '"' && c != '<' && c != '>'; }

}  // namespace

bool is_web_address(std::string_view text) {
    const bool has_scheme = text.starts_with("https://") || text.starts_with("http://");
    return has_scheme && text.size() <= kLongestAddress && text.find('.') != std::string_view::npos &&
           std::ranges::all_of(text, is_plain);
}

}  // namespace people
