#include "platform/dns/text_records.h"

#include <algorithm>
#include <array>

#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>

namespace dns {
namespace {

constexpr int kSecondsToWait = 3, kTries = 2;

// A resolver of this call alone.
class Resolver {
public:
    explicit Resolver(const std::optional<Server>& server) {
        is_ready_ = res_ninit(&state_) == 0;
        state_.retrans = kSecondsToWait;
        state_.retry = kTries;
        if (!server) return;
        state_.nscount = 1;
        state_.nsaddr_list[0].sin_family = AF_INET;
        state_.nsaddr_list[0].sin_port = htons(server->port);
        inet_pton(AF_INET, server->address.c_str(), &state_.nsaddr_list[0].sin_addr);
    }
    ~Resolver() { res_nclose(&state_); }
    Resolver(const Resolver&) = delete;
    Resolver& operator=(const Resolver&) = delete;

    bool is_ready() const { return is_ready_; }
    // The length of the answer, or -1.
    int ask(const std::string& name, std::array<unsigned char, NS_MAXMSG>& answer) {
        return res_nquery(&state_, name.c_str(), ns_c_in, ns_t_txt, answer.data(), static_cast<int>(answer.size()));
    }
    bool knows_no_name() const { return state_.res_h_errno == HOST_NOT_FOUND; }
    bool knows_no_record() const { return state_.res_h_errno == NO_DATA; }

private:
    struct __res_state state_{};
    bool is_ready_ = false;
};

// The strings of one record, each behind a byte with its length.
std::string joined(std::string_view data) {
    std::string text;
    while (!data.empty()) {
        const auto length = static_cast<unsigned char>(data.front());
        text += data.substr(1, length);
        data.remove_prefix(std::min<std::size_t>(data.size(), length + 1U));
    }
    return text;
}

}  // namespace

std::optional<std::vector<std::string>> records_in(std::string_view answer) {
    ns_msg message;
    const auto* bytes = reinterpret_cast<const unsigned char*>(answer.data());
    if (answer.empty() || ns_initparse(bytes, static_cast<int>(answer.size()), &message) != 0) return std::nullopt;
    std::vector<std::string> records;
    for (int i = 0; i < ns_msg_count(message, ns_s_an); ++i) {
        ns_rr record;
        if (ns_parserr(&message, ns_s_an, i, &record) != 0) return std::nullopt;
        if (ns_rr_type(record) != ns_t_txt) continue;
        const auto* data = reinterpret_cast<const char*>(ns_rr_rdata(record));
        records.push_back(joined({data, static_cast<std::size_t>(ns_rr_rdlen(record))}));
    }
    return records;
}

TextRecords text_records(std::string_view name, const std::optional<Server>& server) {
    Resolver resolver{server};
    if (!resolver.is_ready()) return {};
    std::array<unsigned char, NS_MAXMSG> answer;
    const int size = resolver.ask(std::string{name}, answer);
    if (size < 0) {
        if (resolver.knows_no_name()) return {Outcome::no_name};
        return {resolver.knows_no_record() ? Outcome::found : Outcome::failed};
    }
    auto records = records_in({reinterpret_cast<const char*>(answer.data()), static_cast<std::size_t>(size)});
    if (!records) return {};
    return {Outcome::found, *std::move(records)};
}

}  // namespace dns
