// expect: is not a constant expression
// attribute_if makes no event handlers.
#include <string>

#include "platform/html/template.h"

html::Attribute make(const std::string& value) { return html::attribute_if(true, "onclick", value); }
