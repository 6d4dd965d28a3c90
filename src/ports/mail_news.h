// ports/mail_news.h - what owners are told about mails that do not arrive.
#pragma once
#include "ports/staff_home.h"

namespace ports {

// Tells those who may change settings everywhere how many mails were given up, and how many are being tried again.
HomeNews mail_news(db::Read& read, const http::Request& request);

}  // namespace ports
