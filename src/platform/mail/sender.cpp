#include "platform/mail/sender.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "platform/mail/mime.h"
#include "platform/runtime/log.h"

namespace mail {
namespace {

constexpr std::int64_t kPortion = 50;                   // mails in one lease
constexpr base::Duration kLease = base::minutes(15);    // 18 s for each mail of a portion
constexpr base::Duration kIdle = base::seconds(1);      // between looks at an empty outbox
constexpr base::Duration kTrouble = base::seconds(30);  // after a portion of which nothing reached the server
constexpr base::Duration kYield = base::milliseconds(5);
constexpr int kYields = 400;             // at most 2 s: even under load confirmations must leave
constexpr std::size_t kBusyWriter = 50;  // writes that wait
constexpr base::Duration kGiveUp = base::days(3);
constexpr std::array kDelays{base::minutes(1), base::minutes(5), base::minutes(30),
                             base::hours(2),   base::hours(8),   base::hours(16)};

runtime::Counter& counter(runtime::Metrics& metrics, const char* outcome) {
    return metrics.counter(
        {"alltogether_mails_total", "Mails whose sending was tried, by outcome", {{"outcome", outcome}}});
}

// messages_per_second is kept by waiting for as long as the portion should have taken.
base::Duration wait_after(const Sender::Portion& portion, const runtime::Config::Mail& mail) {
    if (portion.mails == 0) return kIdle;
    if (!portion.server_answered) return kTrouble;
    if (mail.messages_per_second == 0) return {};
    return base::milliseconds(1000 * static_cast<std::int64_t>(portion.mails) * mail.workers /
                              mail.messages_per_second);
}

base::EmailAddress address(const std::string& text) {
    const auto parsed = base::EmailAddress::parse(text);
    if (!parsed) throw std::runtime_error("not an address: " + text);
    return *parsed;
}

}  // namespace

std::optional<Message> render(const Renderers& renderers, const Order& order, db::Read& read) {
    const Render* found = renderers.find(order.kind);
    if (found == nullptr) throw std::runtime_error("nobody renders mails of kind " + order.kind);
    return (*found)(order, read);
}

std::optional<base::Instant> next_attempt(const StoredMail& mail, base::Instant now) {
    const auto step = static_cast<std::size_t>(std::max<std::int64_t>(mail.attempts - 1, 0));
    const base::Instant next = now + kDelays[std::min(step, kDelays.size() - 1)];
    if (next - mail.created_at > kGiveUp) return std::nullopt;
    return next;
}

std::optional<DkimSigner> dkim_signer(const runtime::Config::Dkim& dkim, const std::string& data_folder) {
    if (dkim.domain.empty()) return std::nullopt;
    const std::filesystem::path file = std::filesystem::path(data_folder) / dkim.key_file;
    std::ifstream in(file, std::ios::binary);
    if (!in) throw DkimFault(fmt::format("mail.dkim.key_file: {} cannot be read", file.string()));
    const std::string pem{std::istreambuf_iterator<char>(in), {}};
    return DkimSigner({dkim.domain, dkim.selector, pem});
}

// What is left to send of a portion, and what is already decided.
struct Sender::Prepared {
    std::vector<const StoredMail*> mails;  // beside parcels
    std::vector<Parcel> parcels;
    std::vector<Outcome> outcomes;
};

Sender::Sender(const SenderServices& services)
    : services_(services),
      delivered_(counter(services.metrics, "delivered")),
      delayed_(counter(services.metrics, "delayed")),
      failed_(counter(services.metrics, "failed")),
      unwanted_(counter(services.metrics, "unwanted")) {}

Sender::~Sender() { stop(); }

void Sender::start() {
    if (services_.config.mail.transport == runtime::MailTransport::demo) return;
    for (std::int64_t i = 0; i < services_.config.mail.workers; ++i) workers_.emplace_back([this] { work(); });
}

void Sender::stop() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    for (std::thread& worker : workers_) worker.join();
    workers_.clear();
}

void Sender::work() {
    SmtpClient client(smtp_server(services_.config));
    base::Duration wait{};
    while (pause(wait)) {
        try {
            wait = wait_after(send_due(client), services_.config.mail);
        } catch (const std::exception& fault) {
            runtime::log_error("mails could not be sent", {{"reason", fault.what()}});
            wait = kTrouble;
        }
    }
}

// False when the sender is to stop.
bool Sender::pause(base::Duration duration) {
    std::unique_lock lock(mutex_);
    return !wake_.wait_for(lock, std::chrono::microseconds(duration.microseconds), [this] { return stopping_; });
}

