#include "features/pictures/posters.h"

#include <array>
#include <cmath>
#include <memory>
#include <numbers>
#include <stdexcept>

#include <cairo.h>

namespace pictures {
namespace {

constexpr double kWidth = kPosterWidth;
constexpr double kHeight = kPosterHeight;

struct Colour {
    double red, green, blue;
};
constexpr Colour rgb(int hex) { return {((hex >> 16) & 255) / 255.0, ((hex >> 8) & 255) / 255.0, (hex & 255) / 255.0}; }

struct Point {
    double x, y;
};
struct Box {
    double x, y, width, height;
};

// Numbers that look drawn by hand, the same each time.
class Hand {
public:
    double between(double low, double high) {
        state_ = state_ * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
        return low + (high - low) * static_cast<double>(state_ >> 40) / static_cast<double>(1ULL << 24);
    }

private:
    unsigned long long state_ = 20'261'122;
};

class Poster {
public:
    Poster()
        : surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, kPosterWidth, kPosterHeight)),
          pen_(cairo_create(surface_.get())) {}

    void sky(Colour above, Colour below) const {
        const std::unique_ptr<cairo_pattern_t, decltype(&cairo_pattern_destroy)> blend{
            cairo_pattern_create_linear(0, 0, 0, kHeight), cairo_pattern_destroy};
        cairo_pattern_add_color_stop_rgb(blend.get(), 0, above.red, above.green, above.blue);
        cairo_pattern_add_color_stop_rgb(blend.get(), 1, below.red, below.green, below.blue);
        cairo_set_source(pen_.get(), blend.get());
        cairo_paint(pen_.get());
    }
    void box(Colour colour, const Box& box) const {
        use(colour);
        cairo_rectangle(pen_.get(), box.x, box.y, box.width, box.height);
        cairo_fill(pen_.get());
    }
    void circle(Colour colour, Point centre, double radius) const {
        use(colour);
        cairo_arc(pen_.get(), centre.x, centre.y, radius, 0, 2 * std::numbers::pi);
        cairo_fill(pen_.get());
    }
    template <std::size_t Count>
    void shape(Colour colour, const std::array<Point, Count>& points) const {
        use(colour);
        for (const auto& point : points) cairo_line_to(pen_.get(), point.x, point.y);
        cairo_close_path(pen_.get());
        cairo_fill(pen_.get());
    }
    struct Line {
        Point from, to;
        double width;
    };
    void line(Colour colour, const Line& line) const {
        use(colour);
        cairo_set_line_width(pen_.get(), line.width);
        cairo_set_line_cap(pen_.get(), CAIRO_LINE_CAP_ROUND);
        cairo_move_to(pen_.get(), line.from.x, line.from.y);
        cairo_line_to(pen_.get(), line.to.x, line.to.y);
        cairo_stroke(pen_.get());
    }
    // Land or water up to a wavy edge.
    struct Waves {
        double top, height, length, shift;
    };
    void waves(Colour colour, const Waves& waves) const {
        use(colour);
        cairo_move_to(pen_.get(), 0, kHeight);
        for (double x = 0; x <= kWidth; x += 6)
            cairo_line_to(pen_.get(), x, waves.top + waves.height * std::sin((x + waves.shift) / waves.length));
        cairo_line_to(pen_.get(), kWidth, kHeight);
        cairo_close_path(pen_.get());
        cairo_fill(pen_.get());
    }

    std::string png() const {
        std::string bytes;
        const auto append = [](void* to, const unsigned char* data, unsigned length) {
            static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
            return CAIRO_STATUS_SUCCESS;
        };
        if (cairo_surface_write_to_png_stream(surface_.get(), append, &bytes) != CAIRO_STATUS_SUCCESS)
            throw std::runtime_error{"a poster of the demo could not be drawn"};
        return bytes;
    }

private:
    void use(Colour colour) const { cairo_set_source_rgb(pen_.get(), colour.red, colour.green, colour.blue); }

    struct Free {
        void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
        void operator()(cairo_t* pen) const { cairo_destroy(pen); }
    };
    std::unique_ptr<cairo_surface_t, Free> surface_;
    std::unique_ptr<cairo_t, Free> pen_;
};

