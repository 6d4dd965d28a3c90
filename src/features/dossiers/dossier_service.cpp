#include "features/dossiers/dossier_service.h"

#include <algorithm>

#include <fmt/format.h>

#include "features/dossiers/answer_store.h"
#include "features/dossiers/record_store.h"
#include "people/store.h"
#include "platform/i18n/translator.h"

namespace dossiers {
namespace {

enum class Part : unsigned char { for_everybody, for_staff };

// Collects what is known; each step fills one part of the dossier.
class Collector {
public:
    Collector(const Services& services, db::Read& read, base::Locale locale)
        : services_(services), read_(read), locale_(locale), t_(locale) {}

    Dossier collect(const Representative& representative, Part part) {
        Dossier dossier{.representative = representative};
        add_letters(dossier);
        add_answers(dossier);
        add_own_positions(dossier, part);
        add_pledges(dossier);
        dossier.promises = store::promises_of(read_, representative.id);
        dossier.meetings = store::meetings_of(read_, representative.id);
        if (part == Part::for_everybody) {
            keep_public(dossier);
            return dossier;
        }
        dossier.follow_ups = store::follow_ups_of(read_, representative.id);
        dossier.answers = store::answers_of(read_, representative.id);
        return dossier;
    }

private:
    void add_letters(Dossier& dossier) {
        if (!services_.letters.asked) return;
        for (auto& each : services_.letters.asked(read_, dossier.representative.id, locale_)) {
            Totals& totals = dossier.totals;
            totals.asked += each.asked;
            totals.delivered += each.delivered;
            totals.bounced += each.bounced;
            if (!totals.since || each.first_at < *totals.since) totals.since = each.first_at;
            dossier.asked.push_back({.campaign = each.campaign,
                                     .title = std::move(each.title),
                                     .asked = each.asked,
                                     .delivered = each.delivered,
                                     .bounced = each.bounced,
                                     .called = each.called,
                                     .first_at = each.first_at,
                                     .last_at = each.last_at});
        }
    }

    void add_answers(Dossier& dossier) {
        for (const auto& each : store::answer_counts(read_, dossier.representative.id)) {
            if (!counts(each.kind, each.way)) continue;
            dossier.totals.answered += each.count;
            if (!dossier.totals.answered_at || *dossier.totals.answered_at < each.last_at)
                dossier.totals.answered_at = each.last_at;
            const auto found = std::ranges::find(dossier.asked, each.campaign, &Asked::campaign);
            if (found != dossier.asked.end()) found->answered += each.count;
        }
    }

    // Title and address of what a position is about; nullopt for what is not public.
    struct About {
        std::string title, path;
    };
    std::optional<About> about(const Matter& matter) {
        if (matter.petition.value != 0) {
            const auto petition = services_.petitions.find_by_id
                                      ? services_.petitions.find_by_id(read_, matter.petition, locale_)
                                      : std::nullopt;
            if (!petition || petition->stage == ports::PetitionStage::draft) return std::nullopt;
            return About{petition->title, fmt::format("/{}/petitions/{}", base::code(locale_), petition->slug)};
        }
        if (!services_.letters.open_campaigns) return std::nullopt;
        for (const auto& each : services_.letters.open_campaigns(read_, locale_))
            if (each.id == matter.campaign) return About{each.title, each.path};
        return std::nullopt;
    }

    void add_own_positions(Dossier& dossier, Part part) {
        for (const OwnPosition& each : store::positions_of(read_, dossier.representative.id)) {
            if (each.replaced_at && part == Part::for_everybody) continue;
            auto about_it = about(each.matter);
            if (!about_it) about_it = title_of_closed(dossier, each.matter);
            if (!about_it) continue;
            const auto evidence = each.evidence.in(locale_);
            dossier.standings.push_back({.title = about_it->title,
                                         .path = about_it->path,
                                         .label = t_(label_of(each.stand)),
                                         .tone = std::string{tone_of(each.stand)},
                                         .on_date = each.on_date,
                                         .evidence = std::string{evidence.text},
                                         .evidence_url = each.evidence_url,
                                         .evidence_language = evidence.language,
                                         .answer = each.answer,
                                         .is = each.replaced_at ? Standing::Is::replaced : Standing::Is::current});
        }
    }

