#include "platform/files/folder_store.h"

#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace files {
namespace {

namespace fs = std::filesystem;

constexpr auto kUnfinished = "unfinished";  // the folder below the root where files are written before they are renamed
constexpr std::chrono::hours kAbandoned{1};

[[noreturn]] void fail(const fs::path& path, int error) {
    throw Fault{path.string() + ": " + std::error_code{error, std::generic_category()}.message()};
}

// An open file, closed at the end.
class File {
public:
    File(const fs::path& path, int flags) : path_(path), file_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    ~File() {
        if (file_ >= 0) ::close(file_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    bool is_open() const { return file_ >= 0; }
    int number() const { return file_; }

    void expect_open() const {
        if (file_ < 0) fail(path_, errno);
    }
    void write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto written = ::write(file_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) fail(path_, errno);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    void make_durable() const {
        if (::fsync(file_) != 0) fail(path_, errno);
    }
    std::string read() const {
        struct stat status{};
        if (::fstat(file_, &status) != 0) fail(path_, errno);
        std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
        std::size_t done = 0;
        while (done < bytes.size()) {
            const auto got = ::read(file_, bytes.data() + done, bytes.size() - done);
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) fail(path_, errno);
            if (got == 0) break;
            done += static_cast<std::size_t>(got);
        }
        bytes.resize(done);
        return bytes;
    }

private:
    const fs::path& path_;
    int file_;
};

// Keeps the entries of a folder even when the power goes now.
void make_folder_durable(const fs::path& folder) {
    const File file{folder, O_RDONLY | O_DIRECTORY};
    file.expect_open();
    file.make_durable();
}

// Makes it where it is missing, and its entry in the folder above durable.
void make_folder(const fs::path& folder) {
    std::error_code error;
    if (fs::create_directories(folder, error)) make_folder_durable(folder.parent_path());
    if (error) fail(folder, error.value());
}

// Another name for each put of each process.
fs::path unfinished_path(const fs::path& root, const Address& address) {
    static std::atomic<std::uint64_t> count = 0;
    return root / kUnfinished / fmt::format("{}.{}.{}", address.hex(), ::getpid(), ++count);
}

void remove_abandoned(const fs::path& root) {
    std::error_code ignored;
    const auto limit = fs::file_time_type::clock::now() - kAbandoned;
    for (const auto& entry : fs::directory_iterator{root / kUnfinished, ignored})
        if (entry.last_write_time(ignored) < limit) fs::remove(entry.path(), ignored);
}

// A file that goes again unless it was kept.
class Unfinished {
public:
    explicit Unfinished(fs::path path) : path_(std::move(path)) {}
    ~Unfinished() {
        std::error_code ignored;
        fs::remove(path_, ignored);
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    void write(std::string_view bytes) const {
        const File file{path_, O_WRONLY | O_CREAT | O_EXCL};
        file.expect_open();
        file.write(bytes);
        file.make_durable();
    }
    void rename_to(const fs::path& path) const {
        if (::rename(path_.c_str(), path.c_str()) != 0) fail(path, errno);
    }

private:
    fs::path path_;
};

base::Instant changed_at(const struct stat& status) {
    return {static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1'000'000 + status.st_mtim.tv_nsec / 1'000};
}

// The file of this entry; nullopt for what is no file of ours or has gone meanwhile.
std::optional<StoredFile> stored_file(const fs::path& path) {
    const auto address = Address::parse(path.parent_path().filename().string() + path.filename().string());
    struct stat status{};
    if (!address || ::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    return StoredFile{*address, status.st_size, changed_at(status)};
}

}  // namespace

FolderStore::FolderStore(fs::path root) : root_(std::move(root)) {}

fs::path FolderStore::path_of(const Address& address) const {
    const auto hex = address.hex();
    return root_ / hex.substr(0, 2) / hex.substr(2);
}

Address FolderStore::put(std::string_view bytes) {
    const auto address = Address::of(bytes);
    const auto path = path_of(address);
    // Kept already: put again, so that nobody who looks for forgotten files takes it for one.
    if (::utimensat(AT_FDCWD, path.c_str(), nullptr, 0) == 0) return address;
    make_folder(root_ / kUnfinished);
    make_folder(path.parent_path());
    remove_abandoned(root_);
    const Unfinished unfinished{unfinished_path(root_, address)};
    unfinished.write(bytes);
    unfinished.rename_to(path);
    make_folder_durable(path.parent_path());
    return address;
}

std::optional<std::string> FolderStore::read(const Address& address) const {
    const auto path = path_of(address);
    const File file{path, O_RDONLY};
    if (!file.is_open() && errno == ENOENT) return std::nullopt;
    file.expect_open();
    auto bytes = file.read();
    if (Address::of(bytes) != address) throw Fault{path.string() + " is damaged: its bytes are not those of its name"};
    return bytes;
}

bool FolderStore::exists(const Address& address) const {
    const auto path = path_of(address);
    if (::access(path.c_str(), F_OK) == 0) return true;
    if (errno != ENOENT && errno != ENOTDIR) fail(path, errno);
    return false;
}

Removal FolderStore::remove(const Address& address) {
    const auto path = path_of(address);
    if (::unlink(path.c_str()) == 0) {
        make_folder_durable(path.parent_path());
        return Removal::removed;
    }
    if (errno != ENOENT) fail(path, errno);
    return Removal::was_not_there;
}

void FolderStore::each(const std::function<void(const StoredFile&)>& visit) const {
    std::error_code error;
    for (fs::recursive_directory_iterator entry{root_, error}, end; entry != end; entry.increment(error))
        if (const auto file = stored_file(entry->path())) visit(*file);
    if (error && error != std::errc::no_such_file_or_directory) fail(root_, error.value());
}

}  // namespace files
