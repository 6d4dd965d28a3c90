// expect: takes html::AssetUrl only
// Only files of the program run as scripts.
#include <string>

#include "platform/html/template.h"

void show(html::Out& out, const std::string& value) { html::write<R"(<script src="{}"></script>)">(out, value); }
