// expect: a slot in an event handler
// A value there would be a program.
#include <string>

#include "platform/html/template.h"

void show(html::Out& out, const std::string& value) {
    html::write<R"(<button ONCLICK="{}">Sign</button>)">(out, value);
}
