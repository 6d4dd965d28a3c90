#include "features/presentations/invitation_service.h"

#include <fmt/format.h>

#include "features/presentations/answer_service.h"
#include "features/presentations/words.h"

namespace presentations {
namespace {

// "example.org" of "https://example.org:8443".
std::string host_of(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    return std::string{url.substr(0, url.find_first_of("/:?#"))};
}

calendars::Participant organiser(const Services& services, base::Locale locale) {
    const auto address = base::EmailAddress::parse(services.config.mail.from_address);
    return {address ? *address : *base::EmailAddress::parse("campaign@alltogether.example"),
            services.frames.campaign(locale)};
}

// Without the names of those who are erased.
std::string description(const i18n::Translator& t, const Presentation& presentation, const std::string& champion) {
    const Wish& wish = presentation.wish;
    std::string text = host_line(t, wish) + "\n";
    if (!champion.empty()) text += t("Champion: {name}", {{"name", champion}}) + "\n";
    text += t("Language: {language}", {{"language", language_words(t, wish.language)}});
    if (!wish.accessibility.empty()) text += "\n" + t("Accessibility: {words}", {{"words", wish.accessibility}});
    return text;
}

}  // namespace

calendars::Event event_of(const Services& services, const InFeed& of, db::Read& read) {
    const i18n::Translator t{of.locale};
    const Presentation& presentation = of.presentation;
    const base::Instant start = presentation.starts_at.value_or(presentation.created_at);
    const std::string champion = presentation.champion && services.champions.name
                                     ? services.champions.name(read, *presentation.champion)
                                     : std::string{};
    return {.uid = fmt::format("presentation-{}@{}", presentation.id.value, host_of(services.frames.public_url())),
            .sequence = static_cast<int>(presentation.sequence),
            .state = calendars::EventState::confirmed,
            .start = start,
            .end = start + base::minutes(presentation.wish.minutes),
            .zone = presentation.wish.zone,
            .summary = t("Presentation: {group}", {{"group", presentation.wish.host_group}}),
            .description = description(t, presentation, champion),
            .place = place_words(t, presentation.wish),
            .url = of.url,
            .organiser = organiser(services, of.locale),
            .attendees = {},
            .alarms = {},
            .changed_at = presentation.decided_at.value_or(presentation.booked_at.value_or(presentation.created_at))};
}

mail::CalendarPart invitation(const Services& services, const Invitation& of, db::Read& read) {
    const bool is_cancel = of.notice.kind == NoticeKind::cancelled || of.notice.kind == NoticeKind::reopened;
    const bool is_request = of.notice.kind == NoticeKind::booked || of.notice.kind == NoticeKind::moved ||
                            of.notice.kind == NoticeKind::reminder;
    if (!of.notice.starts_at || (!is_cancel && !is_request)) return {};
    Presentation then = of.presentation;
    then.starts_at = of.notice.starts_at;
    then.sequence = of.notice.sequence;
    then.champion = of.notice.champion;
    calendars::Event event = event_of(services, {then, of.locale, of.url}, read);
    event.state = is_cancel ? calendars::EventState::cancelled : calendars::EventState::confirmed;
    event.attendees = {of.attendee};
    if (auto address = answer_address(services, of.presentation.id, of.notice.recipient)) {
        event.organiser->email = *std::move(address);
        event.answers = calendars::Answers::read;
    }
    event.changed_at = of.notice.created_at;
    if (is_request) event.alarms = {{base::hours(24), i18n::Translator{of.locale}("Presentation tomorrow")}};
    const calendars::Calendar calendar{
        is_cancel ? calendars::Method::cancel : calendars::Method::request, "", of.locale, {event}};
    return {is_cancel ? "CANCEL" : "REQUEST", calendars::write(calendar)};
}

}  // namespace presentations
