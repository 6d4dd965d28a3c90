// expect: ends inside a tag
// The next template would continue the tag.
#include <string>

#include "platform/html/template.h"

void show(html::Out& out, const std::string& value) { html::write<R"(<p class="{}")">(out, value); }
