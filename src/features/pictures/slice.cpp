#include "features/pictures/slice.h"

#include "base/check.h"
#include "base/text.h"
#include "base/whole_number.h"
#include "features/pictures/jobs.h"
#include "features/pictures/store.h"
#include "platform/auth/principal.h"
#include "platform/imaging/format.h"
#include "ports/acting.h"

namespace pictures {
namespace {

std::vector<ports::Picture> shown_all(db::Read& read, const std::vector<Record>& records) {
    std::vector<ports::Picture> pictures;
    for (const auto& record : records) pictures.push_back(shown(record, store::files(read, record.id)));
    return pictures;
}

std::vector<ports::Picture> newest(db::Read& read, std::size_t limit) {
    auto records = store::newest(read, {.limit = limit});
    std::erase_if(records, [](const Record& record) { return record.state == PictureState::refused; });
    return shown_all(read, records);
}

// "HASH-960.webp" or a picture's number.
std::optional<ports::Picture> find_file(db::Read& read, std::string_view name) {
    auto id = base::id_from<PictureId>(name);
    if (const auto file_name = id ? std::nullopt : read_file_name(name))
        if (const auto file = store::find_file(read, *file_name)) id = file->picture;
    const auto record = id ? store::find(read, *id) : std::nullopt;
    if (!record) return std::nullopt;
    return shown(*record, store::files(read, record->id));
}

std::optional<std::string> keep(files::FileStore& files, std::string_view bytes) {
    if (!imaging::format_of(bytes) || bytes.size() > imaging::Limits{}.bytes) return std::nullopt;
    return files.put(bytes).hex();
}

PictureId add(db::Write& write, const ports::NewPicture& picture) {
    const auto address = files::Address::parse(picture.file);
    CHECK(address.has_value());
    const auto within = [](const std::string& text) { return std::string{base::first_characters(text, 300)}; };
    const Words words{
        .alt_en = within(picture.alt_en), .alt_fr = within(picture.alt_fr), .source = within(picture.source)};
    const auto id = store::insert(write, words, *address, picture.by);
    order_making(write, id);
    return id;
}

}  // namespace

ports::PictureLibrary library(files::FileStore& files) {
    return {.find = [](db::Read& read,
                       std::span<const PictureId> ids) { return shown_all(read, store::find_all(read, ids)); },
            .newest = newest,
            .find_file = find_file,
            .keep = [&files](std::string_view bytes) { return keep(files, bytes); },
            .add = add,
            .remove = store::remove};
}

ports::StaffEntry staff_entry() {
    return {.label = base::message("Pictures"),
            .path = "staff/pictures",
            .icon = "image",
            .group = ports::StaffGroup::publish,
            .order = 17,
            .may_see = ports::whoever_may(auth::Permission::edit_content)};
}

}  // namespace pictures
