#include "features/mail_sending/blast.h"

#include <algorithm>
#include <map>

#include "base/whole_number.h"

namespace mail_sending {
namespace {

constexpr int kNoProvince = static_cast<int>(people::kProvinces.size());

int bit_of(std::optional<people::Province> province) { return province ? static_cast<int>(*province) : kNoProvince; }

// Sebastiano Vigna's splitmix64.
std::uint64_t mixed(std::uint64_t value) {
    value += 0x9e3779b97f4a7c15U;
    value = (value ^ value >> 30) * 0xbf58476d1ce4e5b9U;
    value = (value ^ value >> 27) * 0x94d049bb133111ebU;
    return value ^ value >> 31;
}

std::uint64_t draw(const Blast& blast, people::PersonId person) {
    return mixed(mixed(static_cast<std::uint64_t>(blast.id.value)) ^ static_cast<std::uint64_t>(person.value));
}

i18n::TimeZone named(std::string_view name) { return i18n::TimeZone::find(name).value_or(i18n::TimeZone::toronto()); }

base::Instant start_in(const Plan& plan, const i18n::TimeZone& zone, base::Instant earliest) {
    const auto wanted = i18n::local_time(*plan.begins_at, named(plan.time_zone));
    return std::max(earliest, i18n::instant_of(wanted, zone).value_or(*plan.begins_at));
}

std::map<base::Instant, Provinces> local_starts(const Plan& plan, base::Instant earliest) {
    std::map<base::Instant, Provinces> starts;
    const auto add = [&](std::optional<people::Province> province, const i18n::TimeZone& zone) {
        starts.try_emplace(start_in(plan, zone, earliest), Provinces{0}).first->second.add(province);
    };
    for (const people::Province province : people::kProvinces) add(province, zone_of(province));
    add(std::nullopt, named(plan.time_zone));
    return starts;
}

}  // namespace

ports::AudienceQuestion question_of(const Blast& blast, base::Instant now) {
    return {.segment = blast.segment(), .topic = blast.plan.topic, .levels = {blast.plan.level}, .now = now};
}

Stage stage_of(const Blast& blast, base::Instant first_wave_at, base::Instant now) {
    if (!blast.confirmed_at) return Stage::planned;
    if (blast.stopped_at) return Stage::stopped;
    if (blast.finished_at) return Stage::finished;
    if (blast.paused_at) return Stage::paused;
    return first_wave_at > now ? Stage::waiting : Stage::running;
}

bool Provinces::hold(std::optional<people::Province> province) const { return (bits >> bit_of(province) & 1) != 0; }

void Provinces::add(std::optional<people::Province> province) { bits |= std::int64_t{1} << bit_of(province); }

std::vector<Wave> waves_of(const Plan& plan, const WaveStart& start) {
    std::map<base::Instant, Provinces> starts;
    if (plan.begins_at && plan.local_times == LocalTimes::recipients)
        starts = local_starts(plan, start.earliest);
    else
        starts[std::max(start.earliest, plan.begins_at.value_or(start.earliest))] = {};
    if (starts.size() == 1) starts.begin()->second = {};
    std::vector<Wave> waves;
    int number = start.first_number;
    for (const auto& [at, provinces] : starts) waves.push_back({number++, at, provinces, start.part});
    return waves;
}

const i18n::TimeZone& zone_of(people::Province province) {
    using enum people::Province;
    static const std::map<people::Province, i18n::TimeZone> zones{
        {ab, named("America/Edmonton")},  {bc, named("America/Vancouver")}, {mb, named("America/Winnipeg")},
        {nb, named("America/Moncton")},   {nl, named("America/St_Johns")},  {ns, named("America/Halifax")},
        {nt, named("America/Edmonton")},  {nu, named("America/Iqaluit")},   {on, named("America/Toronto")},
        {pe, named("America/Halifax")},   {qc, named("America/Toronto")},   {sk, named("America/Regina")},
        {yt, named("America/Whitehorse")}};
    return zones.at(province);
}

bool is_tested(const Blast& blast, people::PersonId person) {
    return static_cast<int>(draw(blast, person) % 1'000) < blast.plan.tested_per_thousand;
}

Variant variant_for(const Blast& blast, people::PersonId person) {
    if (blast.holds_back() && !is_tested(blast, person)) return {blast.winner.value_or(0)};
    const auto variants = static_cast<std::uint64_t>(std::max(blast.plan.variants, 1));
    return {static_cast<int>(draw(blast, person) / 1'000 % variants)};
}

bool is_meant(const Blast& blast, Part part, people::PersonId person) {
    return part == Part::everybody || is_tested(blast, person) == (part == Part::tested);
}

bool needs_number(const Plan& plan, const Reach& reach, std::int64_t share_percent) {
    return !plan.segment || reach.counted * 100 > reach.everybody * share_percent;
}

std::optional<std::int64_t> typed_number(std::string_view text) {
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto rest = text.substr(i);
        if (text[i] == ' ' || text[i] == ',') continue;
        if (rest.starts_with("\u00a0")) {
            i += 1;
        } else if (rest.starts_with("\u202f")) {
            i += 2;
        } else {
            digits += text[i];
        }
    }
    const auto number = base::whole_number(digits);
    return number && *number >= 0 && digits.front() != '-' ? number : std::nullopt;
}

}  // namespace mail_sending
