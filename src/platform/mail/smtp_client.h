// platform/mail/smtp_client.h - hands mails to a relay over one connection that is kept, pipelined where it may be.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/instant.h"
#include "platform/runtime/config.h"

namespace mail {

struct SmtpServer {
    std::string host;
    std::uint16_t port = 587;
    runtime::StartTls starttls = runtime::StartTls::required;
    bool verify_certificate = true;       // against certificate_authorities and the host's name
    std::string certificate_authorities;  // file in PEM; empty: the system's
    std::string username;                 // empty: no AUTH
    std::string password;
    std::string helo_name = "localhost";
    base::Duration timeout = base::seconds(60);  // for each single answer
};

struct Parcel {
    std::string sender;     // envelope, where bounces go; empty for <>
    std::string recipient;  // envelope
    std::string mail;       // from write_mime: CRLF, not yet dot-stuffed
};

enum class Delivery {
    delivered,  // 250 after the data: the relay has taken it over
    temporary,  // 4xx, no connection, a connection lost at any point: try again, with the same Message-ID
    permanent,  // 5xx for this mail: never try again
};

// maybe: the whole mail was written and no answer came, so the server may have taken it.
enum class HandedOver : unsigned char { no, maybe };

struct DeliveryResult {
    Delivery delivery = Delivery::temporary;
    int code = 0;                             // of the reply; 0 when there was none
    std::string reason;                       // the reply's text or what happened to the connection; at most 500 bytes
    HandedOver handed_over = HandedOver::no;  // of a temporary failure without a reply
};

// Told of each parcel's result, by its index, as soon as it is known: on the thread that sends.
using OnAnswer = std::function<void(std::size_t parcel, const DeliveryResult& result)>;

class SmtpSession;

// One connection, used by one thread. Made at the first send, kept between sends, made anew when the server closed it.
class SmtpClient {
public:
    explicit SmtpClient(SmtpServer server);
    ~SmtpClient();  // says QUIT, without waiting for long
    SmtpClient(const SmtpClient&) = delete;
    SmtpClient& operator=(const SmtpClient&) = delete;

    // One result for each parcel, in their order. Throws nothing for a fault of the network or the server: every
    // parcel then has Delivery::temporary and the reason. A refused STARTTLS, certificate or AUTH counts as such too,
    // since somebody can put it right.
    std::vector<DeliveryResult> send(std::span<const Parcel> parcels, const OnAnswer& on_answer = {});

    // Says QUIT where nothing was sent for a while; the next send() begins anew.
    void rest(base::Duration idle);

private:
    using Clock = std::chrono::steady_clock;

    SmtpSession& open_session();
    void end_session();

    SmtpServer server_;
    std::unique_ptr<SmtpSession> session_;
    Clock::time_point used_at_{};
};

// The settings of the configuration; helo_name falls back to the host of public_url.
SmtpServer smtp_server(const runtime::Config& config);

}  // namespace mail
