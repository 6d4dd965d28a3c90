// platform/files/sealed_store.h - a FileStore whose files are encrypted where they lie: for what is kept for some days
// only, such as the photo as it came from somebody's phone.
//
//     files::SealedStore originals{folder, key};
//     const auto address = originals.put(bytes);   // of the sealed bytes, which are another each time
#pragma once
#include <array>
#include <cstdint>

#include "platform/files/file_store.h"

namespace files {

using SealingKey = std::array<std::uint8_t, 32>;

// XChaCha20-Poly1305 (libsodium) under a random nonce of 24 bytes, which stands before the sealed bytes behind one byte
// for the form. Equal bytes are kept as often as they are put: nobody can tell from the store that two are equal. A
// file that was sealed with another key, or changed, is a Fault.
class SealedStore final : public FileStore {
public:
    // kept_in outlives it.
    SealedStore(FileStore& kept_in, const SealingKey& key) : kept_in_(kept_in), key_(key) {}
    ~SealedStore() override;  // wipes the key
    SealedStore(const SealedStore&) = delete;
    SealedStore& operator=(const SealedStore&) = delete;

    Address put(std::string_view bytes) override;
    std::optional<std::string> read(const Address& address) const override;
    bool exists(const Address& address) const override { return kept_in_.exists(address); }
    Removal remove(const Address& address) override { return kept_in_.remove(address); }
    void each(const std::function<void(const StoredFile&)>& visit) const override { kept_in_.each(visit); }

private:
    FileStore& kept_in_;
    SealingKey key_;
};

}  // namespace files
