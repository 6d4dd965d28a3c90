// expect: wrong number of values
// Each value has one slot.
#include <string>

#include "platform/html/template.h"

void show(html::Out& out, const std::string& value) { html::write<"<p>{}</p>">(out, value, value); }
