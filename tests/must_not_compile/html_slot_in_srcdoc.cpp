// expect: this attribute or element takes no slot
// A srcdoc is a whole document.
#include <string>

#include "platform/html/template.h"

void show(html::Out& out, const std::string& value) { html::write<R"(<iframe srcdoc="{}"></iframe>)">(out, value); }
