// features/message_guides/content_json.h - a guide's content as JSON: as it is stored, exported and given to others.
#pragma once
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "features/message_guides/guide.h"

namespace message_guides {

// {"title_en":"...", ..., "rules":[{"key":"3f2a9c01","advice":"do","words_en":"...", ...}], "pairs":[...], ...}; the
// names are those of fields.h.
boost::json::object json_of(const Content& content);
std::string text_of(const Content& content);

// Of a text that text_of made; what is missing in it is empty, what is unknown is left out.
Content content_of(std::string_view json);

}  // namespace message_guides