// A person from behind: head and shoulders, `size` wide.
void draw_person(const Poster& poster, Colour colour, Point neck, double size) {
    poster.circle(colour, {neck.x, neck.y - size * 0.30}, size * 0.23);
    poster.circle(colour, {neck.x - size * 0.24, neck.y + size * 0.28}, size * 0.26);
    poster.circle(colour, {neck.x + size * 0.24, neck.y + size * 0.28}, size * 0.26);
    poster.box(colour, {neck.x - size * 0.26, neck.y + size * 0.02, size * 0.52, size * 0.5});
    poster.box(colour, {neck.x - size * 0.50, neck.y + size * 0.28, size, size * 3});
}

// A board on a stick, slightly askew, with two bars where words would stand.
void draw_placard(const Poster& poster, Colour colour, const Box& board, double lean) {
    const Point foot{board.x + board.width / 2 - lean * 2.4, board.y + board.height + 190};
    poster.line(rgb(0xb98d5b), {{board.x + board.width / 2, board.y + board.height / 2}, foot, 11});
    const std::array<Point, 4> corners{{{board.x + lean, board.y},
                                        {board.x + board.width + lean, board.y + lean * 0.5},
                                        {board.x + board.width, board.y + board.height + lean * 0.5},
                                        {board.x, board.y + board.height}}};
    poster.shape(colour, corners);
    for (const double part : {0.34, 0.62}) {
        const double y = board.y + board.height * part;
        const double right = board.x + board.width * (part < 0.5 ? 0.82 : 0.6) + lean * 0.5;
        poster.line(rgb(0xfefdfb), {{board.x + board.width * 0.18 + lean * 0.5, y}, {right, y + lean * 0.3}, 13});
    }
}

void draw_windows(const Poster& poster) {
    for (int row = 0; row < 2; ++row)
        for (int column = 0; column < 9; ++column) {
            if (row == 1 && column == 4) continue;  // the door
            const double x = 432 + column * 108;
            const double y = 470 + row * 160;
            poster.box(rgb(row + column == 5 ? 0xe8a13a : 0xffd98a), {x, y, 66, 112});
            poster.box(rgb(0x3a2140), {x + 30, y, 6, 112});
        }
    poster.box(rgb(0xffe6ae), {852, 616, 96, 190});
}

void draw_building(const Poster& poster) {
    poster.shape(rgb(0x54305a), std::array<Point, 3>{{{360, 420}, {900, 240}, {1440, 420}}});
    poster.box(rgb(0x3a2140), {380, 416, 1040, 420});
    for (int column = 0; column < 10; ++column) poster.box(rgb(0x6a3f6c), {400 + column * 108.0, 430, 20, 400});
    draw_windows(poster);
    poster.circle(rgb(0xffd98a), {900, 350}, 34);
    poster.box(rgb(0x54305a), {340, 806, 1120, 36});
}

void draw_crowd(const Poster& poster) {
    constexpr std::array kPlacards{0xd6482f, 0x1846b8, 0x0d7a5f, 0xb8860b, 0x7a2f8f};
    Hand hand;
    for (int row = 0; row < 3; ++row) {
        const double size = 104 + row * 34;
        const double y = 880 + row * 105;
        const Colour colour = rgb(std::array{0x34203c, 0x261630, 0x160d1e}[static_cast<std::size_t>(row)]);
        for (double x = hand.between(-60, 20); x < kWidth + 60; x += size * hand.between(0.95, 1.25)) {
            if (hand.between(0, 1) < 0.36) {
                const auto paint = rgb(kPlacards[static_cast<std::size_t>(hand.between(0, 4.99))]);
                draw_placard(poster, paint, {x - 70, y - 260 + hand.between(-30, 30), 150, 104}, hand.between(-16, 16));
            }
            draw_person(poster, colour, {x, y + hand.between(-18, 18)}, size);
        }
    }
}

void draw_lighthouse(const Poster& poster) {
    poster.shape(rgb(0x2f3e46),
                 std::array<Point, 5>{{{1240, 900}, {1330, 770}, {1480, 730}, {1640, 790}, {1800, 900}}});
    poster.shape(rgb(0xfefdfb), std::array<Point, 4>{{{1430, 760}, {1456, 340}, {1530, 340}, {1556, 760}}});
    poster.shape(rgb(0xd6482f), std::array<Point, 4>{{{1436, 660}, {1443, 550}, {1543, 550}, {1550, 660}}});
    poster.shape(rgb(0xd6482f), std::array<Point, 4>{{{1450, 440}, {1456, 340}, {1530, 340}, {1536, 440}}});
    poster.box(rgb(0x2f3e46), {1440, 322, 106, 20});
    poster.box(rgb(0xffe08a), {1462, 262, 62, 60});
    poster.shape(rgb(0x2f3e46), std::array<Point, 3>{{{1448, 264}, {1493, 212}, {1538, 264}}});
}

