// expect: SafeHtml stands only in text
// Finished markup holds quotes, which would end the attribute.
#include <string>

#include "platform/html/template.h"

void show(html::Out& out, const html::SafeHtml& part) { html::write<R"(<p title="{}">Hello</p>)">(out, part); }
