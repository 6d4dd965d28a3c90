// features/delivery/staff_handlers.h - what staff do: record what was handed over and order documents (RecordHandlers),
// count paper (PaperHandlers), look after the ways into parliaments (ParliamentHandlers).
#pragma once
#include <optional>
#include <string>

#include "features/delivery/document_order.h"
#include "features/delivery/paper.h"
#include "features/delivery/parliament.h"
#include "features/delivery/record.h"
#include "features/delivery/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace delivery {

using ports::Acting;

// A form of several fields, as it came.
struct FieldsEdit {
    Acting acting;
    std::string slug;
    std::int64_t id = 0;  // of what is changed; 0: something new
    ports::NamedTexts typed;
    std::string seen;
    base::Day today;
    bool wants_picture = false;  // sent by the button that leads to the library
};
// A press on a button.
struct Act {
    Acting acting;
    std::string slug;
    std::int64_t id = 0;
};
struct Upload {
    Acting acting;
    std::string slug;
    std::int64_t id;
    std::string name, file;  // as it is kept
    ScanType type;
    std::int64_t bytes;
};
struct DocumentWish {
    Acting acting;
    std::string slug;
    DocumentOrder order;
};
struct CheckSetting {
    Acting acting;
    std::string slug;
    PaperCheck check;
};

class RecordHandlers {
public:
    explicit RecordHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/petitions/{slug}/delivery
    http::Response overview(const http::Request& request, db::Read& read) const;
    http::Response overview_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET, POST .../delivery/records/{delivery}, where "new" is one that is not there yet: kRecordFields, seen
    http::Response show(const http::Request& request, db::Read& read) const;
    base::Result<FieldsEdit, base::Problems> read_record(const http::Request& request) const;
    http::WriteResult save(const FieldsEdit& edit, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // POST .../delivery/records/{delivery}/publication, /withdrawal
    base::Result<Act, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult publish(const Act& act, db::Write& write) const;
    http::WriteResult withdraw(const Act& act, db::Write& write) const;

    // POST .../delivery/records/{delivery}/response: file
    base::Result<Upload, base::Problems> read_response(const http::Request& request) const;
    http::WriteResult attach_response(const Upload& upload, db::Write& write) const;

    // POST .../delivery/documents: kind, languages, paper, names, recipient. An act on record.
    base::Result<DocumentWish, base::Problems> read_order(const http::Request& request) const;
    http::WriteResult order(const DocumentWish& wish, db::Write& write) const;
    // GET .../delivery/documents/{document}
    http::Response document(const http::Request& request, db::Read& read) const;

private:
    const Services& services_;
};

class PaperHandlers {
public:
    explicit PaperHandlers(const Services& services) : services_(services) {}

    // GET .../delivery/paper; POST .../delivery/paper-check: needs_check
    http::Response list(const http::Request& request, db::Read& read) const;
    base::Result<CheckSetting, base::Problems> read_setting(const http::Request& request) const;
    http::WriteResult save_setting(const CheckSetting& setting, db::Write& write) const;

    // GET, POST .../delivery/paper/{batch}, where "new" is one that is not there yet: kBatchFields, seen
    http::Response show(const http::Request& request, db::Read& read) const;
    base::Result<FieldsEdit, base::Problems> read_batch(const http::Request& request) const;
    http::WriteResult save(const FieldsEdit& edit, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // POST .../delivery/paper/{batch}/check: by somebody other than who entered it; /removal
    base::Result<Act, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult check(const Act& act, db::Write& write) const;
    http::WriteResult remove(const Act& act, db::Write& write) const;

    // POST .../delivery/paper/{batch}/scans: file; GET, POST .../delivery/scans/{scan}, /removal
    base::Result<Upload, base::Problems> read_scan(const http::Request& request) const;
    http::WriteResult attach_scan(const Upload& upload, db::Write& write) const;
    http::Response scan(const http::Request& request, db::Read& read) const;
    http::WriteResult remove_scan(const Act& act, db::Write& write) const;

private:
    const Services& services_;
};

class ParliamentHandlers {
public:
    explicit ParliamentHandlers(const Services& services) : services_(services) {}

    // GET .../delivery/parliaments
    http::Response list(const http::Request& request, db::Read& read) const;
    // GET, POST .../delivery/parliaments/{parliament}: what breaks its rules, in both languages; kOfficialFields, seen
    http::Response show(const http::Request& request, db::Read& read) const;
    base::Result<FieldsEdit, base::Problems> read_official(const http::Request& request) const;
    http::WriteResult save(const FieldsEdit& edit, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    // GET .../delivery/parliaments/{parliament}/sheet: PDF of the newest frozen text, whatever its faults; ?paper=a4
    http::Response sheet(const http::Request& request, db::Read& read) const;

private:
    const Services& services_;
};

}  // namespace delivery
