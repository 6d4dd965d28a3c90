#include "features/delivery/text_check.h"

#include <algorithm>
#include <array>
#include <span>

namespace delivery {
namespace {

using enum RuleKind;

constexpr std::array<std::string_view, 6> kDemands{"we demand", "we insist",    "nous exigeons",
                                                   "on exige",  "nous sommons", "nous insistons"};
// Words by which a request asks for public money, folded. In French only as verbs and nouns of spending.
constexpr std::array<std::string_view, 17> kSpending{
    "fund",  "spend", "invest", "subsid",     "grant ",   "finance",  "budget",      "expenditure", "pay for",
    "money", "$",     "depens", "subvention", "investir", "financer", "financement", "credits"};

std::string joined(const std::vector<std::string>& paragraphs) {
    std::string text;
    for (const auto& paragraph : paragraphs) text.append(paragraph).append("\n");
    return text;
}

// "minister" does not stand in "administer".
bool begins_word(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    const auto before = static_cast<unsigned char>(text[at - 1]);
    return before < 0x80 && (before < 'a' || before > 'z');
}

// The first of the phrases that stands in the text; empty: none.
std::string phrase_in(std::string_view text, std::span<const std::string_view> phrases) {
    const auto small = folded(text);
    for (const auto phrase : phrases)
        for (auto at = small.find(phrase); at != std::string::npos; at = small.find(phrase, at + 1))
            if (begins_word(small, at)) return std::string{phrase};
    return {};
}

Verdict kept_if(bool is_kept) { return is_kept ? Verdict::keeps : Verdict::breaks; }

class Checker {
public:
    Checker(const ParliamentFacts& facts, const PetitionWords& words, const Collected& collected)
        : facts_(facts), words_(words), collected_(collected), request_(joined(words.request)) {}

    Finding check(const Rule& rule) const {
        auto finding = look_at(rule);
        const bool is_unsure = rule.certainty == Certainty::ask_the_clerk && finding.verdict != Verdict::keeps;
        if (is_unsure) finding.verdict = Verdict::ask_the_clerk;
        return finding;
    }

private:
    Finding look_at(const Rule& rule) const {
        switch (rule.kind) {
            case addressed:
                return {addressed, kept_if(!phrase_in(request_, facts_.addressees).empty())};
            case request:
                return {request, kept_if(!words_.request.empty())};
            case no_demand:
                return found(no_demand, phrase_in(joined(words_.paragraphs), kDemands));
            case no_expenditure:
                return spending(phrase_in(request_, kSpending));
            case no_web_addresses:
                return found(no_web_addresses, words_.web_addresses.empty() ? "" : words_.web_addresses.front());
            case no_pictures:
                return {no_pictures, kept_if(!words_.has_pictures)};
            case most_words:
                return counted(rule, count_words(words_), count_words(words_) <= rule.limit);
            case text_on_every_sheet:
                return {text_on_every_sheet, kept_if(collected_.text_fits_every_sheet)};
            case least_signatures:
                return counted(rule, collected_.on_paper, collected_.on_paper >= rule.limit);
            case supporters:
                return counted(rule, collected_.supporters, collected_.supporters >= rule.limit);
            case temperate:
            case competence:
                return {rule.kind, Verdict::ask_the_clerk};
            default:
                return {rule.kind, Verdict::remember, 0, rule.limit};
        }
    }

    static Finding found(RuleKind rule, std::string what) {
        return {rule, kept_if(what.empty()), 0, 0, std::move(what)};
    }
    // That no such word was found does not mean that the request costs nothing.
    static Finding spending(std::string what) {
        const auto verdict = what.empty() ? Verdict::ask_the_clerk : Verdict::breaks;
        return {no_expenditure, verdict, 0, 0, std::move(what)};
    }
    static Finding counted(const Rule& rule, std::int64_t count, bool is_kept) {
        return {rule.kind, kept_if(is_kept), count, rule.limit};
    }

    const ParliamentFacts& facts_;
    const PetitionWords& words_;
    const Collected& collected_;
    std::string request_;
};

}  // namespace

std::vector<Finding> check(const ParliamentFacts& facts, const PetitionWords& words, const Collected& collected) {
    const Checker checker{facts, words, collected};
    std::vector<Finding> findings;
    for (const Rule& rule : facts.rules) findings.push_back(checker.check(rule));
    return findings;
}

std::vector<RuleKind> broken_by_text(const std::vector<Finding>& findings) {
    std::vector<RuleKind> broken;
    for (const Finding& each : findings)
        if (each.verdict == Verdict::breaks && each.rule != least_signatures && each.rule != supporters)
            broken.push_back(each.rule);
    return broken;
}

}  // namespace delivery