void draw_boat(const Poster& poster, Colour colour, Point bow, double size) {
    poster.shape(colour, std::array<Point, 4>{{{bow.x, bow.y},
                                               {bow.x + size, bow.y},
                                               {bow.x + size * 0.82, bow.y + size * 0.2},
                                               {bow.x + size * 0.16, bow.y + size * 0.2}}});
    poster.line(rgb(0x2f3e46), {{bow.x + size * 0.45, bow.y}, {bow.x + size * 0.45, bow.y - size * 0.78}, 6});
    poster.shape(rgb(0xfefdfb), std::array<Point, 3>{{{bow.x + size * 0.5, bow.y - size * 0.74},
                                                      {bow.x + size * 0.94, bow.y - size * 0.1},
                                                      {bow.x + size * 0.5, bow.y - size * 0.1}}});
}

void draw_gull(const Poster& poster, Point place, double size) {
    poster.line(rgb(0x2f3e46), {{place.x - size, place.y - size * 0.4}, place, 6});
    poster.line(rgb(0x2f3e46), {place, {place.x + size, place.y - size * 0.45}, 6});
}

// Four strokes and one across, by a broad pen.
void draw_five(const Poster& poster, Colour colour, Point place, double size) {
    Hand hand;
    for (int stroke = 0; stroke < 4; ++stroke) {
        const double x = place.x + stroke * size * 0.27;
        poster.line(colour,
                    {{x + hand.between(-6, 6), place.y}, {x + hand.between(-6, 6), place.y + size}, size * 0.1});
    }
    poster.line(
        colour,
        {{place.x - size * 0.2, place.y + size * 0.82}, {place.x + size * 1.02, place.y + size * 0.14}, size * 0.1});
}

// Its side, lit from within, with its wheels on the road at `floor`.
void draw_bus(const Poster& poster, Point corner, double floor) {
    constexpr double kLength = 1'060;
    poster.box(rgb(0xd6482f), {corner.x, corner.y, kLength, floor - corner.y - 40});
    poster.box(rgb(0xfefdfb), {corner.x, corner.y, kLength, 26});
    for (int window = 0; window < 6; ++window) {
        const double x = corner.x + 40 + window * 142.0;
        poster.box(rgb(0xffd98a), {x, corner.y + 74, 122, 176});
        if (window % 2 == 1) draw_person(poster, rgb(0x7a3b2e), {x + 60, corner.y + 182}, 62);
    }
    poster.box(rgb(0xfff0c4), {corner.x + 892, corner.y + 74, 128, floor - corner.y - 140});
    poster.box(rgb(0x8f2b1c), {corner.x + 953, corner.y + 74, 6, floor - corner.y - 140});
    poster.box(rgb(0xffe08a), {corner.x + kLength - 26, floor - 150, 26, 44});
    for (const double wheel : {220.0, 800.0}) {
        poster.circle(rgb(0x16130f), {corner.x + wheel, floor - 40}, 78);
        poster.circle(rgb(0x9aa5b1), {corner.x + wheel, floor - 40}, 34);
    }
}

