// bench/people_speed.cpp - fills a database with the demo in it with people of the list, and with a mail that each of
// them got, for bench/people.sh, which then asks for the staff's pages of them.
//
//     bench_people_speed DATABASE PEOPLE SAMPLES >SAMPLES_FILE
//
// DATABASE ("sqlite:PATH" or "postgres://...") is used by nobody else meanwhile. Prints one line of JSON about the
// whole
// ({"people", "tag", "blast"}), then one for each of SAMPLES people: who they are, and the copy that they got.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

#include <boost/json.hpp>

#include "bench/made_up_supporters.h"
#include "people/address_hash.h"
#include "people/store.h"
#include "people/tags.h"
#include "platform/auth/secret.h"
#include "platform/db/database.h"

namespace {

constexpr base::Instant kSentAt{1'793'534'400'000'000};  // 2026-11-01T12:00:00Z
constexpr std::int64_t kBlast = 1'000'017, kWording = 1'000'018;
constexpr std::int64_t kInBlock = 1'000;
constexpr std::int64_t kDelivered = 2, kRefused = 3;

// What of the demo the rows refer to.
struct Ground {
    auth::Secret secret;
    std::int64_t tag, nation;
    std::map<std::string, std::int64_t, std::less<>> provinces;
};

Ground ground_of(db::Database& database) {
    const auto tag = database.write([](db::Write& write) { return people::ensure_tag(write, "Ten million").value; });
    const auto levels = database.read([](db::Read& read) { return people::levels(read); });
    Ground ground{auth::load_or_create_secret(database), tag, levels.national()->id.value, {}};
    for (const auto& level : levels.all())
        if (level.kind == people::LevelKind::province && level.province)
            ground.provinces[std::string{people::code(*level.province)}] = level.id.value;
    return ground;
}

std::int64_t mail_id(std::int64_t number) { return db::least_id_at(kSentAt) + number * 16; }
std::int64_t state_of(std::int64_t number) { return number % 50 == 0 ? kRefused : kDelivered; }
bool has_tag(std::int64_t number) { return number % 20 == 0; }

void fill_consents(bench::RowLoader& loader, const bench::Supporters& supporters) {
    loader.fill("consent_wording", {"id", "wording_key", "version", "locale", "words", "first_used_at"},
                [&](const bench::AddRow& add) {
                    add({kWording, "bench.mail", std::int64_t{1}, "en", "Write to me.", kSentAt.microseconds});
                });
    loader.fill("consent",
                {"id", "address_hash", "person_id", "act", "ground", "wording_id", "on_behalf_of", "source", "network",
                 "at", "confirmed_at", "recorded_at"},
                [&](const bench::AddRow& add) {
                    for (std::int64_t n = 1; n <= supporters.count; ++n) {
                        const auto id = bench::supporter_id(n);
                        const auto at = (kSentAt - base::days(n % 900)).microseconds;
                        add({id, supporters.hash_of(n), id, std::int64_t{0}, std::int64_t{0}, kWording, "Us", "bench",
                             "", at, at, at});
                    }
                });
}

void fill_tag(bench::RowLoader& loader, std::int64_t count, std::int64_t tag) {
    loader.fill("person_tag", {"tag_id", "person_id", "added_at"}, [&](const bench::AddRow& add) {
        for (std::int64_t n = 1; n <= count; ++n)
            if (has_tag(n)) add({tag, bench::supporter_id(n), kSentAt.microseconds});
    });
}

void fill_copies(bench::RowLoader& loader, std::int64_t count) {
    loader.fill("sent_mail", {"id", "blast_id", "person_id", "variant", "state", "attempts", "at"},
                [&](const bench::AddRow& add) {
                    for (std::int64_t n = 1; n <= count; ++n)
                        add({mail_id(n), kBlast, bench::supporter_id(n), std::int64_t{0}, state_of(n), std::int64_t{1},
                             kSentAt.microseconds});
                });
    loader.fill("mail_block", {"id", "blast_id", "first_id", "last_id", "owner", "until", "finished_at"},
                [&](const bench::AddRow& add) {
                    for (std::int64_t n = 1; n <= count; n += kInBlock)
                        add({mail_id(n), kBlast, mail_id(n), mail_id(std::min(n + kInBlock - 1, count)),
                             std::int64_t{1}, std::int64_t{0}, kSentAt.microseconds});
                });
}

void fill_blast(bench::RowLoader& loader, std::int64_t count, std::int64_t nation) {
    const auto at = kSentAt.microseconds;
    loader.fill("mail_blast",
                {"id", "mailing_id", "name", "level_id", "variants", "tested_per_thousand", "per_hour", "time_zone",
                 "local_times", "planned_by", "planned_at", "confirmed_by", "confirmed_at", "counted", "finished_at"},
                [&](const bench::AddRow& add) {
                    add({kBlast, std::int64_t{1}, "To ten million", nation, std::int64_t{1}, std::int64_t{1'000},
                         std::int64_t{0}, "America/Toronto", std::int64_t{0}, "Bench", at, "Bench", at, count, at});
                });
    loader.fill("mail_tally", {"blast_id", "variant", "taken", "delivered", "refused"}, [&](const bench::AddRow& add) {
        add({kBlast, std::int64_t{0}, count, count - count / 50, count / 50});
    });
}

void print_samples(std::int64_t count, std::int64_t samples, std::int64_t tag) {
    using boost::json::object;
    std::puts(boost::json::serialize(object{{"people", count}, {"tag", tag}, {"blast", kBlast}}).c_str());
    for (std::int64_t i = 0; i < samples; ++i) {
        const auto n = 1 + static_cast<std::int64_t>(bench::mixed(static_cast<std::uint64_t>(i)) %
                                                     static_cast<std::uint64_t>(count));
        const auto names = bench::names_of(n);
        std::puts(boost::json::serialize(object{{"id", bench::supporter_id(n)},
                                                {"number", n},
                                                {"email", bench::supporter_email(n)},
                                                {"given", names.given},
                                                {"family", names.family},
                                                {"mail", mail_id(n)},
                                                {"refused", state_of(n) == kRefused},
                                                {"tagged", has_tag(n)}})
                      .c_str());
    }
}

}  // namespace

int main(int argument_count, char** arguments) {
    if (argument_count != 4) return 2;
    const auto where = db::Location::parse(arguments[1]);
    const std::int64_t count = std::atoll(arguments[2]);
    const auto begin = std::chrono::steady_clock::now();
    const Ground ground = [&] {
        db::Database database{{.location = where}};
        return ground_of(database);
    }();
    const bench::Supporters supporters{count,
                                       [&](std::int64_t n) {
                                           return people::address_hash(
                                               ground.secret, *base::EmailAddress::parse(bench::supporter_email(n)));
                                       },
                                       [&](const bench::Home& home) {
                                           const auto found = ground.provinces.find(home.province);
                                           return found == ground.provinces.end() ? 0 : found->second;
                                       }};
    bench::RowLoader loader{where, {"person", "mail_standing", "consent", "person_tag", "sent_mail", "mail_block"}};
    bench::fill_people(loader, supporters);
    fill_consents(loader, supporters);
    fill_tag(loader, count, ground.tag);
    fill_copies(loader, count);
    fill_blast(loader, count, ground.nation);
    loader.finish();
    print_samples(count, std::atoll(arguments[3]), ground.tag);
    std::fprintf(stderr, "filled in %.0f s\n",
                 std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    return 0;
}
