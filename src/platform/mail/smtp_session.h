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

// The results of one send(), beside its parcels; each is told to the listener once, as soon as it is known.
class Answers {
public:
    Answers(std::size_t parcels, const OnAnswer& told) : results_(parcels), told_(told) {}

    bool is_open(std::size_t index) const { return !results_[index].has_value(); }
    std::size_t open() const;
    std::size_t size() const { return results_.size(); }
    void set(std::size_t index, DeliveryResult result);
    void fail_first(const DeliveryResult& result);  // the first that is open
    void fail_all(const DeliveryResult& result);    // all that are open
    std::vector<DeliveryResult> take() &&;          // when none is open

private:
    std::vector<std::optional<DeliveryResult>> results_;
    const OnAnswer& told_;
};

class SmtpSession {
public:
    // Connects, greets, encrypts and signs in as the settings ask. SmtpFault when any of it fails.
    explicit SmtpSession(const SmtpServer& server);

    // Sends each parcel that has no result yet, in their order, and sets the result as soon as there is one. With
    // PIPELINING a mail, its end and the next mail's envelope leave in one write. SmtpFault when the connection is
    // lost: the fate of the first parcel without a result is then unknown, those after it were not sent.
    void send(std::span<const Parcel> parcels, Answers& answers);

    // After a SmtpFault: whether a mail was written whole whose answer did not come.
    bool owes_answer() const { return owes_answer_; }

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
    std::vector<std::size_t> sendable(std::span<const Parcel> parcels, Answers& answers) const;
    std::optional<DeliveryResult> refused_here(const Parcel& parcel) const;
    std::string envelope(const Parcel& parcel) const;
    EnvelopeReplies send_envelope(const Parcel& parcel);
    EnvelopeReplies read_envelope_replies();
    void abandon(const EnvelopeReplies& replies);

    SmtpConnection connection_;
    SmtpOffers offers_;
    bool owes_answer_ = false;
};

}  // namespace mail
