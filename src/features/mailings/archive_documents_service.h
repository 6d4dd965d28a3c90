// features/mailings/archive_documents_service.h - sent mails of the public archive, for the site's search and its
// sitemap.
#pragma once
#include "features/mailings/pages.h"
#include "features/mailings/store.h"
#include "ports/search_documents.h"

namespace mailings {

// A sent mail as pages and feeds show it: with the fallbacks in place of what differs between copies.
pages::SentMail sent_mail(const store::ArchivedMail& mail);

// Under the kind "mails": the page of all of them, and each in both languages.
ports::DocumentProvider search_documents();

// A mail came into the archive, or left it.
void mail_changed(db::Write& write, MailingId id);

}  // namespace mailings
