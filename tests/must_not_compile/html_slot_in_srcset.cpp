// expect: a slot in a srcset
// A srcset holds several URLs, which the list of allowed schemes does not see.
#include <string>

#include "platform/html/template.h"

void show(html::Out& out, const std::string& value) { html::write<R"(<img alt="" srcset="{} 2x">)">(out, value); }
