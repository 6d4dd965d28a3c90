// expect: a slot in a tag name
// The name of an element never comes from a value.
#include <string>

#include "platform/html/template.h"

void show(html::Out& out, const std::string& value) { html::write<R"(<{}>Hello)">(out, value); }
