// features/newsroom/item_form.h - an item as staff type it: the words of both languages and everything that belongs to
// it, as one form whose fields are merged one by one. Pure.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "features/newsroom/item.h"
#include "ports/editing.h"

namespace newsroom {

inline constexpr std::size_t kMostPictures = 6;

// A picture of the form, as typed.
struct PictureForm {
    std::string picture, credit, alt_en, alt_fr;  // picture: its number; empty: none
    bool operator==(const PictureForm&) const = default;
};

struct ItemForm {
    ItemForms words{};
    std::string event_day{};  // "2019-05-03"; empty: not dated
    std::string author_name{}, author_email{};
    std::vector<std::string> sections{};  // numbers of sections, growing
    std::string tags{};                   // a line for each: "English label | étiquette française"
    std::string attachments{};            // a line for each: "English label | étiquette française | address"
    std::vector<std::string> actions{};   // keys, in alphabetic order
    std::array<PictureForm, kMostPictures> pictures{};
    bool operator==(const ItemForm&) const = default;
};

// The form under the names of its fields, and back: title_en, teaser_en, body_en, quotation_en, quoted_name_en,
// quoted_office_en, title_fr, ..., event_day, author_name, author_email, sections, tags, attachments, actions,
// picture_1, credit_1, alt_en_1, alt_fr_1, ...; lists are joined by spaces.
ports::NamedTexts named(const ItemForm& form);
ItemForm form_of(const ports::NamedTexts& texts);

// What of it has no language, understood; sections and tags are still to be looked up.
struct TagLine {
    std::string english, french;
    bool operator==(const TagLine&) const = default;
};
struct ItemPlan {
    std::optional<Day> event_day;
    std::string author_name, author_email;
    std::vector<SectionId> sections;
    std::vector<TagLine> tags;
    std::vector<ItemPicture> pictures;
    std::vector<Attachment> attachments;
    std::vector<std::string> actions;
};

// Everything wrong at once, the words included; fields as above.
base::Result<ItemPlan, base::Problems> read_item(const ItemForm& form);

// The lines of tags and attachments as the form shows them.
std::string tag_lines(const std::vector<Tag>& tags);
std::string attachment_lines(const std::vector<Attachment>& attachments);

}  // namespace newsroom
