// platform/mail/smtp_connection.h - the bytes to and from a mail server: replies, time-outs, encryption.
#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "platform/mail/smtp_client.h"

namespace mail {

// The connection cannot be made, broke, or speaks no SMTP. The session is over.
class SmtpFault : public std::runtime_error {
public:
    // code: of the reply that ended the session; 0 when there was none.
    explicit SmtpFault(const std::string& reason, int code = 0) : std::runtime_error(reason), code_(code) {}
    int code() const { return code_; }

private:
    int code_;
};

struct SmtpReply {
    int code = 0;                    // 200-599
    std::vector<std::string> lines;  // without code and line end; at least one

    bool is_positive() const { return code >= 200 && code < 400; }
    std::string text() const;  // "550 5.1.1 No such user", lines joined by spaces, at most 500 bytes
};

// Takes one whole reply (RFC 5321, 4.2.1) off the start of `received`; absent when its end is not there yet.
// SmtpFault when it is no reply.
std::optional<SmtpReply> take_reply(std::string& received);

// The mail as it stands between DATA and its end: dots at line starts doubled, ended by CRLF "." CRLF.
std::string dot_stuffed(std::string_view mail);

// One TCP connection. Each call waits for its end or the server's time-out; then SmtpFault.
class SmtpConnection {
public:
    explicit SmtpConnection(const SmtpServer& server);
    ~SmtpConnection();
    SmtpConnection(const SmtpConnection&) = delete;
    SmtpConnection& operator=(const SmtpConnection&) = delete;

    void write(std::string_view bytes);
    SmtpReply read_reply();
    // After the reply to STARTTLS. What the server sent before the handshake is refused: it came from anyone.
    void start_encryption();
    bool is_encrypted() const;
    void shorten_timeout(base::Duration timeout);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace mail
