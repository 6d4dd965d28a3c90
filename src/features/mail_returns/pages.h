// features/mail_returns/pages.h - the staff's pages of returned mails. Each gives the content of <main>.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/mail_returns/returned.h"
#include "features/mail_returns/sending_domain.h"
#include "people/mail_standing.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace mail_returns::pages {

std::string returns_path(base::Locale locale);  // "/en/staff/returns"

struct ReturnsView {
    std::vector<KindCount> counts;                     // of the last thirty days
    std::vector<ReturnedMail> mails;                   // not understood, newest first
    std::string asked{};                               // the address that was looked for
    bool is_known = false;                             // whether it could be read as an address
    std::optional<people::Suppression> suppression{};  // of the address that was looked for
    std::string why{};                                 // as typed
    const base::Problems& problems;
    bool is_reachable = true;  // whether mails can come back to us at all
};
html::SafeHtml returns(i18n::Translator t, const ReturnsView& view);

html::SafeHtml mail(i18n::Translator t, const ReturnedMail& mail);

struct DomainView {
    std::string domain;
    Finding spf, dkim, dmarc;
};
html::SafeHtml domain(i18n::Translator t, const DomainView& view);

}  // namespace mail_returns::pages
