// features/pictures/store.h - pictures and their files, as rows.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "features/pictures/picture.h"
#include "platform/db/transaction.h"

namespace pictures::store {

std::optional<Record> find(db::Read& read, PictureId picture);
// Those that there are, in no particular order.
std::vector<Record> find_all(db::Read& read, std::span<const PictureId> pictures);
// Their files, by growing width.
std::vector<File> files(db::Read& read, std::span<const PictureId> pictures);
std::vector<File> files(db::Read& read, PictureId picture);
// A public address names all three; nullopt where they do not belong together.
std::optional<File> find_file(db::Read& read, const FileName& name);

// Newest first, older than `before` (0: from the newest), whose words hold `words` in any case ("" for all).
struct Page {
    PictureId before{0};
    std::string words{};
    std::size_t limit = 24;
};
std::vector<Record> newest(db::Read& read, const Page& page);

// A new one that waits for a worker.
PictureId insert(db::Write& write, const Words& words, const files::Address& upload, std::string_view by);
void save_words(db::Write& write, PictureId picture, const Words& words);
void save_crop(db::Write& write, PictureId picture, const imaging::Crop& crop);
// Another file in its place; what is shown stays until a worker has read it.
void save_upload(db::Write& write, PictureId picture, const files::Address& upload);

// What a worker made of it.
struct Making {
    std::string master;
    imaging::Crop crop;
    int width, height;
    std::string placeholder;
    std::vector<File> files;
};
void save_made(db::Write& write, PictureId picture, const Making& making);
// It was no picture: what was shown before stays, if anything was.
void save_refusal(db::Write& write, PictureId picture, Reason reason);

void remove(db::Write& write, PictureId picture);

// Whether any picture needs this file.
bool is_needed(db::Read& read, std::string_view address);
// Every address that some picture needs, with that picture.
struct Needed {
    PictureId picture{0};
    std::string address;
};
std::vector<Needed> needed(db::Read& read);

}  // namespace pictures::store
