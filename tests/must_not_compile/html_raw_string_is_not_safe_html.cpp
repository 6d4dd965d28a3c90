// expect: no matching constructor|private|no viable conversion
// Text of a visitor never becomes finished markup by itself.
#include <string>

#include "platform/html/template.h"

html::SafeHtml trust(const std::string& from_visitor) { return html::SafeHtml{from_visitor}; }
