// Mails that other servers send back: the conversation at our door, and what the mail says.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/text.h"
#include "platform/inbound_mail/reply.h"
#include "platform/inbound_mail/report.h"
#include "platform/inbound_mail/session.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const inbound_mail::Hooks hooks{.knows = [](std::string_view) { return true; },
                                    .take =
                                        [](const inbound_mail::Mail& mail) {
                                            if (mail.text.size() > inbound_mail::kLongestMail) std::abort();
                                            return inbound_mail::Taken::yes;
                                        }};
    inbound_mail::Session whole{hooks, "here"};
    inbound_mail::Session parts{hooks, "here"};
    const std::string answer = whole.receive(bytes);
    const std::string halves = parts.receive(bytes.substr(0, size / 2)) + parts.receive(bytes.substr(size / 2));
    if (answer != halves) std::abort();
    const auto report = inbound_mail::read_report(bytes);
    if (report.detail.size() > 500 || report.subject.size() > 200) std::abort();
    // The second half as a part behind the beginning that was kept.
    const std::string rest{bytes.substr(size / 2)};
    const auto reply = inbound_mail::read_reply(
        {.sender = "", .recipients = {}, .text = std::string{bytes}, .late = {{}, {rest, rest, std::ssize(rest)}}});
    if (!base::is_valid_utf8(reply.words) || reply.words.size() > inbound_mail::kLongestWords) std::abort();
    if (reply.attachments.size() > inbound_mail::kMostAttachments) std::abort();
    if (inbound_mail::own_words(reply.words).size() > reply.words.size()) std::abort();
    return 0;
}
