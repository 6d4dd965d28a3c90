#include "platform/runtime/config_keys.h"

#include <array>
#include <limits>
#include <type_traits>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "platform/runtime/config_rules.h"

namespace runtime {
namespace {

template <auto... Path>
auto& member(Config& config) {
    return (config.*....*Path);
}

template <auto... Path>
constexpr NumberSlot number(std::int64_t least, std::int64_t most) {
    return {member<Path...>, least, most};
}

template <auto... Path>
constexpr ChoiceSlot choice(std::span<const std::string_view> words) {
    using Enum = std::remove_cvref_t<decltype(member<Path...>(std::declval<Config&>()))>;
    return {words, [](const Config& config) { return static_cast<std::size_t>((config.*....*Path)); },
            [](Config& config, std::size_t place) { member<Path...>(config) = static_cast<Enum>(place); }};
}

using C = Config;
constexpr std::array<std::string_view, 2> kTransports{"demo", "smtp"};
constexpr std::array<std::string_view, 3> kStartTls{"required", "opportunistic", "none"};
constexpr std::int64_t kMany = 1'000'000;

const ConfigKey kKeys[] = {
    {"server.listen", TextSlot{member<&C::server, &C::Server::listen>},
     "Address and port of the web server. Port 0 takes a free one, which the log then names.", must_be_listen_address},
    {"server.public_url", TextSlot{member<&C::server, &C::Server::public_url>},
     "The address under which visitors reach the site, without a slash at the end. Links in mails begin with it.",
     must_be_public_url},
    {"server.trusted_proxies", ListSlot{member<&C::server, &C::Server::trusted_proxies>},
     "Networks (CIDR) of the reverse proxies whose Forwarded and X-Forwarded-* headers are believed.", must_be_network},
    {"server.io_threads", number<&C::server, &C::Server::io_threads>(0, 256),
     "Threads that talk to the network. 0: one for each processor."},
    {"server.read_threads", number<&C::server, &C::Server::read_threads>(0, 256),
     "Threads that render pages, each with a database connection of its own. 0: one for each processor."},
    {"server.max_connections", number<&C::server, &C::Server::max_connections>(1, kMany),
     "Open connections; further ones wait in the system's queue."},
    {"server.hsts_subdomains", FlagSlot{member<&C::server, &C::Server::hsts_subdomains>},
     "Whether browsers are told to use TLS for all names below this host as well. Only when every one of them has it."},

    {"limits.trusted_networks", ListSlot{member<&C::limits, &C::Limits::trusted_networks>},
     "Networks (CIDR) that are exempt from limits by address, from the dwell time and from fraud flags: union halls, "
     "load tests.",
     must_be_network},
    {"limits.sign_ons_per_minute_refuse", number<&C::limits, &C::Limits::sign_ons_per_minute_refuse>(1, kMany),
     "Signatures from one address (IPv6: one /64) to one petition in a minute; more are refused with 429."},
    {"limits.sign_ons_per_minute_flag", number<&C::limits, &C::Limits::sign_ons_per_minute_flag>(1, kMany),
     "Signatures from one address to one petition in a minute; more are flagged for review, never refused."},
    {"limits.sign_ons_per_5_minutes_flag", number<&C::limits, &C::Limits::sign_ons_per_5_minutes_flag>(1, kMany),
     "The same in five minutes."},
    {"limits.dwell_seconds", number<&C::limits, &C::Limits::dwell_seconds>(0, 600),
     "A form sent sooner than this after its page was shown is flagged. 0 turns it off."},
    {"limits.queue_length", number<&C::limits, &C::Limits::queue_length>(1, kMany),
     "Writes that may wait for the database; past it sign-ons wait in line, other forms get 503."},

    {"mail.transport", choice<&C::mail, &C::Mail::transport>(kTransports),
     "demo: nothing is sent, mails are shown at /demo/mail. smtp: they go to the server of [mail.smtp]."},
    {"mail.from_name_en", TextSlot{member<&C::mail, &C::Mail::from_name_en>}, "Sender's name in English mails."},
    {"mail.from_name_fr", TextSlot{member<&C::mail, &C::Mail::from_name_fr>}, "Sender's name in French mails."},
    {"mail.from_address", TextSlot{member<&C::mail, &C::Mail::from_address>},
     "Sender's address. Its domain needs SPF, DKIM and DMARC.", must_be_address},
    {"mail.reply_to", TextSlot{member<&C::mail, &C::Mail::reply_to>}, "Where answers go. Empty: to from_address.",
     must_be_address_or_empty},
    {"mail.bounce_address", TextSlot{member<&C::mail, &C::Mail::bounce_address>},
     "Envelope sender, where bounces go. Empty: from_address.", must_be_address_or_empty},
    {"mail.postal_address", TextSlot{member<&C::mail, &C::Mail::postal_address>},
     "Postal address of the sender, in the foot of every mail, as Canadian law (CASL) asks."},
    {"mail.workers", number<&C::mail, &C::Mail::workers>(1, 64), "Connections to the mail server."},
    {"mail.messages_per_second", number<&C::mail, &C::Mail::messages_per_second>(0, 100'000),
     "The most that all workers send together. 0: as fast as the server takes them."},
    {"mail.history_days", number<&C::mail, &C::Mail::history_days>(1, 3'650),
     "Days for which the record of a sent mail (kind, address, outcome) is kept."},
    {"mail.returns_domain", TextSlot{member<&C::mail, &C::Mail::returns_domain>},
     "Domain to which undelivered mails of the list come back, each to an address of its own, b-TOKEN@DOMAIN, "
     "answers to letters, to l-TOKEN@DOMAIN, and those of calendars to invitations, to h-TOKEN@DOMAIN and "
     "c-TOKEN@DOMAIN; its mail has to reach this program. Empty: they go to bounce_address.",
     must_be_host_or_empty},
    {"mail.returns_listen", TextSlot{member<&C::mail, &C::Mail::returns_listen>},
     "Address and port where the mail server hands over what comes back, by SMTP or LMTP, such as 127.0.0.1:2525. "
     "Empty: "
     "no such port.",
     must_be_listen_address_or_empty},
    {"mail.returns_maildir", TextSlot{member<&C::mail, &C::Mail::returns_maildir>},
     "Maildir in which the mail server keeps what comes back; looked into each minute. Empty: none."},
    {"mail.list_connections", number<&C::mail, &C::Mail::list_connections>(1, 64),
     "Connections to the mail server for mails to the list, beside those of mail.workers."},
    {"mail.undo_minutes", number<&C::mail, &C::Mail::undo_minutes>(0, 1'440),
     "Minutes between the order to send to the list and its first mail, in which it can be taken back."},
    {"mail.typed_number_percent", number<&C::mail, &C::Mail::typed_number_percent>(0, 100),
     "A mail that goes to more than this share of all who may be mailed is sent only when their number is typed."},

    {"mail.smtp.host", TextSlot{member<&C::mail, &C::Mail::smtp, &C::Smtp::host>},
     "Name of the mail server. Needed when mail.transport is smtp."},
    {"mail.smtp.port", number<&C::mail, &C::Mail::smtp, &C::Smtp::port>(1, 65'535),
     "587 for submission, 25 for a relay."},
    {"mail.smtp.starttls", choice<&C::mail, &C::Mail::smtp, &C::Smtp::starttls>(kStartTls),
     "required: nothing is sent without encryption. opportunistic: encrypted when the server offers it. none: only "
     "for a relay on the same machine."},
    {"mail.smtp.verify_certificate", FlagSlot{member<&C::mail, &C::Mail::smtp, &C::Smtp::verify_certificate>},
     "Whether the server must prove its name. false only for a private relay with its own certificate."},
    {"mail.smtp.certificate_authorities", TextSlot{member<&C::mail, &C::Mail::smtp, &C::Smtp::certificate_authorities>},
     "PEM file of the authorities to trust. Empty: the system's."},
    {"mail.smtp.username", TextSlot{member<&C::mail, &C::Mail::smtp, &C::Smtp::username>},
     "Empty: no sign-in. A sign-in needs encryption."},
    {"mail.smtp.password", TextSlot{member<&C::mail, &C::Mail::smtp, &C::Smtp::password>},
     "Keep this file readable by the service alone."},
    {"mail.smtp.helo_name", TextSlot{member<&C::mail, &C::Mail::smtp, &C::Smtp::helo_name>},
     "The name this server greets with. Empty: the host of server.public_url.", must_be_host_or_empty},
    {"mail.smtp.timeout_seconds", number<&C::mail, &C::Mail::smtp, &C::Smtp::timeout_seconds>(1, 600),
     "The longest wait for one answer of the mail server."},

    {"mail.dkim.domain", TextSlot{member<&C::mail, &C::Mail::dkim, &C::Dkim::domain>},
     "Domain that signs mails here. Empty: the relay signs, or nobody does.", must_be_host_or_empty},
    {"mail.dkim.selector", TextSlot{member<&C::mail, &C::Mail::dkim, &C::Dkim::selector>},
     "The public key stands in the DNS at SELECTOR._domainkey.DOMAIN.", must_be_host_or_empty},
    {"mail.dkim.key_file", TextSlot{member<&C::mail, &C::Mail::dkim, &C::Dkim::key_file>},
     "Private key in PEM, RSA (2048 bits advised) or Ed25519; relative to the data folder."},

    {"site.organisation_name", TextSlot{member<&C::site, &C::Site::organisation_name>},
     "Who runs the campaign, in the foot of mails and in the proof of consents."},
    {"site.organisation_name_en", TextSlot{member<&C::site, &C::Site::organisation_name_en>},
     "The same in English. Empty: site.organisation_name."},
    {"site.organisation_name_fr", TextSlot{member<&C::site, &C::Site::organisation_name_fr>},
     "The same in French. Empty: site.organisation_name."},
    {"site.time_zone", TextSlot{member<&C::site, &C::Site::time_zone>},
     "Time zone of dates that are shown, by its name in the IANA data base."},

    {"database.url", TextSlot{member<&C::database, &C::Database::url>},
     "sqlite:PATH or postgres://USER@HOST/NAME. Empty: alltogether.db in the data folder.",
     must_be_database_url_or_empty},
    {"database.statement_seconds", number<&C::database, &C::Database::statement_seconds>(0, 3'600),
     "The longest that one statement of a page or download may run; then the answer is 503. 0: no limit."},
    {"database.lock_seconds", number<&C::database, &C::Database::lock_seconds>(0, 3'600),
     "PostgreSQL only: the longest wait for a row or table that another transaction holds. 0: no limit."},

    {"jobs.workers", number<&C::jobs, &C::Jobs::workers>(1, 64), "Threads for work in the background."},

    {"metrics.listen", TextSlot{member<&C::metrics, &C::Metrics::listen>},
     "Address and port that give /metrics, /healthz and /readyz to whoever reaches them. Empty: /metrics stands on the "
     "website's own address, for limits.trusted_networks alone.",
     must_be_listen_address_or_empty},

    {"privacy.network_days", number<&C::privacy, &C::Privacy::network_days>(0, 3'650),
     "Days for which the network address of a signature is kept; a job of the night removes older ones. 0: none is "
     "removed."},

    {"webhooks.private_networks", ListSlot{member<&C::webhooks, &C::Webhooks::private_networks>},
     "Networks (CIDR) to which webhooks may go although they are not public, also without TLS: services beside this "
     "one. "
     "All other private addresses are refused.",
     must_be_network},
    {"webhooks.timeout_seconds", number<&C::webhooks, &C::Webhooks::timeout_seconds>(1, 60),
     "The longest wait for the answer to one webhook."},

    {"integrity.four_eyes", FlagSlot{member<&C::integrity, &C::Integrity::four_eyes>},
     "Whether a batch that takes signatures out of a count waits until a second member of staff has approved it."},

    {"letters.per_hour_to_office", number<&C::letters, &C::Letters::per_hour_to_office>(1, kMany),
     "Letters to representatives that one office gets in an hour at most; more wait their turn."},
    {"letters.per_hour_to_domain", number<&C::letters, &C::Letters::per_hour_to_domain>(1, kMany),
     "The same for all offices whose addresses have the same domain, such as parl.gc.ca."},
    {"letters.connections", number<&C::letters, &C::Letters::connections>(1, 64),
     "Connections to the mail server for letters to representatives, beside those of mail.workers."},

    {"counters.folder", TextSlot{member<&C::counters, &C::Counters::folder>},
     "Folder in which the count of each petition is kept as small files, for the web server in front, which gives them "
     "also while the program is down; relative to the data folder. Empty: no files."},
    {"counters.every_seconds", number<&C::counters, &C::Counters::every_seconds>(1, 3'600),
     "How often files in counters.folder are brought up to date."},

    {"files.s3_endpoint", TextSlot{member<&C::files, &C::Files::s3_endpoint>},
     "Address of an S3-compatible store for uploaded files, such as https://s3.ca-central-1.amazonaws.com. Empty: they "
     "lie in folders below the data folder.",
     must_be_public_url_or_empty},
    {"files.s3_bucket", TextSlot{member<&C::files, &C::Files::s3_bucket>},
     "Its bucket, which is there already and which nobody else can read."},
    {"files.s3_region", TextSlot{member<&C::files, &C::Files::s3_region>}, "The region that requests are signed for."},
    {"files.s3_access_key", TextSlot{member<&C::files, &C::Files::s3_access_key>}, "The key's name."},
    {"files.s3_secret_key", TextSlot{member<&C::files, &C::Files::s3_secret_key>},
     "The key itself. Keep this file readable by the service alone."},
    {"files.s3_prefix", TextSlot{member<&C::files, &C::Files::s3_prefix>},
     "What the names of all files begin with, such as campaign/, where several installations share a bucket."},
};

// TOML basic string: quotes, backslashes and control characters escaped.
std::string toml_of(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string toml_of(const TextList& list) {
    std::string out = "[";
    for (const std::string& text : list) out += (out.size() > 1 ? ", " : "") + toml_of(text);
    return out + ']';
}

std::string words_of(const ChoiceSlot& slot) {
    std::string out;
    for (const std::string_view word : slot.words) {
        if (!out.empty()) out += word == slot.words.back() ? " or " : ", ";
        out += toml_of(word);
    }
    return out;
}

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};

}  // namespace

std::span<const ConfigKey> config_keys() { return kKeys; }

std::string value_as_toml(const ConfigKey& key, const Config& config) {
    Config copy = config;  // the slots point into a changeable one
    return std::visit(Overloaded{
                          [&](TextSlot slot) { return toml_of(slot(copy)); },
                          [&](ListSlot slot) { return toml_of(slot(copy)); },
                          [&](FlagSlot slot) { return std::string(slot(copy) ? "true" : "false"); },
                          [&](NumberSlot slot) { return std::to_string(slot.member(copy)); },
                          [&](ChoiceSlot slot) { return toml_of(slot.words[slot.place(copy)]); },
                      },
                      key.slot);
}

std::string type_of(const ConfigKey& key) {
    return std::visit(
        Overloaded{
            [](TextSlot) { return std::string("text"); },
            [](ListSlot) { return std::string("list of texts"); },
            [](FlagSlot) { return std::string("true or false"); },
            [](NumberSlot slot) { return fmt::format("whole number from {} to {}", slot.least, slot.most); },
            [](ChoiceSlot slot) { return words_of(slot); },
        },
        key.slot);
}

}  // namespace runtime
