// expect: a slot in a single-quoted attribute
// Attributes with a slot have one way to be written.
#include <string>

#include "platform/html/template.h"

void show(html::Out& out, const std::string& value) { html::write<R"(<p class='{}'>Hello</p>)">(out, value); }
