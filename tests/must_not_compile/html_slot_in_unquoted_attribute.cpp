// expect: a slot in an unquoted attribute
// An unquoted value could bring attributes of its own.
#include <string>

#include "platform/html/template.h"

void show(html::Out& out, const std::string& value) { html::write<R"(<p class={}>Hello</p>)">(out, value); }
