#include "platform/mail/dkim.h"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include "base/check.h"
#include "base/text.h"
#include "platform/mail/encoding.h"

namespace mail {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Digest = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

// Most readers look at these; RFC 6376, 5.4.1, and RFC 8058, 4 for those of lists.
constexpr std::string_view kSignedHeaders[] = {
    "from",       "reply-to",     "to",           "subject",          "date",
    "message-id", "mime-version", "content-type", "list-unsubscribe", "list-unsubscribe-post",
    "feedback-id"};
// Named once more than they occur, so that a second one breaks the signature (RFC 6376, 8.15).
constexpr std::string_view kOversignedHeaders[] = {"from", "to", "subject", "date"};

Key read_key(const std::string& pem) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())),
                                                           &BIO_free);
    // No pass phrase is asked for: a protected key fails instead of stopping the start at a prompt.
    Key key(PEM_read_bio_PrivateKey(
                memory.get(), nullptr, [](char*, int, int, void*) { return -1; }, nullptr),
            &EVP_PKEY_free);
    if (!key) throw DkimFault("the DKIM key cannot be read: expected a private key in PEM, without a pass phrase");
    return key;
}

std::string public_bytes(EVP_PKEY& key) {
    if (EVP_PKEY_get_base_id(&key) == EVP_PKEY_ED25519) {
        std::array<unsigned char, 32> raw{};
        std::size_t length = raw.size();
        EVP_PKEY_get_raw_public_key(&key, raw.data(), &length);
        return {raw.begin(), raw.begin() + static_cast<std::ptrdiff_t>(length)};
    }
    unsigned char* der = nullptr;
    const int length = i2d_PUBKEY(&key, &der);
    if (length <= 0) throw DkimFault("the DKIM key has no public part");
    std::string bytes(reinterpret_cast<char*>(der), static_cast<std::size_t>(length));
    OPENSSL_free(der);
    return bytes;
}

std::string sha256(std::string_view text) {
    std::array<unsigned char, 32> hash{};
    const int done = EVP_Digest(text.data(), text.size(), hash.data(), nullptr, EVP_sha256(), nullptr);
    CHECK(done == 1);
    return {hash.begin(), hash.end()};
}

// RFC 8463, 3: Ed25519 signs the SHA-256 of what RSA hashes itself.
std::string signature(EVP_PKEY& key, const std::string& text) {
    const bool is_rsa = EVP_PKEY_get_base_id(&key) == EVP_PKEY_RSA;
    const std::string input = is_rsa ? text : sha256(text);
    const auto* bytes = reinterpret_cast<const unsigned char*>(input.data());
    const Digest context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    std::size_t length = 0;
    const bool sized =
        EVP_DigestSignInit(context.get(), nullptr, is_rsa ? EVP_sha256() : nullptr, nullptr, &key) == 1 &&
        EVP_DigestSign(context.get(), nullptr, &length, bytes, input.size()) == 1;
    std::string out(length, '\0');
    if (!sized ||
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(out.data()), &length, bytes, input.size()) != 1)
        throw DkimFault("the mail could not be signed");
    out.resize(length);
    return out;
}

struct MailParts {
    std::vector<std::string_view> fields;  // each with its CRLF, folded ones whole
    std::string_view body;
};

MailParts split(std::string_view mail) {
    MailParts parts;
    while (!mail.empty() && !mail.starts_with("\r\n")) {
        std::size_t end = mail.find("\r\n");
        while (end != std::string_view::npos && end + 2 < mail.size() &&
               (mail[end + 2] == ' ' || mail[end + 2] == '\t'))
            end = mail.find("\r\n", end + 2);
        end = end == std::string_view::npos ? mail.size() : end + 2;
        parts.fields.push_back(mail.substr(0, end));
        mail.remove_prefix(end);
    }
    if (!mail.empty()) parts.body = mail.substr(2);
    return parts;
}

std::string field_name(std::string_view field) { return base::lower_ascii(field.substr(0, field.find(':'))); }

// The names for h= and the text to hash, in the same order.
struct Selection {
    std::string names;
    std::string text;
};

Selection select(const MailParts& parts) {
    Selection selection;
    const auto name = [&](std::string_view header) {
        selection.names += fmt::format("{}{}", selection.names.empty() ? "" : ":", header);
    };
    for (const std::string_view header : kSignedHeaders) {
        // Of several with one name the last is signed first (RFC 6376, 5.4.2).
        for (auto field = parts.fields.rbegin(); field != parts.fields.rend(); ++field) {
            if (field_name(*field) != header) continue;
            name(header);
            selection.text += relaxed_header(*field);
        }
    }
    for (const std::string_view header : kOversignedHeaders) name(header);
    return selection;
}

