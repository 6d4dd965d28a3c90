#include "platform/foreign_news/news_source.h"

#include <cstdlib>
#include <fstream>

#include "platform/foreign_news/archive.h"

namespace foreign_news {
namespace {

namespace fs = std::filesystem;

fs::path new_folder() {
    auto name = (fs::temp_directory_path() / "alltogether-news-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no folder for an import can be made in " + name};
    return name;
}

bool begins_as_archive(const fs::path& path) {
    if (fs::is_directory(path)) return false;
    std::ifstream in(path, std::ios::binary);
    std::string start(4, '\0');
    in.read(start.data(), 4);
    return is_archive(start);
}

// Archives often hold one folder with everything in it.
fs::path inner_folder(fs::path folder) {
    std::size_t count = 0;
    fs::path only;
    for (const auto& entry : fs::directory_iterator(folder)) {
        only = entry.path();
        ++count;
    }
    return count == 1 && fs::is_directory(only) ? inner_folder(only) : folder;
}

}  // namespace

NewsSource::NewsSource(fs::path path) : path_(std::move(path)) {
    if (!begins_as_archive(path_)) return;
    archive_ = path_.string();
    temporary_ = new_folder();
}

NewsSource::NewsSource(const NamedBytes& file) : temporary_(new_folder()) {
    // A file alone in its folder finds no picture but those that come with it.
    fs::create_directory(temporary_ / "source");
    const auto extension = fs::path{file.name}.extension().string();
    path_ = temporary_ / "source" / ("source" + (extension.size() <= 10 ? extension : std::string{}));
    std::ofstream{path_, std::ios::binary} << file.bytes;
    if (is_archive(file.bytes)) archive_ = path_.string();
}

NewsSource::~NewsSource() {
    std::error_code fault;
    if (!temporary_.empty()) fs::remove_all(temporary_, fault);
}

void NewsSource::read(const ReadSettings& settings, NewsSink& sink) const {
    if (archive_.empty()) return read_news(path_, settings, sink);
    const auto folder = temporary_ / "unpacked";
    if (!fs::exists(folder)) {
        fs::create_directory(folder);
        unpack(archive_, folder);
    }
    // Office documents are archives too.
    if (fs::exists(folder / "[Content_Types].xml") || fs::exists(folder / "mimetype"))
        throw UnreadableSource{
            base::message("This is an archive or an office document. Unpack it, or save it as HTML or CSV."), ""};
    read_news(inner_folder(folder), settings, sink);
}

}  // namespace foreign_news
