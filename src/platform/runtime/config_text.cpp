#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "platform/runtime/config.h"
#include "platform/runtime/config_keys.h"

namespace runtime {
namespace {

struct KeyName {
    std::string_view table;  // "mail.smtp"
    std::string_view last;   // "host"
};

KeyName split(std::string_view name) {
    const auto dot = name.rfind('.');
    return {name.substr(0, dot), name.substr(dot + 1)};
}

// The text in lines of "# ...", at most 110 characters each.
std::string as_comment(std::string_view text) {
    std::string out;
    while (text.size() > 108) {
        const auto space = text.rfind(' ', 108);
        out += fmt::format("# {}\n", text.substr(0, space));
        text.remove_prefix(space + 1);
    }
    return out + fmt::format("# {}\n", text);
}

std::string in_table_cell(std::string text) {
    for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2)) text.insert(at, "\\");
    return text;
}

// Calls visit(key, starts_table) for each key.
template <class Visit>
void each_key(const Visit& visit) {
    std::string_view table;
    for (const ConfigKey& key : config_keys()) {
        const KeyName name = split(key.name);
        if (name.table != table) visit.start(name.table);
        table = name.table;
        visit.key(key, name.last);
    }
}

struct FileWriter {
    std::string& out;
    const Config& defaults;

    void start(std::string_view table) const { out += fmt::format("\n[{}]\n", table); }
    void key(const ConfigKey& key, std::string_view last) const {
        out += as_comment(key.documentation);
        out += fmt::format("# Value: {}.\n#{} = {}\n\n", type_of(key), last, value_as_toml(key, defaults));
    }
};

struct PageWriter {
    std::string& out;
    const Config& defaults;

    void start(std::string_view table) const {
        out += fmt::format("\n## [{}]\n\n| Key | Value | Default | Meaning |\n|---|---|---|---|\n", table);
    }
    void key(const ConfigKey& key, std::string_view) const {
        out += fmt::format("| `{}` | {} | `{}` | {} |\n", key.name, in_table_cell(type_of(key)),
                           value_as_toml(key, defaults), in_table_cell(std::string(key.documentation)));
    }
};

constexpr std::string_view kFileHead =
    "# Configuration of alltogether, in TOML. Every key stands here with its default, commented out: take away the\n"
    "# first # of a key's line to change it. An unknown key or a wrong value stops the start and is named with its\n"
    "# line. `alltogether serve --set KEY=VALUE` overrides any key.\n";

constexpr std::string_view kPageHead =
    "# Configuration\n\n"
    "Read at the start from `alltogether.toml` in the data folder (TOML). An unknown key or a wrong value stops the\n"
    "start and is named with its file and line. `alltogether serve --set 'KEY=VALUE'` overrides any key, once or more\n"
    "often; VALUE is TOML, so a text stands in quotes: `--set 'limits.trusted_networks=[\"127.0.0.0/8\"]'`.\n\n"
    "This page is made from the table of keys in `src/platform/runtime/config_keys.cpp`; a test compares the two.\n";

void write_all(int file, std::string_view text, const std::filesystem::path& path) {
    while (!text.empty()) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw ConfigFault(fmt::format("{}: {}", path.string(), std::strerror(errno)));
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace

std::string default_config_text() {
    std::string out(kFileHead);
    const Config defaults;
    each_key(FileWriter{out, defaults});
    return out;
}

std::string config_documentation() {
    std::string out(kPageHead);
    const Config defaults;
    each_key(PageWriter{out, defaults});
    return out;
}

void write_default_config(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0 && errno == EEXIST) return;
    if (file < 0) throw ConfigFault(fmt::format("{}: {}", path.string(), std::strerror(errno)));
    try {
        write_all(file, default_config_text(), path);
    } catch (...) {
        ::close(file);
        throw;
    }
    ::close(file);
}

}  // namespace runtime
