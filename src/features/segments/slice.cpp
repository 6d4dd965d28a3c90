#include "features/segments/slice.h"

#include <boost/json.hpp>

#include "features/segments/audience_service.h"
#include "features/segments/store.h"
#include "features/segments/words.h"
#include "people/merging.h"
#include "people/store.h"
#include "platform/auth/principal.h"
#include "ports/acting.h"

namespace segments {
namespace {

// The rules of the question's segment; none for everybody. nullopt: there is no such segment.
std::optional<Rules> rules_for(db::Read& read, const ports::AudienceQuestion& question) {
    if (!question.segment) return Rules{};
    auto segment = store::find_segment(read, *question.segment);
    if (!segment) return std::nullopt;
    return std::move(segment->rules);
}

ports::SegmentSummary summary_of(const Segment& segment, const Names& known, base::Locale locale) {
    return {segment.id, segment.name, line(i18n::Translator{locale}, segment.rules, known)};
}

std::string export_json(db::Read& read, ports::PersonKey key) {
    boost::json::array actions;
    const auto person = people::find_person_by_address(read, key.address_hash);
    if (person && person->address_hash == key.address_hash)  // once, not for each of their addresses
        for (const auto& action : store::actions_of(read, person->id))
            actions.push_back({{"action", action.subject}, {"at", i18n::machine_time(action.at)}});
    return boost::json::serialize(actions);
}

void erase(db::Write& write, ports::PersonKey key) {
    store::forget_address(write, key.address_hash);
    const auto person = people::find_person_by_address(write, key.address_hash);
    if (!person) return;
    for (const auto self : people::selves(write, person->id)) store::forget_person(write, self);
}

}  // namespace

ports::Audience Slice::audience() const {
    const ports::PersonActions& actions = services_.actions;
    return {.count =
                [](db::Read& read, const ports::AudienceQuestion& question) {
                    const auto rules = rules_for(read, question);
                    return rules ? segments::count(read, *rules, question) : 0;
                },
            .page = [](db::Read& read, const ports::AudienceQuestion& question,
                       const ports::AudiencePage& page) -> std::vector<ports::AudienceMember> {
                const auto rules = rules_for(read, question);
                if (!rules) return {};
                return segments::page(read, *rules, question, page);
            },
            .holds =
                [](db::Read& read, const ports::AudienceQuestion& question, people::PersonId person) {
                    const auto rules = rules_for(read, question);
                    return rules && segments::holds(read, *rules, question, person);
                },
            .segments =
                [&actions](db::Read& read, base::Locale locale) {
                    std::vector<ports::SegmentSummary> all;
                    const Names known = names(read, actions, locale);
                    for (const auto& segment : store::segments(read)) all.push_back(summary_of(segment, known, locale));
                    return all;
                },
            .segment = [&actions](db::Read& read, SegmentId id,
                                  base::Locale locale) -> std::optional<ports::SegmentSummary> {
                const auto segment = store::find_segment(read, id);
                if (!segment) return std::nullopt;
                return summary_of(*segment, names(read, actions, locale), locale);
            },
            .freeze = store::freeze_segment};
}

ports::ActionListener action_listener() { return store::keep_actions; }

ports::MergeListener merge_listener() { return {.joined = store::join_actions, .parted = store::part_actions}; }

ports::PersonDataHolder person_data() { return {.slice = "segments", .export_json = export_json, .erase = erase}; }

void seed_demo(db::Write& write) {
    if (!store::segments(write).empty()) return;
    const std::string by = "Alltogether";
    store::insert_segment(write, {{"Ontario", {.provinces = {people::Province::on}}}, by});
    store::insert_segment(
        write, {{"Québec, français", {.provinces = {people::Province::qc}, .language = base::Locale::french}}, by});
}

ports::StaffEntry staff_entry() {
    return {.label = base::message("Segments"),
            .path = "staff/segments",
            .icon = "users",
            .group = ports::StaffGroup::mail,
            .order = 29,
            .may_see = ports::whoever_may(auth::Permission::read_people)};
}

}  // namespace segments
