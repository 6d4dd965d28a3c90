// platform/files/file_store.h - where uploaded bytes are kept: put some, get the address they are found by.
//
//     const auto address = store.put(bytes);               // on the disk when this returns
//     const auto bytes = store.read(address);              // nullopt when it is not there
//
// Equal bytes are kept once, however often they are put: who removes must know that nobody else means the same bytes.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "platform/files/address.h"

namespace files {

// The store cannot be reached, is full, or gives what was not put there.
class Fault : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct StoredFile {
    Address address;
    std::int64_t size;        // bytes
    base::Instant stored_at;  // when it was last put
};

enum class Removal : unsigned char { removed, was_not_there };

// Any thread. Faults of the world are thrown as Fault.
class FileStore {
public:
    virtual ~FileStore() = default;

    // Keeps the bytes, whole or not at all: safe from a loss of power when this returns.
    virtual Address put(std::string_view bytes) = 0;

    // The bytes, compared with their address: Fault where they are no longer what was put.
    virtual std::optional<std::string> read(const Address& address) const = 0;

    virtual bool exists(const Address& address) const = 0;
    virtual Removal remove(const Address& address) = 0;

    // Every file, in no particular order. What is put or removed meanwhile may be among them or not.
    virtual void each(const std::function<void(const StoredFile&)>& visit) const = 0;
};

}  // namespace files