void Sender::yield_to_writers() {
    for (int i = 0; i < kYields && services_.database.writes_waiting() > kBusyWriter; ++i)
        if (!pause(kYield)) return;
}

Sender::Portion Sender::send_due(SmtpClient& client) {
    db::Database& database = services_.database;
    if (!database.read([&](db::Read& read) { return has_due_mail(read, database.now()); })) return {};
    yield_to_writers();
    const auto mails = database.write([](db::Write& tx) { return take_due_mails(tx, {tx.now() + kLease, kPortion}); });
    Prepared prepared = prepare(mails);
    const auto results = client.send(prepared.parcels);
    for (std::size_t i = 0; i < results.size(); ++i)
        prepared.outcomes.push_back(outcome(*prepared.mails[i], results[i]));
    yield_to_writers();
    record(prepared.outcomes);
    const bool no_answer =
        !results.empty() && std::ranges::all_of(results, [](const DeliveryResult& r) { return r.code == 0; });
    if (no_answer) runtime::log_warning("the mail server takes nothing", {{"reason", results.front().reason}});
    return {mails.size(), !no_answer};
}

// Tried again while the lease lasts: an outcome that is not written down is a mail that leaves twice.
void Sender::record(const std::vector<Outcome>& outcomes) {
    constexpr int kTries = 60;
    for (int attempt = 1;; ++attempt) {
        try {
            services_.database.write([&](db::Write& tx) { record_outcomes(tx, outcomes); });
            return;
        } catch (const db::Fault&) {
            if (attempt == kTries || !pause(kIdle)) throw;
        }
    }
}

Sender::Prepared Sender::prepare(const std::vector<StoredMail>& mails) {
    Prepared prepared;
    const base::Instant now = services_.database.now();
    services_.database.read([&](db::Read& read) {
        for (const StoredMail& mail : mails) {
            try {
                const auto message = render(services_.renderers, mail.order, read);
                if (!message) {
                    unwanted_.increment();
                    prepared.outcomes.push_back({mail.id, mail.due_at, MailState::unwanted, mail.due_at, ""});
                    continue;
                }
                prepared.parcels.push_back(parcel(mail, *message, now));
                prepared.mails.push_back(&mail);
            } catch (const db::Fault&) {
                throw;  // the database, not this mail: the lease runs out and all of them are taken again
            } catch (const std::exception& fault) {
                runtime::log_error("a mail could not be written",
                                   {{"kind", mail.order.kind}, {"mail", mail.id.value}, {"reason", fault.what()}});
                prepared.outcomes.push_back(try_later(mail, fault.what()));
            }
        }
    });
    return prepared;
}

Parcel Sender::parcel(const StoredMail& mail, const Message& message, base::Instant now) const {
    const runtime::Config::Mail& settings = services_.config.mail;
    const bool is_french = mail.order.locale == base::Locale::french;
    const base::EmailAddress from = address(settings.from_address);
    std::optional<Mailbox> reply_to;
    if (!settings.reply_to.empty()) reply_to = Mailbox{Line(), address(settings.reply_to)};
    if (message.reply_to) reply_to = Mailbox{Line(), *message.reply_to};
    const Line configured{is_french ? settings.from_name_fr : settings.from_name_en};
    const Envelope envelope{
        .from = {message.sender_name.empty() ? configured : message.sender_name, from},
        .to = {Line(), mail.order.recipient},
        .reply_to = reply_to,
        .date = now,
        .message_id = Line(fmt::format("m{}@{}", mail.id.value, from.domain())),
    };
    std::string text = write_mime(envelope, message);
    if (services_.signer != nullptr) text.insert(0, services_.signer->sign(text, now));
    const std::string& bounces = settings.bounce_address.empty() ? settings.from_address : settings.bounce_address;
    return {wire_address(address(bounces)), wire_address(mail.order.recipient), std::move(text)};
}

Outcome Sender::outcome(const StoredMail& mail, const DeliveryResult& result) {
    if (result.delivery == Delivery::temporary) return try_later(mail, result.reason);
    if (result.delivery == Delivery::permanent) {
        failed_.increment();
        return {mail.id, mail.due_at, MailState::failed, mail.due_at, result.reason};
    }
    delivered_.increment();
    return {mail.id, mail.due_at, MailState::delivered, services_.database.now(), ""};
}

Outcome Sender::try_later(const StoredMail& mail, const std::string& reason) {
    const auto next = next_attempt(mail, services_.database.now());
    (next ? delayed_ : failed_).increment();
    return {mail.id, mail.due_at, next ? MailState::waiting : MailState::failed, next.value_or(mail.due_at), reason};
}

}  // namespace mail
