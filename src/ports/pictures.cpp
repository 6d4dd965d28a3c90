#include "ports/pictures.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/check.h"
#include "base/whole_number.h"
#include "platform/http/percent.h"

namespace ports {
namespace {

constexpr std::size_t kOffered = 12;  // pictures beside each other in a field
constexpr std::string_view kPublicFolder = "/pictures/";

PictureId picture_of(std::string_view text) { return PictureId{base::whole_number(text).value_or(0)}; }

}  // namespace

const std::string& Picture::alt(base::Locale locale) const {
    const bool is_english = locale == base::Locale::english;
    const auto& wanted = is_english ? alt_en : alt_fr;
    return wanted.empty() ? (is_english ? alt_fr : alt_en) : wanted;
}

std::string_view Picture::jpeg_path(int at_least) const {
    if (jpeg.empty()) return {};
    const auto found = std::ranges::find_if(jpeg, [&](const auto& file) { return file.width >= at_least; });
    return found == jpeg.end() ? jpeg.back().path : found->path;
}

void Pictures::keep_in(PictureLibrary library) {
    CHECK(!library_.find && library.find && library.newest && library.find_file);
    library_ = std::move(library);
}

std::optional<std::string> Pictures::keep(std::string_view bytes) const {
    return library_.keep ? library_.keep(bytes) : std::nullopt;
}

PictureId Pictures::add(db::Write& write, const NewPicture& picture) const {
    CHECK(library_.add != nullptr);
    return library_.add(write, picture);
}

void Pictures::remove(db::Write& write, PictureId picture) const {
    if (library_.remove && picture != kNoPicture) library_.remove(write, picture);
}

std::optional<Picture> Pictures::find(db::Read& read, PictureId picture) const {
    auto found = find_all(read, {&picture, 1});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Picture> Pictures::find_all(db::Read& read, std::span<const PictureId> pictures) const {
    const bool has_any = std::ranges::any_of(pictures, [](PictureId id) { return id != kNoPicture; });
    if (!library_.find || !has_any) return {};
    return library_.find(read, pictures);
}

std::optional<Picture> Pictures::find_by_path(db::Read& read, std::string_view path) const {
    if (!library_.find_file || !path.starts_with(kPublicFolder)) return std::nullopt;
    return library_.find_file(read, path.substr(kPublicFolder.size()));
}

std::vector<Picture> Pictures::offered(db::Read& read, PictureId chosen) const {
    if (!library_.newest) return {};
    auto offered = library_.newest(read, kOffered);
    const auto place = std::ranges::find(offered, chosen, &Picture::id);
    if (place != offered.end()) {
        std::rotate(offered.begin(), place, place + 1);
    } else if (auto picture = find(read, chosen)) {
        offered.insert(offered.begin(), *std::move(picture));
    }
    return offered;
}

std::vector<PictureUse> Pictures::uses(db::Read& read, const Picture& picture, base::Locale locale) const {
    std::vector<PictureUse> all;
    for (const auto& of_slice : uses_) std::ranges::move(of_slice(read, picture, locale), std::back_inserter(all));
    return all;
}

PictureId read_picture(const http::Form& form, PictureFieldName field) { return picture_of(form.view(field.name)); }

bool wants_library(const http::Form& form, PictureFieldName field) { return form.view("library") == field.name; }

std::string library_path(base::Locale locale, const WayBack& way) {
    return fmt::format("/{}/staff/pictures?back={}&field={}", base::code(locale), http::percent_encode(way.back),
                       http::percent_encode(way.field));
}

std::optional<PictureId> picture_chosen(const http::Request& request, PictureFieldName field) {
    const auto picture = picture_of(request.query.view(field.name));
    if (picture == kNoPicture) return std::nullopt;
    return picture;
}

}  // namespace ports
