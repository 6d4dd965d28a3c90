// Signatures, checked by a verifier of the test's own, which is itself checked against the example of RFC 8463.
#include "platform/mail/dkim.h"

#include <map>
#include <memory>
#include <vector>

#include <gtest/gtest.h>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include "base/text.h"

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

std::string without_blanks(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    return text;
}

std::string from_base64(const std::string& folded) {
    const std::string text = without_blanks(folded);
    std::string out(text.size() / 4 * 3, '\0');
    EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()), reinterpret_cast<const unsigned char*>(text.data()),
                    static_cast<int>(text.size()));
    for (auto at = text.rbegin(); at != text.rend() && *at == '='; ++at) out.pop_back();
    return out;
}

std::string sha256(const std::string& text) {
    std::string hash(32, '\0');
    EVP_Digest(text.data(), text.size(), reinterpret_cast<unsigned char*>(hash.data()), nullptr, EVP_sha256(), nullptr);
    return hash;
}

// RFC 6376, 3.2: tag=value pairs.
std::map<std::string, std::string> tags_of(const std::string& list) {
    std::map<std::string, std::string> tags;
    for (std::size_t start = 0; start < list.size();) {
        const std::size_t end = std::min(list.find(';', start), list.size());
        const std::string pair = list.substr(start, end - start);
        const std::size_t equals = pair.find('=');
        if (equals != std::string::npos) tags[without_blanks(pair.substr(0, equals))] = pair.substr(equals + 1);
        start = end + 1;
    }
    return tags;
}

std::vector<std::string> fields_of(const std::string& mail) {
    std::vector<std::string> fields;
    for (std::size_t start = 0; mail.compare(start, 2, "\r\n") != 0;) {
        const std::size_t end = mail.find("\r\n", start) + 2;
        const bool continues = !fields.empty() && (mail[start] == ' ' || mail[start] == '\t');
        if (!continues) fields.emplace_back();
        fields.back() += mail.substr(start, end - start);
        start = end;
    }
    return fields;
}

Key public_key(const std::map<std::string, std::string>& record) {
    const std::string bytes = from_base64(record.at("p"));
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    if (without_blanks(record.at("k")) == "ed25519")
        return {EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, data, bytes.size()), &EVP_PKEY_free};
    return {d2i_PUBKEY(nullptr, &data, static_cast<long>(bytes.size())), &EVP_PKEY_free};
}

// RFC 6376, 3.7 and 5.4.2: the fields that h= names, the last of a name first; a name without a field counts for
// nothing.
std::string signed_text(const std::string& names, std::vector<std::string> fields) {
    std::string text;
    for (std::size_t start = 0; start <= names.size();) {
        const std::size_t end = std::min(names.find(':', start), names.size());
        const std::string name = base::lower_ascii(without_blanks(names.substr(start, end - start)));
        start = end + 1;
        for (std::size_t i = fields.size(); i-- > 0;) {
            if (base::lower_ascii(fields[i].substr(0, fields[i].find(':'))) != name) continue;
            text += mail::relaxed_header(fields[i]);
            fields.erase(fields.begin() + static_cast<std::ptrdiff_t>(i));
            break;
        }
    }
    return text;
}

// Whether the signature field is right for the mail by the key in the DNS record.
bool verifies(const std::string& signature_field, const std::string& mail, const std::string& dns_record) {
    const auto tags = tags_of(signature_field.substr(signature_field.find(':') + 1));
    const std::string body = mail.substr(mail.find("\r\n\r\n") + 4);
    if (from_base64(tags.at("bh")) != sha256(mail::relaxed_body(body))) return false;
    const std::size_t b = signature_field.rfind("b=");
    std::string own = mail::relaxed_header(signature_field.substr(0, b + 2));
    own.resize(own.size() - 2);
    const std::string text = signed_text(tags.at("h"), fields_of(mail)) + own;
    const std::string signature = from_base64(signature_field.substr(b + 2));
    const bool rsa = without_blanks(tags.at("a")) == "rsa-sha256";
    const std::string input = rsa ? text : sha256(text);
    const Key key = public_key(tags_of(dns_record));
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    EVP_DigestVerifyInit(context.get(), nullptr, rsa ? EVP_sha256() : nullptr, nullptr, key.get());
    return EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(signature.data()), signature.size(),
                            reinterpret_cast<const unsigned char*>(input.data()), input.size()) == 1;
}

std::string pem_of(EVP_PKEY* key) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    char* data = nullptr;
    const long length = BIO_get_mem_data(memory.get(), &data);
    return {data, static_cast<std::size_t>(length)};
}

std::string new_rsa_key(unsigned bits) {
    const Key key(EVP_RSA_gen(bits), &EVP_PKEY_free);
    return pem_of(key.get());
}

// RFC 8463, appendix A.
const std::string kExample =
    "From: Joe SixPack <joe@football.example.com>\r\n"
    "To: Suzie Q <suzie@shopping.example.net>\r\n"
    "Subject: Is dinner ready?\r\n"
    "Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)\r\n"
    "Message-ID: <20030712040037.46341.5F8J@football.example.com>\r\n"
    "\r\n"
    "Hi.\r\n"
    "\r\n"
    "We lost the game.  Are you hungry yet?\r\n"
    "\r\n"
    "Joe.\r\n";
