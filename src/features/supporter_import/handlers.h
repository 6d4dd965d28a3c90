// features/supporter_import/handlers.h - staff upload a table of people, say what its columns are, look at what would
// come of it, and bring it in.
#pragma once
#include <string>

#include "features/supporter_import/job_service.h"
#include "features/supporter_import/pages.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"
#include "ports/page.h"

namespace supporter_import {

using ports::Acting;

struct Services {
    const ports::PageFrames& frames;
    files::FileStore& files;  // of the uploads
};

struct UploadForm {
    Acting acting;
    Import import;
    std::string level;  // slug
};
// A press on a button about an import.
struct ImportAct {
    Acting acting;
    ImportId import;
    PlanForm form{};
    base::Day today{};
};

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // GET and POST /{locale}/staff/people/imports: file, level
    http::Response list(const http::Request& request, db::Read& read) const;
    http::Response list_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<UploadForm, base::Problems> read_upload(const http::Request& request) const;
    http::WriteResult upload(const UploadForm& form, db::Write& write) const;

    // GET /{locale}/staff/people/imports/{import}
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<ImportAct, base::Problems> read_act(const http::Request& request) const;
    // POST .../plan: column_0, column_1, ...; tags, language, as_of, ground, words, expires_on
    http::WriteResult plan(const ImportAct& act, db::Write& write) const;
    // POST .../start, .../change, .../removal
    http::WriteResult start(const ImportAct& act, db::Write& write) const;
    http::WriteResult change(const ImportAct& act, db::Write& write) const;
    http::WriteResult remove(const ImportAct& act, db::Write& write) const;
    // GET .../troubles.csv
    http::Response download_troubles(const http::Request& request, db::Read& read) const;

private:
    const Services& services_;
};

}  // namespace supporter_import
