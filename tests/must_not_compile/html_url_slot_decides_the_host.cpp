// expect: the URL before a slot does not settle the host
// A value could turn example.org into example.org.elsewhere.
#include <string>

#include "platform/html/template.h"

void show(html::Out& out, const std::string& value) {
    html::write<R"(<a href="https://example.org{}">Go</a>)">(out, value);
}
