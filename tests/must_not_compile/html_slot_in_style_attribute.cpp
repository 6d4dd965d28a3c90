// expect: a slot in a style attribute
// A value there would be a stylesheet.
#include <string>

#include "platform/html/template.h"

void show(html::Out& out, const std::string& value) { html::write<R"(<p Style="color: {}">Hello</p>)">(out, value); }
