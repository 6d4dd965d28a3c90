// expect: a slot inside a script, style or the like
// Escaping does not protect inside a script.
#include <string>

#include "platform/html/template.h"

void show(html::Out& out, const std::string& value) { html::write<R"(<script>let name = "{}";</script>)">(out, value); }
