#include "platform/html/frame_document.h"

#include "base/locale.h"
#include "platform/html/assets.h"

namespace html {
namespace {

SafeHtml script_of(const Framed& framed) {
    if (framed.script.empty()) return {};
    return render<R"(<script type="module" src="{}"></script>
)">(asset_url(framed.script));
}

}  // namespace

SafeHtml frame_document(const i18n::Translator& t, const Framed& framed) {
    return render<R"(<!doctype html>
<html lang="{}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>{}</title>
<link rel="stylesheet" href="{}">
<link rel="icon" href="{}" type="image/svg+xml">
{}</head>
<body class="{} accent-1" data-frame-origins="{}"><main class="{}__main">{}</main></body>
</html>
)">(base::code(t.locale()), framed.title, asset_url("site.css"), asset_url("favicon.svg"), script_of(framed),
        framed.block, framed.origins, framed.block, framed.content);
}

}  // namespace html
