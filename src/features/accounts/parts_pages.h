// features/accounts/parts_pages.h - small parts that several staff pages of this slice share.
#pragma once
#include <string>
#include <string_view>

#include "base/instant.h"
#include "platform/html/forms.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace accounts::staff_pages {

html::SafeHtml time_of(i18n::Translator t, base::Instant at);

// A form that is one button.
struct Act {
    std::string path, label;
    html::ButtonKind kind = html::ButtonKind::quiet;
};
html::SafeHtml act(const html::Fields& fields, const Act& it);

}  // namespace accounts::staff_pages
