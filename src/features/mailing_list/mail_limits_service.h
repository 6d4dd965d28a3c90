// features/mailing_list/mail_limits_service.h - how many mails strangers can make us send to an address, and from a
// network: against those who sign somebody up everywhere.
#pragma once
#include <cstdint>
#include <string>

#include "platform/db/transaction.h"
#include "platform/http/request.h"

namespace mailing_list {

inline constexpr std::int64_t kMostMailsPerAddressAndDay = 3;
inline constexpr std::int64_t kMostMailsPerNetworkAndDay = 200;  // a union hall may be behind one address

// IPv4 by its /24, IPv6 by its /48; empty for networks without limits.
std::string limited_network(const http::Request& request);

// Who causes a mail to whom.
struct Cause {
    std::int64_t address_hash;
    std::string network;  // as limited_network gives it
};
enum class MaySend : unsigned char { no, yes };
// Counts it when it may.
MaySend take_mail(db::Write& write, const Cause& cause);

// Of the days before yesterday.
void forget_old_limits(db::Write& write);

}  // namespace mailing_list
