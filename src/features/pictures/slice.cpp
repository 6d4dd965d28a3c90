#include "features/pictures/slice.h"

#include "base/whole_number.h"
#include "features/pictures/store.h"
#include "platform/auth/principal.h"

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

bool may_edit(const http::Request& request) {
    return request.staff != nullptr && auth::may(*request.staff, auth::Permission::edit_content);
}

}  // namespace

ports::PictureLibrary library() {
    return {.find = [](db::Read& read,
                       std::span<const PictureId> ids) { return shown_all(read, store::find_all(read, ids)); },
            .newest = newest,
            .find_file = find_file};
}

ports::StaffEntry staff_entry() { return {base::message("Pictures"), "staff/pictures", "image", 17, may_edit}; }

}  // namespace pictures
