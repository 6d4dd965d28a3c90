// features/message_guides/store.h - guides, their versions and how often their words were used, in the database.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/message_guides/guide.h"
#include "features/message_guides/uses.h"
#include "platform/db/transaction.h"

namespace message_guides::store {

std::vector<Guide> guides(db::Read& read);  // by slug
std::optional<Guide> find(db::Read& read, std::string_view slug);

struct NewGuide {
    std::string slug, theme;
    base::LevelId level;
    std::string by;
};
// nullopt: the slug is taken.
std::optional<GuideId> insert(db::Write& write, const NewGuide& guide);
// The slug stays for good: addresses that were printed have to work.
void move(db::Write& write, GuideId guide, base::LevelId level, std::string_view theme);

std::vector<Published> published(db::Read& read);  // by slug
std::optional<Published> find_published(db::Read& read, std::string_view slug);

std::vector<Version> versions(db::Read& read, GuideId guide);  // newest first
std::optional<Version> find_version(db::Read& read, GuideId guide, int number);
std::optional<Version> newest(db::Read& read, GuideId guide);

struct NewVersion {
    GuideId guide;
    const Content& content;
    std::string by;
    std::string note{};
};
// The next number.
VersionId add_version(db::Write& write, const NewVersion& version);

struct Deed {
    VersionId version;
    std::string by;
};
void ask_for_approval(db::Write& write, const Deed& deed);
void approve(db::Write& write, const Deed& deed);

struct StageChange {
    GuideId guide;
    Stage stage;
    std::optional<VersionId> shown;
    std::string by;
};
void set_stage(db::Write& write, const StageChange& change);

// Adds one.
void count_use(db::Write& write, const Use& use);
// Of all days from this one on.
std::vector<UseCount> uses(db::Read& read, GuideId guide, std::int64_t since_day);

enum class Taken : unsigned char { no, yes };
// Whether this address may be sent one more mail with the link today; counts it when it may.
struct LinkMail {
    std::int64_t address_hash, day, most;
};
Taken take_link_mail(db::Write& write, const LinkMail& mail);
void forget_link_mails(db::Write& write, std::int64_t before_day);
void forget_address(db::Write& write, std::int64_t address_hash);
std::int64_t link_mails(db::Read& read, std::int64_t address_hash);

}  // namespace message_guides::store
