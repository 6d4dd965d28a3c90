// platform/mail/smtp_session.h - one signed-in session with a mail server (RFC 5321).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "platform/mail/smtp_client.h"
#include "platform/mail/smtp_connection.h"

namespace mail {

// What the server's answer to EHLO offers.
struct SmtpOffers {
    bool pipelining = false;
    bool starttls = false;
    bool smtp_utf8 = false;
    bool auth_plain = false;
    bool auth_login = false;
    std::int64_t size_limit = 0;  // bytes of a mail; 0: none told
};

SmtpOffers read_offers(const SmtpReply& ehlo);

using Results = std::span<std::optional<DeliveryResult>>;

class SmtpSession {
public:
    // Connects, greets, encrypts and signs in as the settings ask. SmtpFault when any of it fails.
    explicit SmtpSession(const SmtpServer& server);

    // Sends each parcel that has no result yet, in their order, and sets the result as soon as there is one. With
    // PIPELINING a mail, its end and the next mail's envelope leave in one write. SmtpFault when the connection is
    // lost: the fate of the first parcel without a result is then unknown, those after it were not sent.
    void send(std::span<const Parcel> parcels, Results results);

    // Whether a session that was idle still answers.
    bool is_alive();
    void quit();

private:
    struct EnvelopeReplies {
        SmtpReply mail, rcpt, data;
        bool accepted() const;
        DeliveryResult refusal() const;
    };

    void greet(const SmtpServer& server);
    void encrypt(const SmtpServer& server);
    void sign_in(const SmtpServer& server);
    void say_hello(const SmtpServer& server);
    SmtpReply ask(const std::string& command);
    std::vector<std::size_t> sendable(std::span<const Parcel> parcels, Results results) const;
    std::optional<DeliveryResult> refused_here(const Parcel& parcel) const;
    std::string envelope(const Parcel& parcel) const;
    EnvelopeReplies send_envelope(const Parcel& parcel);
    EnvelopeReplies read_envelope_replies();
    void abandon(const EnvelopeReplies& replies);

    SmtpConnection connection_;
    SmtpOffers offers_;
};

}  // namespace mail
