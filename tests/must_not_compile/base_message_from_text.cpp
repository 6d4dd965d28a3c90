// expect: consteval|not a constant expression
// What a visitor typed is never a key of the catalogue.
#include <string>

#include "base/problem.h"

base::Message wrong(const std::string& typed) { return base::message(typed.c_str()); }
