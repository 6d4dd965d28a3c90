// expect: wrong number of values
// Each slot gets one value.
#include <string>

#include "platform/html/template.h"

void show(html::Out& out, const std::string& value) { html::write<"<p>{} {}</p>">(out, value); }
