#include "features/mailings/mailing.h"

#include <fmt/format.h>

#include "base/text.h"
#include "people/person.h"

namespace mailings {
namespace {

void add_if_longer(base::Problems& problems, const std::string& field, const std::string& text, std::size_t limit) {
    if (base::count_characters(text) > limit)
        problems.push_back({field, base::message("This is too long: at most 200 characters.")});
}

void add_problems(base::Problems& problems, const MailWords& words, base::Locale locale) {
    add_if_longer(problems, field_name("subject", locale), words.subject, kLongestSubject);
    add_if_longer(problems, field_name("preheader", locale), words.preheader, kLongestPreheader);
    for (const auto& [field, text] : {std::pair{"body", &words.body}, {"text", &words.text}})
        if (text->size() > kLongestBody)
            problems.push_back({field_name(field, locale), base::message("This is too long for a mail.")});
}

}  // namespace

std::int64_t fingerprint(std::string_view body) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : body) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return static_cast<std::int64_t>(hash >> 1);
}

base::Problems problems_of(const MailingPlan& plan) {
    base::Problems problems;
    if (plan.name.empty()) problems.push_back({"name", base::message("Please give the mailing a name.")});
    if (base::count_characters(plan.name) > kLongestMailingName)
        problems.push_back({"name", base::message("This is too long: at most 120 characters.")});
    if (plan.variants < 1 || plan.variants > kMostVariants)
        problems.push_back({"variants", base::message("Choose one to three variants.")});
    if (plan.tested_per_thousand < kFewestTested || plan.tested_per_thousand > 1'000)
        problems.push_back({"tested", base::message("Give a share from 5 to 100 percent.")});
    return problems;
}

base::Problems problems_of(const BothLanguages& words) {
    base::Problems problems;
    for (const auto locale : base::kLocales) add_problems(problems, words.in(locale), locale);
    return problems;
}

base::Problems problems_of(const LevelSender& sender) {
    base::Problems problems;
    for (const auto& [field, name] : {std::pair{"name_en", &sender.name_en}, {"name_fr", &sender.name_fr}})
        if (base::count_characters(*name) > people::kLongestName)
            problems.push_back({field, base::message("This is too long: at most 100 characters.")});
    if (sender.name_en.empty() != sender.name_fr.empty())
        problems.push_back({sender.name_en.empty() ? "name_en" : "name_fr",
                            base::message("Please give the name in both languages, or in none.")});
    if (!sender.reply_to.empty() && !base::EmailAddress::parse(sender.reply_to))
        problems.push_back({"reply_to", base::message("Please give a whole email address, such as ann@example.org.")});
    return problems;
}

ports::NamedTexts named(const BothLanguages& words) {
    ports::NamedTexts texts;
    for (const auto locale : base::kLocales) {
        const MailWords& each = words.in(locale);
        texts.push_back({field_name("subject", locale), each.subject});
        texts.push_back({field_name("preheader", locale), each.preheader});
        texts.push_back({field_name("body", locale), each.body});
        texts.push_back({field_name("text", locale), each.text});
    }
    return texts;
}

BothLanguages words_of(const ports::NamedTexts& texts) {
    BothLanguages words;
    for (const auto locale : base::kLocales) {
        const auto of = [&](std::string_view field) { return ports::text_of(texts, field_name(field, locale)); };
        words.in(locale) = {of("subject"), of("preheader"), of("body"), of("text")};
    }
    return words;
}

std::string field_name(std::string_view field, base::Locale locale) {
    return fmt::format("{}_{}", field, base::code(locale));
}

std::string letter_of(Variant variant) { return std::string(1, static_cast<char>('A' + variant.number)); }

}  // namespace mailings
