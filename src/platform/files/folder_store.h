// platform/files/folder_store.h - a FileStore in a folder: ROOT/ab/cdef..., named by the address alone.
#pragma once
#include <filesystem>

#include "platform/files/file_store.h"

namespace files {

// The folder is made by the first put. Several processes may use one folder at once. A put writes beside, waits for the
// disk, renames, and waits for the folder's own entry: after a crash a file is whole or not there. What a crash left
// half-written is removed by the next put an hour later. Files are readable by this user alone.
class FolderStore final : public FileStore {
public:
    explicit FolderStore(std::filesystem::path root);

    Address put(std::string_view bytes) override;
    std::optional<std::string> read(const Address& address) const override;
    bool exists(const Address& address) const override;
    Removal remove(const Address& address) override;
    void each(const std::function<void(const StoredFile&)>& visit) const override;

private:
    std::filesystem::path path_of(const Address& address) const;

    std::filesystem::path root_;
};

}  // namespace files
