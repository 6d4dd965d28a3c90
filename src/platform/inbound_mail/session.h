// platform/inbound_mail/session.h - the server's side of one SMTP or LMTP connection (RFC 5321, RFC 2033), without the
// network: bytes in, answers out. For mails that other servers send back to us.
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/inbound_mail/keeper.h"

namespace inbound_mail {

inline constexpr std::size_t kMostRecipients = 100;
inline constexpr std::size_t kLongestCommand = 2'048;  // bytes, without its end
inline constexpr int kMostMistakes = 20;               // then the connection ends

struct Mail {
    std::string sender;  // of the envelope; empty for <>
    std::vector<std::string> recipients;
    std::string text;              // lines ended by CRLF, dots at line starts no longer doubled; at most kLongestMail
    std::vector<LatePart> late{};  // what stands behind that, part by part
};

// yes: it is kept, whatever becomes of us. later: the other server is to try again.
enum class Taken : unsigned char { yes, later };

struct Hooks {
    std::function<bool(std::string_view recipient)> knows;  // whether mails to this address are wanted
    std::function<Taken(const Mail&)> take;
};

class Session {
public:
    // host: our name in greetings.
    Session(const Hooks& hooks, std::string host) : hooks_(hooks), host_(std::move(host)) {}

    std::string greeting() const;

    // What to answer to these bytes, which may be any part of what the other side says; often nothing. A mail ends only
    // at CR LF . CR LF: a bare line feed never ends one (no smuggling).
    std::string receive(std::string_view bytes);

    // Nothing more is read; the connection is closed once the answer has left.
    bool is_over() const { return is_over_; }

private:
    enum class Reading : unsigned char { commands, mail };
    enum class Protocol : unsigned char { none, smtp, lmtp };

    void read_command(std::string_view line);
    void hello(std::string_view word, std::string_view rest);
    void mail_from(std::string_view rest);
    void rcpt_to(std::string_view rest);
    void data();
    void mistake(std::string_view answer);
    void begin_again();
    std::size_t read_mail(std::string_view bytes);
    void finish_mail();
    void say(std::string_view line);

    const Hooks& hooks_;
    std::string host_;
    Protocol protocol_ = Protocol::none;
    Reading reading_ = Reading::commands;
    bool has_sender_ = false;
    bool is_over_ = false;
    bool drops_line_ = false;  // a command that was too long
    int mistakes_ = 0;
    int end_ = 2;  // how much of CR LF . CR LF has been read; at the start of a mail CR LF counts as read
    std::string line_, answer_;
    Mail mail_;
    Keeper keeper_;
};

}  // namespace inbound_mail
