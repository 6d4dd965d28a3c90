#include "features/site/block.h"

#include <algorithm>
#include <array>

#include <boost/json.hpp>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/site/teaser.h"

namespace site {
namespace {

namespace json = boost::json;

constexpr std::size_t kLongestHeading = 200;  // characters
constexpr std::size_t kLongestBody = 20'000;
constexpr std::size_t kLongestNote = 300;

constexpr Part unused() { return {}; }
constexpr Part optional(base::Message label) { return {Need::optional, label}; }
constexpr Part required(base::Message label) { return {Need::required, label}; }

constexpr std::array<Kind, 8> kKinds{{
    {"hero", base::message("Headline"), required(base::message("Headline")), optional(base::message("Text (Markdown)")),
     optional(base::message("Line above the headline")), optional(base::message("Call to action on the button")),
     optional(base::message("Page behind the link to learn more")), unused(), unused()},
    {"text", base::message("Text"), optional(base::message("Heading")), required(base::message("Text (Markdown)")),
     unused(), unused(), unused(), unused(), unused()},
    {"picture", base::message("Picture"),
     optional(base::message("What the picture shows here, in place of its own description")), unused(),
     optional(base::message("Caption")), unused(), unused(), unused(), required(base::message("Picture"))},
    {"actions", base::message("Calls to action"), required(base::message("Heading")),
     optional(base::message("Introduction")), unused(), optional(base::message("Call to action that stands out")),
     unused(), unused(), unused()},
    {"quotation", base::message("Quotation"), required(base::message("Who says it")),
     required(base::message("The words")), optional(base::message("Office or place")), unused(), unused(), unused(),
     unused()},
    {"news", base::message("News"), required(base::message("Heading")), required(base::message("Teasers")), unused(),
     unused(), unused(), unused(), unused()},
    {"counters", base::message("Counters"), required(base::message("Heading")), unused(), unused(), unused(), unused(),
     unused(), unused()},
    {"video", base::message("Link to a video"), required(base::message("Title")), unused(),
     optional(base::message("Length, and where it plays")), unused(), unused(),
     required(base::message("Address of the video")), unused()},
}};

struct Limit {
    std::string_view field;
    std::string Words::* text;
    std::size_t characters;
    base::Message too_long;
};
constexpr std::array kLimits{
    Limit{"heading_", &Words::heading, kLongestHeading, base::message("This is too long: at most 200 characters.")},
    Limit{"body_", &Words::body, kLongestBody, base::message("The text is too long: at most 20,000 characters.")},
    Limit{"note_", &Words::note, kLongestNote, base::message("This is too long: at most 300 characters.")},
};

void check_words(base::Problems& problems, std::string_view kind, const Words& words, base::Locale locale) {
    const std::string suffix{base::code(locale)};
    for (const auto& limit : kLimits)
        if (base::count_characters(words.*limit.text) > limit.characters)
            problems.push_back({std::string{limit.field} + suffix, limit.too_long});
    if (kind == "news" && !words.body.empty() && !read_teasers(words.body))
        problems.push_back(
            {"body_" + suffix, base::message("Each teaser begins with a line with its date and title, as in the hint; "
                                             "leave an empty line between two of them.")});
}

bool is_own_address(std::string_view url) { return url.starts_with('/') && !url.starts_with("//"); }

std::optional<base::Message> problem_of_url(std::string_view url) {
    if (url.starts_with("https://") || is_own_address(url)) return std::nullopt;
    return base::message("Please give an address that begins with https:// or /.");
}

Settings check_settings(base::Problems& problems, const Kind& kind, const BlockForm& form) {
    Settings settings;
    if (kind.action.need != Need::unused) settings.action = form.action;
    if (kind.page.need != Need::unused) settings.page = form.page;
    if (kind.url.need != Need::unused) {
        settings.url = form.url;
        if (const auto problem = problem_of_url(form.url)) problems.push_back({"url", *problem});
    }
    // Which one may still be open: publishing asks for it.
    if (kind.picture.need != Need::unused) settings.picture = base::whole_number(form.picture).value_or(0);
    return settings;
}

std::optional<json::object> read_object(std::string_view text) {
    boost::system::error_code error;
    auto value = json::parse(text, error);
    if (error || !value.is_object()) return std::nullopt;
    return std::move(value.as_object());
}

std::string text_of(const json::object& object, std::string_view name) {
    const auto* const value = object.if_contains(name);
    return value && value->is_string() ? std::string{value->as_string()} : std::string{};
}

std::int64_t number_of(const json::object& object, std::string_view name) {
    const auto* const value = object.if_contains(name);
    return value && value->is_int64() ? value->as_int64() : 0;
}

json::object object_of(const Words& words) {
    return {{"heading", words.heading}, {"body", words.body}, {"note", words.note}};
}

Words words_of(const json::object& object, std::string_view language) {
    const auto* const value = object.if_contains(language);
    if (!value || !value->is_object()) return {};
    const auto& words = value->as_object();
    return {text_of(words, "heading"), text_of(words, "body"), text_of(words, "note")};
}

bool has_any_language(const Block& block) {
    return std::ranges::any_of(base::kLocales, [&](base::Locale locale) { return is_complete(block, locale); });
}

}  // namespace

Settings read_settings(std::string_view json) {
    const auto object = read_object(json);
    if (!object) return {};
    return {text_of(*object, "action"), text_of(*object, "page"), text_of(*object, "url"),
            number_of(*object, "picture")};
}

std::string write_settings(const Settings& settings) {
    json::object object;
    if (!settings.action.empty()) object["action"] = settings.action;
    if (!settings.page.empty()) object["page"] = settings.page;
    if (!settings.url.empty()) object["url"] = settings.url;
    if (settings.picture != 0) object["picture"] = settings.picture;
    return json::serialize(object);
}

std::span<const Kind> kinds() { return kKinds; }

const Kind* find_kind(std::string_view key) {
    const auto found = std::ranges::find(kKinds, key, &Kind::key);
    return found == kKinds.end() ? nullptr : &*found;
}

base::Result<Block, base::Problems> read_block(std::string_view kind, const BlockForm& form) {
    base::Problems problems;
    Block block{.kind = std::string{kind}, .english = form.english, .french = form.french};
    for (const base::Locale locale : base::kLocales) check_words(problems, kind, block.in(locale), locale);
    if (const Kind* const known = find_kind(kind))
        block.settings = write_settings(check_settings(problems, *known, form));
    else if (const auto object = read_object(form.raw_settings.empty() ? "{}" : form.raw_settings))
        block.settings = json::serialize(*object);
    else
        problems.push_back({"settings", base::message("The settings must be a JSON object.")});
    if (!problems.empty()) return problems;
    return block;
}

BlockForm form_of(const Block& block) {
    const auto settings = read_settings(block.settings);
    return {block.english, block.french, settings.action,
            settings.page, settings.url, settings.picture == 0 ? std::string{} : std::to_string(settings.picture),
            block.settings};
}

bool is_complete(const Block& block, base::Locale locale) {
    const Kind* const kind = find_kind(block.kind);
    if (!kind) return true;  // the slice that offers the kind knows
    const Words& words = block.in(locale);
    const auto is_there = [](const Part& part, const std::string& text) {
        return part.need != Need::required || !text.empty();
    };
    return is_there(kind->heading, words.heading) && is_there(kind->body, words.body) &&
           is_there(kind->note, words.note) &&
           (kind->picture.need != Need::required || read_settings(block.settings).picture != 0);
}

base::Problems problems_of_publishing(const Blocks& blocks, OneLanguage decision) {
    if (blocks.empty()) return {{"", base::message("There is no block yet. Add one before you publish.")}};
    if (!std::ranges::all_of(blocks, has_any_language))
        return {{"", base::message("A block has no words yet. Write them, or remove the block.")}};
    if (!missing_languages(blocks).empty() && decision == OneLanguage::not_decided)
        return {{"one_language", base::message("One language is missing. Write it, or decide to publish without it.")}};
    return {};
}

std::string missing_languages(const Blocks& blocks) {
    std::string missing;
    for (const base::Locale locale : base::kLocales) {
        if (std::ranges::all_of(blocks, [&](const Block& block) { return is_complete(block, locale); })) continue;
        if (!missing.empty()) missing += ", ";
        missing += base::code(locale);
    }
    return missing;
}

std::string to_json(const Blocks& blocks) {
    json::array list;
    for (const auto& block : blocks)
        list.push_back(json::object{{"kind", block.kind},
                                    {"settings", read_object(block.settings).value_or(json::object{})},
                                    {"en", object_of(block.english)},
                                    {"fr", object_of(block.french)}});
    return json::serialize(list);
}

Blocks blocks_of_json(std::string_view text) {
    boost::system::error_code error;
    const auto list = json::parse(text, error);
    Blocks blocks;
    if (error || !list.is_array()) return blocks;
    for (const auto& item : list.as_array()) {
        if (!item.is_object()) continue;
        const auto& object = item.as_object();
        const auto* const settings = object.if_contains("settings");
        blocks.push_back({.kind = text_of(object, "kind"),
                          .settings = settings ? json::serialize(*settings) : "{}",
                          .english = words_of(object, "en"),
                          .french = words_of(object, "fr")});
    }
    return blocks;
}

}  // namespace site
