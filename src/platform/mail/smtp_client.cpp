#include "platform/mail/smtp_client.h"

#include <algorithm>
#include <optional>

#include "platform/mail/smtp_session.h"

namespace mail {
namespace {

using OpenResults = std::vector<std::optional<DeliveryResult>>;

bool is_open(const std::optional<DeliveryResult>& result) { return !result.has_value(); }

void fail_first(OpenResults& results, const std::string& reason) {
    const auto first = std::ranges::find_if(results, is_open);
    if (first != results.end()) *first = DeliveryResult{Delivery::temporary, 0, reason};
}

void fail_all(OpenResults& results, const std::string& reason) {
    for (auto& result : results)
        if (is_open(result)) result = DeliveryResult{Delivery::temporary, 0, reason};
}

// "https://campaign.example:8443/x" -> "campaign.example"
std::string host_of(std::string_view url) {
    const std::size_t slashes = url.find("//");
    if (slashes != std::string_view::npos) url.remove_prefix(slashes + 2);
    return std::string(url.substr(0, url.find_first_of(":/")));
}

}  // namespace

SmtpClient::SmtpClient(SmtpServer server) : server_(std::move(server)) {}

SmtpClient::~SmtpClient() {
    if (!session_) return;
    try {
        session_->quit();
    } catch (const SmtpFault&) {
        // The server is gone; there is nobody to take leave of.
    }
}

SmtpSession& SmtpClient::open_session() {
    if (session_ && !session_->is_alive()) session_.reset();
    if (!session_) session_ = std::make_unique<SmtpSession>(server_);
    return *session_;
}

std::vector<DeliveryResult> SmtpClient::send(std::span<const Parcel> parcels) {
    OpenResults results(parcels.size());
    while (std::ranges::any_of(results, is_open)) {
        const auto open_before = std::ranges::count_if(results, is_open);
        try {
            open_session().send(parcels, results);
        } catch (const SmtpFault& fault) {
            session_.reset();
            // A session that got nowhere is not tried again at once: the server is down, or each try costs a time-out.
            const bool got_somewhere = std::ranges::count_if(results, is_open) < open_before;
            got_somewhere ? fail_first(results, fault.what()) : fail_all(results, fault.what());
        }
    }
    std::vector<DeliveryResult> all;
    for (auto& result : results) all.push_back(*std::move(result));
    return all;
}

SmtpServer smtp_server(const runtime::Config& config) {
    const runtime::Config::Smtp& smtp = config.mail.smtp;
    return {.host = smtp.host,
            .port = static_cast<std::uint16_t>(smtp.port),
            .starttls = smtp.starttls,
            .verify_certificate = smtp.verify_certificate,
            .certificate_authorities = smtp.certificate_authorities,
            .username = smtp.username,
            .password = smtp.password,
            .helo_name = smtp.helo_name.empty() ? host_of(config.server.public_url) : smtp.helo_name,
            .timeout = base::seconds(smtp.timeout_seconds)};
}

}  // namespace mail
