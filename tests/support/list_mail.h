// tests/support/list_mail.h - what tests of mails to the list begin with: a mail server of the test's own, supporters,
// a mailing, and everything that the engine is given. Header only.
#pragma once
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "features/mail_sending/blast_store.h"
#include "features/mail_sending/engine_service.h"
#include "features/mail_sending/tally_store.h"
#include "people/store.h"
#include "platform/html/template.h"
#include "tests/support/child_process.h"
#include "tests/support/everybody.h"
#include "tests/support/own_folder.h"

namespace test_support {

// Greets by name; the second wording greets more warmly.
class Greeting final : public ports::PreparedMailing {
public:
    mail::Message copy_for(const ports::AudienceMember& person, const ports::PersonalLinks& links,
                           ports::Variant variant) const override {
        const std::string hello = person.locale == base::Locale::french ? "Bonjour " : "Hello ";
        return {.subject = mail::Line(hello + person.name.given + (variant.number == 1 ? "!" : "")),
                .text = hello + person.name.given + "\n",
                .html = html::render<"<p>{}{}</p>">(hello, person.name.given),
                .unsubscribe_url = mail::Line(links.one_click)};
    }
    ports::MailingSender sender(base::Locale locale) const override {
        if (locale == base::Locale::english) return {};
        return {"Section de Larch River", base::EmailAddress::parse("section@campaign.example")};
    }
};

// tests/support/smtp_server.py, and what it took.
class MailServer {
public:
    explicit MailServer(const std::vector<std::string>& options = {}) {
        std::vector<std::string> command{"python3", SOURCE_DIR "/tests/support/smtp_server.py", folder_.path()};
        command.insert(command.end(), options.begin(), options.end());
        process_.emplace(command);
        port_ = std::stoi(process_->read_line());
    }
    int port() const { return port_; }

    // Every mail as it was taken.
    std::vector<std::string> mails() const {
        std::vector<std::string> taken;
        for (const auto& file : std::filesystem::directory_iterator{folder_.path()}) {
            std::ifstream in{file.path(), std::ios::binary};
            taken.emplace_back(std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{});
        }
        return taken;
    }
    // How often each address got one.
    std::map<std::string, int> by_recipient() const {
        std::map<std::string, int> counts;
        for (const auto& mail : mails()) ++counts[field(mail, "X-Recipient")];
        return counts;
    }
    std::size_t taken() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{folder_.path()}, {}));
    }
    std::string mail_to(const std::string& recipient) const {
        for (auto& mail : mails())
            if (field(mail, "X-Recipient") == recipient) return mail;
        return {};
    }
    static std::string field(const std::string& mail, const std::string& name) {
        const auto at = ("\n" + mail).find("\n" + name + ": ");
        if (at == std::string::npos) return {};
        const auto begin = at + name.size() + 2;
        auto end = mail.find("\r\n", begin);
        while (end != std::string::npos && end + 2 < mail.size() && mail[end + 2] == ' ')
            end = mail.find("\r\n", end + 2);
        return mail.substr(begin, end - begin);
    }

private:
    OwnFolder folder_;
    std::optional<ChildProcess> process_;
    int port_ = 0;
};

// Everything around the engine. The database outlives it.
class ListMail {
public:
    ListMail(db::Database& database, int port) : database_(database) {
        config.mail.transport = runtime::MailTransport::smtp;
        config.mail.smtp.host = "127.0.0.1";
        config.mail.smtp.port = port;
        config.mail.smtp.starttls = runtime::StartTls::none;
        config.mail.smtp.helo_name = "campaign.example";
        config.mail.smtp.timeout_seconds = 20;
        config.mail.from_address = "info@campaign.example";
        config.mail.returns_domain = "returns.campaign.example";
        config.mail.list_connections = 4;
        mailings.prepare = [](db::Read&, ports::MailingEditionId) { return std::make_shared<Greeting>(); };
        links.personal = [](people::PersonId person, ports::SentMailId, base::Locale) {
            const auto address = "https://campaign.example/en/list/" + std::to_string(person.value);
            return ports::PersonalLinks{address, address + "/leave", ""};
        };
    }

    // A supporter who consented.
    people::PersonId join(const std::string& email, base::Locale locale = base::Locale::english) {
        return database_.write([&](db::Write& write) { return join(write, email, locale); });
    }
    static people::PersonId join(db::Write& write, const std::string& email, base::Locale locale) {
        const auto hash = hash_of(email);
        const auto person = people::ensure_person(write, {.address_hash = hash,
                                                          .email = *base::EmailAddress::parse(email),
                                                          .name = {email.substr(0, email.find('@')), "Roy"},
                                                          .locale = locale,
                                                          .address = {}});
        people::record_consent(write, consent(write, hash, person));
        return person;
    }
    static std::int64_t hash_of(const std::string& email) {
        return static_cast<std::int64_t>(std::hash<std::string>{}(email) >> 2) + 1;
    }
    void leave(const std::string& email) {
        database_.write([&](db::Write& write) {
            const auto person = people::find_person_by_address(write, hash_of(email));
            auto withdrawal = consent(write, hash_of(email), person->id);
            withdrawal.act = people::ConsentAct::withdrawn;
            people::record_consent(write, withdrawal);
        });
    }

    // Planned and confirmed, with no undo window.
    mail_sending::BlastId order(const mail_sending::Plan& plan = {}) {
        return database_.write([&](db::Write& write) {
            auto named = plan;
            named.name = "Bulletin";
            named.mailing = ports::MailingId{4};
            named.level = base::LevelId{1};
            const auto id = mail_sending::store::insert(write, named, "Amélie");
            const auto part =
                plan.tested_per_thousand < 1'000 ? mail_sending::Part::tested : mail_sending::Part::everybody;
            mail_sending::store::confirm(
                write, id,
                {.edition = ports::MailingEditionId{9},
                 .by = "Amélie",
                 .counted = 1,
                 .undo_until = write.now(),
                 .waves = mail_sending::waves_of(named, {.earliest = write.now(), .part = part})});
            return id;
        });
    }
    mail_sending::store::Tally total(mail_sending::BlastId id) {
        return database_.read([&](db::Read& read) { return mail_sending::store::total(read, id); });
    }
    mail_sending::Services services() {
        return {database_, config, metrics, secret, tokens, frames, audience, mailings, links, data_folder};
    }

    OwnFolder folder;
    std::filesystem::path data_folder = folder.path();
    runtime::Config config;
    runtime::Metrics metrics;
    auth::Secret secret{std::array<std::byte, auth::Secret::kSize>{}};
    auth::Tokens tokens{secret};
    ports::PageFrames frames{[] {
        ports::FrameSettings made;
        made.public_url = "https://campaign.example";
        made.campaign = [](base::Locale) { return "All Together Now"; };
        return made;
    }()};
    ports::Audience audience = everybody();
    ports::Mailings mailings;
    ports::MailLinks links;

private:
    static people::Consent consent(db::Write& write, std::int64_t hash, people::PersonId person) {
        return {.act = people::ConsentAct::given,
                .address_hash = hash,
                .person = person,
                .wording = {"test", base::Locale::english, "Yes, write to me.", 1},
                .on_behalf_of = "Campaign",
                .source = "/en/",
                .network = "",
                .at = write.now(),
                .confirmed_at = write.now(),
                .expires_at = {}};
    }
    db::Database& database_;
};

// Waits until it holds, for a minute at most.
template <class Condition>
bool comes_true(const Condition& condition) {
    const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > patience) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return true;
}

}  // namespace test_support
