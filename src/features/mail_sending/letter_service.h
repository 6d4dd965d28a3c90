// features/mail_sending/letter_service.h - from a person and a mailing to the bytes that leave: addresses, headers,
// signature.
#pragma once
#include <memory>
#include <optional>

#include "features/mail_sending/copy.h"
#include "features/mail_sending/services.h"
#include "platform/mail/dkim.h"
#include "platform/mail/message.h"
#include "platform/mail/smtp_client.h"

namespace mail_sending {

// One copy on its way.
struct Letter {
    SentMailId id;
    std::optional<BlastId> blast;
    ports::AudienceMember person;
    Variant variant;
    int attempts;                         // this one included
    const ports::PreparedMailing* words;  // kept by the block
};

class LetterWriter {
public:
    // mail::DkimFault when the key of [mail.dkim] cannot be used; std::runtime_error when an address of the
    // configuration is none.
    explicit LetterWriter(const Services& services);

    // From any thread. The envelope's sender is b-TOKEN@mail.returns_domain where that is set, as
    // ports/return_address.h says; the mail has List-Unsubscribe (the person's one-click address, and the same
    // mailbox), and Feedback-ID "blast:variant:sender". std::runtime_error when the person's address is none.
    mail::Parcel write(const Letter& letter, base::Instant now) const;

    const mail::DkimSigner* signer() const { return signer_ ? &*signer_ : nullptr; }

private:
    mail::Envelope envelope(const Letter& letter, base::Instant now) const;
    std::optional<base::EmailAddress> return_address(const Letter& letter) const;

    const Services& services_;
    mail::Mailbox from_en_, from_fr_;
    std::optional<mail::Mailbox> reply_to_;
    std::string sender_, feedback_sender_;
    std::optional<mail::DkimSigner> signer_;
};

}  // namespace mail_sending
