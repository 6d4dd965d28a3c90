#include "features/mosaic/mosaic.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "base/whole_number.h"

namespace mosaic {
namespace {

constexpr std::size_t kLongestTitle = 120;  // characters
constexpr int kLongestBackdrop = 1'280;     // pixels of its longer side
constexpr std::size_t kPixelBytes = 3;
constexpr std::size_t kQuarterBytes = 4 * kPixelBytes;

void read_title(base::Problems& problems, const std::string& field, std::string& title) {
    title = base::collapse_spaces(title);
    if (title.empty()) problems.push_back({field, base::message("Please give it a title.")});
    if (base::count_characters(title) > kLongestTitle)
        problems.push_back({field, base::message("Please use at most 120 characters.")});
}

// Within the range, else a problem.
struct Range {
    std::string field;
    int least, most;
    base::Message message;
};
int read_number(base::Problems& problems, std::string_view typed, const Range& range) {
    const auto number = base::whole_number(typed);
    if (number && *number >= range.least && *number <= range.most) return static_cast<int>(*number);
    problems.push_back({range.field, range.message});
    return range.least;
}

Rgb pixel_at(std::string_view pixels, std::size_t place) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(pixels[place * kPixelBytes + i]); };
    return {byte(0), byte(1), byte(2)};
}

// The pixels of the four quarters of a cell.
std::array<Rgb, 4> quarter_pixels(const Grid& grid, int cell, std::string_view pixels) {
    const int width = 2 * grid.columns;
    const int left = cell % grid.columns * 2;
    const int top = cell / grid.columns * 2;
    const auto at = [&](int x, int y) {
        return pixel_at(pixels, static_cast<std::size_t>((top + y) * width + left + x));
    };
    return {at(0, 0), at(1, 0), at(0, 1), at(1, 1)};
}

imaging::Colour mean_of(const std::array<Rgb, 4>& pixels) {
    int red = 0, green = 0, blue = 0;
    for (const auto& pixel : pixels) {
        red += pixel.red;
        green += pixel.green;
        blue += pixel.blue;
    }
    const auto mean = [](int sum) { return static_cast<std::uint8_t>(sum / 4); };
    return {mean(red), mean(green), mean(blue)};
}

Quarters in_lab(const std::array<Rgb, 4>& pixels) {
    return {lab_of(pixels[0]), lab_of(pixels[1]), lab_of(pixels[2]), lab_of(pixels[3])};
}

int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 0;
}

}  // namespace

base::Result<Wish, base::Problems> read_wish(const TypedWish& typed) {
    base::Problems problems;
    Wish wish{.title_en = typed.title_en, .title_fr = typed.title_fr};
    const auto picture = base::id_from<PictureId>(typed.picture);
    if (!picture) problems.push_back({"picture", base::message("Please choose a picture.")});
    wish.picture = picture.value_or(PictureId{0});
    read_title(problems, "title_en", wish.title_en);
    read_title(problems, "title_fr", wish.title_fr);
    wish.across =
        read_number(problems, typed.across,
                    {"across", kFewestAcross, kMostAcross, base::message("Please give a number from 4 to 150.")});
    wish.tint =
        read_number(problems, typed.tint, {"tint", 0, 100, base::message("Please give a number from 0 to 100.")});
    if (!problems.empty()) return problems;
    return wish;
}

Grid grid_for(int across, int width, int height) {
    const auto rows = (std::int64_t{across} * height + width / 2) / std::max(1, width);
    return {across, static_cast<int>(std::clamp<std::int64_t>(rows, 1, kMostCells / across))};
}

std::string text_of_quarters(std::string_view pixels) {
    std::string text;
    for (const char byte : pixels) text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return text;
}

Quarters quarters_of(std::string_view text) {
    std::string pixels(kQuarterBytes, '\0');
    for (std::size_t i = 0; text.size() == 2 * kQuarterBytes && i < kQuarterBytes; ++i)
        pixels[i] = static_cast<char>(digit(text[2 * i]) * 16 + digit(text[2 * i + 1]));
    return in_lab({pixel_at(pixels, 0), pixel_at(pixels, 1), pixel_at(pixels, 2), pixel_at(pixels, 3)});
}

std::optional<Target> read_target(const Grid& grid, std::string_view file) {
    const auto length = static_cast<std::size_t>(grid.cells()) * kQuarterBytes;
    if (file.size() < length) return std::nullopt;
    const auto pixels = file.substr(0, length);
    Target target{.quarters = {}, .colours = {}, .backdrop = std::string{file.substr(length)}};
    for (int cell = 0; cell < grid.cells(); ++cell) {
        const auto quarters = quarter_pixels(grid, cell, pixels);
        target.quarters.push_back(in_lab(quarters));
        target.colours.push_back(mean_of(quarters));
    }
    return target;
}

imaging::Crop part_below(const Pyramid& pyramid, const Tile& tile) {
    const auto box = pyramid.tile_box(tile);
    const auto share = [](int part, int whole) { return static_cast<int>((10'000LL * part + whole / 2) / whole); };
    const int left = share(box.left, pyramid.width());
    const int top = share(box.top, pyramid.height());
    return {.left = left,
            .top = top,
            .width = share(box.left + box.width, pyramid.width()) - left,
            .height = share(box.top + box.height, pyramid.height()) - top};
}

BackdropSize backdrop_size(const Grid& grid) {
    const int longest = std::max(grid.columns, grid.rows);
    return {std::max(1, kLongestBackdrop * grid.columns / longest),
            std::max(1, kLongestBackdrop * grid.rows / longest)};
}

}  // namespace mosaic
