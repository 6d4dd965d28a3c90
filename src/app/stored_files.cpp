#include "app/stored_files.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace app {
namespace {

constexpr std::string_view kPictures = "pictures", kDocuments = "documents", kDeliveries = "deliveries",
                           kEndorsements = "endorsements";
constexpr std::array kStores{kPictures, kDocuments, kDeliveries, kEndorsements};

files::FolderStore store_of(const Settings& settings, std::string_view name) {
    return files::FolderStore{settings.data / "files" / name};
}

}  // namespace

files::FolderStore picture_files(const Settings& settings) { return store_of(settings, kPictures); }

files::FolderStore document_files(const Settings& settings) { return store_of(settings, kDocuments); }

files::FolderStore delivery_files(const Settings& settings) { return store_of(settings, kDeliveries); }

files::FolderStore endorsement_files(const Settings& settings) { return store_of(settings, kEndorsements); }

files::FolderStore import_files(const Settings& settings) { return store_of(settings, "imports"); }

files::FolderStore people_files(const Settings& settings) { return store_of(settings, "people_imports"); }

void pack_files(const Settings& settings, const db::AddFile& add) {
    for (const auto name : kStores) {
        const auto store = store_of(settings, name);
        store.each([&](const files::StoredFile& file) {
            if (const auto bytes = store.read(file.address)) add({std::string{name}, file.address.hex(), *bytes});
        });
    }
}

std::int64_t unpack_files(const std::filesystem::path& backup, const Settings& settings) {
    std::int64_t count = 0;
    db::unpack(backup, [&](const db::PackedFile& file) {
        if (std::ranges::find(kStores, std::string_view{file.store}) == kStores.end()) return;
        auto store = store_of(settings, file.store);
        if (store.put(file.bytes).hex() != file.name)
            throw files::Fault{"the backup's file " + file.name + " is damaged"};
        ++count;
    });
    return count;
}

}  // namespace app
