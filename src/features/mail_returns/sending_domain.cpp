#include "features/mail_returns/sending_domain.h"

#include <algorithm>

#include "base/text.h"

namespace mail_returns {
namespace {

bool begins_with(std::string_view text, std::string_view start) {
    return base::equals_ignoring_ascii_case(text.substr(0, start.size()), start);
}

std::vector<std::string> beginning_with(const dns::TextRecords& records, std::string_view start) {
    std::vector<std::string> found;
    std::ranges::copy_if(records.records, std::back_inserter(found),
                         [&](const std::string& record) { return begins_with(record, start); });
    return found;
}

// The value of "name=" among parts that semicolons separate, without blanks; "" when there is none.
std::string tag(std::string_view record, std::string_view name) {
    while (!record.empty()) {
        const auto end = record.find(';');
        const std::string part = base::collapse_spaces(record.substr(0, end));
        const auto equals = part.find('=');
        if (equals != std::string::npos &&
            base::equals_ignoring_ascii_case(base::collapse_spaces(part.substr(0, equals)), name)) {
            std::string value = part.substr(equals + 1);
            std::erase(value, ' ');
            return value;
        }
        if (end == std::string_view::npos) break;
        record.remove_prefix(end + 1);
    }
    return "";
}

// The last "all" of an SPF record with its sign: '-', '~', '?', '+'; 0 when there is none.
char all_of(const std::string& record) {
    const std::string lower = " " + base::lower_ascii(record) + " ";
    char sign = 0;
    for (const char each : {'-', '~', '?', '+'})
        if (lower.find(std::string{" "} + each + "all ") != std::string::npos) sign = each;
    if (sign == 0 && lower.find(" all ") != std::string::npos) sign = '+';
    return sign;
}

Finding unasked(std::string name) {
    return {.verdict = Verdict::unknown,
            .sentence = base::message("The domain name system did not answer. Try again later."),
            .name = std::move(name)};
}

}  // namespace

std::string domain_of(std::string_view address) {
    const auto at = address.rfind('@');
    return at == std::string_view::npos ? "" : std::string{address.substr(at + 1)};
}

Finding judge_spf(const std::string& domain, const dns::TextRecords& records) {
    if (records.outcome == dns::Outcome::failed) return unasked(domain);
    const auto found = beginning_with(records, "v=spf1");
    if (found.empty())
        return {.verdict = Verdict::wrong,
                .sentence = base::message("Nothing says which servers may send for this domain. Many will take our "
                                          "mails for forgeries."),
                .name = domain,
                .to_publish = "v=spf1 include:YOUR-MAIL-SERVICE -all"};
    if (found.size() > 1)
        return {.verdict = Verdict::wrong,
                .sentence = base::message("There are two SPF records; then none of them holds. Make one of both."),
                .record = found[0] + "\n" + found[1],
                .name = domain};
    const char sign = all_of(found[0]);
    if (sign == '+')
        return {.verdict = Verdict::wrong,
                .sentence = base::message("Every server of the world may send for this domain. End the record "
                                          "with -all."),
                .record = found[0],
                .name = domain};
    if (sign == '-' || sign == '~' || begins_with(found[0], "v=spf1 redirect=") ||
        found[0].find(" redirect=") != std::string::npos)
        return {
            .verdict = Verdict::good,
            .sentence = base::message("The domain says which servers may send for it. Look that ours is among them."),
            .record = found[0],
            .name = domain};
    return {.verdict = Verdict::better_possible,
            .sentence = base::message("The record leaves open what happens to mails of other servers. End it with ~all "
                                      "or -all."),
            .record = found[0],
            .name = domain};
}

Finding judge_dkim(const Key& key, const dns::TextRecords& records) {
    if (key.ours.empty())
        return {
            .verdict = Verdict::unknown,
            .sentence = base::message("This program signs no mails; the mail server may. Send a test to yourself and "
                                      "look for “dkim=pass” in its headers.")};
    const std::string name = key.selector + "._domainkey." + key.domain;
    if (records.outcome == dns::Outcome::failed) return unasked(name);
    const auto is_key = [](const std::string& record) { return !tag(record, "p").empty(); };
    const auto found = std::ranges::find_if(records.records, is_key);
    if (found == records.records.end())
        return {.verdict = Verdict::wrong,
                .sentence = base::message("Our signatures cannot be checked: the key is not published."),
                .name = name,
                .to_publish = key.ours};
    if (tag(*found, "p") != tag(key.ours, "p"))
        return {.verdict = Verdict::wrong,
                .sentence = base::message("Another key is published than the one we sign with. Every signature of ours "
                                          "fails."),
                .record = *found,
                .name = name,
                .to_publish = key.ours};
    return {.verdict = Verdict::good,
            .sentence = base::message("The key that we sign with is published. Our signatures can be checked."),
            .record = *found,
            .name = name};
}

Finding judge_dmarc(const std::string& domain, const dns::TextRecords& records) {
    const std::string name = "_dmarc." + domain;
    if (records.outcome == dns::Outcome::failed) return unasked(name);
    const auto found = beginning_with(records, "v=DMARC1");
    if (found.size() != 1)
        return {
            .verdict = Verdict::wrong,
            .sentence = found.empty()
                            ? base::message("The domain does not say what is to happen to forgeries. Large mail "
                                            "services ask for it from whoever sends 5,000 mails a day.")
                            : base::message("There are two DMARC records; then none of them holds. Make one of both."),
            .name = name,
            .to_publish = "v=DMARC1; p=quarantine; rua=mailto:postmaster@" + domain};
    const std::string policy = base::lower_ascii(tag(found[0], "p"));
    if (policy == "reject" || policy == "quarantine")
        return {.verdict = Verdict::good,
                .sentence = base::message("Forgeries in our name are turned away or put aside."),
                .record = found[0],
                .name = name};
    if (policy == "none")
        return {.verdict = Verdict::better_possible,
                .sentence = base::message("Forgeries are only reported. Once the reports show that all our own mails "
                                          "pass, ask for p=quarantine."),
                .record = found[0],
                .name = name};
    return {.verdict = Verdict::wrong,
            .sentence = base::message("The record has no policy that is understood."),
            .record = found[0],
            .name = name,
            .to_publish = "v=DMARC1; p=quarantine; rua=mailto:postmaster@" + domain};
}

}  // namespace mail_returns
