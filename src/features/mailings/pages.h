// features/mailings/pages.h - sent mails on the website. Each gives the content of <main>.
#pragma once
#include <string>
#include <vector>

#include "features/mailings/facts.h"
#include "features/mailings/mailing.h"
#include "features/mailings/mails.h"
#include "platform/html/layout.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/feed.h"

namespace mailings::pages {

std::string archive_path(base::Locale locale);
std::string archived_path(base::Locale locale, MailingId id);
std::string feed_path(base::Locale locale, ports::FeedFormat format);
// For the head of the archive's page.
std::vector<html::AlternateDocument> feeds(const i18n::Translator& t);

struct SentMail {
    MailingId id;
    std::string subject, preheader;  // with fallbacks
    base::Instant sent_at;
};
html::SafeHtml archive(const i18n::Translator& t, const std::vector<SentMail>& mails);

struct SentWords {
    const MailWords& words;
    Facts facts;
};
// The words with the fallbacks in place of what differs between copies, and no personal link.
html::SafeHtml archived(const i18n::Translator& t, const SentMail& mail, const SentWords& sent);
// The same without its head, for feeds.
html::SafeHtml body_of(const i18n::Translator& t, const SentWords& sent);

}  // namespace mailings::pages