const std::string kEd25519Record = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
const std::string kEd25519Signature =
    "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;\r\n"
    " d=football.example.com; i=@football.example.com;\r\n"
    " q=dns/txt; s=brisbane; t=1528637909; h=from : to :\r\n"
    " subject : date : message-id : from : subject : date;\r\n"
    " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\r\n"
    " b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus\r\n"
    " Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==\r\n";
const std::string kRsaRecord =
    "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16"
    "JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l"
    "/K4w3QIDAQAB";
const std::string kRsaSignature =
    "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;\r\n"
    " d=football.example.com; i=@football.example.com;\r\n"
    " q=dns/txt; s=test; t=1528637909; h=from : to : subject :\r\n"
    " date : message-id : from : subject : date;\r\n"
    " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\r\n"
    " b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3\r\n"
    " DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz\r\n"
    " dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=\r\n";
const std::string kEd25519Seed = "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";

std::string ed25519_pem() {
    const std::string seed = from_base64(kEd25519Seed);
    const Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr,
                                               reinterpret_cast<const unsigned char*>(seed.data()), seed.size()),
                  &EVP_PKEY_free);
    return pem_of(key.get());
}

// RFC 6376, 3.4.5.
TEST(DkimCanonical, AsTheStandardsExample) {
    EXPECT_EQ(mail::relaxed_header("A: X\r\n"), "a:X\r\n");
    EXPECT_EQ(mail::relaxed_header("B : Y\t\r\n\tZ  \r\n"), "b:Y Z\r\n");
    EXPECT_EQ(mail::relaxed_body(" C \r\nD \t E\r\n\r\n\r\n"), " C\r\nD E\r\n");
    EXPECT_EQ(mail::relaxed_body("\r\n\r\n"), "");
    EXPECT_EQ(mail::relaxed_body(""), "");
    EXPECT_EQ(mail::relaxed_body("no end"), "no end\r\n");
}

TEST(DkimCanonical, TheExampleOfRfc8463Verifies) {
    EXPECT_TRUE(verifies(kEd25519Signature, kExample, kEd25519Record));
    EXPECT_TRUE(verifies(kRsaSignature, kExample, kRsaRecord));
    std::string changed = kExample;
    changed.replace(changed.find("dinner"), 6, "supper");
    EXPECT_FALSE(verifies(kEd25519Signature, changed, kEd25519Record));
}

const std::string kNewsletter =
    "Date: Sun, 22 Nov 2026 12:00:00 +0000\r\n"
    "From: =?UTF-8?B?VG91cyBlbnNlbWJsZQ==?= <info@campaign.example>\r\n"
    "To: Amelie <amelie@example.org>\r\n"
    "Message-ID: <m1@campaign.example>\r\n"
    "Subject: A long subject that is\r\n folded  over lines\r\n"
    "List-Unsubscribe: <https://campaign.example/u/1>\r\n"
    "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
    "\r\n"
    "Hello  \r\n\r\n";

void expect_covered(const std::string& signature, const std::string& record) {
    EXPECT_TRUE(verifies(signature, kNewsletter, record)) << signature;
    for (const char* word : {"folded", "u/1", "One-Click", "amelie@", "Hello", "m1@", "info@"}) {
        std::string changed = kNewsletter;
        changed.replace(changed.find(word), 1, "#");
        EXPECT_FALSE(verifies(signature, changed, record)) << word;
    }
    for (const char* added : {"From: x@evil.example\r\n", "Subject: Win\r\n", "To: x@evil.example\r\n"})
        EXPECT_FALSE(verifies(signature, added + kNewsletter, record));
}

TEST(DkimSigner, AnEd25519SignatureCoversTheMailAndTheUnsubscribeHeaders) {
    const mail::DkimSigner signer({"campaign.example", "brisbane", ed25519_pem()});
    EXPECT_EQ(signer.dns_record(), kEd25519Record);
    const std::string field = signer.sign(kNewsletter, {1'795'348'800'000'000});
    EXPECT_NE(field.find("t=1795348800;"), std::string::npos);
    EXPECT_NE(field.find("d=campaign.example; s=brisbane;"), std::string::npos);
    expect_covered(field, kEd25519Record);
}

TEST(DkimSigner, AnRsaSignatureCoversTheSame) {
    const mail::DkimSigner signer({"campaign.example", "winter", new_rsa_key(2048)});
    const std::string field = signer.sign(kNewsletter, {1'795'348'800'000'000});
    expect_covered(field, signer.dns_record());
    for (const std::string& line : {field.substr(0, field.find("\r\n")), field.substr(field.rfind("\r\n\t"))})
        EXPECT_LE(line.size(), 78u);
}

TEST(DkimSigner, AKeyThatWillNotDoIsRefused) {
    EXPECT_THROW(mail::DkimSigner({"campaign.example", "s", "no key"}), mail::DkimFault);
    EXPECT_THROW(mail::DkimSigner({"campaign.example", "s", new_rsa_key(768)}), mail::DkimFault);
}

}  // namespace
