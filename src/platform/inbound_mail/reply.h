// platform/inbound_mail/reply.h - what somebody wrote back, and what they attached. Any bytes are fine.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "platform/inbound_mail/session.h"

namespace inbound_mail {

inline constexpr std::size_t kLongestWords = 65'536;        // bytes of what is read of a reply
inline constexpr std::size_t kLargestAttachment = 786'432;  // bytes; larger ones are named and dropped
inline constexpr std::size_t kMostAttachments = 30;

struct Attachment {
    std::string name;     // one line without "/" and "\", at most 150 bytes; may be empty
    std::string type;     // as the sender calls it: "application/pdf"
    std::int64_t bytes;   // decoded; of one that did not arrive whole, about
    std::string content;  // decoded; empty when it is too large or did not arrive whole
};

struct Reply {
    std::string from;        // "Office of J. Roy <j.roy@parl.example.org>", one line, at most 300 bytes
    std::string subject;     // one line, at most 200 bytes
    std::string message_id;  // one line, at most 200 bytes; may be empty
    std::string words;       // well-formed UTF-8, lines ended by "\n"; of a mail of HTML alone its words
    std::vector<Attachment> attachments;
};
Reply read_reply(const Mail& mail);

// Without the mail that is quoted below them: up to "On Monday ... wrote:", "-----Original Message-----", a block of
// From and Sent, or a line that begins with ">". All of it where nothing stands above that.
std::string_view own_words(std::string_view words);

}  // namespace inbound_mail
