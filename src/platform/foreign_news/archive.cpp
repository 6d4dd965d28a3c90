#include "platform/foreign_news/archive.h"

#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <zip.h>

#include "platform/foreign_news/news_source.h"

namespace foreign_news {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPiece = 65'536;

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using Entry = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

UnreadableSource damaged() {
    return {base::message("The archive is damaged, encrypted, or none that can be read."), ""};
}

struct File {
    zip_uint64_t index;
    fs::path path;  // below the folder
    std::uint64_t size;
};

// The path without steps up, roots and drives; empty for what is no plain file of the source.
fs::path clean_path(std::string_view name) {
    if (name.empty() || name.size() > 500 || name.ends_with('/') || name.contains('\0')) return {};
    fs::path clean;
    std::string part;
    for (const char c : std::string{name} + "/") {
        if (c != '/' && c != '\\') {
            part += c;
            continue;
        }
        if (part == "__MACOSX" || part.starts_with("._") || part.contains(':')) return {};
        if (!part.empty() && part != "." && part != "..") clean /= part;
        part.clear();
    }
    return clean;
}

// Unix archives say in the upper half of the attributes what an entry is: 0100000 is a plain file.
bool is_plain(zip_t* archive, zip_uint64_t index) {
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(archive, index, 0, &system, &attributes) != 0) return true;
    const auto type = (attributes >> 16) & 0170000;
    return system != ZIP_OPSYS_UNIX || type == 0 || type == 0100000;
}

std::vector<File> files_of(zip_t* archive) {
    const auto count = zip_get_num_entries(archive, 0);
    if (count < 0 || static_cast<std::uint64_t>(count) > kMostEntries)
        throw UnreadableSource{base::message("The archive holds more than 20,000 files. Import it in parts."), ""};
    std::vector<File> files;
    std::uint64_t total = 0;
    for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(count); ++index) {
        zip_stat_t about;
        if (zip_stat_index(archive, index, 0, &about) != 0) throw damaged();
        auto path = clean_path(about.name);
        if (path.empty() || !is_plain(archive, index)) continue;
        total += about.size;
        if (about.size > kLargestArchive || total > kLargestArchive)
            throw UnreadableSource{base::message("The archive holds more than 512 MB. Import it in parts."), ""};
        files.push_back({index, std::move(path), about.size});
    }
    return files;
}

void write_file(zip_t* archive, const File& file, const fs::path& folder) {
    const Entry entry{zip_fopen_index(archive, file.index, 0), zip_fclose};
    if (!entry) throw damaged();
    const auto path = folder / file.path;
    std::error_code fault;
    fs::create_directories(path.parent_path(), fault);
    std::ofstream out(path, std::ios::binary);
    std::string piece(kPiece, '\0');
    std::uint64_t written = 0;
    while (true) {
        const auto count = zip_fread(entry.get(), piece.data(), piece.size());
        if (count < 0) throw damaged();
        if (count == 0) return;
        written += static_cast<std::uint64_t>(count);
        // What the entry says of its size was counted; what it holds beyond that is a trick.
        if (written > file.size) throw damaged();
        out.write(piece.data(), count);
    }
}

}  // namespace

bool is_archive(std::string_view start) { return start.starts_with("PK\x03\x04"); }

void unpack(const fs::path& archive, const fs::path& folder) {
    int fault = 0;
    const Archive opened{zip_open(archive.c_str(), ZIP_RDONLY, &fault), zip_discard};
    if (!opened) throw damaged();
    for (const auto& file : files_of(opened.get())) write_file(opened.get(), file, folder);
}

}  // namespace foreign_news
