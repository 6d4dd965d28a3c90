#include "features/mailing_list/proof_pdf.h"

#include "platform/documents/flow.h"

namespace mailing_list {
namespace {

using documents::Face;
using documents::Style;
using documents::Tag;

constexpr double kSide = 64;
const Style kTitle{.face = Face::headline, .size = 26, .weight = 850, .width = 84, .leading = 1.1};
const Style kHeading{.face = Face::headline, .size = 13, .weight = 750, .width = 92, .leading = 1.15};
const Style kBody{.face = Face::text, .size = 11, .leading = 1.4};
const Style kWords{.face = Face::text_italic, .size = 11.5, .leading = 1.4};
const Style kSmall{.face = Face::text, .size = 9.5, .colour = documents::kQuietInk, .leading = 1.35};

void write_entry(documents::Flow& flow, const ProofEntry& entry) {
    flow.need(120);
    flow.rule(0.75, documents::kInk);
    flow.space(8);
    flow.paragraph(entry.title, kHeading, {.tag = Tag::heading_2, .after = 4, .keep = 60});
    flow.paragraph("“" + entry.words + "”", kWords, {.after = 5, .indent = 14});
    for (const auto& fact : entry.facts) flow.paragraph(fact.term + ": " + fact.value, kSmall, {.after = 1});
    flow.space(12);
}

}  // namespace

std::string proof_pdf(const i18n::Translator& t, const Proof& proof, const SheetWords& words) {
    std::string bytes;
    documents::Document document{[&bytes](std::string_view part) { bytes += part; },
                                 {.title = t("Proof of consent"), .locale = t.locale(), .made_at = proof.made_at},
                                 documents::Paper::letter};
    const auto furniture = [&](documents::Document& page) {
        page.draw(page.words(words.campaign, kSmall, 300), {kSide, 38}, Tag::none);
        page.draw(page.words(t("Page {page}", {{"page", page.pages()}}), kSmall, 100), {kSide, page.size().height - 42},
                  Tag::none);
    };
    documents::Flow flow{document, {kSide, 72, kSide, 64}, furniture};
    flow.paragraph(t("Proof of consent"), kTitle, {.tag = Tag::heading_1, .after = 8});
    flow.paragraph(proof.name.empty() ? proof.email : proof.name + ", " + proof.email, kBody, {.after = 4});
    flow.paragraph(proof.standing, kHeading, {.after = 4});
    flow.paragraph(t("Made on {time}.", {{"time", t.date_time(proof.made_at, words.zone)}}), kSmall, {.after = 14});
    for (const auto& entry : proof.entries) write_entry(flow, entry);
    if (proof.entries.empty()) flow.paragraph(t("Nothing was ever agreed to."), kBody);
    flow.end();
    document.finish();
    return bytes;
}

}  // namespace mailing_list
