// features/champions/own_handlers_parts.h - what the handlers of the own pages share. Included by them only.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "features/champions/own_handlers.h"

namespace champions {

http::Response to_sign_in(base::Locale locale);

// One of the own pages, kept by no cache; 422 where there are problems.
http::Response own_page(const Services& services, const http::Request& request, const base::Problems& problems,
                        html::SafeHtml content);

// What stands on two of them: the first free times of the next eight weeks, in the first format that they offer; and
// the address of their own calendar.
std::vector<base::Instant> next_free(const Services& services, const http::Request& request, const Champion& champion,
                                     db::Read& read);
std::string feed_url(const Services& services, const Champion& champion);

OwnAct own_act(const Services& services, const http::Request& request);

// The champion who acts does it; nobody signed in: to where they get a link.
http::WriteResult with_champion(const OwnAct& act, db::Write& write,
                                const std::function<http::WriteResult(const Champion&)>& deed);

// Back to this page, which says that it was saved.
http::Response saved(base::Locale locale, std::string_view page);

// The search reads this champion again.
void tell_search(db::Write& write, const Champion& champion);

}  // namespace champions
