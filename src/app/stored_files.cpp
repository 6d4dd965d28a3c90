#include "app/stored_files.h"

namespace app {
namespace {

constexpr auto kPictures = "pictures";

}  // namespace

files::FolderStore picture_files(const Settings& settings) {
    return files::FolderStore{settings.data / "files" / kPictures};
}

void pack_files(const Settings& settings, const db::AddFile& add) {
    const auto store = picture_files(settings);
    store.each([&](const files::StoredFile& file) {
        if (const auto bytes = store.read(file.address)) add({kPictures, file.address.hex(), *bytes});
    });
}

std::int64_t unpack_files(const std::filesystem::path& backup, const Settings& settings) {
    auto store = picture_files(settings);
    std::int64_t count = 0;
    db::unpack(backup, [&](const db::PackedFile& file) {
        if (file.store != kPictures) return;
        if (store.put(file.bytes).hex() != file.name)
            throw files::Fault{"the backup's file " + file.name + " is damaged"};
        ++count;
    });
    return count;
}

}  // namespace app
