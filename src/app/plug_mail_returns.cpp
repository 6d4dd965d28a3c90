// app/plug_mail_returns.cpp - what other servers send back, and addresses that are left alone.
#include "app/listening.h"
#include "app/plugs.h"
#include "features/mail_returns/slice.h"
#include "platform/mail/sender.h"

namespace app {
namespace {

std::optional<inbound_mail::Door> door_of(const runtime::Config::Mail& mail) {
    if (mail.returns_listen.empty()) return std::nullopt;
    const auto listening = listening_of(mail.returns_listen);
    return inbound_mail::Door{listening.address, listening.port, mail.returns_domain};
}

std::string dkim_record(const Settings& settings) {
    const auto signer = mail::dkim_signer(settings.config.mail.dkim, settings.data.string());
    return signer ? signer->dns_record() : "";
}

}  // namespace

void plug_in_mail_returns(House& house) {
    auto& slice = house.keep<mail_returns::Slice>(
        mail_returns::Services{house.database, house.settings.config, house.secret, house.tokens, house.frames,
                               house.note_return, house.mail_sending, house.mail_links, dkim_record(house.settings),
                               &house.mail_replies},
        door_of(house.settings.config.mail));
    slice.add_routes(house.router);
    slice.add_jobs(house.jobs);
    house.frames.add_staff_entry(mail_returns::staff_entry());
    house.workers.push_back({[&slice] { slice.start(); }, [&slice] { slice.stop(); }});
}

}  // namespace app
