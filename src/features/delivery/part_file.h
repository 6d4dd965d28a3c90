// features/delivery/part_file.h - a file that grows on the disk while it is made, and is then looked at as a whole
// without being read into memory.
#pragma once
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string_view>

#include <sys/mman.h>

namespace delivery {

class PartFile {
public:
    PartFile() : file_(std::tmpfile()) {
        if (!file_) throw std::runtime_error{"no room for a temporary file"};
    }

    void append(std::string_view bytes) {
        if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size())
            throw std::runtime_error{"no room for a temporary file"};
        size_ += bytes.size();
    }

    // What use(bytes) gives; the bytes are there during the call only.
    template <class Use>
    auto with_bytes(Use&& use) {
        if (std::fflush(file_.get()) != 0) throw std::runtime_error{"no room for a temporary file"};
        if (size_ == 0) return use(std::string_view{});
        const Mapping mapping{file_.get(), size_};
        return use(std::string_view{static_cast<const char*>(mapping.bytes), size_});
    }

private:
    struct Mapping {
        Mapping(std::FILE* file, std::size_t the_size)
            : bytes(mmap(nullptr, the_size, PROT_READ, MAP_PRIVATE, fileno(file), 0)), size(the_size) {
            if (bytes == MAP_FAILED) throw std::runtime_error{"a temporary file cannot be read"};
        }
        ~Mapping() { munmap(bytes, size); }
        Mapping(const Mapping&) = delete;
        Mapping& operator=(const Mapping&) = delete;
        void* bytes;
        std::size_t size;
    };
    struct CloseFile {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    std::unique_ptr<std::FILE, CloseFile> file_;
    std::size_t size_ = 0;
};

}  // namespace delivery
