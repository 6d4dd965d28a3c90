#include "platform/foreign_news/picture_finder.h"

#include <algorithm>

namespace foreign_news {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostPictures = 20;  // of one item

int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// The path of an address: without scheme, host, query and fragment; "%20" is a blank.
std::string path_of(std::string_view address) {
    if (const auto scheme = address.find("://"); scheme != std::string_view::npos)
        address = address.substr(std::min(address.find('/', scheme + 3), address.size()));
    else if (address.starts_with("//"))
        address = address.substr(std::min(address.find('/', 2), address.size()));
    address = address.substr(0, address.find_first_of("?#"));
    std::string path;
    for (std::size_t i = 0; i < address.size(); ++i) {
        const bool is_escape = address[i] == '%' && i + 2 < address.size() && digit_of(address[i + 1]) >= 0 &&
                               digit_of(address[i + 2]) >= 0;
        path += is_escape ? static_cast<char>(digit_of(address[i + 1]) * 16 + digit_of(address[i + 2])) : address[i];
        i += is_escape ? 2 : 0;
    }
    return path.contains('\0') ? std::string{} : path;
}

}  // namespace

PictureFinder::PictureFinder(fs::path folder, NewsSink& next) : next_(next) {
    std::error_code fault;
    if (!folder.empty()) folder_ = fs::canonical(folder, fault);
}

void PictureFinder::item(NewsItem item) {
    std::vector<NewsPicture> found;
    for (auto& picture : item.pictures) {
        const bool is_there = std::ranges::find(found, picture.address, &NewsPicture::address) != found.end();
        if (is_there) continue;
        picture.file = found.size() < kMostPictures ? find(item, picture.address) : fs::path{};
        if (picture.file.empty())
            next_.oddity({item.line, OddityKind::picture_left_out, picture.address, {}, item.file});
        else
            found.push_back(std::move(picture));
    }
    item.pictures = std::move(found);
    next_.item(std::move(item));
}

fs::path PictureFinder::find(const NewsItem& item, const std::string& address) const {
    const auto path = path_of(address);
    if (folder_.empty() || path.empty() || path.size() > 1'000) return {};
    const fs::path relative{path.substr(std::min(path.find_first_not_of('/'), path.size()))};
    if (auto file = within(folder_ / fs::path{item.file}.parent_path() / relative); !file.empty()) return file;
    // Ever shorter ends of the path.
    for (auto begin = relative.begin(); begin != relative.end(); ++begin) {
        auto end = folder_;
        for (auto part = begin; part != relative.end(); ++part) end /= *part;
        if (auto file = within(end); !file.empty()) return file;
    }
    return {};
}

// The file when it is one, and below the folder wherever links lead; else nothing.
fs::path PictureFinder::within(const fs::path& path) const {
    std::error_code fault;
    auto file = fs::canonical(path, fault);
    if (fault || !fs::is_regular_file(file, fault)) return {};
    const auto [end, rest] = std::ranges::mismatch(folder_, file);
    return end == folder_.end() ? file : fs::path{};
}

}  // namespace foreign_news
