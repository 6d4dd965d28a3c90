// features/mail_returns/sending_domain.h - whether the world can tell that our mails are ours: SPF (RFC 7208), DKIM
// (RFC 6376) and DMARC (RFC 7489) of the domain in the From address, in plain words. Pure.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "platform/dns/text_records.h"

namespace mail_returns {

enum class Verdict : unsigned char { good, better_possible, wrong, unknown };

// What was found about one of the three.
struct Finding {
    Verdict verdict = Verdict::unknown;
    base::Message sentence;    // what it means
    std::string record{};      // as it stands in the DNS; may be empty
    std::string name{};        // where it stands: "_dmarc.example.org"
    std::string to_publish{};  // what would be right; empty where nothing is to be done
};

// The domain of an address: "example.org" of "info@example.org"; "" of what is none.
std::string domain_of(std::string_view address);

// records: of the domain itself.
Finding judge_spf(const std::string& domain, const dns::TextRecords& records);

// records: of SELECTOR._domainkey.DOMAIN. ours: the record that belongs to our key; empty where the mail server signs:
// then nothing can be said.
struct Key {
    std::string domain, selector, ours;
};
Finding judge_dkim(const Key& key, const dns::TextRecords& records);

// records: of _dmarc.DOMAIN.
Finding judge_dmarc(const std::string& domain, const dns::TextRecords& records);

}  // namespace mail_returns