// A colon-separated list over lines of moderate length; blanks may stand after a colon (RFC 6376, 3.5, "h=").
std::string folded_names(std::string_view names) {
    std::string out;
    std::size_t column = 0;
    for (const char c : names) {
        out += c;
        ++column;
        if (c != ':' || column < 50) continue;
        out += "\r\n\t";
        column = 0;
    }
    return out;
}

std::string folded_base64(std::string_view text) {
    constexpr std::size_t kColumns = 70;
    std::string out;
    for (; text.size() > kColumns; text.remove_prefix(kColumns))
        out += fmt::format("{}\r\n\t", text.substr(0, kColumns));
    return out + std::string(text);
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// Every run of blanks as one space, none at the end.
void append_relaxed_line(std::string& out, std::string_view line) {
    const std::size_t start = out.size();
    for (const char c : line) {
        if (!is_blank(c)) {
            out += c;
        } else if (out.size() == start || out.back() != ' ') {
            out += ' ';
        }
    }
    if (out.size() > start && out.back() == ' ') out.pop_back();
}

}  // namespace

std::string relaxed_header(std::string_view field) {
    const std::size_t colon = std::min(field.find(':'), field.size());
    std::string name = base::lower_ascii(field.substr(0, colon));
    while (!name.empty() && is_blank(name.back())) name.pop_back();
    std::string unfolded;
    for (const char c : field.substr(std::min(colon + 1, field.size())))
        if (c != '\r' && c != '\n') unfolded += c;
    std::string value;
    append_relaxed_line(value, unfolded);
    if (value.starts_with(' ')) value.erase(0, 1);
    return fmt::format("{}:{}\r\n", name, value);
}

std::string relaxed_body(std::string_view body) {
    std::string out;
    while (!body.empty()) {
        const std::size_t end = std::min(body.find("\r\n"), body.size());
        append_relaxed_line(out, body.substr(0, end));
        out += "\r\n";
        body.remove_prefix(std::min(end + 2, body.size()));
    }
    while (out.ends_with("\r\n\r\n")) out.resize(out.size() - 2);
    if (out == "\r\n") out.clear();
    return out;
}

struct DkimSigner::Parts {
    DkimIdentity identity;
    Key key;
    bool is_rsa;
};

DkimSigner::DkimSigner(const DkimIdentity& identity) : parts_(new Parts{identity, read_key(identity.key_pem), false}) {
    const int kind = EVP_PKEY_get_base_id(parts_->key.get());
    parts_->is_rsa = kind == EVP_PKEY_RSA;
    parts_->identity.key_pem.clear();
    if (!parts_->is_rsa && kind != EVP_PKEY_ED25519) throw DkimFault("the DKIM key must be RSA or Ed25519");
    if (parts_->is_rsa && EVP_PKEY_get_bits(parts_->key.get()) < 1024)
        throw DkimFault("the DKIM key is too short: 1024 bits at least, 2048 advised");
}

DkimSigner::~DkimSigner() = default;
DkimSigner::DkimSigner(DkimSigner&&) noexcept = default;
DkimSigner& DkimSigner::operator=(DkimSigner&&) noexcept = default;

std::string DkimSigner::sign(std::string_view mail, base::Instant at) const {
    const MailParts parts = split(mail);
    const Selection selection = select(parts);
    const std::string field = fmt::format(
        "DKIM-Signature: v=1; a={}; c=relaxed/relaxed;\r\n\td={}; s={};\r\n\tt={};\r\n\th={};\r\n\tbh={};\r\n\tb=",
        parts_->is_rsa ? "rsa-sha256" : "ed25519-sha256", parts_->identity.domain, parts_->identity.selector,
        at.seconds(), folded_names(selection.names), base64(sha256(relaxed_body(parts.body))));
    std::string own = relaxed_header(field);
    own.resize(own.size() - 2);  // without its line end (RFC 6376, 3.7)
    return field + folded_base64(base64(signature(*parts_->key, selection.text + own))) + "\r\n";
}

std::string DkimSigner::dns_record() const {
    return fmt::format("v=DKIM1; k={}; p={}", parts_->is_rsa ? "rsa" : "ed25519", base64(public_bytes(*parts_->key)));
}

}  // namespace mail
