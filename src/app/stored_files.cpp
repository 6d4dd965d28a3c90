#include "app/stored_files.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "platform/files/s3_store.h"

namespace app {
namespace {

constexpr std::string_view kPictures = "pictures", kDocuments = "documents", kDeliveries = "deliveries",
                           kEndorsements = "endorsements", kVoices = "voices", kMosaics = "mosaics";
constexpr std::array kStores{kPictures, kDocuments, kDeliveries, kEndorsements, kVoices, kMosaics};

files::FolderStore folder_of(const Settings& settings, std::string_view name) {
    return files::FolderStore{settings.data / "files" / name};
}

Store store_of(const Settings& settings, std::string_view name) {
    const auto& config = settings.config.files;
    if (config.s3_endpoint.empty()) return std::make_unique<files::FolderStore>(settings.data / "files" / name);
    return std::make_unique<files::S3Store>(
        files::S3Place{.endpoint = config.s3_endpoint,
                       .bucket = config.s3_bucket,
                       .prefix = config.s3_prefix + std::string{name} + "/",
                       .keys = {config.s3_access_key, config.s3_secret_key, config.s3_region}});
}

}  // namespace

Store picture_files(const Settings& settings) { return store_of(settings, kPictures); }

Store document_files(const Settings& settings) { return store_of(settings, kDocuments); }

Store delivery_files(const Settings& settings) { return store_of(settings, kDeliveries); }

Store endorsement_files(const Settings& settings) { return store_of(settings, kEndorsements); }

Store voice_files(const Settings& settings) { return store_of(settings, kVoices); }

Store voice_original_files(const Settings& settings) { return store_of(settings, "voice_originals"); }

Store mosaic_files(const Settings& settings) { return store_of(settings, kMosaics); }

files::FolderStore import_files(const Settings& settings) { return folder_of(settings, "imports"); }

files::FolderStore people_files(const Settings& settings) { return folder_of(settings, "people_imports"); }

void pack_files(const Settings& settings, const db::AddFile& add) {
    for (const auto name : kStores) {
        const auto store = store_of(settings, name);
        store->each([&](const files::StoredFile& file) {
            if (const auto bytes = store->read(file.address)) add({std::string{name}, file.address.hex(), *bytes});
        });
    }
}

std::int64_t unpack_files(const std::filesystem::path& backup, const Settings& settings) {
    std::int64_t count = 0;
    db::unpack(backup, [&](const db::PackedFile& file) {
        if (std::ranges::find(kStores, std::string_view{file.store}) == kStores.end()) return;
        auto store = store_of(settings, file.store);
        if (store->put(file.bytes).hex() != file.name)
            throw files::Fault{"the backup's file " + file.name + " is damaged"};
        ++count;
    });
    return count;
}

}  // namespace app
