#include "features/mailings/look_service.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include <fmt/format.h>

#include "people/store.h"

namespace mailings {
namespace {

constexpr std::string_view kNewsKind = "news";  // as many as there are: not looked at
constexpr std::int64_t kSamples = 4;

std::unordered_set<std::string> public_paths(db::Read& read, const ports::SearchDocuments& documents) {
    std::unordered_set<std::string> paths;
    for (const auto& source : documents.sources()) {
        if (source.kind.slug == kNewsKind) continue;
        ports::DocumentPage page{.parts = ports::DocumentParts::addresses};
        for (;;) {
            const auto found = source.provider(read, page);
            for (const auto& document : found) paths.insert(document.path);
            if (found.size() < page.limit) break;
            page.after = found.back().key;
        }
    }
    return paths;
}

// "petitions" of "/en/petitions/library".
std::string_view area_of(std::string_view path) {
    if (path.size() < 4 || path[3] != '/') return {};
    const auto rest = path.substr(4);
    return rest.substr(0, rest.find('/'));
}

}  // namespace

ports::AudienceMember invented_person(base::Locale locale) {
    const bool is_english = locale == base::Locale::english;
    return {.id = people::PersonId{0},
            .address_hash = 0,
            .email = is_english ? "ruth.okafor@example.org" : "maya.tremblay@example.org",
            .name = is_english ? people::PersonName{"Ruth", "Okafor"} : people::PersonName{"Maya", "Tremblay"},
            .locale = locale,
            .postal_code = is_english ? "E1C 1A1" : "J8X 2A1",
            .place = is_english ? "Moncton" : "Gatineau",
            .province = is_english ? people::Province::nb : people::Province::qc};
}

std::optional<ports::AudienceMember> person_as_member(db::Read& read, people::PersonId id, base::Locale locale) {
    const auto person = people::find_person(read, id);
    if (!person || person->erased_at) return std::nullopt;
    return ports::AudienceMember{person->id, person->address_hash, person->email, person->name,
                                 locale,     person->postal_code,  person->place, person->province};
}

ports::PersonalLinks harmless_links(const Services& services, base::Locale locale) {
    const auto front = fmt::format("{}/{}/", services.frames.public_url(), base::code(locale));
    return {front, front, ""};
}

std::vector<staff_pages::SamplePerson> samples_of(db::Read& read, const Services& services, const Mailing& mailing,
                                                  base::Instant now) {
    std::vector<staff_pages::SamplePerson> samples;
    if (!services.audience.page) return samples;
    const ports::AudienceQuestion question{
        .segment = mailing.plan.segment, .topic = mailing.plan.topic, .levels = {mailing.plan.level}, .now = now};
    for (const auto& member : services.audience.page(read, question, {.limit = kSamples}))
        samples.push_back({member.id, fmt::format("{} {}", member.name.given, member.name.family)});
    return samples;
}

LeadsSomewhere own_pages(db::Read& read, const Services& services) {
    return [paths = public_paths(read, services.documents)](std::string_view path) {
        static constexpr std::array<std::string_view, 3> kJudged{"petitions", "pages", "levels"};
        const auto area = area_of(path);
        if (path.size() <= area.size() + 4 || std::ranges::find(kJudged, area) == kJudged.end()) return true;
        return paths.contains(std::string{path});
    };
}

std::vector<std::string> outside_links(db::Read& read, const Services& services, const Mailing& mailing) {
    std::vector<std::string> links;
    for (const Draft& draft : drafts_of(read, services, mailing))
        for (const std::string& link : draft.mail.links)
            if (!link.starts_with(services.frames.public_url() + "/") && std::ranges::find(links, link) == links.end())
                links.push_back(link);
    return links;
}

void look_at_links(db::Database& database, const Services& services, MailingId id) {
    const auto links = database.read([&](db::Read& read) {
        const auto mailing = store::find(read, id);
        return mailing ? outside_links(read, services, *mailing) : std::vector<std::string>{};
    });
    for (const std::string& link : links) {
        const auto answer = services.client.get({.url = link});
        database.write(
            [&](db::Write& write) { store::set_look(write, id, {link, answer ? answer->status : 0, write.now()}); });
    }
}

}  // namespace mailings
