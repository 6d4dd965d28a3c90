#include "features/presentations/answer_service.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "base/text.h"
#include "features/presentations/notice_service.h"
#include "features/presentations/offer_store.h"
#include "features/presentations/store.h"
#include "platform/calendars/answer.h"

namespace presentations {
namespace {

constexpr std::ptrdiff_t kMostAnswers = 20;  // of one side; some calendars answer again and again

// A side, and the letter and purpose of its address.
struct Side {
    Recipient recipient;
    char prefix;
    auth::Purpose purpose;
};
constexpr Side kSides[]{{Recipient::host, 'h', kHostAnswers}, {Recipient::champion, 'c', kChampionAnswers}};

std::optional<calendars::Answer> answer_in(const inbound_mail::Reply& reply) {
    for (const auto& each : reply.attachments) {
        const auto type = base::lower_ascii(each.type);
        if (type != "text/calendar" && type != "application/ics") continue;
        if (const auto answer = calendars::read_answer(each.content)) return answer;
    }
    return std::nullopt;
}

NoticeKind kind_of(calendars::Says says) {
    switch (says) {
        case calendars::Says::yes:
            return NoticeKind::said_yes;
        case calendars::Says::perhaps:
            return NoticeKind::said_perhaps;
        case calendars::Says::no:
            return NoticeKind::said_no;
    }
    return NoticeKind::said_perhaps;
}

bool is_answer(NoticeKind kind) {
    return kind == NoticeKind::said_yes || kind == NoticeKind::said_perhaps || kind == NoticeKind::said_no;
}

// To a mail that may come twice, about an invitation that may be an old one.
void take_answer(const Services& services, const Notification& said, const Presentation& about, db::Write& write) {
    auto before = store::notices_of(write, about.id);
    std::erase_if(before,
                  [&](const Notice& each) { return each.recipient != said.recipient || !is_answer(each.kind); });
    if (std::ssize(before) >= kMostAnswers) return;
    std::erase_if(before, [&](const Notice& each) { return each.sequence != about.sequence; });
    if (!before.empty() && before.back().kind == said.kind) return;
    const bool was_asked = std::ranges::find(before, NoticeKind::said_no, &Notice::kind) != before.end();
    if (said.kind == NoticeKind::said_no && !was_asked) return notify(services, about.id, said, write);
    note(about.id, said, write);
}

void take(const Services& services, Recipient side, const ports::MailReply& reply, db::Write& write) {
    const auto answer = answer_in(reply.reply);
    const auto presentation = store::find(write, PresentationId{reply.about});
    if (!answer || !presentation || presentation->state != State::booked) return;
    if (presentation->starts_at <= write.now()) return;
    if (answer->sequence && *answer->sequence < presentation->sequence) return;
    take_answer(services, {side, kind_of(answer->says)}, *presentation, write);
}

}  // namespace

std::optional<base::EmailAddress> answer_address(const Services& services, PresentationId id, Recipient side) {
    const auto& domain = services.config.mail.returns_domain;
    if (domain.empty()) return std::nullopt;
    const auto* own = std::ranges::find(kSides, side, &Side::recipient);
    return base::EmailAddress::parse(
        fmt::format("{}-{}@{}", own->prefix, services.tokens.make(own->purpose, id.value), domain));
}

std::vector<ports::MailReplyListener> answer_listeners(const Services& services) {
    std::vector<ports::MailReplyListener> listeners;
    for (const Side& side : kSides)
        listeners.push_back({side.prefix, side.purpose,
                             [&services, recipient = side.recipient](db::Write& write, const ports::MailReply& reply) {
                                 take(services, recipient, reply, write);
                             },
                             [](const ports::MailReply& reply) { return answer_in(reply.reply).has_value(); }});
    return listeners;
}

}  // namespace presentations
