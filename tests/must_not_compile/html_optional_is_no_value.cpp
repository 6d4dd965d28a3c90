// expect: no bool, char or optional
// What stands there when there is no value?
#include <optional>
#include <string>

#include "platform/html/template.h"

void show(html::Out& out, const std::optional<std::string>& city) { html::write<"<p>{}</p>">(out, city); }
