// platform/files/s3_store.h - a FileStore in a bucket of Amazon S3 or of anything that speaks like it, so that several
// servers share their files.
#pragma once
#include <chrono>
#include <memory>
#include <string>

#include "platform/files/file_store.h"
#include "platform/files/s3_signature.h"

namespace files {

struct S3Place {
    std::string endpoint;  // "https://s3.ca-central-1.amazonaws.com", without a slash at the end
    std::string bucket;    // is there already
    std::string prefix{};  // before each name: "pictures/"
    S3Keys keys{};
    std::chrono::seconds timeout{60};  // of one request
};

// Files are named PREFIX followed by the 64 digits of their address; the bucket stands in the path ("path style"),
// which every server understands. Requests are signed (s3_signature.h) over the digest of their body. A request that
// does not reach the server, or that it answers with 5xx, is tried twice more; then it is a Fault, as is every refusal.
// Any thread: each request in flight has a connection of its own, which the next one takes over.
class S3Store final : public FileStore {
public:
    explicit S3Store(S3Place place);
    ~S3Store() override;
    S3Store(const S3Store&) = delete;
    S3Store& operator=(const S3Store&) = delete;

    Address put(std::string_view bytes) override;
    std::optional<std::string> read(const Address& address) const override;
    bool exists(const Address& address) const override;
    Removal remove(const Address& address) override;
    void each(const std::function<void(const StoredFile&)>& visit) const override;

private:
    class Client;
    std::unique_ptr<Client> client_;
};

}  // namespace files
