// features/accounts/passkey_pages.h - the pages of one's own passkeys. Each gives the content of <main>.
#pragma once
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/accounts/pages.h"
#include "features/accounts/passkey.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace accounts::passkey_pages {

struct List {
    std::vector<Passkey> passkeys;
    pages::Passkeys offered;
    std::string name{};  // as typed
    base::Problems problems{};
};
html::SafeHtml list(i18n::Translator t, const List& view);

// Where a script asks the browser: the options as JSON.
struct Make {
    std::string name, options;
};
html::SafeHtml make(i18n::Translator t, const Make& view);

struct Show {
    Passkey passkey;
    std::string name;  // as typed or as stored
    base::Problems problems{};
};
html::SafeHtml show(i18n::Translator t, const Show& view);

}  // namespace accounts::passkey_pages
