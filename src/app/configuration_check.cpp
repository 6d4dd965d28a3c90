#include "app/configuration_check.h"

#include <exception>

#include "platform/mail/sender.h"

namespace app {
namespace {

bool is_local(std::string_view url) {
    return url.starts_with("http://127.") || url.starts_with("http://localhost") || url.starts_with("http://[::1]");
}

void look_at_addresses(const runtime::Config& config, std::vector<std::string>& problems) {
    const auto& url = config.server.public_url;
    if (url.starts_with("http://") && !is_local(url))
        problems.push_back("server.public_url is " + url +
                           ": visitors' names travel unencrypted; put a TLS proxy in "
                           "front and write https://");
    if (url.starts_with("https://") && config.server.trusted_proxies.empty())
        problems.emplace_back(
            "server.trusted_proxies is empty behind https://: all visitors seem to come from the "
            "proxy, and share its limits");
}

void look_at_mail(const Settings& settings, std::vector<std::string>& problems) {
    const auto& mail = settings.config.mail;
    const bool is_demo = mail.transport == runtime::MailTransport::demo;
    if (is_demo && !is_local(settings.config.server.public_url))
        problems.emplace_back(
            "mail.transport is \"demo\" at a public address: no mail leaves, and everybody can read "
            "it in the demo mailbox");
    if (is_demo) return;
    if (mail.from_address == runtime::Config{}.mail.from_address)
        problems.emplace_back("mail.from_address is still that of the demo");
    if (mail.postal_address == runtime::Config{}.mail.postal_address)
        problems.emplace_back("mail.postal_address is still that of the demo: the law asks for yours in every mail");
    try {
        mail::dkim_signer(mail.dkim, settings.data.string());
    } catch (const std::exception& fault) {
        problems.push_back(std::string{"mail.dkim: "} + fault.what());
    }
}

}  // namespace

std::vector<std::string> problems_of_configuration(const Settings& settings) {
    std::vector<std::string> problems;
    look_at_addresses(settings.config, problems);
    look_at_mail(settings, problems);
    return problems;
}

}  // namespace app
