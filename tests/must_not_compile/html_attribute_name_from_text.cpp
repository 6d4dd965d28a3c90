// expect: consteval|no matching
// The name of an attribute is a literal of ours.
#include <string>

#include "platform/html/template.h"

html::Attribute make(const char* from_visitor) { return html::attribute_if(true, from_visitor); }
