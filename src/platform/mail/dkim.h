// platform/mail/dkim.h - signs mails where no relay does it (RFC 6376, RFC 8463).
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/instant.h"

namespace mail {

struct DkimIdentity {
    std::string domain;    // d=, the domain of the From address or one above it
    std::string selector;  // s=, the key stands in the DNS at SELECTOR._domainkey.DOMAIN
    std::string key_pem;   // private key: RSA of at least 1024 bits, or Ed25519
};

// The key is unreadable, too short or of another kind.
class DkimFault : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// rsa-sha256 or ed25519-sha256 by the kind of the key, relaxed/relaxed. Safe from several threads.
class DkimSigner {
public:
    explicit DkimSigner(const DkimIdentity& identity);
    ~DkimSigner();
    DkimSigner(DkimSigner&&) noexcept;
    DkimSigner& operator=(DkimSigner&&) noexcept;

    // The header field "DKIM-Signature: ...\r\n" to put before the mail. Covers each of From, Reply-To, To, Subject,
    // Date, Message-ID, MIME-Version, Content-Type, List-Unsubscribe, List-Unsubscribe-Post and Feedback-ID that the
    // mail has, and From, To, Subject, Date once more, so that none can be added later. mail: whole, lines ended by
    // CRLF.
    std::string sign(std::string_view mail, base::Instant at) const;

    // The TXT record of the DNS that belongs to the key: "v=DKIM1; k=rsa; p=...".
    std::string dns_record() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

// RFC 6376, 3.4.2 and 3.4.4, for the signer and its tests. field: one header field with its CRLF, maybe folded.
std::string relaxed_header(std::string_view field);
std::string relaxed_body(std::string_view body);

}  // namespace mail
