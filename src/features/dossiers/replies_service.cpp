#include "features/dossiers/replies_service.h"

#include <functional>

#include "features/dossiers/answer_store.h"
#include "features/dossiers/mails.h"
#include "people/address_hash.h"
#include "platform/mail/outbox.h"

namespace dossiers {
namespace {

using inbound_mail::ReportKind;

enum class Meaning : unsigned char { answer, automatic, undelivered, nothing };

Meaning meaning_of(ReportKind kind) {
    switch (kind) {
        case ReportKind::unknown_address:
        case ReportKind::later:
        case ReportKind::refused:
            return Meaning::undelivered;
        case ReportKind::delayed:
        case ReportKind::delivered:
            return Meaning::nothing;
        case ReportKind::automatic:
            return Meaning::automatic;
        case ReportKind::complaint:
        case ReportKind::leaving:
        case ReportKind::other:
            return Meaning::answer;
    }
    return Meaning::answer;
}

// Where a mail has no identity of its own its words serve.
std::string fingerprint_of(const inbound_mail::Reply& reply) {
    if (!reply.message_id.empty()) return reply.message_id;
    return "words-" + std::to_string(std::hash<std::string>{}(reply.subject + "\n" + reply.words));
}

std::optional<AnswerId> keep(const Services& services, db::Write& write, const ports::LetterFacts& letter,
                             const ports::MailReply& reply) {
    const bool is_automatic = meaning_of(reply.report.kind) == Meaning::automatic;
    const auto id = store::add_answer(
        write, {.representative = letter.representative,
                .campaign = letter.campaign,
                .letter = letter.id,
                .address_hash = letter.writer ? people::address_hash(services.secret, *letter.writer) : 0,
                .way = Way::mail,
                .received_at = write.now(),
                .sender = reply.reply.from,
                .subject = reply.reply.subject,
                .words = reply.reply.words,
                .locale = letter.locale,
                .kind = is_automatic ? AnswerKind::automatic : AnswerKind::unread,
                .fingerprint = fingerprint_of(reply.reply)});
    if (!id) return std::nullopt;
    for (const auto& each : reply.reply.attachments)
        store::add_attachment(write, *id, {each.name, each.type, each.bytes, each.content});
    return id;
}

void take(const Services& services, db::Write& write, const ports::MailReply& reply) {
    const auto letter = services.letters.find ? services.letters.find(write, LetterId{reply.about}) : std::nullopt;
    const Meaning meaning = meaning_of(reply.report.kind);
    if (!letter || meaning == Meaning::nothing) return;
    if (meaning == Meaning::undelivered) {
        if (services.letters.note_bounced) services.letters.note_bounced(write, letter->id);
        return;
    }
    if (store::count_answers_to(write, letter->id) >= kMostAnswersToOne) return;
    const auto answer = keep(services, write, *letter, reply);
    if (!answer || meaning == Meaning::automatic) return;
    if (services.letters.note_answered) services.letters.note_answered(write, letter->id);
    if (letter->writer) mail::queue(write, {kAnswerMail, *letter->writer, letter->locale, answer->value});
}

}  // namespace

ports::MailReplyListener reply_listener(const Services& services) {
    return {'l', ports::kLetterReply,
            [&services](db::Write& write, const ports::MailReply& reply) { take(services, write, reply); }};
}

}  // namespace dossiers
