// platform/html/mail_markdown.h - the texts that staff write, as HTML for mail programs: every style in its tag, since
// many of them drop stylesheets.
#pragma once

#include <string_view>

#include "platform/html/template.h"

namespace html {

// As html::markdown (markdown.h), with the same guards. The largest heading of the text becomes an h2. Colours that a
// dark scheme changes have the classes "ink" (words), "soft" (lesser words), "link" and "line" (borders), which the
// document's own stylesheet may speak of.
[[nodiscard]] SafeHtml mail_markdown(std::string_view source);

}  // namespace html
