#include "features/voices/portraits.h"

#include <array>
#include <memory>
#include <numbers>
#include <stdexcept>

#include <cairo.h>

namespace voices {
namespace {

constexpr double kSide = 640;  // units of the drawing
constexpr double kMiddle = kSide / 2;

struct Colour {
    double red, green, blue;
};
constexpr Colour rgb(int hex) { return {((hex >> 16) & 255) / 255.0, ((hex >> 8) & 255) / 255.0, (hex & 255) / 255.0}; }
constexpr Colour mixed(Colour one, Colour other, double share) {
    return {one.red + (other.red - one.red) * share, one.green + (other.green - one.green) * share,
            one.blue + (other.blue - one.blue) * share};
}

constexpr std::array kSkins{rgb(0xF3D3BC), rgb(0xE8B894), rgb(0xD09A6E), rgb(0xA8703F), rgb(0x7A4A2A), rgb(0x4F2E1B)};
constexpr std::array kHairs{rgb(0x1D1512), rgb(0x4A2C17), rgb(0x8A5A2B), rgb(0xC79A4B), rgb(0x9A3B1F), rgb(0xC9C6C0)};
constexpr std::array kGrounds{rgb(0x2F5D62), rgb(0xB5482F), rgb(0x3F4E8C), rgb(0xD8A531),
                              rgb(0x5B7F3A), rgb(0x7A3B69), rgb(0xCFC5B4), rgb(0x28465E)};
constexpr std::array kClothes{rgb(0xF2EFE8), rgb(0x23262B), rgb(0xC9352B), rgb(0x2E6E9E),
                              rgb(0xE3B23C), rgb(0x3F7D58), rgb(0x6B4E9B)};

// Numbers that follow from one, the same each time (Knuth's MMIX).
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed * 2'654'435'761U + 12'345U) {
        for (int i = 0; i < 4; ++i) next();
    }
    double between(double low, double high) {
        next();
        return low + (high - low) * static_cast<double>(state_ >> 40U) / static_cast<double>(1ULL << 24U);
    }
    template <std::size_t Count>
    Colour one_of(const std::array<Colour, Count>& colours) {
        next();
        return colours[(state_ >> 33U) % Count];
    }
    bool in_ten(int times) { return between(0, 10) < times; }

private:
    void next() { state_ = state_ * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL; }
    std::uint64_t state_;
};

struct Spot {
    double x, y, width, height;  // the middle, and half of each side
};

class Portrait {
public:
    explicit Portrait(std::uint64_t number)
        : dice_(number),
          surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, kPortraitSide, kPortraitSide)),
          pen_(cairo_create(surface_.get())) {}

    void draw() {
        cairo_scale(pen_.get(), kPortraitSide / kSide, kPortraitSide / kSide);
        skin_ = dice_.one_of(kSkins);
        hair_ = dice_.one_of(kHairs);
        clothes_ = dice_.one_of(kClothes);
        face_ = {kMiddle + dice_.between(-24, 24), dice_.between(262, 292), dice_.between(104, 122),
                 dice_.between(136, 156)};
        draw_ground();
        const bool is_long = dice_.in_ten(5);
        if (is_long) oval(hair_, {face_.x, face_.y + 40, face_.width + 40, face_.height + 70});
        draw_body();
        draw_face();
        draw_hair(is_long);
        draw_features();
        if (dice_.in_ten(3)) draw_glasses();
        if (dice_.in_ten(2)) draw_cap();
    }

    std::string png() const {
        std::string bytes;
        const auto append = [](void* to, const unsigned char* data, unsigned length) {
            static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
            return CAIRO_STATUS_SUCCESS;
        };
        if (cairo_surface_write_to_png_stream(surface_.get(), append, &bytes) != CAIRO_STATUS_SUCCESS)
            throw std::runtime_error{"a portrait of the demo could not be drawn"};
        return bytes;
    }

