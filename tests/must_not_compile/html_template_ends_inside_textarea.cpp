// expect: ends inside a title, textarea or script
// What follows would be read as text of the field.
#include <string>

#include "platform/html/template.h"

void show(html::Out& out, const std::string& value) { html::write<R"(<textarea>{})">(out, value); }
