// platform/db/writer_number_file.h - the writer numbers of a SQLite database: locked bytes of a small file beside it.
#pragma once
#include <optional>
#include <string>

namespace db {

class WriterNumberFile {
public:
    // Takes the lowest number from 0 to count - 1 that nobody has: this program, another one, or another object of
    // this class. Nothing when all are taken. Fault when the file cannot be made. The system frees the number when
    // the object goes or the process ends, however it ends.
    static std::optional<WriterNumberFile> take(const std::string& database_path, int count);

    ~WriterNumberFile();
    WriterNumberFile(WriterNumberFile&& other) noexcept;
    WriterNumberFile& operator=(WriterNumberFile&& other) noexcept;

    int number() const { return number_; }

private:
    WriterNumberFile(int file, int number) : file_(file), number_(number) {}
    int file_;
    int number_;
};

}  // namespace db
