// tests/support/own_folder.h - a folder of a test's own below the system's temporary one; gone with the object.
#pragma once
#include <filesystem>
#include <stdexcept>
#include <string>

#include <stdlib.h>  // mkdtemp

namespace test_support {

class OwnFolder {
public:
    OwnFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "alltogether_XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    ~OwnFolder() { std::filesystem::remove_all(path_); }
    OwnFolder(const OwnFolder&) = delete;
    OwnFolder& operator=(const OwnFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace test_support
