#include "features/petition_record/handlers.h"

#include "features/petition_record/api.h"
#include "features/petition_record/pages.h"
#include "platform/i18n/translator.h"

namespace petition_record {
namespace {

using ports::SignerClass;

std::vector<pages::Version> versions_of(const std::vector<ports::PetitionText>& newest_first) {
    using First = pages::Version::First;
    std::vector<pages::Version> versions;
    for (std::size_t i = 0; i < newest_first.size(); ++i) {
        const auto& text = newest_first[i];
        if (i + 1 == newest_first.size()) {
            versions.push_back({text, {}, {}, {}, First::yes});
            continue;
        }
        const auto& before = newest_first[i + 1];
        versions.push_back({text, base::word_difference({before.title, text.title}),
                            base::word_difference({before.lead, text.lead}),
                            base::word_difference({before.body, text.body}), First::no});
    }
    return versions;
}

std::vector<ClassRecord> record_of(db::Read& read, ports::PetitionId petition) {
    std::vector<ClassRecord> record;
    for (const SignerClass each : ports::kSignerClasses) {
        auto days = store::days(read, {petition, each});
        if (days.empty()) continue;
        record.push_back({each, std::move(days), store::regions(read, {petition, each})});
    }
    return record;
}

}  // namespace

html::SafeHtml Handlers::section(const ports::PetitionView& view, db::Read& read) const {
    return services_.sections.section({view.petition.id, view.locale, view.now}, [&] {
        const store::Whose individuals{view.petition.id, SignerClass::individual};
        return pages::growth(i18n::Translator{view.locale},
                             {view.petition, totals(store::days(read, individuals), day_of(view.now)),
                              store::regions(read, individuals)});
    });
}

std::optional<ports::PetitionFacts> Handlers::find_public(const http::Request& request, db::Read& read) const {
    auto petition = services_.petitions.find(read, request.parameter("slug"), request.locale);
    if (!petition || petition->stage == ports::PetitionStage::draft) return std::nullopt;
    return petition;
}

http::Response Handlers::versions(const http::Request& request, db::Read& read) const {
    const auto petition = find_public(request, read);
    if (!petition) return http::not_found();
    const auto in = [&](base::Locale locale) {
        return versions_of(services_.petitions.texts(read, petition->id, locale));
    };
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(request, {.title = t("Every version of the text"),
                                                  .description = petition->title,
                                                  .path = pages::versions_path(request.locale, petition->slug)});
    return ports::respond(std::move(frame),
                          pages::versions(t, {*petition, in(base::Locale::english), in(base::Locale::french)}));
}

http::Response Handlers::record(const http::Request& request, db::Read& read) const {
    const auto petition = find_public(request, read);
    if (!petition) return http::not_found();
    return http::json(json_of(*petition, record_of(read, petition->id)));
}

http::Response Handlers::record_csv(const http::Request& request, db::Read& read) const {
    const auto petition = find_public(request, read);
    if (!petition) return http::not_found();
    return http::download({.name = petition->slug + "-record.csv",
                           .type = "text/csv; charset=utf-8",
                           .bytes = csv_of(record_of(read, petition->id))});
}

}  // namespace petition_record
