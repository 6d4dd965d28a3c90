// bench/mail_speed.cpp - mails to the list through the real engine: mail_speed --people N --port PORT [options]. Makes
// N supporters who consented in an empty database, plans and confirms a mailing to everybody, and waits until every
// copy's state stands in the database. With --resume 1 it goes on with what a run before began. Prints one JSON object;
// anything undelivered ends it with 1.
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <thread>

#include <fmt/format.h>

#include "features/mail_sending/blast_store.h"
#include "features/mail_sending/engine_service.h"
#include "features/mail_sending/tally_store.h"
#include "people/address_hash.h"
#include "people/store.h"
#include "platform/html/template.h"
#include "platform/runtime/log.h"
#include "tests/support/everybody.h"

namespace {

using Arguments = std::map<std::string, std::string>;
using Clock = std::chrono::steady_clock;

// A newsletter of the usual length, with the fields of one person in it.
class Newsletter final : public ports::PreparedMailing {
public:
    explicit Newsletter(std::size_t bytes) {
        const std::string sentence = "Une garderie publique dans chaque quartier, voil\u00e0 ce que nous demandons. ";
        while (text_.size() < bytes / 3) text_ += sentence + "\n";
        html::Out out;
        std::size_t written = 0;
        while (written < bytes / 2) {
            html::write<R"(<p style="margin:0 0 16px">{} <a href="https://campaign.example/p">Signez</a></p>)">(
                out, sentence);
            written += sentence.size() + 70;
        }
        html_ = std::move(out).finish();
    }
    mail::Message copy_for(const ports::AudienceMember& person, const ports::PersonalLinks& links,
                           ports::Variant) const override {
        html::Out out;
        html::write<
            R"(<!DOCTYPE html><html lang="fr"><head><title>Garderies</title></head><body><p>Bonjour {},</p>{}<p><a href="{}">Se d&eacute;sabonner</a></p></body></html>)">(
            out, person.name.given, html_, links.preferences);
        return {.subject = mail::Line(person.name.given + ", merci d'avoir sign\u00e9"),
                .text = "Bonjour " + person.name.given + ",\n\n" + text_ + links.preferences,
                .html = std::move(out).finish(),
                .unsubscribe_url = mail::Line(links.one_click)};
    }

private:
    std::string text_;
    html::SafeHtml html_;
};

std::int64_t memory_kilobytes(const std::string& field) {
    std::ifstream status{"/proc/self/status"};
    for (std::string word; status >> word;)
        if (word == field + ":") {
            std::int64_t kilobytes = 0;
            status >> kilobytes;
            return kilobytes;
        }
    return 0;
}

void join(db::Write& write, std::int64_t number) {
    static constexpr std::array kDomains{"example.org", "example.net", "mail.example.com", "poste.example.ca"};
    const auto address = base::EmailAddress::parse(
        fmt::format("p{}@{}", number, kDomains[static_cast<std::size_t>(number) % kDomains.size()]));
    const auto hash = number * 7'919 + 17;
    const auto person = people::ensure_person(write, {.address_hash = hash,
                                                      .email = *address,
                                                      .name = {fmt::format("Aim\u00e9e{}", number), "Tremblay"},
                                                      .locale = base::Locale::french,
                                                      .address = {}});
    people::record_consent(write, {.act = people::ConsentAct::given,
                                   .address_hash = hash,
                                   .person = person,
                                   .wording = {"bench", base::Locale::french, "Oui, \u00e9crivez-moi.", 1},
                                   .on_behalf_of = "Campaign",
                                   .source = "/fr/",
                                   .network = "",
                                   .at = write.now(),
                                   .confirmed_at = write.now(),
                                   .expires_at = {}});
}

