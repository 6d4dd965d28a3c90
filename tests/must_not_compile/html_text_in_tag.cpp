// expect: a slot inside a tag takes html::Attribute only
// Text inside a tag would be attributes.
#include <string>

#include "platform/html/template.h"

void show(html::Out& out, const std::string& value) { html::write<"<input {}>">(out, value); }
