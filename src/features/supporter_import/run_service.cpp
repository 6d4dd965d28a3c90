#include "features/supporter_import/run_service.h"

#include <algorithm>
#include <chrono>

#include "base/check.h"
#include "features/supporter_import/store.h"
#include "people/address_hash.h"
#include "people/addresses.h"
#include "people/mail_standing.h"
#include "people/person_news.h"
#include "platform/i18n/translator.h"
#include "ports/sender.h"

namespace supporter_import {
namespace {

base::Instant begin_of(base::Day day) {
    return {std::chrono::duration_cast<std::chrono::microseconds>(day.time_since_epoch()).count()};
}

people::Address address_of(const PersonRow& row) {
    const auto province = people::PostalCode::parse(row.postal_code);
    people::Address address{.country = row.country.value_or(people::Country{}),
                            .postal_code = row.postal_code,
                            .place = row.place,
                            .province = row.province};
    if (province && address.country.is_canada()) address.province = people::province_of(*province);
    return address;
}

bool has_left(SourceStatus status) {
    return status == SourceStatus::unsubscribed || status == SourceStatus::complained;
}

void count(Report& report, MailChange change) {
    switch (change) {
        case MailChange::none:
            return;
        case MailChange::given:
            ++report.consents;
            return;
        case MailChange::withdrawn:
            ++report.withdrawn;
            return;
        case MailChange::suppressed:
            ++report.suppressed;
            return;
        case MailChange::kept_back:
            ++report.kept_back;
    }
}

// Of a row that is not to be touched.
bool leave_alone(const PersonRow& row, Coming coming, Report& report, std::vector<RowTrouble>& troubles) {
    if (coming != Coming::other_level && coming != Coming::was_erased) return false;
    ++report.left_out;
    troubles.push_back({row.line, coming == Coming::was_erased ? Trouble::was_erased : Trouble::other_level, {}});
    return true;
}

}  // namespace

RowKeeper::RowKeeper(const Tools& tools, const Import& import, db::Read& read)
    : tools_(tools), import_(import), as_of_(begin_of(import.plan.as_of)), tree_(people::levels(read)) {
    for (auto& field : people::fields(read)) fields_.emplace(field.slug, std::move(field));
}

// An import at the nation may change everybody, one below it its own people.
bool RowKeeper::is_within(const people::Person& person) const {
    const people::Level* level = tree_.find(import_.level);
    if (level == nullptr || level->kind == people::LevelKind::national) return true;
    return person.level && tree_.is_within({.inner = *person.level, .outer = import_.level});
}

RowKeeper::Looked RowKeeper::look(db::Read& read, const PersonRow& row) const {
    const std::int64_t hash = people::address_hash(tools_.secret, *row.email);
    auto person = people::find_person_by_address(read, hash);
    Coming coming = Coming::added;
    if (person) coming = is_within(*person) ? Coming::known : Coming::other_level;
    if (person && person->erased_at) coming = Coming::was_erased;
    return {hash, std::move(person), coming};
}

base::Instant RowKeeper::left_at(const PersonRow& row) const { return row.left_at.value_or(as_of_); }

// Nobody who left, there or here, is subscribed; nobody is without a stated ground; what a person agreed to here after
// the day of the export holds.
MailChange RowKeeper::mail_change(db::Read& read, const PersonRow& row, const Looked& looked) const {
    const auto newest = people::newest_consent(read, looked.hash);
    const auto state = people::state_of(newest, std::max(as_of_, base::Instant{1}));
    const bool is_given = newest && newest->act == people::ConsentAct::given;
    if (is_given && newest->at > left_at(row) && row.status > SourceStatus::subscribed) return MailChange::none;
    if (has_left(row.status))
        return state == people::ConsentState::withdrawn ? MailChange::none : MailChange::withdrawn;
    if (row.status == SourceStatus::bounced)
        return people::find_suppression(read, looked.hash) ? MailChange::none : MailChange::suppressed;
    if (import_.plan.ground == Ground::none) return MailChange::none;
    if (row.status == SourceStatus::not_subscribed || state == people::ConsentState::withdrawn)
        return MailChange::kept_back;
    const auto standing = looked.person ? people::find_standing(read, looked.person->id) : std::nullopt;
    if (standing && standing->left_at && standing->allowed_until == base::Instant{}) return MailChange::kept_back;
    if (!is_given) {
        const bool is_mailed = standing && standing->allowed_until > as_of_;
        return is_mailed ? MailChange::none : MailChange::given;
    }
    if (newest->ground == people::ConsentGround::express) return MailChange::none;
    if (import_.plan.ground == Ground::express) return MailChange::given;
    const auto expires = begin_of(*import_.plan.expires_on) + base::days(1);
    return newest->expires_at && *newest->expires_at < expires ? MailChange::given : MailChange::none;
}

void RowKeeper::try_row(db::Read& read, const PersonRow& row, Report& report, std::vector<RowTrouble>& troubles) const {
    const Looked looked = look(read, row);
    if (leave_alone(row, looked.coming, report, troubles)) return;
    ++(looked.coming == Coming::added ? report.added : report.unchanged);
    count(report, mail_change(read, row, looked));
}

void RowKeeper::keep_row(db::Write& write, const PersonRow& row, Report& report, std::vector<RowTrouble>& troubles) {
    const Looked looked = look(write, row);
    if (leave_alone(row, looked.coming, report, troubles)) return;
    const MailChange change = mail_change(write, row, looked);
    const bool is_new = looked.coming == Coming::added;
    const auto person = is_new ? add(write, row, looked) : looked.person->id;
    bool is_changed = !is_new && fill(write, row, *looked.person);
    is_changed |= add_addresses(write, row, person, troubles);
    is_changed |= add_tags(write, row, person);
    is_changed |= add_answers(write, row, person, report, troubles);
    change_mail(write, row, person, change);
    count(report, change);
    is_changed |= change != MailChange::none && change != MailChange::kept_back;
    ++(is_new ? report.added : is_changed ? report.changed : report.unchanged);
}

people::PersonId RowKeeper::add(db::Write& write, const PersonRow& row, const Looked& looked) {
    const auto id = people::ensure_person(write, {.address_hash = looked.hash,
                                                  .email = *row.email,
                                                  .name = row.name,
                                                  .locale = row.locale.value_or(import_.plan.locale),
                                                  .address = address_of(row)});
    const auto made = people::find_person(write, id);
    CHECK(made.has_value());
    const people::Level* level = tree_.find(import_.level);
    const bool is_below = level != nullptr && level->kind != people::LevelKind::national;
    if (is_below || row.riding)
        people::change_person(write, id,
                              {made->name, made->locale, address_of(row),
                               is_below ? std::optional{import_.level} : made->level, row.riding});
    return id;
}

// What is not known yet; nothing that is known is overwritten.
bool RowKeeper::fill(db::Write& write, const PersonRow& row, const people::Person& person) {
    people::PersonChange change{person.name, person.locale, people::address_of(person), person.level, person.riding};
    bool is_filled = false;
    if (change.name.given.empty() && !row.name.given.empty()) {
        change.name.given = row.name.given;
        is_filled = true;
    }
    if (change.name.family.empty() && !row.name.family.empty()) {
        change.name.family = row.name.family;
        is_filled = true;
    }
    const bool is_nowhere = person.postal_code.empty() && person.place.empty();
    if (is_nowhere && (!row.postal_code.empty() || !row.place.empty())) {
        change.address = address_of(row);
        is_filled = true;
    }
    if (!change.riding && row.riding) {
        change.riding = row.riding;
        is_filled = true;
    }
    if (is_filled) people::change_person(write, person.id, change);
    return is_filled;
}

bool RowKeeper::add_addresses(db::Write& write, const PersonRow& row, people::PersonId person,
                              std::vector<RowTrouble>& troubles) {
    bool is_added = false;
    for (const base::EmailAddress& email : row.other_emails) {
        const auto outcome = people::add_address(write, {person, people::address_hash(tools_.secret, email), email});
        is_added |= outcome == people::AddressOutcome::added;
        if (outcome == people::AddressOutcome::taken)
            troubles.push_back({row.line, Trouble::taken_address, email.text()});
    }
    return is_added;
}

bool RowKeeper::add_tags(db::Write& write, const PersonRow& row, people::PersonId person) {
    std::vector<people::Tagging> taggings;
    const auto add = [&](const std::string& name) {
        auto found = tags_.find(name);
        if (found == tags_.end()) found = tags_.emplace(name, people::ensure_tag(write, name)).first;
        taggings.push_back({person, found->second});
    };
    for (const std::string& name : row.tags) add(name);
    for (const std::string& name : import_.plan.tags) add(name);
    return people::add_tags(write, taggings) > 0;
}

const people::Field& RowKeeper::field_of(db::Write& write, const std::string& slug) {
    const auto found = fields_.find(slug);
    if (found != fields_.end()) return found->second;
    people::Field field{.id = people::FieldId{0},
                        .slug = slug,
                        .label_en = slug,
                        .label_fr = slug,
                        .kind = people::FieldKind::text,
                        .position = static_cast<int>(fields_.size())};
    const auto id = people::insert_field(write, field);
    field = id ? *people::find_field(write, *id) : *people::find_field(write, slug);
    return fields_.emplace(slug, std::move(field)).first->second;
}

bool RowKeeper::add_answers(db::Write& write, const PersonRow& row, people::PersonId person, Report& report,
                            std::vector<RowTrouble>& troubles) {
    bool is_added = false;
    for (const TypedAnswer& typed : row.answers) {
        const people::Field& field = field_of(write, typed.field);
        const auto value = people::read_answer(field.kind, typed.value);
        if (!value) {
            troubles.push_back({row.line, Trouble::bad_answer, field.slug});
            continue;
        }
        const auto recorded = people::record_answer(write, {.person = person,
                                                            .field = field.id,
                                                            .value = *value,
                                                            .origin = people::AnswerOrigin::import,
                                                            .source = import_.name,
                                                            .at = as_of_});
        is_added |= recorded != people::Recorded::repeated;
        report.conflicts += recorded == people::Recorded::behind ? 1 : 0;
    }
    return is_added;
}

void RowKeeper::change_mail(db::Write& write, const PersonRow& row, people::PersonId person, MailChange change) {
    if (change == MailChange::given || change == MailChange::withdrawn) record_consent(write, row, person, change);
    const bool is_complaint = row.status == SourceStatus::complained && change == MailChange::withdrawn;
    if (change != MailChange::suppressed && !is_complaint) return;
    people::suppress(write, {.address_hash = people::address_hash(tools_.secret, *row.email),
                             .reason = is_complaint ? people::SuppressionReason::complaint
                                                    : people::SuppressionReason::unknown_address,
                             .detail = import_.name,
                             .at = write.now()});
}

void RowKeeper::record_consent(db::Write& write, const PersonRow& row, people::PersonId person, MailChange change) {
    const Plan& plan = import_.plan;
    const bool is_given = change == MailChange::given;
    const bool is_implied = is_given && plan.ground == Ground::implied;
    const i18n::Translator t{plan.locale};
    people::record_consent_of_file(
        write, {.act = is_given ? people::ConsentAct::given : people::ConsentAct::withdrawn,
                .ground = is_implied ? people::ConsentGround::implied : people::ConsentGround::express,
                .address_hash = people::address_hash(tools_.secret, *row.email),
                .person = person,
                .wording = {.key = is_given ? "import." + std::string{name_of(plan.ground)} : "import.left",
                            .locale = plan.locale,
                            .words = is_given ? plan.words : t("Left, as the imported file says.")},
                .on_behalf_of = ports::organisation_name(tools_.config, plan.locale),
                .source = "import: " + import_.name,
                .network = "",
                .at = is_given ? row.consented_at.value_or(as_of_) : left_at(row),
                .confirmed_at = std::nullopt,
                .expires_at = is_implied ? std::optional{begin_of(*plan.expires_on) + base::days(1)} : std::nullopt});
}

Trial try_import(const Tools& tools, const Import& import, const TextSource& source, const Progress& progress) {
    Trial trial{.report = {.preset = import.report.preset}, .troubles = {}};
    const auto header = read_header(source);
    if (!header) {
        trial.gave_up = true;
        return trial;
    }
    RowReader reader{source, *header, first_row(*header)};
    tools.database.read([&](db::Read& read) {
        const RowKeeper keeper{tools, import, read};
        std::vector<RowTrouble> troubles;
        while (reader.next()) {
            ++trial.report.rows;
            troubles.clear();
            if (const auto row = read_row(reader.row(), import.plan.mapping, troubles))
                keeper.try_row(read, *row, trial.report, troubles);
            else
                ++trial.report.left_out;
            trial.report.troubles += std::ssize(troubles);
            for (auto& trouble : troubles)
                if (std::ssize(trial.troubles) < store::kMostTroubles) trial.troubles.push_back(std::move(trouble));
            if (trial.report.rows % 10'000 == 0) progress(reader.offset());
        }
        return 0;
    });
    trial.gave_up = reader.gave_up();
    return trial;
}

std::optional<Import> import_piece(const Tools& tools, ImportId id, const TextSource& source) {
    const auto stored = tools.database.read([&](db::Read& read) { return store::find(read, id); });
    if (!stored || stored->state != ImportState::coming_in) return std::nullopt;
    const auto header = read_header(source);
    Import import = *stored;
    std::vector<PersonRow> rows;
    std::vector<RowTrouble> troubles;
    bool is_done = !header;
    if (header) {
        RowReader reader{source, *header, import.place.offset == 0 ? first_row(*header) : import.place};
        std::int64_t read = 0;
        for (; read < kRowsOfPiece && reader.next(); ++read) {
            if (auto row = read_row(reader.row(), import.plan.mapping, troubles))
                rows.push_back(*std::move(row));
            else
                ++import.report.left_out;
        }
        import.report.rows += read;
        import.place = reader.place();
        is_done = read < kRowsOfPiece;
        if (reader.gave_up()) import.state = ImportState::stopped;
    }
    return tools.database.write([&](db::Write& write) -> std::optional<Import> {
        const auto now = store::find(write, id);
        if (!now || now->state != ImportState::coming_in || now->place.offset != stored->place.offset) return now;
        RowKeeper keeper{tools, import, write};
        for (const PersonRow& row : rows) keeper.keep_row(write, row, import.report, troubles);
        const auto room = std::max<std::int64_t>(store::kMostTroubles - import.report.troubles, 0);
        const auto kept = static_cast<std::size_t>(std::min(std::ssize(troubles), room));
        store::add_troubles(write, id, std::span{troubles}.first(kept));
        import.report.troubles += std::ssize(troubles);
        if (is_done) {
            if (import.state == ImportState::coming_in) import.state = ImportState::came_in;
            import.finished_at = write.now();
        }
        store::save(write, import);
        return import;
    });
}

}  // namespace supporter_import
