#include "features/dossiers/dossier.h"

#include <algorithm>

#include "base/whole_number.h"

namespace dossiers {
namespace {

// A value with its name in tables and forms, and its words.
template <class Value>
struct Named {
    Value value;
    std::string_view name;
    base::Message label;
};

constexpr std::array kKinds{
    Named<AnswerKind>{AnswerKind::unread, "unread", base::message("Not read yet")},
    Named<AnswerKind>{AnswerKind::of_substance, "substance", base::message("Answer of substance")},
    Named<AnswerKind>{AnswerKind::form_answer, "form", base::message("Form answer")},
    Named<AnswerKind>{AnswerKind::automatic, "automatic", base::message("Automatic answer")},
    Named<AnswerKind>{AnswerKind::no_answer, "none", base::message("No answer at all")}};

constexpr std::array kStates{
    Named<PromiseState>{PromiseState::open, "open", base::message("Open")},
    Named<PromiseState>{PromiseState::kept, "kept", base::message("Promise kept")},
    Named<PromiseState>{PromiseState::broken, "broken", base::message("Promise broken")},
    Named<PromiseState>{PromiseState::withdrawn, "withdrawn", base::message("Taken back")},
    Named<PromiseState>{PromiseState::mistaken, "mistaken", base::message("Recorded by mistake")}};

constexpr std::array kStands{Named<OwnStand>{OwnStand::supports, "supports", base::message("Supports it")},
                             Named<OwnStand>{OwnStand::in_part, "in_part", base::message("Supports it in part")},
                             Named<OwnStand>{OwnStand::undecided, "undecided", base::message("Not decided yet")},
                             Named<OwnStand>{OwnStand::opposes, "opposes", base::message("Opposes it")}};

template <class Value, std::size_t N>
const Named<Value>& of_value(const std::array<Named<Value>, N>& all, Value value) {
    const auto found = std::ranges::find(all, value, &Named<Value>::value);
    return found == all.end() ? all.front() : *found;
}

template <class Value, std::size_t N>
std::optional<Value> of_name(const std::array<Named<Value>, N>& all, std::string_view name) {
    const auto found = std::ranges::find(all, name, &Named<Value>::name);
    if (found == all.end()) return std::nullopt;
    return found->value;
}

constexpr std::string_view kPetition = "petition-", kCampaign = "campaign-";

}  // namespace

Wording::In Wording::in(base::Locale locale) const {
    const bool is_english = locale == base::Locale::english;
    if (is_english ? !en.empty() : fr.empty()) return {en, base::Locale::english};
    return {fr, base::Locale::french};
}

base::Message label_of(Way way) {
    switch (way) {
        case Way::mail:
            return base::message("By mail");
        case Way::staff:
            return base::message("Logged by staff");
        case Way::supporter:
            return base::message("Told by a supporter");
    }
    return base::message("By mail");
}

std::string_view name_of(AnswerKind kind) { return of_value(kKinds, kind).name; }
std::optional<AnswerKind> answer_kind_of(std::string_view name) { return of_name(kKinds, name); }
base::Message label_of(AnswerKind kind) { return of_value(kKinds, kind).label; }

bool counts(AnswerKind kind, Way way) {
    if (kind == AnswerKind::unread) return way == Way::mail;
    return kind == AnswerKind::of_substance || kind == AnswerKind::form_answer;
}

std::string_view name_of(PromiseState state) { return of_value(kStates, state).name; }
std::optional<PromiseState> promise_state_of(std::string_view name) { return of_name(kStates, name); }
base::Message label_of(PromiseState state) { return of_value(kStates, state).label; }

std::string_view name_of(OwnStand stand) { return of_value(kStands, stand).name; }
std::optional<OwnStand> own_stand_of(std::string_view name) { return of_name(kStands, name); }
base::Message label_of(OwnStand stand) { return of_value(kStands, stand).label; }

std::string name_of(const Matter& matter) {
    if (matter.petition.value != 0) return std::string{kPetition} + std::to_string(matter.petition.value);
    return std::string{kCampaign} + std::to_string(matter.campaign.value);
}

std::optional<Matter> matter_of(std::string_view name) {
    if (name.starts_with(kPetition))
        if (const auto id = base::id_from<PetitionId>(name.substr(kPetition.size()))) return Matter{.petition = *id};
    if (name.starts_with(kCampaign))
        if (const auto id = base::id_from<LetterCampaignId>(name.substr(kCampaign.size())))
            return Matter{.campaign = *id};
    return std::nullopt;
}

}  // namespace dossiers
