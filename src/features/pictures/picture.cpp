#include "features/pictures/picture.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "base/check.h"
#include "base/text.h"
#include "base/whole_number.h"

namespace pictures {
namespace {

constexpr std::string_view kFolder = "/pictures/";

struct Limit {
    std::string_view field;
    std::string Words::* text;
    std::size_t characters;
    base::Message too_long;
};
constexpr std::array kLimits{
    Limit{"alt_en", &Words::alt_en, 300, base::message("This is too long: at most 300 characters.")},
    Limit{"alt_fr", &Words::alt_fr, 300, base::message("This is too long: at most 300 characters.")},
    Limit{"credit", &Words::credit, 120, base::message("This is too long: at most 120 characters.")},
    Limit{"source", &Words::source, 300, base::message("This is too long: at most 300 characters.")},
};

// Ten-thousandths of "12.5", "12,5": hundredths of a percent. nullopt for anything else.
std::optional<int> hundredths(std::string text) {
    std::ranges::replace(text, ',', '.');
    double percent = -1;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), percent, std::chars_format::fixed);
    if (error != std::errc{} || end != text.data() + text.size() || !(percent >= 0 && percent <= 100))
        return std::nullopt;
    return static_cast<int>(std::lround(percent * 100));
}

std::string percent(int hundredths) {
    return hundredths % 100 == 0 ? std::to_string(hundredths / 100) : fmt::format("{:.2f}", hundredths / 100.0);
}

}  // namespace

base::Result<Words, base::Problems> read_words(Words typed) {
    base::Problems problems;
    for (const auto& limit : kLimits) {
        auto& text = typed.*limit.text;
        text = base::collapse_spaces(text);
        if (base::count_characters(text) > limit.characters)
            problems.push_back({std::string{limit.field}, limit.too_long});
    }
    if (typed.alt_en.empty() && typed.alt_fr.empty() && !typed.is_decoration)
        problems.push_back({"alt_en", base::message("Please say what the picture shows, in one language at least, or "
                                                    "tick that it is decoration.")});
    if (!problems.empty()) return problems;
    return typed;
}

Reason reason_of(imaging::Refusal refusal) { return static_cast<Reason>(refusal); }

base::Message message_of(Reason reason) {
    switch (reason) {
        case Reason::none:
            break;
        case Reason::unknown_format:
            return base::message(
                "This is no picture that can be shown here. Please send JPEG, PNG, WebP, HEIC or "
                "AVIF.");
        case Reason::too_many_bytes:
            return base::message("The file is too large: at most 30 megabytes.");
        case Reason::too_many_pixels:
            return base::message("The picture has too many pixels: at most 80 million, and 30,000 on a side.");
        case Reason::animated:
            return base::message("The picture moves. Please send a still one.");
        case Reason::damaged:
            return base::message(
                "The picture cannot be read: the file is damaged or was cut short. Please send it "
                "again.");
        case Reason::not_made:
            return base::message("The picture could not be prepared. Please try another file.");
    }
    CHECK(reason != Reason::none);
    return base::message("The picture could not be prepared. Please try another file.");
}

std::string public_path(const File& file) {
    return fmt::format("{}{}-{}.{}", kFolder, file.address, file.width,
                       file.format == imaging::Format::webp ? "webp" : "jpg");
}

std::optional<FileName> read_file_name(std::string_view name) {
    const auto dash = name.find('-');
    const auto dot = name.rfind('.');
    if (dash == std::string_view::npos || dot == std::string_view::npos || dot < dash) return std::nullopt;
    const auto address = files::Address::parse(name.substr(0, dash));
    const auto width = base::whole_number(name.substr(dash + 1, dot - dash - 1));
    const auto ending = name.substr(dot + 1);
    if (!address || !width || *width <= 0 || *width > 100'000) return std::nullopt;
    if (ending == "webp") return FileName{*address, static_cast<int>(*width), imaging::Format::webp};
    if (ending == "jpg") return FileName{*address, static_cast<int>(*width), imaging::Format::jpeg};
    return std::nullopt;
}

ports::Picture shown(const Record& record, const std::vector<File>& files) {
    ports::Picture picture{.id = record.id,
                           .state = record.state,
                           .width = record.width,
                           .height = record.height,
                           .alt_en = record.words.alt_en,
                           .alt_fr = record.words.alt_fr,
                           .credit = record.words.credit,
                           .source = record.words.source,
                           .placeholder = record.placeholder};
    for (const auto& file : files) {
        if (file.picture != record.id) continue;
        auto& of_format = file.format == imaging::Format::webp ? picture.webp : picture.jpeg;
        of_format.push_back({public_path(file), file.width, file.bytes});
    }
    return picture;
}

std::string text_of(const imaging::Crop& crop) {
    return fmt::format("{} {} {} {}", crop.left, crop.top, crop.width, crop.height);
}

imaging::Crop crop_of(std::string_view text) {
    imaging::Crop crop;
    for (int* const number : {&crop.left, &crop.top, &crop.width, &crop.height}) {
        const auto end = std::min(text.find(' '), text.size());
        const auto read = base::whole_number(text.substr(0, end));
        if (!read || *read < 0 || *read > 10'000) return {};
        *number = static_cast<int>(*read);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return crop.is_possible() ? crop : imaging::Crop{};
}

base::Result<imaging::Crop, base::Problems> read_crop(const CropForm& form) {
    imaging::Crop crop;
    struct Part {
        std::string_view field;
        const std::string& typed;
        int& number;
    };
    base::Problems problems;
    for (const Part& part : {Part{"left", form.left, crop.left}, Part{"top", form.top, crop.top},
                             Part{"width", form.width, crop.width}, Part{"height", form.height, crop.height}}) {
        if (const auto read = hundredths(part.typed))
            part.number = *read;
        else
            problems.push_back({std::string{part.field}, base::message("Please give a number from 0 to 100.")});
    }
    if (problems.empty() && !crop.is_possible())
        problems.push_back({"left", base::message("This part is empty or reaches beyond the picture: left and width "
                                                  "together, and top and height together, are at most 100.")});
    if (!problems.empty()) return problems;
    return crop;
}

CropForm form_of(const imaging::Crop& crop) {
    return {percent(crop.left), percent(crop.top), percent(crop.width), percent(crop.height)};
}

}  // namespace pictures