private:
    void use(Colour colour) const { cairo_set_source_rgb(pen_.get(), colour.red, colour.green, colour.blue); }

    void oval(Colour colour, const Spot& spot) const {
        use(colour);
        cairo_save(pen_.get());
        cairo_translate(pen_.get(), spot.x, spot.y);
        cairo_scale(pen_.get(), spot.width, spot.height);
        cairo_arc(pen_.get(), 0, 0, 1, 0, 2 * std::numbers::pi);
        cairo_restore(pen_.get());
        cairo_fill(pen_.get());
    }

    void arc(Colour colour, const Spot& spot, double thickness) const {
        use(colour);
        cairo_set_line_width(pen_.get(), thickness);
        cairo_set_line_cap(pen_.get(), CAIRO_LINE_CAP_ROUND);
        cairo_save(pen_.get());
        cairo_translate(pen_.get(), spot.x, spot.y);
        cairo_scale(pen_.get(), spot.width, spot.height);
        cairo_arc(pen_.get(), 0, 0, 1, 0.15 * std::numbers::pi, 0.85 * std::numbers::pi);
        cairo_restore(pen_.get());
        cairo_stroke(pen_.get());
    }

    // Two tones, lighter above, and one large shape in it.
    void draw_ground() {
        const Colour ground = dice_.one_of(kGrounds);
        const std::unique_ptr<cairo_pattern_t, decltype(&cairo_pattern_destroy)> blend{
            cairo_pattern_create_linear(0, 0, kSide * 0.3, kSide), cairo_pattern_destroy};
        const Colour light = mixed(ground, rgb(0xFFFFFF), 0.35), dark = mixed(ground, rgb(0x000000), 0.2);
        cairo_pattern_add_color_stop_rgb(blend.get(), 0, light.red, light.green, light.blue);
        cairo_pattern_add_color_stop_rgb(blend.get(), 1, dark.red, dark.green, dark.blue);
        cairo_set_source(pen_.get(), blend.get());
        cairo_paint(pen_.get());
        const double side = dice_.between(80, 260);
        oval(mixed(ground, rgb(0xFFFFFF), 0.2), {dice_.between(0, kSide), dice_.between(40, 300), side, side});
    }

    void draw_body() {
        const double shoulders = dice_.between(206, 250);
        oval(clothes_, {face_.x, kSide + 40, shoulders, dice_.between(228, 252)});
        oval(mixed(skin_, rgb(0x000000), 0.12), {face_.x, face_.y + face_.height + 18, 52, 66});
        if (dice_.in_ten(3)) oval(dice_.one_of(kClothes), {face_.x, face_.y + face_.height + 58, 100, 38});
    }

    void draw_face() const {
        oval(mixed(skin_, rgb(0x000000), 0.06), {face_.x - face_.width, face_.y + 10, 17, 28});
        oval(mixed(skin_, rgb(0x000000), 0.06), {face_.x + face_.width, face_.y + 10, 17, 28});
        oval(skin_, face_);
    }

    void draw_hair(bool is_long) {
        cairo_save(pen_.get());
        const double fringe = face_.y - face_.height * dice_.between(0.28, 0.5);
        cairo_rectangle(pen_.get(), 0, 0, kSide, fringe);
        cairo_clip(pen_.get());
        oval(hair_, {face_.x, face_.y - 14, face_.width + (is_long ? 22 : 12), face_.height + 12});
        cairo_restore(pen_.get());
        if (!is_long && dice_.in_ten(3)) oval(hair_, {face_.x, face_.y + face_.height * 0.72, 58, 44});  // a beard
    }

    void draw_features() {
        const double apart = face_.width * 0.42, eyes = face_.y - 4;
        const Colour dark = mixed(skin_, rgb(0x120A06), 0.82);
        for (const double side : {-1.0, 1.0}) {
            oval(rgb(0xFBF8F2), {face_.x + side * apart, eyes, 17, 11});
            oval(rgb(0x2A1B12), {face_.x + side * apart, eyes, 9, 9.5});
            use(mixed(hair_, dark, 0.4));
            cairo_set_line_width(pen_.get(), 8);
            cairo_set_line_cap(pen_.get(), CAIRO_LINE_CAP_ROUND);
            cairo_move_to(pen_.get(), face_.x + side * apart - 19, eyes - 27);
            cairo_line_to(pen_.get(), face_.x + side * apart + 19, eyes - 27 - side * 2);
            cairo_stroke(pen_.get());
        }
        oval(mixed(skin_, rgb(0x000000), 0.14), {face_.x, face_.y + 30, 13, 20});
        const double mouth = face_.y + face_.height * 0.5;
        arc(mixed(skin_, rgb(0x8E2A2A), 0.62), {face_.x, mouth, dice_.between(34, 46), dice_.between(16, 28)}, 9);
    }

    void draw_glasses() const {
        use(rgb(0x1B1D20));
        cairo_set_line_width(pen_.get(), 6);
        const double apart = face_.width * 0.42;
        for (const double side : {-1.0, 1.0}) {
            cairo_new_sub_path(pen_.get());
            cairo_arc(pen_.get(), face_.x + side * apart, face_.y - 4, 33, 0, 2 * std::numbers::pi);
        }
        cairo_move_to(pen_.get(), face_.x - apart + 33, face_.y - 6);
        cairo_line_to(pen_.get(), face_.x + apart - 33, face_.y - 6);
        cairo_stroke(pen_.get());
    }

    void draw_cap() {
        const Colour cap = dice_.one_of(kClothes);
        cairo_save(pen_.get());
        cairo_rectangle(pen_.get(), 0, 0, kSide, face_.y - face_.height * 0.42);
        cairo_clip(pen_.get());
        oval(cap, {face_.x, face_.y - 30, face_.width + 20, face_.height + 6});
        cairo_restore(pen_.get());
        use(mixed(cap, rgb(0x000000), 0.25));
        cairo_rectangle(pen_.get(), face_.x - face_.width - 12, face_.y - face_.height * 0.48, face_.width * 2 + 24,
                        20);
        cairo_fill(pen_.get());
    }

    struct Free {
        void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
        void operator()(cairo_t* pen) const { cairo_destroy(pen); }
    };
    Dice dice_;
    std::unique_ptr<cairo_surface_t, Free> surface_;
    std::unique_ptr<cairo_t, Free> pen_;
    Colour skin_{}, hair_{}, clothes_{};
    Spot face_{};
};

}  // namespace

std::string draw_portrait(std::uint64_t number) {
    Portrait portrait{number};
    portrait.draw();
    return portrait.png();
}

}  // namespace voices
