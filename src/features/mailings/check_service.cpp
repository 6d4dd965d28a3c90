#include "features/mailings/check_service.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "platform/html/markdown.h"

namespace mailings {
namespace {

using base::message;

constexpr std::size_t kLongSubject = 60;  // characters; phones show about 40
constexpr std::size_t kShortSubject = 8;
constexpr std::size_t kFewestWords = 20;    // beside pictures
constexpr std::size_t kFewestLetters = 10;  // before capitals mean anything

class Findings {
public:
    void problem(base::Message said, std::string what = {}, std::size_t line = 0) {
        problems_.push_back({Weight::problem, said, std::move(what), line});
    }
    void hint(base::Message said, std::string what = {}, std::size_t line = 0) {
        hints_.push_back({Weight::hint, said, std::move(what), line});
    }
    std::vector<Finding> finish() && {
        std::ranges::move(hints_, std::back_inserter(problems_));
        return std::move(problems_);
    }

private:
    std::vector<Finding> problems_, hints_;
};

void look_for_missing(Findings& findings, const MailWords& words) {
    if (words.subject.empty()) findings.problem(message("The subject is missing."));
    if (words.body.empty()) findings.problem(message("The text is missing."));
    if (words.preheader.empty())
        findings.hint(message("Without a preview line, lists of mails show the first words of the text."));
}

// What the parts speak of and is not there.
class PartLooker {
public:
    PartLooker(Findings& findings, const Facts& facts) : findings_(findings), facts_(facts) {}

    void operator()(const Words&) {}
    void operator()(const Button&) {}
    void operator()(const Quotation&) {}
    void operator()(const PictureBlock& block) {
        ++pictures;
        const auto found = facts_.pictures.find(block.picture);
        if (found == facts_.pictures.end())
            findings_.problem(message("There is no picture {what} in the library, or it is not ready."),
                              std::to_string(block.picture), block.line);
        else if (block.alt.empty() && found->second.alt.empty())
            findings_.problem(message("The picture {what} has no words for people who do not see it."),
                              std::to_string(block.picture), block.line);
    }
    void operator()(const Figure& figure) { look_for(figure.key); }
    void operator()(const PetitionCard& card) { look_for(card.key); }
    void operator()(const EventCard& card) {
        if (!facts_.events.contains(card.event))
            findings_.problem(message("There is no event {what}, or it is cancelled or over."),
                              std::to_string(card.event), card.line);
    }
    void look_for(const std::string& key) {
        if (!facts_.actions.contains(key))
            findings_.problem(message("No petition or action in this language is called “{what}”."), key);
    }