void join_all(db::Database& database, std::int64_t people) {
    for (std::int64_t done = 0; done < people; done += 5'000)
        database.write([&](db::Write& write) {
            for (auto i = done; i < std::min(people, done + 5'000); ++i) join(write, i);
        });
}

// From now on VmHWM tells the most memory of what follows.
void forget_peak() { std::ofstream{"/proc/self/clear_refs"} << "5"; }

mail_sending::BlastId newest(db::Database& database) {
    return database.read([](db::Read& read) { return mail_sending::store::blasts(read, std::nullopt, 1).at(0).id; });
}

mail_sending::BlastId order(db::Database& database) {
    return database.write([&](db::Write& write) {
        const auto id = mail_sending::store::insert(
            write, {.mailing = ports::MailingId{1}, .name = "Bench", .level = base::LevelId{1}}, "bench");
        mail_sending::store::confirm(write, id,
                                     {.edition = ports::MailingEditionId{1},
                                      .by = "bench",
                                      .counted = 0,
                                      .undo_until = write.now(),
                                      .waves = mail_sending::waves_of({}, {.earliest = write.now()})});
        return id;
    });
}

runtime::Config configuration(const Arguments& given) {
    runtime::Config config;
    config.mail.transport = runtime::MailTransport::smtp;
    config.mail.smtp.host = "127.0.0.1";
    config.mail.smtp.port = std::stoi(given.at("port"));
    config.mail.smtp.starttls = runtime::StartTls::none;
    config.mail.smtp.helo_name = "campaign.example";
    config.mail.list_connections = std::stoi(given.at("connections"));
    config.mail.returns_domain = "returns.campaign.example";
    if (!given.at("dkim").empty()) {
        config.mail.dkim = {};
        config.mail.dkim.domain = "campaign.example";
        config.mail.dkim.selector = "bench";
        config.mail.dkim.key_file = given.at("dkim");
    }
    return config;
}

}  // namespace

int main(int count, char** arguments) {
    Arguments given{{"people", "100000"}, {"port", "2525"}, {"connections", "8"}, {"bytes", "2600"},
                    {"database", ""},     {"data", "."},    {"dkim", ""},         {"resume", ""}};
    for (int i = 1; i + 1 < count; i += 2) given[std::string{arguments[i]}.substr(2)] = arguments[i + 1];
    runtime::start_logging(runtime::LogFormat::json, runtime::LogLevel::warning);

    const auto config = configuration(given);
    db::Database database{{.location = db::Location::parse(given.at("database")), .writer = {}}};
    const auto people = std::stoll(given.at("people"));
    const bool resumes = !given.at("resume").empty();
    if (!resumes) join_all(database, people);

    runtime::Metrics metrics;
    const std::array<std::byte, auth::Secret::kSize> bytes{};
    const auth::Secret secret{bytes};
    const auth::Tokens tokens{secret};
    const ports::PageFrames frames{{}};
    const auto audience = test_support::everybody();
    const auto words = std::make_shared<Newsletter>(std::stoul(given.at("bytes")));
    ports::Mailings mailings;
    mailings.prepare = [&](db::Read&, ports::MailingEditionId) { return words; };
    ports::MailLinks links;
    links.personal = [&](people::PersonId, ports::SentMailId mail, base::Locale) {
        const auto address = "https://campaign.example/fr/list/" + tokens.make("bench.link", mail.value);
        return ports::PersonalLinks{address, address + "/leave", ""};
    };
    const mail_sending::Services services{database, config,   metrics,  secret, tokens,
                                          frames,   audience, mailings, links,  given.at("data")};
    const auto blast = resumes ? newest(database) : order(database);
    forget_peak();
    const auto memory_before = memory_kilobytes("VmRSS");
    const auto begun = Clock::now();
    mail_sending::Engine engine{services};
    engine.start();
    mail_sending::store::Tally tally;
    while (tally.delivered < people && Clock::now() - begun < std::chrono::minutes(10)) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        tally = database.read([&](db::Read& read) { return mail_sending::store::total(read, blast); });
    }
    const std::chrono::duration<double> took = Clock::now() - begun;
    engine.stop();
    std::printf(R"({"people":%lld,"delivered":%lld,"seconds":%.2f,"rate":%.0f,"rss_before_mb":%lld,"peak_mb":%lld})"
                "\n",
                static_cast<long long>(people), static_cast<long long>(tally.delivered), took.count(),
                static_cast<double>(tally.delivered) / took.count(), static_cast<long long>(memory_before / 1024),
                static_cast<long long>(memory_kilobytes("VmHWM") / 1024));
    return tally.delivered == people ? EXIT_SUCCESS : EXIT_FAILURE;
}
