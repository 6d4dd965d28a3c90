#include "features/mailing_list/mail_limits_service.h"

#include "features/mailing_list/sign_up_store.h"

namespace mailing_list {
namespace {

std::int64_t day_of(base::Instant at) { return at.microseconds / base::days(1).microseconds; }

}  // namespace

std::string limited_network(const http::Request& request) {
    return request.from_trusted_network ? std::string{} : request.client.truncated();
}

MaySend take_mail(db::Write& write, const Cause& cause) {
    const std::int64_t day = day_of(write.now());
    if (!cause.network.empty() && store::take_allowance(write, {"network:" + cause.network, day,
                                                                kMostMailsPerNetworkAndDay}) == store::Changed::no)
        return MaySend::no;
    const std::string address = "address:" + std::to_string(cause.address_hash);
    return store::take_allowance(write, {address, day, kMostMailsPerAddressAndDay}) == store::Changed::yes
               ? MaySend::yes
               : MaySend::no;
}

void forget_old_limits(db::Write& write) { store::forget_allowances(write, day_of(write.now()) - 1); }

}  // namespace mailing_list
