#include "platform/html/assets.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "base/embedded.h"

namespace html {

// What the build wrote, by name and by path; made once, never changed.
class Assets {
public:
    static const Assets& all() {
        static const Assets kAssets;
        return kAssets;
    }

    [[nodiscard]] AssetUrl url(std::string_view name) const {
        const auto found = path_of_name_.find(name);
        return AssetUrl{found == path_of_name_.end() ? kMissing : std::string_view{found->second}};
    }

    [[nodiscard]] bool has(std::string_view name) const { return path_of_name_.contains(name); }

    [[nodiscard]] std::optional<Asset> find(std::string_view path) const {
        const auto found = asset_of_path_.find(path);
        return found == asset_of_path_.end() ? std::nullopt : std::optional{found->second};
    }

private:
    static constexpr std::string_view kMissing = "/assets/missing";

    Assets() {
        auto lines = content_of("assets.txt");
        while (!lines.empty()) {
            const auto end = std::min(lines.find('\n'), lines.size());
            add(lines.substr(0, end));
            lines.remove_prefix(std::min(end + 1, lines.size()));
        }
    }

    static std::string_view content_of(std::string_view name) {
        const auto files = embedded::assets();
        const auto file = std::ranges::find(files, name, &embedded::File::name);
        return file == files.end() ? std::string_view{} : file->content;
    }

    static std::string_view content_type_of(std::string_view name) {
        static constexpr auto kTypes =
            std::to_array<std::pair<std::string_view, std::string_view>>({{".css", "text/css; charset=utf-8"},
                                                                          {".js", "text/javascript; charset=utf-8"},
                                                                          {".svg", "image/svg+xml"},
                                                                          {".json", "application/json"},
                                                                          {".png", "image/png"},
                                                                          {".jpg", "image/jpeg"},
                                                                          {".webp", "image/webp"},
                                                                          {".woff2", "font/woff2"}});
        for (const auto& [ending, type] : kTypes)
            if (name.ends_with(ending)) return type;
        return "application/octet-stream";
    }

    // One line of assets.txt: "site.css site.1A2B3C4D.css".
    void add(std::string_view line) {
        const auto space = line.find(' ');
        if (space == std::string_view::npos) return;
        const std::string file{line.substr(space + 1)};
        const auto& path = path_of_name_.emplace(line.substr(0, space), "/assets/" + file).first->second;
        asset_of_path_.emplace(path, Asset{.content = content_of(file),
                                           .brotli = content_of(file + ".br"),
                                           .gzip = content_of(file + ".gz"),
                                           .content_type = content_type_of(file)});
    }

    std::unordered_map<std::string_view, std::string> path_of_name_;
    std::unordered_map<std::string_view, Asset> asset_of_path_;  // keys live in path_of_name_
};

AssetUrl asset_url(std::string_view name) { return Assets::all().url(name); }

bool has_asset(std::string_view name) { return Assets::all().has(name); }

std::optional<Asset> find_asset(std::string_view path) { return Assets::all().find(path); }

SafeHtml icon(std::string_view name) {
    return render<R"(<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>)">(
        asset_url("icons.svg"), name);
}

}  // namespace html
