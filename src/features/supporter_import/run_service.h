// features/supporter_import/run_service.h - tries a file of people, and brings it in piece by piece.
//
// A piece is one transaction: the people, what was wrong, and how far the file is done. So whatever is cut off goes on
// where it was, and nothing comes in twice. Bringing in the same file again changes nothing.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "features/supporter_import/import.h"
#include "features/supporter_import/person_row.h"
#include "people/fields.h"
#include "people/level.h"
#include "people/store.h"
#include "people/tags.h"
#include "platform/auth/secret.h"
#include "platform/db/database.h"
#include "platform/runtime/config.h"

namespace supporter_import {

// What an import works with; all of it outlives it.
struct Tools {
    db::Database& database;
    const auth::Secret& secret;
    const runtime::Config& config;
};

inline constexpr std::int64_t kRowsOfPiece = 200;

// What one row comes to.
enum class Coming : unsigned char { added, known, other_level, was_erased };
enum class MailChange : unsigned char { none, given, withdrawn, suppressed, kept_back };

// Looks at rows and carries them out; one for each transaction.
class RowKeeper {
public:
    RowKeeper(const Tools& tools, const Import& import, db::Read& read);

    // What would come of it, changing nothing; counted in the report.
    void try_row(db::Read& read, const PersonRow& row, Report& report, std::vector<RowTrouble>& troubles) const;
    // Carries it out.
    void keep_row(db::Write& write, const PersonRow& row, Report& report, std::vector<RowTrouble>& troubles);

private:
    struct Looked {
        std::int64_t hash;
        std::optional<people::Person> person;
        Coming coming;
    };
    Looked look(db::Read& read, const PersonRow& row) const;
    MailChange mail_change(db::Read& read, const PersonRow& row, const Looked& looked) const;
    bool is_within(const people::Person& person) const;
    base::Instant left_at(const PersonRow& row) const;

    people::PersonId add(db::Write& write, const PersonRow& row, const Looked& looked);
    bool fill(db::Write& write, const PersonRow& row, const people::Person& person);
    bool add_addresses(db::Write& write, const PersonRow& row, people::PersonId person,
                       std::vector<RowTrouble>& troubles);
    bool add_tags(db::Write& write, const PersonRow& row, people::PersonId person);
    bool add_answers(db::Write& write, const PersonRow& row, people::PersonId person, Report& report,
                     std::vector<RowTrouble>& troubles);
    void change_mail(db::Write& write, const PersonRow& row, people::PersonId person, MailChange change);
    void record_consent(db::Write& write, const PersonRow& row, people::PersonId person, MailChange change);
    const people::Field& field_of(db::Write& write, const std::string& slug);

    const Tools& tools_;
    const Import& import_;
    base::Instant as_of_;
    people::LevelTree tree_;
    std::map<std::string, people::Field> fields_{};
    std::map<std::string, people::TagId> tags_{};
};

// Reads the whole file and says what would come of it. Up to kMostTroubles troubles go into `troubles`.
struct Trial {
    Report report;
    std::vector<RowTrouble> troubles;
    bool gave_up = false;  // more faults than a table can have
};
using Progress = std::function<void(std::uint64_t)>;  // told how many bytes are done
Trial try_import(const Tools& tools, const Import& import, const TextSource& source, const Progress& progress);

// Brings in the next piece: rows, troubles and place in one transaction. Gives the import as it is then; one that is
// not coming_in any more is left alone.
std::optional<Import> import_piece(const Tools& tools, ImportId id, const TextSource& source);

}  // namespace supporter_import
