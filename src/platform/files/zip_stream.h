// platform/files/zip_stream.h - a ZIP archive that leaves while it is made: of any length, in the memory of its largest
// file.
//
//     files::ZipStream archive{write};
//     archive.add({.name = "credits.csv", .changed_at = now, .content = [&] { return csv; }});
//     archive.finish();
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/instant.h"

namespace files {

struct ZipEntry {
    std::string name;  // UTF-8, with '/' between folders; each once
    base::Instant changed_at{};
    std::function<std::string()> content;  // asked for once, when its turn comes; what it throws comes out of finish()
};

class ZipStream {
public:
    // What takes the bytes of the archive, in their order. What it throws comes out of finish().
    using Sink = std::function<void(std::string_view)>;

    explicit ZipStream(Sink sink);
    ~ZipStream();  // without finish() nothing leaves
    ZipStream(const ZipStream&) = delete;
    ZipStream& operator=(const ZipStream&) = delete;

    // Kept as it is, not compressed: for pictures, which are already. Order is that of adding.
    void add(ZipEntry entry);

    // Writes everything, once, with at least one entry. Fault when libzip gives up.
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace files
