// expect: a slot inside a script, style or the like
// Escaping does not protect inside a stylesheet.
#include <string>

#include "platform/html/template.h"

void show(html::Out& out, const std::string& value) { html::write<R"(<style>p { color: {} }</style>)">(out, value); }
