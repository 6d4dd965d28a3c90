#include "features/newsroom/item_form.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/email_address.h"
#include "base/text.h"
#include "base/whole_number.h"

namespace newsroom {
namespace {

struct WordsPart {
    std::string_view name;
    std::string ItemWords::* text;
};
constexpr std::array kWordsParts{
    WordsPart{"title_", &ItemWords::title},
    WordsPart{"teaser_", &ItemWords::teaser},
    WordsPart{"body_", &ItemWords::body},
    WordsPart{"quotation_", &ItemWords::quotation},
    WordsPart{"quoted_name_", &ItemWords::quoted_name},
    WordsPart{"quoted_office_", &ItemWords::quoted_office},
};

struct PicturePart {
    std::string_view name;
    std::string PictureForm::* text;
};
constexpr std::array kPictureParts{
    PicturePart{"picture_", &PictureForm::picture},
    PicturePart{"credit_", &PictureForm::credit},
    PicturePart{"alt_en_", &PictureForm::alt_en},
    PicturePart{"alt_fr_", &PictureForm::alt_fr},
};

constexpr std::size_t kMostLines = 30;

std::vector<std::string> split(std::string_view text, char border) {
    std::vector<std::string> parts;
    while (true) {
        const auto end = text.find(border);
        parts.push_back(base::collapse_spaces(text.substr(0, end)));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::vector<std::string> words_in(std::string_view text) {
    auto words = split(text, ' ');
    std::erase(words, "");
    return words;
}

// Lines with something on them.
std::vector<std::string> lines_in(std::string_view text) {
    auto lines = split(text, '\n');
    std::erase(lines, "");
    return lines;
}

std::vector<TagLine> read_tags(base::Problems& problems, std::string_view typed) {
    constexpr std::size_t kLongestLabel = 80;
    std::vector<TagLine> tags;
    for (const std::string& line : lines_in(typed)) {
        auto parts = split(line, '|');
        parts.resize(std::max<std::size_t>(parts.size(), 2));
        const bool is_long =
            std::ranges::any_of(parts, [](const auto& part) { return base::count_characters(part) > kLongestLabel; });
        if (parts.size() > 2 || is_long || (parts[0].empty() && parts[1].empty())) {
            problems.push_back({"tags", base::message("Each tag stands on a line of its own: the English word, a "
                                                      "vertical bar, the French word; at most 80 characters each.")});
            return tags;
        }
        tags.push_back({parts[0], parts[1]});
    }
    if (tags.size() > kMostLines) problems.push_back({"tags", base::message("There are too many tags: at most 30.")});
    return tags;
}

bool is_address(std::string_view text) {
    const bool has_way = text.starts_with("https://") || (text.starts_with('/') && !text.starts_with("//"));
    return has_way && text.size() <= 500 && std::ranges::none_of(text, [](char c) { return c == ' ' || c == '"'; });
}

std::vector<Attachment> read_attachments(base::Problems& problems, std::string_view typed) {
    std::vector<Attachment> attachments;
    for (const std::string& line : lines_in(typed)) {
        const auto parts = split(line, '|');
        if (parts.size() != 3 || !is_address(parts[2]) || (parts[0].empty() && parts[1].empty())) {
            problems.push_back(
                {"attachments",
                 base::message("Each document stands on a line of its own: its English name, a vertical "
                               "bar, its French name, a vertical bar, and its address, which begins with "
                               "/ or https://.")});
            return attachments;
        }
        attachments.push_back({parts[2], parts[0], parts[1]});
    }
    if (attachments.size() > kMostLines)
        problems.push_back({"attachments", base::message("There are too many documents: at most 30.")});
    return attachments;
}

std::vector<ItemPicture> read_pictures(base::Problems& problems, const ItemForm& form) {
    std::vector<ItemPicture> pictures;
    for (std::size_t i = 0; i < kMostPictures; ++i) {
        const PictureForm& typed = form.pictures[i];
        if (typed.picture.empty()) continue;
        for (const auto& part : kPictureParts)
            if (base::count_characters(typed.*part.text) > 300)
                problems.push_back({fmt::format("{}{}", part.name, i + 1),
                                    base::message("This is too long: at most 300 characters.")});
        pictures.push_back({typed.picture, typed.credit, typed.alt_en, typed.alt_fr});
    }
    return pictures;
}

void check_author(base::Problems& problems, const ItemForm& form) {
    if (base::count_characters(form.author_name) > 120)
        problems.push_back({"author_name", base::message("The name is too long: at most 120 characters.")});
    if (!form.author_email.empty() && !base::EmailAddress::parse(form.author_email))
        problems.push_back({"author_email", base::message("This is no email address.")});
}

}  // namespace

ports::NamedTexts named(const ItemForm& form) {
    ports::NamedTexts texts;
    for (const base::Locale locale : base::kLocales)
        for (const auto& part : kWordsParts)
            texts.push_back({std::string{part.name}.append(base::code(locale)), form.words.in(locale).*part.text});
    texts.push_back({"event_day", form.event_day});
    texts.push_back({"author_name", form.author_name});
    texts.push_back({"author_email", form.author_email});
    texts.push_back({"sections", fmt::format("{}", fmt::join(form.sections, " "))});
    texts.push_back({"tags", form.tags});
    texts.push_back({"attachments", form.attachments});
    texts.push_back({"actions", fmt::format("{}", fmt::join(form.actions, " "))});
    for (std::size_t i = 0; i < kMostPictures; ++i)
        for (const auto& part : kPictureParts)
            texts.push_back({fmt::format("{}{}", part.name, i + 1), form.pictures[i].*part.text});
    return texts;
}

ItemForm form_of(const ports::NamedTexts& texts) {
    ItemForm form;
    for (const base::Locale locale : base::kLocales)
        for (const auto& part : kWordsParts)
            form.words.in(locale).*part.text = ports::text_of(texts, std::string{part.name}.append(base::code(locale)));
    form.event_day = ports::text_of(texts, "event_day");
    form.author_name = ports::text_of(texts, "author_name");
    form.author_email = ports::text_of(texts, "author_email");
    form.sections = words_in(ports::text_of(texts, "sections"));
    form.tags = ports::text_of(texts, "tags");
    form.attachments = ports::text_of(texts, "attachments");
    form.actions = words_in(ports::text_of(texts, "actions"));
    for (std::size_t i = 0; i < kMostPictures; ++i)
        for (const auto& part : kPictureParts)
            form.pictures[i].*part.text = ports::text_of(texts, fmt::format("{}{}", part.name, i + 1));
    return form;
}

base::Result<ItemPlan, base::Problems> read_item(const ItemForm& form) {
    base::Problems problems = problems_of(form.words);
    ItemPlan plan{.event_day = day_of(form.event_day),
                  .author_name = form.author_name,
                  .author_email = form.author_email,
                  .sections = {},
                  .tags = read_tags(problems, form.tags),
                  .pictures = read_pictures(problems, form),
                  .attachments = read_attachments(problems, form.attachments),
                  .actions = form.actions};
    if (!form.event_day.empty() && !plan.event_day)
        problems.push_back({"event_day", base::message("Please give the day as year, month and day, from 1800 on.")});
    check_author(problems, form);
    for (const std::string& section : form.sections)
        if (const auto id = base::id_from<SectionId>(section)) plan.sections.push_back(*id);
    if (!problems.empty()) return problems;
    return plan;
}

std::string tag_lines(const std::vector<Tag>& tags) {
    std::string lines;
    for (const Tag& tag : tags)
        lines += fmt::format("{}{} | {}", lines.empty() ? "" : "\n", tag.label_en, tag.label_fr);
    return lines;
}

std::string attachment_lines(const std::vector<Attachment>& attachments) {
    std::string lines;
    for (const Attachment& each : attachments)
        lines += fmt::format("{}{} | {} | {}", lines.empty() ? "" : "\n", each.label_en, each.label_fr, each.address);
    return lines;
}

}  // namespace newsroom
