// fuzz/smtp_reply_fuzz.cpp - whatever a mail server answers: whole replies are taken off one by one, in whatever pieces
// they come, until the rest is no reply or not whole.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.h"
#include "platform/mail/smtp_connection.h"
#include "platform/mail/smtp_session.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string received(reinterpret_cast<const char*>(data), size);
    try {
        while (const auto reply = mail::take_reply(received)) {
            CHECK(reply->code >= 200 && reply->code < 600);
            CHECK(!reply->lines.empty());
            CHECK(reply->text().size() <= 500);
            (void)mail::read_offers(*reply);
        }
    } catch (const mail::SmtpFault&) {
    }
    const std::string stuffed = mail::dot_stuffed({reinterpret_cast<const char*>(data), size});
    CHECK(stuffed.find("\r\n.\r\n") == std::string::npos || stuffed.find("\r\n.\r\n") + 5 == stuffed.size());
    return 0;
}