void draw_snowfall(const Poster& poster) {
    Hand hand;
    for (int flake = 0; flake < 260; ++flake)
        poster.circle(rgb(0xe8eef5), {hand.between(0, kWidth), hand.between(0, 1'000)}, hand.between(2, 6));
}

void draw_tiles(const Poster& poster) {
    constexpr double kTile = 200;
    for (int row = 0; row < 5; ++row)
        for (int column = 0; column < 9; ++column)
            poster.box(rgb((row + column) % 5 == 0 ? 0xd9ece9 : 0xe9f4f1),
                       {column * kTile + 6, row * kTile + 6, kTile - 12, kTile - 12});
}

}  // namespace

std::string draw_library() {
    const Poster poster;
    poster.sky(rgb(0x2a2350), rgb(0xf0875a));
    poster.circle(rgb(0xf7c46c), {1390, 330}, 118);
    poster.waves(rgb(0x7b3f63), {.top = 640, .height = 40, .length = 260, .shift = 90});
    poster.waves(rgb(0x5b2f57), {.top = 740, .height = 26, .length = 190, .shift = 400});
    draw_building(poster);
    poster.box(rgb(0x45284a), {0, 838, kWidth, kHeight});
    draw_crowd(poster);
    return poster.png();
}

std::string draw_harbour() {
    const Poster poster;
    poster.sky(rgb(0xbfe3e0), rgb(0xfbe7c6));
    poster.circle(rgb(0xf2a65a), {470, 430}, 150);
    poster.waves(rgb(0x9cc5c1), {.top = 640, .height = 30, .length = 310, .shift = 0});
    poster.waves(rgb(0x6fa8a6), {.top = 700, .height = 24, .length = 210, .shift = 300});
    draw_lighthouse(poster);
    for (int row = 0; row < 5; ++row) {
        const Colour water =
            rgb(std::array{0x3f8c8c, 0x2f7a7f, 0x256a72, 0x1c5963, 0x144852}[static_cast<std::size_t>(row)]);
        poster.waves(water, {.top = 820 + row * 76.0, .height = 11, .length = 52 + row * 9.0, .shift = row * 130.0});
        if (row == 0) draw_boat(poster, rgb(0xd6482f), {330, 832}, 190);
        if (row == 1) draw_boat(poster, rgb(0x16130f), {860, 900}, 240);
        if (row == 3) draw_boat(poster, rgb(0x1846b8), {150, 1040}, 330);
    }
    draw_gull(poster, {930, 300}, 46);
    draw_gull(poster, {1060, 240}, 34);
    draw_gull(poster, {820, 210}, 26);
    return poster.png();
}

std::string draw_night_bus() {
    const Poster poster;
    poster.sky(rgb(0x0e1a3a), rgb(0x33427a));
    poster.circle(rgb(0xf3f0ea), {1'560, 210}, 84);
    poster.waves(rgb(0x22305e), {.top = 560, .height = 60, .length = 330, .shift = 200});
    poster.box(rgb(0x2b2f38), {0, 900, kWidth, 140});
    draw_bus(poster, {180, 420}, 940);
    poster.box(rgb(0xb8c1cc), {1'420, 380, 16, 560});
    poster.box(rgb(0x1846b8), {1'370, 330, 116, 116});
    poster.box(rgb(0xfefdfb), {1'396, 356, 64, 44});
    draw_person(poster, rgb(0x0d7a5f), {1'560, 770}, 120);
    draw_person(poster, rgb(0xb8860b), {1'690, 790}, 104);
    poster.waves(rgb(0xdfe7f1), {.top = 1'010, .height = 26, .length = 170, .shift = 40});
    draw_snowfall(poster);
    return poster.png();
}

std::string draw_tap() {
    const Poster poster;
    poster.sky(rgb(0xc4dcd8), rgb(0xc4dcd8));
    draw_tiles(poster);
    poster.box(rgb(0x0d7a5f), {0, 1'010, kWidth, 190});
    poster.box(rgb(0x5d6b78), {0, 210, 700, 90});
    poster.circle(rgb(0x5d6b78), {700, 310}, 100);
    poster.box(rgb(0x5d6b78), {710, 300, 90, 170});
    poster.box(rgb(0x46525e), {690, 450, 130, 34});
    poster.box(rgb(0xd6482f), {360, 120, 190, 40});
    poster.box(rgb(0x46525e), {435, 150, 40, 70});
    poster.box(rgb(0x5fb3d4), {738, 484, 34, 300});
    poster.shape(rgb(0xf7fbfc), std::array<Point, 4>{{{560, 560}, {950, 560}, {910, 1'060}, {600, 1'060}}});
    poster.shape(rgb(0x8fd0e6), std::array<Point, 4>{{{573, 720}, {937, 720}, {905, 1'040}, {605, 1'040}}});
    poster.box(rgb(0x5fb3d4), {738, 560, 34, 170});
    for (const Point bubble : {Point{690, 830}, Point{830, 900}, Point{760, 960}, Point{860, 790}})
        poster.circle(rgb(0xd6f0f8), bubble, 16);
    return poster.png();
}

std::string draw_tally() {
    constexpr std::array kInks{0xd6482f, 0x1846b8, 0x0d7a5f, 0x16130f};
    const Poster poster;
    poster.sky(rgb(0xfefdfb), rgb(0xf3f0ea));
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 5; ++column) {
            const bool is_last = row == 2 && column == 4;
            const auto ink = is_last ? rgb(0xf2a65a) : rgb(kInks[static_cast<std::size_t>((row * 5 + column * 3) % 4)]);
            draw_five(poster, ink, {150 + column * 330.0, 110 + row * 350.0}, 270);
        }
    return poster.png();
}

}  // namespace pictures
