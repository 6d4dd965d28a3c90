#include "platform/mail/smtp_client.h"

#include "platform/mail/smtp_session.h"

namespace mail {
namespace {

// A session that was in use so lately is taken for alive without asking.
constexpr std::chrono::seconds kFresh{1};

// "https://campaign.example:8443/x" -> "campaign.example"
std::string host_of(std::string_view url) {
    const std::size_t slashes = url.find("//");
    if (slashes != std::string_view::npos) url.remove_prefix(slashes + 2);
    return std::string(url.substr(0, url.find_first_of(":/")));
}

}  // namespace

SmtpClient::SmtpClient(SmtpServer server) : server_(std::move(server)) {}

SmtpClient::~SmtpClient() { end_session(); }

void SmtpClient::end_session() {
    if (!session_) return;
    try {
        session_->quit();
    } catch (const SmtpFault&) {
        // The server is gone; there is nobody to take leave of.
    }
    session_.reset();
}

void SmtpClient::rest(base::Duration idle) {
    if (session_ && Clock::now() - used_at_ >= std::chrono::microseconds(idle.microseconds)) end_session();
}

SmtpSession& SmtpClient::open_session() {
    if (session_ && Clock::now() - used_at_ > kFresh && !session_->is_alive()) session_.reset();
    if (!session_) session_ = std::make_unique<SmtpSession>(server_);
    return *session_;
}

std::vector<DeliveryResult> SmtpClient::send(std::span<const Parcel> parcels, const OnAnswer& on_answer) {
    Answers answers(parcels.size(), on_answer);
    while (const auto open_before = answers.open()) {
        const bool is_new = session_ == nullptr;
        try {
            open_session().send(parcels, answers);
            used_at_ = Clock::now();
        } catch (const SmtpFault& fault) {
            const bool is_owed = session_ && session_->owes_answer();
            const bool got_somewhere = answers.open() < open_before;
            session_.reset();
            // One that was kept may have been closed while nobody looked.
            if (!is_new && !got_somewhere && !is_owed) continue;
            DeliveryResult failure{Delivery::temporary, fault.code(), fault.what()};
            failure.handed_over = is_owed ? HandedOver::maybe : HandedOver::no;
            answers.fail_first(failure);
            failure.handed_over = HandedOver::no;
            // A new session that got nowhere is not tried again at once: the server is down, or each try costs a
            // time-out.
            if (is_new && !got_somewhere) answers.fail_all(failure);
        }
    }
    return std::move(answers).take();
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
