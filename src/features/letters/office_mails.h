// features/letters/office_mails.h - a letter as the office gets it: from the campaign's address in the writer's name,
// answers to an address of its own.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/letters/letter.h"
#include "features/letters/services.h"
#include "platform/mail/dkim.h"
#include "platform/mail/message.h"
#include "platform/mail/smtp_client.h"

namespace letters {

// "Dear Maya Tremblay," in the language of the letter.
std::string greeting(base::Locale locale, std::string_view name);

// "Maya Tremblay via Public Workers": under which name it leaves.
std::string sender_name(const Services& services, const Writing& writing);

// The words of one letter, whole, as plain text: greeting, body, name and address, and the lines of an election.
struct OfficeLetter {
    const Writing& writing;
    std::string_view recipient_name;
    std::vector<std::string> taglines{};
};
std::string text_of(const OfficeLetter& letter);
mail::Message message_of(const OfficeLetter& letter);

// From a letter to the bytes that leave. From any thread.
class OfficeMailWriter {
public:
    explicit OfficeMailWriter(const Services& services);

    // The writing has not been forgotten.
    mail::Parcel write(const Letter& letter, const OfficeLetter& words, base::Instant now) const;

    // l-TOKEN@ the domain for returned mail; nullopt where there is none.
    std::optional<base::EmailAddress> reply_address(LetterId letter) const;

private:
    mail::Envelope envelope(const Letter& letter, const Writing& writing, base::Instant now) const;

    const Services& services_;
    base::EmailAddress from_;
    std::string bounces_;  // envelope sender where letters have no address of their own
    std::optional<mail::DkimSigner> signer_;
};

}  // namespace letters
