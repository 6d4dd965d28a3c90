// expect: no viable conversion|no matching
// A page takes finished markup, not text.
#include <string>

#include "platform/html/template.h"

void show(html::Out& out, const std::string& from_visitor) { out.append(from_visitor); }
