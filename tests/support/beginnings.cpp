#include "tests/support/beginnings.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace test_support {
namespace {

using std::filesystem::path;

// Held by one process at a time; a process that ends lets go of it.
class Turn {
public:
    explicit Turn(const path& name) : file_(open(name.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600)) {
        if (file_ < 0 || flock(file_, LOCK_EX) != 0) throw std::runtime_error{"no lock at " + name.string()};
    }
    ~Turn() { close(file_); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

private:
    int file_;
};

path fresh_folder(const db::Location& database) {
    const auto name = database_name(database);
    return std::filesystem::temp_directory_path() / (name + "_files");
}

db::Location place_to_keep(const path& kept, Kind kind) {
    if (kind == Kind::postgres) return fresh_location(kind);
    return {db::Location::Kind::sqlite, (kept / "alltogether.db").string()};
}

// The one that is copied; its file "ready" holds the address of the database once all of it is there.
Beginning kept_beginning(const path& kept, Kind kind, const std::function<void(const Beginning&)>& make) {
    const path ready = kept / "ready";
    std::filesystem::create_directories(kept);
    const Turn turn{kept / "turn"};
    const auto of_kind = kind == Kind::sqlite ? db::Location::Kind::sqlite : db::Location::Kind::postgres;
    if (std::ifstream address{ready}; address)
        return {{of_kind, {std::istreambuf_iterator<char>(address), {}}}, kept / "files"};
    const Beginning made{place_to_keep(kept, kind), kept / "files"};
    make(made);
    std::ofstream(kept / "ready.new") << made.database.address;
    std::filesystem::rename(kept / "ready.new", ready);
    return made;
}

}  // namespace

Beginning begin_with(const std::string& name, Kind kind, const std::function<void(const Beginning&)>& make) {
    const char* folder = std::getenv("ALLTOGETHER_TEST_BEGINNINGS");
    if (folder == nullptr) {
        const auto database = fresh_location(kind);
        const Beginning own{database, fresh_folder(database)};
        make(own);
        return own;
    }
    const path kept = path{folder} / (name + (kind == Kind::sqlite ? "-sqlite" : "-postgres"));
    const auto original = kept_beginning(kept, kind, make);
    const auto database = copy_of(original.database);
    const Beginning own{database, fresh_folder(database)};
    if (std::filesystem::exists(original.folder))
        std::filesystem::copy(original.folder, own.folder, std::filesystem::copy_options::recursive);
    return own;
}

void begin_folder(const std::string& name, const path& folder, const std::function<void(const path&)>& make) {
    const char* kept_by_all = std::getenv("ALLTOGETHER_TEST_BEGINNINGS");
    if (kept_by_all == nullptr) return make(folder);
    const path kept = path{kept_by_all} / name;
    {
        std::filesystem::create_directories(kept);
        const Turn turn{kept / "turn"};
        if (!std::filesystem::exists(kept / "files")) {
            make(kept / "files.new");
            std::filesystem::rename(kept / "files.new", kept / "files");
        }
    }
    std::filesystem::copy(kept / "files", folder, std::filesystem::copy_options::recursive);
}

}  // namespace test_support
