// expect: nothing
// The control of the html_ cases: what they refuse has an allowed neighbour.
#include <string>

#include "platform/html/template.h"
#include "platform/i18n/translator.h"

html::SafeHtml show(const std::string& value, const html::SafeHtml& part, html::AssetUrl script) {
    const i18n::Translator t{base::Locale::french};
    return html::render<R"(<!doctype html><!-- page -->
        <title>{}</title><p class="{}" title='fixed' onclick="fixed"{}>{} {} {}</p>
        <a href="{}">{}</a><a href="https://example.org/{}?q={}">x</a><script src="{}"></script>)">(
        value, value, html::attribute_if(true, "hidden"), part, 12, t("Sign out"), value, value, value, value, script);
}
