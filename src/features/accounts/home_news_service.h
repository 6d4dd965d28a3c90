// features/accounts/home_news_service.h - what the first page of staff says about the team and one's own account.
#pragma once
#include "ports/staff_home.h"

namespace accounts {

// Invitations that nobody has followed yet, for those who manage staff; one's own account without one-time codes.
ports::HomeNews home_news(db::Read& read, const http::Request& request);

}  // namespace accounts
