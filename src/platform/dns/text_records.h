// platform/dns/text_records.h - asks the DNS for TXT records, as the machine is set up to ask.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dns {

enum class Outcome : unsigned char {
    found,    // records may still be empty: the name has others
    no_name,  // nobody has such a name
    failed    // no server answered within some seconds, or it refused
};

struct TextRecords {
    Outcome outcome = Outcome::failed;
    std::vector<std::string> records{};  // the strings of each joined (RFC 7208, 3.3)
};

// Another server than those of the machine, by its IPv4 address: for tests.
struct Server {
    std::string address;
    std::uint16_t port = 53;
};

// Waits for at most some six seconds. From any thread.
TextRecords text_records(std::string_view name, const std::optional<Server>& server = {});

// The TXT records of a DNS answer (RFC 1035). Any bytes are fine; nullopt for what is no answer.
std::optional<std::vector<std::string>> records_in(std::string_view answer);

}  // namespace dns
