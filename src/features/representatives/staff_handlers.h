// features/representatives/staff_handlers.h - what staff do: keep offices by hand (OfficeHandlers), sets of ridings
// (SetHandlers), and take in files (ImportHandlers).
#pragma once
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "features/representatives/holder.h"
#include "features/representatives/import_record.h"
#include "features/representatives/services.h"
#include "platform/db/database.h"
#include "platform/files/address.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace representatives {

struct KeepHolder {
    ports::Acting acting;
    std::optional<RepresentativeId> id;  // absent: a new one
    HolderForm typed;                    // sound by itself
    std::string seen, today;             // what the form was shown with; "2026-11-03"
};
struct HolderAct {
    ports::Acting acting;
    RepresentativeId id;
};

class OfficeHandlers {
public:
    explicit OfficeHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/representatives?words=&house=&page=
    http::Response list(const http::Request& request, db::Read& read) const;
    // GET /{locale}/staff/representatives/new, .../{representative}
    http::Response show(const http::Request& request, db::Read& read) const;
    // POST to the same: the fields of HolderForm, and seen (ports/editing.h)
    base::Result<KeepHolder, base::Problems> read_holder(const http::Request& request) const;
    http::WriteResult keep(const KeepHolder& form, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    // POST .../{representative}/leaving, .../{representative}/vacancy: no longer in office; the seat is vacant as well
    base::Result<HolderAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult leave(const HolderAct& act, db::Write& write) const;
    http::WriteResult vacate(const HolderAct& act, db::Write& write) const;

private:
    const Services& services_;
};

struct KeepSet {
    ports::Acting acting;
    SetForm typed;     // sound by itself, its short name as it is stored
    std::string seen;  // what the form was shown with; empty: of no set
};
struct SetAct {
    ports::Acting acting;
    std::string slug;
};

class SetHandlers {
public:
    explicit SetHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/representatives/sets?set=: with the form of that set, or of a new one
    // POST to the same: the fields of SetForm, and seen (ports/editing.h)
    http::Response list(const http::Request& request, db::Read& read) const;
    base::Result<KeepSet, base::Problems> read_set(const http::Request& request) const;
    http::WriteResult keep(const KeepSet& form, db::Write& write) const;
    http::Response list_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    // POST .../sets/{set}/retirement, .../sets/{set}/return
    base::Result<SetAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult retire(const SetAct& act, db::Write& write) const;
    http::WriteResult bring_back(const SetAct& act, db::Write& write) const;

private:
    const Services& services_;
};

struct UploadForm {
    ports::Acting acting;
    ImportRecord import;
};
struct ImportAct {
    ports::Acting acting;
    ImportId import;
    std::string file;                                 // whose rows these are, as the page had it
    std::shared_ptr<const ridings::Reading> reading;  // null where the file is gone
    enum class OlderToo : unsigned char { no, yes } older_too;
    std::string plan;  // fingerprint_of() what the page said would happen
};

// The rows of the file that was read last: the page that shows what it would do, and the button below it, read once.
class LastReading {
public:
    // nullptr: there is no such file, or nobody reads it.
    std::shared_ptr<const ridings::Reading> of(const files::FileStore& files, const std::string& address);

private:
    std::mutex mutex_;
    std::string address_;
    std::shared_ptr<const ridings::Reading> reading_;
};

inline constexpr std::size_t kLargestFile = std::size_t{64} << 20;

class ImportHandlers {
public:
    explicit ImportHandlers(const Services& services) : services_(services) {}

    // GET, POST /{locale}/staff/representatives/imports: file, set, source, as_of, whole
    http::Response list(const http::Request& request, db::Read& read) const;
    base::Result<UploadForm, base::Problems> read_upload(const http::Request& request) const;
    http::WriteResult upload(const UploadForm& form, db::Write& write) const;
    http::Response list_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    // GET .../imports/{import}: what it would do, or what came of it
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    // POST .../imports/{import}/taking: file, plan, older_too; .../imports/{import}/leaving
    base::Result<ImportAct, base::Problems> read_taking(const http::Request& request) const;
    http::WriteResult take(const ImportAct& act, db::Write& write) const;
    base::Result<ImportAct, base::Problems> read_leaving(const http::Request& request) const;
    http::WriteResult leave(const ImportAct& act, db::Write& write) const;

private:
    const Services& services_;
    mutable LastReading last_{};
};

// Imports that nobody took in for a month are left, and files that none needs any more are removed.
void sweep_imports(db::Database& database, files::FileStore& files, base::Instant now);

}  // namespace representatives
