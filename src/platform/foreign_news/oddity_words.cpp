#include "platform/foreign_news/oddity_words.h"

#include <algorithm>
#include <array>

namespace foreign_news {
namespace {

using i18n::Translator;

std::string words_of_date(const Oddity& oddity, const Translator& t) {
    switch (oddity.kind) {
        case OddityKind::order_unknown:
            return t("The date “{written}” can be read in two ways. It was taken as {day}.",
                     {{"written", oddity.detail}, {"day", oddity.other}});
        case OddityKind::month_only:
            return t("The date “{written}” has no day. The first of the month was taken.",
                     {{"written", oddity.detail}});
        case OddityKind::span_of_days:
            return t("The date “{written}” spans several days. The first one was taken.", {{"written", oddity.detail}});
        case OddityKind::no_year:
            return t("The date “{written}” has no year. The item has no date.", {{"written", oddity.detail}});
        case OddityKind::no_such_day:
            return t("There is no such day as “{written}”. The item has no date.", {{"written", oddity.detail}});
        case OddityKind::no_such_year:
            return t("The year of “{written}” cannot be right. The item has no date.", {{"written", oddity.detail}});
        case OddityKind::unknown_date:
            return t("The date “{written}” is written in an unknown form. The item has no date.",
                     {{"written", oddity.detail}});
        case OddityKind::two_digit_year:
            return t("The year of “{written}” has two digits. It was taken for one of 1970 to 2069.",
                     {{"written", oddity.detail}});
        case OddityKind::out_of_order:
            return t("The date {day} is out of order: its neighbours are {neighbours}.",
                     {{"day", oddity.detail}, {"neighbours", oddity.other}});
        case OddityKind::future_date:
            return t("The date {day} lies in the future.", {{"day", oddity.detail}});
        case OddityKind::date_within_text:
            return t("This text begins with a date that does not stand alone. It was taken as part of the text.");
        default:
            return {};
    }
}

std::string words_of_item(const Oddity& oddity, const Translator& t) {
    switch (oddity.kind) {
        case OddityKind::cut_teaser:
            return t("The teaser is cut in mid-sentence: “{end}”.", {{"end", oddity.detail}});
        case OddityKind::no_text:
            return t("There is a date without a text.");
        case OddityKind::no_date:
            return t("There is a text without a date: “{words}”.", {{"words", oddity.detail}});
        case OddityKind::repeated:
            return t("This item repeats the one in line {line}. It is kept once.", {{"line", oddity.other}});
        case OddityKind::no_link:
            return t("This item has no “Read more” link; others have one.");
        case OddityKind::no_links_at_all:
            return t("No item has a “Read more” link: the page holds teasers only.");
        case OddityKind::several_under_date:
            return t("{count} texts stand under one date. Each became an item of that date.",
                     {{"count", oddity.other}});
        case OddityKind::outside_list:
            return t("The date “{written}” stands outside the list, with little text. It was left out.",
                     {{"written", oddity.detail}});
        case OddityKind::left_out_after:
            return t("A text behind the list was left out: “{words}”.", {{"words", oddity.detail}});
        case OddityKind::left_out_heading:
            return t("A heading between items was left out: “{words}”.", {{"words", oddity.detail}});
        case OddityKind::caption_left_out:
            return t("The caption of a picture was left out: “{words}”.", {{"words", oddity.detail}});
        case OddityKind::long_teaser:
            return t(
                "The teaser is longer than 600 characters. Lists show its first sentences; the item shows all of it.");
        case OddityKind::long_body:
            return t("The text is longer than 100,000 characters. What stands behind them was left out.");
        case OddityKind::long_title:
            return t("The title is longer than 200 characters. It was cut; the text begins with all of it.");
        case OddityKind::picture_left_out:
            return t("The picture {address} does not lie beside the source. Nothing is fetched: it stays where it is.",
                     {{"address", oddity.detail}});
        case OddityKind::picture_refused:
            return t("The file {address} is no picture that can be shown here, or too large. It was left out.",
                     {{"address", oddity.detail}});
        case OddityKind::picture_undescribed:
            return t("The picture {address} has no description: nobody who cannot see it knows what it shows.",
                     {{"address", oddity.detail}});
        case OddityKind::attachment_left_out:
            return t("The file {address} of the old site's library stays where it is: nothing is fetched.",
                     {{"address", oddity.detail}});
        case OddityKind::not_published:
            return t("“{title}” is not published in the source. It was left out.", {{"title", oddity.detail}});
        case OddityKind::edited_here:
            return t("“{title}” was edited here since it was imported. What was written here stays.",
                     {{"title", oddity.detail}});
        default:
            return {};
    }
}

// Why a file of a folder was left out, in the reader's language; it travels as its English words.
std::string words_of_reason(const std::string& reason, const Translator& t) {
    static constexpr auto kReasons = std::to_array<base::Message>(
        {base::message("The page is larger than 32 MB. Save it in parts."),
         base::message("The page has more than a million elements."), base::message("There are no words in it."),
         base::message("It is a link that leads out of the folder."),
         base::message("This is a PDF, not a page or a table. Save the page as HTML."),
         base::message("This is an archive or an office document. Unpack it, or save it as HTML or CSV."),
         base::message("This is a picture or a film, not a text."),
         base::message("This is no text: it holds zero bytes.")});
    const auto found =
        std::ranges::find_if(kReasons, [&](const base::Message& message) { return reason == message.key(); });
    return found == kReasons.end() ? reason : t(*found);
}

std::string words_of_source(const Oddity& oddity, const Translator& t) {
    switch (oddity.kind) {
        case OddityKind::title_not_found:
            return t("The page has no heading. The section is named after its address.");
        case OddityKind::broken_characters:
            return t("{count} characters could not be read. The sign � stands for each.", {{"count", oddity.other}});
        case OddityKind::broken_row:
            return t("This row has {count} fields, not as many as the first one.", {{"count", oddity.other}});
        case OddityKind::broken_markup:
            return t("The markup is broken here: {fault}.", {{"fault", oddity.detail}});
        case OddityKind::entity_left_out:
            return t("The entity “{name}” is the document's own. It was left out.", {{"name", oddity.detail}});
        case OddityKind::no_item:
            return t("No item was found.");
        case OddityKind::unreadable_file:
            return t("This file was left out: {reason}", {{"reason", words_of_reason(oddity.detail, t)}});
        case OddityKind::guessed_language:
            return oddity.other == "fr" ? t("The language was guessed by its words: French.")
                                        : t("The language was guessed by its words: English.");
        case OddityKind::one_language:
            return oddity.other == "fr" ? t("The items are in French only: their English versions are missing.")
                                        : t("The items are in English only: their French versions are missing.");
        case OddityKind::to_be_approved:
            return t("The section asks that somebody approves each item: they came in as drafts.");
        case OddityKind::more_oddities:
            return t("{count} more oddities are not listed.", {{"count", oddity.other}});
        default:
            return {};
    }
}

}  // namespace

std::string words_of(const Oddity& oddity, const Translator& t) {
    if (auto words = words_of_date(oddity, t); !words.empty()) return words;
    if (auto words = words_of_item(oddity, t); !words.empty()) return words;
    return words_of_source(oddity, t);
}

}  // namespace foreign_news
