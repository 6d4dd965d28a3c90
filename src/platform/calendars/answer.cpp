#include "platform/calendars/answer.h"

#include "platform/calendars/parsed.h"

namespace calendars {
namespace {

std::optional<Says> says_of(icalcomponent* event) {
    auto* attendee = icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY);
    auto* decided = attendee == nullptr ? nullptr : icalproperty_get_first_parameter(attendee, ICAL_PARTSTAT_PARAMETER);
    if (decided == nullptr) return std::nullopt;
    switch (icalparameter_get_partstat(decided)) {
        case ICAL_PARTSTAT_ACCEPTED:
            return Says::yes;
        case ICAL_PARTSTAT_TENTATIVE:
            return Says::perhaps;
        case ICAL_PARTSTAT_DECLINED:
            return Says::no;
        default:
            return std::nullopt;
    }
}

std::optional<int> sequence_of(icalcomponent* event) {
    auto* sequence = icalcomponent_get_first_property(event, ICAL_SEQUENCE_PROPERTY);
    return sequence == nullptr ? std::nullopt : std::optional{icalproperty_get_sequence(sequence)};
}

}  // namespace

std::optional<Answer> read_answer(std::string_view text) {
    const auto calendar = parsed(text);
    if (!calendar || icalcomponent_isa(calendar.get()) != ICAL_VCALENDAR_COMPONENT) return std::nullopt;
    auto* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
    if (event == nullptr || icalcomponent_get_method(calendar.get()) != ICAL_METHOD_REPLY) return std::nullopt;
    const auto says = says_of(event);
    return says ? std::optional{Answer{*says, sequence_of(event)}} : std::nullopt;
}

}  // namespace calendars
