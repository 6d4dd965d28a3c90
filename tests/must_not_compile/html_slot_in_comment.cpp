// expect: a slot in a comment
// A value could end the comment.
#include <string>

#include "platform/html/template.h"

void show(html::Out& out, const std::string& value) { html::write<R"(<!-- {} -->)">(out, value); }
