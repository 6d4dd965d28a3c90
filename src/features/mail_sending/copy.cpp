#include "features/mail_sending/copy.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "platform/inbound_mail/report.h"

namespace mail_sending {
namespace {

constexpr base::Duration kGiveUp = base::days(3);
constexpr std::array kDelays{base::minutes(1), base::minutes(5), base::minutes(30),
                             base::hours(2),   base::hours(8),   base::hours(16)};
constexpr std::int64_t kStorm = 5;

// "5.1.1" of "550 5.1.1 Nobody here"; empty where there is none.
std::string_view enhanced_code(std::string_view reason) {
    if (reason.size() < 4) return {};
    reason.remove_prefix(4);
    const auto code = reason.substr(0, std::min(reason.find_first_not_of("0123456789."), reason.size()));
    return std::ranges::count(code, '.') == 2 ? code : std::string_view{};
}

}  // namespace

std::optional<base::Instant> next_attempt(const Tried& tried, base::Instant now) {
    const auto step = static_cast<std::size_t>(std::max(tried.attempts - 1, 0));
    const auto next = now + kDelays[std::min(step, kDelays.size() - 1)];
    if (next - tried.first_at > kGiveUp) return std::nullopt;
    return next;
}

ports::ReturnKind kind_of(const Refusal& refusal) {
    using inbound_mail::ReportKind;
    const auto code = enhanced_code(refusal.reason);
    const auto meaning = inbound_mail::meaning_of(code, refusal.reason);
    if (meaning == ReportKind::unknown_address) return ports::ReturnKind::hard;
    if (meaning == ReportKind::refused) return ports::ReturnKind::blocked;
    if (code == "5.2.2") return ports::ReturnKind::soft;
    const bool about_address = refusal.code == 550 || refusal.code == 551 || refusal.code == 553;
    return code.empty() && about_address ? ports::ReturnKind::hard : ports::ReturnKind::blocked;
}

bool is_storm(const DomainRound& round) { return round.delayed >= kStorm && round.delayed > round.delivered; }

base::Duration pause_after(int storms) { return base::minutes(5LL << std::clamp(storms, 0, 4)); }

std::string domain_of(std::string_view address) {
    const auto at = address.rfind('@');
    return at == std::string_view::npos ? std::string{} : base::lower_ascii(address.substr(at + 1));
}

}  // namespace mail_sending
