// expect: no bool, char or optional
// A bool does not say which words it means.
#include <string>

#include "platform/html/template.h"

void show(html::Out& out, bool is_open) { html::write<"<p>{}</p>">(out, is_open); }
