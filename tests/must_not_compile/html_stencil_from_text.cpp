// expect: no matching constructor
// Copies of a mail are made from finished markup, never from text that somebody typed.
#include <string>

#include "platform/html/stencil.h"

html::Stencil wrong(const std::string& typed) { return html::Stencil{typed}; }
