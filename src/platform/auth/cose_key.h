// platform/auth/cose_key.h - the public key of a passkey, as authenticators write it (COSE_Key: RFC 9052 section 7, RFC
// 9053 sections 2 and 7, RFC 8230 section 4; WebAuthn Level 3, 6.5.1.1), and the check of its signatures.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace auth {

// The numbers of the IANA registry of COSE algorithms.
enum class SignatureAlgorithm : int { es256 = -7, eddsa = -8, rs256 = -257 };

// Bytes, and who is said to have signed them.
struct SignedBytes {
    std::string_view message, signature;
};

// One of: ECDSA with SHA-256 on P-256 (the signature in DER), Ed25519 (64 bytes), RSA of 2048 to 4096 bits with
// PKCS #1 v1.5 and SHA-256.
class CoseKey {
public:
    // nullopt for any other bytes: another algorithm or curve, a point that is not on it, a weak modulus, more or fewer
    // parameters than the kind has, bytes behind the key.
    static std::optional<CoseKey> parse(std::string_view cose);

    // Of a key at the beginning of bytes: also where it ends.
    struct Prefix;
    static std::optional<Prefix> parse_prefix(std::string_view bytes);

    SignatureAlgorithm algorithm() const { return algorithm_; }
    const std::string& cose() const { return cose_; }  // as it was read: what is stored

    // Whether the owner of the private key signed the message. Any signature bytes are fine.
    bool verifies(const SignedBytes& signed_bytes) const;

private:
    CoseKey(SignatureAlgorithm algorithm, std::string_view cose) : algorithm_(algorithm), cose_(cose) {}

    SignatureAlgorithm algorithm_;
    std::string cose_;
    std::string first_, second_;  // x and y; x; n and e
};

struct CoseKey::Prefix {
    CoseKey key;
    std::size_t size;  // bytes
};

}  // namespace auth