    // A campaign that is over has its title where it was asked of them.
    static std::optional<About> title_of_closed(const Dossier& dossier, const Matter& matter) {
        const auto found = std::ranges::find(dossier.asked, matter.campaign, &Asked::campaign);
        if (matter.campaign.value == 0 || found == dossier.asked.end()) return std::nullopt;
        return About{found->title, ""};
    }

    static std::string_view tone_of(OwnStand stand) {
        if (stand == OwnStand::supports) return "success";
        if (stand == OwnStand::opposes) return "danger";
        return stand == OwnStand::in_part ? "information" : "neutral";
    }

    void add_pledges(Dossier& dossier) {
        if (!services_.positions.of) return;
        const Representative& who = dossier.representative;
        const ports::PoliticianKey key{who.name, who.office,
                                       who.province ? std::string{people::code(*who.province)} : ""};
        for (const auto& each : services_.positions.of(read_, key, locale_)) {
            const std::string_view tone = each.stand == "signed"     ? "success"
                                          : each.stand == "declined" ? "danger"
                                                                     : "neutral";
            dossier.standings.push_back({.title = each.title,
                                         .path = each.path,
                                         .label = each.label,
                                         .tone = std::string{tone},
                                         .on_date = each.on_date,
                                         .evidence = each.evidence,
                                         .evidence_url = each.evidence_url,
                                         .evidence_language = locale_});
        }
    }

    static void keep_public(Dossier& dossier) {
        std::erase_if(dossier.promises, [](const Promise& each) { return each.now().state == PromiseState::mistaken; });
        std::erase_if(dossier.meetings, [](const Meeting& each) { return each.summary.empty(); });
        for (Meeting& each : dossier.meetings) each.notes.clear(), each.people.clear(), each.recorded_by.clear();
        for (Promise& each : dossier.promises) {
            each.recorded_by.clear();
            for (StateOfPromise& state : each.states) state.recorded_by.clear();
        }
    }

    const Services& services_;
    db::Read& read_;
    base::Locale locale_;
    i18n::Translator t_;
};

}  // namespace

std::optional<Representative> find_representative(const Services& services, db::Read& read, RepresentativeId id,
                                                  base::Locale locale) {
    if (!services.representatives.find || id.value <= 0) return std::nullopt;
    return services.representatives.find(read, id, locale);
}

std::optional<base::LevelId> level_of(const people::LevelTree& levels, const Representative& representative) {
    if (representative.province)
        for (const people::Level& each : levels.all())
            if (each.kind == people::LevelKind::province && each.province == representative.province) return each.id;
    const auto* national = levels.national();
    if (national == nullptr) return std::nullopt;
    return national->id;
}

bool may(const people::LevelTree& levels, const Representative& representative, const Deed& deed) {
    const auto level = level_of(levels, representative);
    const auto above = level ? levels.ids_with_ancestors(*level) : std::vector<base::LevelId>{};
    return auth::may(deed.staff, deed.permission, above);
}

bool may(db::Read& read, const Representative& representative, const Deed& deed) {
    return may(people::levels(read), representative, deed);
}

bool is_unnamed(const Services& services, db::Read& read, const Representative& representative) {
    return services.elections.near && ports::is_unnamed_near(services.elections.near(read), representative);
}

Dossier public_dossier(const Services& services, db::Read& read, const Representative& representative,
                       base::Locale locale) {
    return Collector{services, read, locale}.collect(representative, Part::for_everybody);
}

Dossier staff_dossier(const Services& services, db::Read& read, const Representative& representative,
                      base::Locale locale) {
    return Collector{services, read, locale}.collect(representative, Part::for_staff);
}

std::vector<MatterChoice> matters(const Services& services, db::Read& read, base::Locale locale) {
    std::vector<MatterChoice> choices;
    if (services.letters.open_campaigns)
        for (const auto& each : services.letters.open_campaigns(read, locale))
            choices.push_back({{.campaign = each.id}, each.title});
    if (services.petitions.all)
        for (const auto& each : services.petitions.all(read, locale))
            if (each.stage != ports::PetitionStage::draft) choices.push_back({{.petition = each.id}, each.title});
    return choices;
}

}  // namespace dossiers
