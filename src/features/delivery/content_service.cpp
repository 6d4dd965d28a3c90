#include "features/delivery/content_service.h"

#include <map>

#include "features/delivery/paper_store.h"
#include "people/store.h"
#include "platform/files/address.h"
#include "platform/html/markdown.h"

namespace delivery {
namespace {

// Paragraphs are parted by an empty line; each item of a list is a paragraph of its own, its line ends blanks.
std::vector<std::string> paragraphs_of(std::string_view plain) {
    std::vector<std::string> paragraphs;
    bool begins = true;
    while (!plain.empty()) {
        const auto end = std::min(plain.size(), plain.find('\n'));
        const auto line = plain.substr(0, end);
        plain.remove_prefix(std::min(plain.size(), end + 1));
        if (line.find_first_not_of(" \t") == std::string_view::npos) {
            begins = true;
            continue;
        }
        if (begins || line.starts_with("- "))
            paragraphs.emplace_back(line);
        else
            paragraphs.back().append(" ").append(line);
        begins = false;
    }
    return paragraphs;
}

std::vector<std::string> paragraphs_of(const ports::PetitionText& text) {
    return paragraphs_of(html::plain_text(text.body));
}

// Every frozen text, whether the document holds its words or not: so that they add up to the count.
std::vector<SignedVersion> signed_versions(const Services& services, db::Read& read, ports::PetitionId petition) {
    if (!services.signers.by_text) return {};
    std::map<ports::PetitionTextId, std::int64_t> counts;
    for (const auto& [text, counted] : services.signers.by_text(read, petition)) counts[text] = counted;
    std::vector<SignedVersion> versions;
    for (const auto locale : base::kLocales)
        for (const auto& text : services.petitions.texts(read, petition, locale))
            versions.push_back({locale, text.version, text.frozen_at, counts[text.id]});
    return versions;
}

}  // namespace

PetitionWords words_of(const ports::PetitionText& text) {
    auto paragraphs = paragraphs_of(text);
    if (!text.lead.empty()) paragraphs.insert(paragraphs.begin(), text.lead);
    auto words = petition_words(text.locale, text.title, std::move(paragraphs));
    words.has_pictures = text.body.contains("![");
    words.web_addresses = web_addresses_in(text.title + "\n" + text.lead + "\n" + text.body);
    return words;
}

SignedText signed_text_of(const ports::PetitionText& text) {
    return {.locale = text.locale,
            .version = text.version,
            .title = text.title,
            .lead = text.lead,
            .paragraphs = paragraphs_of(text),
            .frozen_at = text.frozen_at,
            .sha256 = files::Address::of(text.title + "\n\n" + text.lead + "\n\n" + text.body).hex()};
}

std::optional<ports::PetitionText> newest_text(const Services& services, db::Read& read, ports::PetitionId petition,
                                               base::Locale locale) {
    auto texts = services.petitions.texts(read, petition, locale);
    return texts.empty() ? std::nullopt : std::optional{std::move(texts.front())};
}

Content gather(const Services& services, db::Read& read, const ContentWish& wish) {
    const auto first = wish.order.languages.front();
    const auto level = people::find_level(read, wish.petition.level);
    Content content{
        .order = wish.order,
        .campaign = services.frames.campaign(first),
        .address =
            services.frames.public_url() + "/" + std::string{base::code(first)} + "/petitions/" + wish.petition.slug,
        .accent = level ? level->accent : 1,
        .kind = wish.petition.kind,
        .texts = {},
        .counts = services.petitions.counts(wish.petition.id),
        .regions = services.regions ? services.regions(read, wish.petition.id) : std::vector<ports::RegionCount>{},
        .signed_versions = signed_versions(services, read, wish.petition.id),
        .on_paper = store::paper_count(read, wish.petition.id),
        .head = wish.head,
        .counted_at = wish.now};
    for (const auto locale : wish.order.languages)
        for (const auto& text : services.petitions.texts(read, wish.petition.id, locale))
            content.texts.push_back(signed_text_of(text));
    return content;
}

}  // namespace delivery
