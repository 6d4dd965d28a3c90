#include "platform/db/writer_number_file.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "platform/db/connection.h"

namespace db {
namespace {

// A lock of the open file, not of the process: two objects in one process keep each other out as well.
bool lock_byte(int file, int position) {
    struct flock lock{};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = position;
    lock.l_len = 1;
    return ::fcntl(file, F_OFD_SETLK, &lock) == 0;
}

}  // namespace

std::optional<WriterNumberFile> WriterNumberFile::take(const std::string& database_path, int count) {
    constexpr mode_t kOwnerAlone = 0600;
    const std::string path = database_path + "-writers";
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kOwnerAlone);
    if (file < 0) throw Unavailable{path + ": " + std::strerror(errno)};
    for (int number = 0; number < count; ++number)
        if (lock_byte(file, number)) return WriterNumberFile{file, number};
    ::close(file);
    return std::nullopt;
}

WriterNumberFile::WriterNumberFile(WriterNumberFile&& other) noexcept
    : file_(std::exchange(other.file_, -1)), number_(other.number_) {}

WriterNumberFile& WriterNumberFile::operator=(WriterNumberFile&& other) noexcept {
    std::swap(file_, other.file_);
    std::swap(number_, other.number_);
    return *this;
}

WriterNumberFile::~WriterNumberFile() {
    if (file_ >= 0) ::close(file_);
}

}  // namespace db
