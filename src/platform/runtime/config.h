// platform/runtime/config.h - the whole configuration, typed, with its defaults.
//
// Read from DIR/alltogether.toml. Every key is declared once, in config_keys.cpp, with its documentation; the default
// is the initial value of its member here. An unknown key, a wrong type or a value out of range stops the start with
// file and line. `--set KEY=VALUE` overrides a key; VALUE is TOML: limits.trusted_networks=["127.0.0.0/8"].
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace runtime {

enum class MailTransport { demo, smtp };
enum class StartTls { required, opportunistic, none };

struct Config {
    struct Server {
        std::string listen = "127.0.0.1:8080";
        std::string public_url = "http://127.0.0.1:8080";  // no slash at the end
        std::vector<std::string> trusted_proxies;          // CIDR
        std::int64_t io_threads = 0;                       // 0: one for each processor
        std::int64_t read_threads = 0;                     // 0: one for each processor
        std::int64_t max_connections = 20'000;
        bool hsts_subdomains = false;
    };
    struct Limits {
        std::vector<std::string> trusted_networks;      // CIDR
        std::int64_t sign_ons_per_minute_refuse = 100;  // by address and petition
        std::int64_t sign_ons_per_minute_flag = 1;      // more than this is flagged
        std::int64_t sign_ons_per_5_minutes_flag = 5;   // more than this is flagged
        std::int64_t dwell_seconds = 3;
        std::int64_t queue_length = 4'096;
    };
    struct Smtp {
        std::string host;
        std::int64_t port = 587;
        StartTls starttls = StartTls::required;
        bool verify_certificate = true;
        std::string certificate_authorities;  // file of trusted roots, empty: the system's
        std::string username;
        std::string password;
        std::string helo_name;  // empty: the host of server.public_url
        std::int64_t timeout_seconds = 60;
    };
    struct Dkim {
        std::string domain;  // empty: mails are not signed here
        std::string selector;
        std::string key_file;  // PEM, relative to the data folder
    };
    struct Mail {
        MailTransport transport = MailTransport::demo;
        std::string from_name_en = "All Together Now";
        std::string from_name_fr = "Tous ensemble";
        std::string from_address = "campaign@alltogether.example";
        std::string reply_to;        // empty: none
        std::string bounce_address;  // envelope sender, empty: from_address
        std::string postal_address = "1 Demo Street, Ottawa ON  K1A 0A1";
        std::int64_t workers = 2;              // connections
        std::int64_t messages_per_second = 0;  // all workers together, 0: as fast as the relay takes them
        std::int64_t history_days = 60;        // how long the record of a finished mail is kept
        std::string returns_domain;            // bounces of mails to the list go to b-TOKEN@ it, empty: bounce_address
        std::string returns_listen;            // "127.0.0.1:2525": where other servers hand them in, empty: nowhere
        std::string returns_maildir;           // a folder in which the mail server keeps them, empty: none
        std::int64_t list_connections = 8;     // for mails to the list
        std::int64_t undo_minutes = 5;         // between "send" and the first mail to the list
        std::int64_t typed_number_percent = 50;  // of everybody; a larger sending needs its number typed
        Smtp smtp;
        Dkim dkim;
    };
    struct Site {
        std::string organisation_name = "All Together Now";  // in both languages, where they have none of their own
        std::string organisation_name_en, organisation_name_fr;
        std::string time_zone = "America/Toronto";  // name of the IANA data base
    };
    struct Database {
        std::string url;                      // sqlite:PATH or postgres://..., empty: sqlite in the data folder
        std::int64_t statement_seconds = 15;  // of a page's statement, 0: as long as it takes
        std::int64_t lock_seconds = 10;       // 0: as long as it takes
    };
    struct Jobs {
        std::int64_t workers = 2;
    };

    struct Metrics {
        std::string listen;  // empty: no address of their own
    };
    struct Webhooks {
        std::vector<std::string> private_networks;  // CIDR
        std::int64_t timeout_seconds = 10;
    };
    struct Privacy {
        std::int64_t network_days = 30;  // 0: kept for good
    };
    struct Counters {
        std::string folder;  // relative to the data folder; empty: no files
        std::int64_t every_seconds = 5;
    };
    struct Integrity {
        bool four_eyes = false;
    };
    // To representatives, in the names of those who wrote them.
    struct Letters {
        std::int64_t per_hour_to_office = 60;
        std::int64_t per_hour_to_domain = 6'000;
        std::int64_t connections = 3;
    };
    // Where uploaded files lie in a store that speaks like Amazon S3.
    struct Files {
        std::string s3_endpoint;  // empty: in folders below the data folder
        std::string s3_bucket;
        std::string s3_region = "us-east-1";
        std::string s3_access_key;
        std::string s3_secret_key;
        std::string s3_prefix;  // before the names of all files
    };

    Server server;
    Limits limits;
    Mail mail;
    Site site;
    Database database;
    Jobs jobs;
    Metrics metrics;
    Privacy privacy;
    Webhooks webhooks;
    Integrity integrity;
    Letters letters;
    Counters counters;
    Files files;
};

// what(): "FILE:LINE: what is wrong and what would be right". All faults of a file at once, one a line.
class ConfigFault : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// A configuration text and the name under which faults are reported.
struct ConfigSource {
    std::string_view name;
    std::string_view text;
};

// Throws ConfigFault. overrides: "KEY=VALUE" each, reported as "--set KEY".
Config parse_config(const ConfigSource& source, std::span<const std::string> overrides = {});

// As parse_config; a file that does not exist counts as empty.
Config read_config(const std::filesystem::path& file, std::span<const std::string> overrides = {});

// The documented default file: every key, commented out, with its text and default.
std::string default_config_text();
// Writes it unless the file exists; the mode is 0600, since passwords will stand in it.
void write_default_config(const std::filesystem::path& file);

// docs/operations/configuration.md, generated from the same table.
std::string config_documentation();

}  // namespace runtime
