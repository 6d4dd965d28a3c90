#include "platform/files/sealed_store.h"

#include <sodium.h>

namespace files {
namespace {

constexpr char kForm = 1;
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kHead = 1 + kNonce;

unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

SealedStore::~SealedStore() { sodium_memzero(key_.data(), key_.size()); }

Address SealedStore::put(std::string_view bytes) {
    std::string sealed(kHead + bytes.size() + kTag, '\0');
    sealed[0] = kForm;
    auto* const nonce = bytes_of(sealed) + 1;
    randombytes_buf(nonce, kNonce);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(sealed) + kHead, nullptr, bytes_of(bytes), bytes.size(),
                                               bytes_of(sealed), 1, nullptr, nonce, key_.data());
    return kept_in_.put(sealed);
}

std::optional<std::string> SealedStore::read(const Address& address) const {
    const auto sealed = kept_in_.read(address);
    if (!sealed) return std::nullopt;
    if (sealed->size() < kHead + kTag || sealed->front() != kForm) throw Fault{address.hex() + " is no sealed file"};
    const std::string_view text = *sealed;
    std::string bytes(text.size() - kHead - kTag, '\0');
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(bytes_of(bytes), nullptr, nullptr,
                                                                  bytes_of(text) + kHead, text.size() - kHead,
                                                                  bytes_of(text), 1, bytes_of(text) + 1, key_.data());
    if (failed != 0) throw Fault{address.hex() + " cannot be opened with this key"};
    return bytes;
}

}  // namespace files
