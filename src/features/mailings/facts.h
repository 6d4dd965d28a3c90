// features/mailings/facts.h - what a mail says that its writers did not type: who sends it, figures of actions,
// pictures, events. Looked up when sending begins and kept with the edition, in one language.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/email_address.h"
#include "base/locale.h"
#include "platform/i18n/translator.h"

namespace mailings {

// An action as it stood: "count", "petition" in a mail.
struct ActionFact {
    std::string title, summary, call, path;
    std::string figure, unit;  // "48,213", "signatures"; empty where it has none
};

struct PictureFact {
    std::string path;  // of this site
    std::string alt;
    int width = 0, height = 0;  // pixels
};

// A public event as it was announced.
struct EventFact {
    std::string title, when, where, language, path;
};

struct Facts {
    std::string public_url;  // "https://example.org"
    std::string campaign, organisation, postal_address;
    std::string from_name;     // whose name stands in From
    std::string contact;       // an address that a person reads
    std::string archive_path;  // "/en/mails/17325"; empty where the mail is not to be shown
    std::map<std::string, ActionFact, std::less<>> actions{};
    std::map<std::int64_t, PictureFact> pictures{};
    std::map<std::int64_t, EventFact> events{};
};

// For the table of editions, and back. What is no such text gives empty facts.
std::string json_of(const Facts& facts);
Facts facts_of_json(std::string_view text);

}  // namespace mailings