    std::size_t pictures = 0;

private:
    Findings& findings_;
    const Facts& facts_;
};

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

std::size_t word_count(std::string_view text) {
    std::size_t words = 0;
    bool is_in_word = false;
    for (const char c : text) {
        const bool is_blank = c == ' ' || c == '\n' || c == '\t';
        if (!is_blank && !is_in_word) ++words;
        is_in_word = !is_blank;
    }
    return words;
}

void look_at_parts(Findings& findings, const Examined& examined) {
    Slots slots;
    PartLooker looker{findings, examined.facts};
    std::string words;
    for (const Part& part : read_source(examined.words.body, slots).parts) {
        std::visit(looker, part);
        if (const auto* said = std::get_if<Words>(&part)) words += html::plain_text(said->markdown) + "\n";
    }
    for (const Slot& slot : slots.all())
        if (const auto* count = std::get_if<CountSlot>(&slot)) looker.look_for(count->key);
    const auto document = examined.mail.document.view();
    if (count_of(document, R"(alt="")") > 0 && looker.pictures == 0)
        findings.problem(message("A picture has no words for people who do not see it."));
    if (count_of(document, "<img ") > 0 && word_count(words) < kFewestWords)
        findings.problem(
            message("The mail is nearly all picture: many people see none until they press a button, and "
                    "filters take it for spam."));
}

std::string_view host_of(std::string_view url) {
    const auto start = url.find("://") + 3;
    return url.substr(start, url.find_first_of("/?#:", start) - start);
}

bool is_shortener(std::string_view host) {
    static constexpr std::array<std::string_view, 7> kShorteners{"bit.ly", "tinyurl.com", "t.co",   "goo.gl",
                                                                 "ow.ly",  "is.gd",       "buff.ly"};
    return std::ranges::find(kShorteners, host) != kShorteners.end();
}

void look_at_link(Findings& findings, const Examined& examined, const std::string& link,
                  const LeadsSomewhere& leads_somewhere) {
    const auto host = host_of(link);
    if (link.contains("\xEE\x80\x80"))
        return findings.problem(message("A personal field cannot stand in an address."),
                                link.substr(0, link.find('\xEE')));
    if (host.empty() || (host.find('.') == std::string_view::npos && !link.starts_with(examined.facts.public_url)))
        return findings.problem(message("“{what}” is no whole address."), link);
    if (link.starts_with(examined.facts.public_url + "/")) {
        const auto path = std::string_view{link}.substr(examined.facts.public_url.size());
        if (!leads_somewhere(path.substr(0, path.find_first_of("?#"))))
            findings.problem(message("“{what}” leads to no page of this site."), std::string{path});
        return;
    }
    if (is_shortener(host))
        findings.hint(message("“{what}” hides where it leads; filters distrust such addresses."), link);
    else if (link.starts_with("http://"))
        findings.hint(message("“{what}” is not encrypted. Most sites have the same page with https."), link);
}

void look_at_subject(Findings& findings, const std::string& subject) {
    const auto length = base::count_characters(subject);
    if (length > kLongSubject)
        findings.hint(message("The subject is long: phones show about 40 characters, most programs 60."));
    if (length > 0 && length < kShortSubject)
        findings.hint(message("The subject is very short: say what the mail is about."));
    if (count_of(subject, "!") > 1)
        findings.hint(message("More than one exclamation mark in the subject is what spam looks like."));
    const auto lower = base::lower_ascii(subject);
    if (lower.starts_with("re:") || lower.starts_with("fw:") || lower.starts_with("fwd:") || lower.starts_with("tr:"))
        findings.problem(message("The subject pretends to be an answer or to be passed on, which the law forbids."));
}

// Letters of ASCII are enough to tell shouting from speaking, in both languages.
bool shouts(std::string_view text) {
    std::size_t upper = 0, letters = 0;
    for (const char c : text) {
        const bool is_upper = c >= 'A' && c <= 'Z';
        upper += is_upper ? 1 : 0;
        letters += is_upper || (c >= 'a' && c <= 'z') ? 1 : 0;
    }
    return letters >= kFewestLetters && upper * 2 > letters;
}

void look_at_capitals(Findings& findings, const MailWords& words) {
    if (shouts(words.subject))
        findings.hint(message("Most of the subject is in capitals: it reads as shouting, and filters count it."));
    std::size_t line = 0;
    std::string_view rest = words.body;
    while (!rest.empty()) {
        ++line;
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto text = rest.substr(0, end);
        if (shouts(text) && !text.contains("{{"))
            findings.hint(message("Line {line} is in capitals: it reads as shouting."), {}, line);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

void look_at_text_part(Findings& findings, const MailWords& words) {
    if (!words.text.empty() && words.text_seen != fingerprint(words.body))
        findings.hint(message("You wrote the plain-text part yourself, and the text changed since: look at both."));
}

struct Phrase {
    base::Locale locale;
    std::string_view words;  // lower case
    base::Message reason;
};

constexpr auto kEn = base::Locale::english;
constexpr auto kFr = base::Locale::french;

constexpr base::Message kWhere =
    message("“{what}” says nothing about where a link leads; screen readers and filters want words that do.");
constexpr base::Message kHurry = message("“{what}” presses people; filters know it from fraud. Name the day instead.");
constexpr base::Message kMoney = message("“{what}” is what offers of money say, and filters count it.");
constexpr base::Message kTrust = message("“{what}” asks for trust that only strangers ask for.");
constexpr base::Message kGreeting =
    message("“{what}” is how bulk mail greets. A personal field with a fallback is warmer.");

constexpr auto kPhrases = std::to_array<Phrase>({
    {kEn, "click here", kWhere},
    {kEn, "click below", kWhere},
    {kEn, "act now", kHurry},
    {kEn, "urgent", kHurry},
    {kEn, "last chance", kHurry},
    {kEn, "don't delay", kHurry},
    {kEn, "limited time", kHurry},
    {kEn, "100% free", kMoney},
    {kEn, "free money", kMoney},
    {kEn, "cash bonus", kMoney},
    {kEn, "risk-free", kMoney},
    {kEn, "no obligation", kMoney},
    {kEn, "winner", kMoney},
    {kEn, "this is not spam", kTrust},
    {kEn, "guaranteed", kTrust},
    {kEn, "dear friend", kGreeting},
    {kEn, "dear sir", kGreeting},
    {kFr, "cliquez ici", kWhere},
    {kFr, "cliquer ici", kWhere},
    {kFr, "cliquez ci-dessous", kWhere},
    {kFr, "agissez maintenant", kHurry},
    {kFr, "urgent", kHurry},
    {kFr, "dernière chance", kHurry},
    {kFr, "ne tardez pas", kHurry},
    {kFr, "offre limitée", kHurry},
    {kFr, "100 % gratuit", kMoney},
    {kFr, "argent gratuit", kMoney},
    {kFr, "sans risque", kMoney},
    {kFr, "sans engagement", kMoney},
    {kFr, "gagnant", kMoney},
    {kFr, "ceci n’est pas un pourriel", kTrust},
    {kFr, "garanti", kTrust},
    {kFr, "cher ami", kGreeting},
    {kFr, "cher monsieur", kGreeting},
});

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// The phrase with no letter before or behind it.
bool holds(std::string_view text, std::string_view phrase) {
    for (auto at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
        const auto end = at + phrase.size();
        if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) return true;
    }
    return false;
}

// No-break spaces and typographic apostrophes as people type them.
std::string simplified(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kSame{
        {{"\u00a0", " "}, {"\u202f", " "}}};
    auto lower = base::lower_ascii(text);
    for (const auto& [from, to] : kSame)
        for (auto at = lower.find(from); at != std::string::npos; at = lower.find(from, at + to.size()))
            lower.replace(at, from.size(), to);
    return lower;
}

}  // namespace

std::vector<Finding> phrase_findings(std::string_view text, base::Locale locale) {
    std::vector<Finding> findings;
    const auto simple = simplified(text);
    for (const Phrase& phrase : kPhrases)
        if (phrase.locale == locale && holds(simple, phrase.words))
            findings.push_back({Weight::hint, phrase.reason, std::string{phrase.words}});
    return findings;
}

std::vector<Finding> findings_of(const Examined& examined, const LeadsSomewhere& leads_somewhere) {
    Findings findings;
    look_for_missing(findings, examined.words);
    for (const Trouble& trouble : examined.mail.troubles) findings.problem(trouble.message, trouble.what, trouble.line);
    look_at_parts(findings, examined);
    for (const std::string& link : examined.mail.links) look_at_link(findings, examined, link, leads_somewhere);
    if (examined.mail.document.view().size() > kLongestDocument)
        findings.problem(message("The mail is {what} KB long. Above 100 KB it is cut off, with the link to leave."),
                         std::to_string(examined.mail.document.view().size() / 1'024));
    look_at_subject(findings, examined.words.subject);
    look_at_capitals(findings, examined.words);
    for (auto& phrase : phrase_findings(examined.words.subject + "\n" + examined.words.body, examined.locale))
        findings.hint(phrase.message, phrase.what);
    look_at_text_part(findings, examined.words);
    return std::move(findings).finish();
}

}  // namespace mailings
