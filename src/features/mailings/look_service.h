// features/mailings/look_service.h - whom a preview or a test is written to, and where the links of this site lead.
#pragma once
#include <optional>

#include "features/mailings/check_service.h"
#include "features/mailings/services.h"
#include "features/mailings/staff_pages.h"
#include "features/mailings/view.h"
#include "platform/db/database.h"

namespace mailings {

// Somebody invented who wants this language.
ports::AudienceMember invented_person(base::Locale locale);
// A person as mails speak of them, who wants to be written to in `locale` now. nullopt: not there, or erased.
std::optional<ports::AudienceMember> person_as_member(db::Read& read, people::PersonId person, base::Locale locale);

// Links that lead to the site's first page: nobody leaves a list by a preview.
ports::PersonalLinks harmless_links(const Services& services, base::Locale locale);

// Some of those whom the mailing goes to.
std::vector<staff_pages::SamplePerson> samples_of(db::Read& read, const Services& services, const Mailing& mailing,
                                                  base::Instant now);

// Whether paths of petitions, pages and levels are among the public pages; other paths count as good.
LeadsSomewhere own_pages(db::Read& read, const Services& services);

// Addresses of other sites that a mailing leads to, in all its variants and languages; each once.
std::vector<std::string> outside_links(db::Read& read, const Services& services, const Mailing& mailing);

// The job that asks each of them whether somebody is there. It passes the guard of http/outgoing.h.
inline constexpr std::string_view kLookJob = "mailings.look";
void look_at_links(db::Database& database, const Services& services, MailingId mailing);

}  // namespace mailings
