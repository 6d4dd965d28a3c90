#include "features/newsroom/reading_pictures.h"

#include <algorithm>

#include "base/whole_number.h"

namespace newsroom {
namespace {

ports::PictureId number_of(std::string_view key) { return ports::PictureId{base::whole_number(key).value_or(0)}; }

bool is_path(std::string_view key) { return key.starts_with('/'); }

std::vector<ports::Picture> numbered(const ports::Pictures& pictures, db::Read& read,
                                     const std::vector<store::Headline>& headlines) {
    std::vector<ports::PictureId> ids;
    for (const auto& headline : headlines)
        if (const auto id = number_of(headline.picture); id != ports::kNoPicture) ids.push_back(id);
    return ids.empty() ? std::vector<ports::Picture>{} : pictures.find_all(read, ids);
}

std::optional<ports::Picture> one_of(const std::vector<ports::Picture>& found, std::string_view key) {
    const auto picture = std::ranges::find(found, number_of(key), &ports::Picture::id);
    return picture == found.end() ? std::nullopt : std::optional{*picture};
}

bool can_be_shown(const std::optional<ports::Picture>& picture) { return picture && !picture->jpeg.empty(); }

// What the item says about the picture goes before what the library says.
void describe(ports::Picture& picture, const ItemPicture& own) {
    if (!own.alt_en.empty()) picture.alt_en = own.alt_en;
    if (!own.alt_fr.empty()) picture.alt_fr = own.alt_fr;
    if (!own.credit.empty()) picture.credit = own.credit;
}

}  // namespace

std::optional<ports::Picture> find_picture(const ports::Pictures& pictures, db::Read& read, std::string_view key) {
    if (key.empty()) return std::nullopt;
    auto found = is_path(key) ? pictures.find_by_path(read, key) : pictures.find(read, number_of(key));
    return can_be_shown(found) ? found : std::nullopt;
}

std::vector<pages::Story> stories(const ports::Pictures& pictures, db::Read& read,
                                  std::vector<store::Headline> headlines) {
    const auto found = numbered(pictures, read, headlines);
    std::vector<pages::Story> stories;
    stories.reserve(headlines.size());
    for (auto& headline : headlines) {
        auto picture = is_path(headline.picture) ? find_picture(pictures, read, headline.picture)
                                                 : one_of(found, headline.picture);
        if (!can_be_shown(picture)) picture.reset();
        if (picture) describe(*picture, {{}, headline.picture_credit, headline.picture_alt, headline.picture_alt});
        stories.push_back({.headline = std::move(headline), .picture = std::move(picture)});
    }
    return stories;
}

std::vector<ports::Picture> pictures_of(const ports::Pictures& pictures, db::Read& read,
                                        const store::PublicItem& item) {
    std::vector<ports::Picture> shown;
    for (const auto& own : item.pictures) {
        auto picture = find_picture(pictures, read, own.picture);
        if (!picture) continue;
        describe(*picture, own);
        shown.push_back(*std::move(picture));
    }
    return shown;
}

}  // namespace newsroom
