// features/newsroom/import_handlers.h - staff upload a file of news, look at what is in it, and bring it in.
#pragma once
#include <string>

#include "features/newsroom/import_pages.h"
#include "features/newsroom/import_upload.h"
#include "platform/files/file_store.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"
#include "ports/page.h"

namespace newsroom {

using ports::Acting;

struct UploadForm {
    Acting acting;
    Upload upload;
    std::string level;
};
// A press on a button about an upload.
struct UploadAct {
    Acting acting;
    UploadId upload;
    Stage stage = Stage::published;
};

struct ImportServices {
    const ports::PageFrames& frames;
    files::FileStore& files;  // of the uploads
    i18n::TimeZone zone;      // of the times that staff see
};

class ImportHandlers {
public:
    explicit ImportHandlers(const ImportServices& services) : services_(services) {}

    http::Response list(const http::Request& request, db::Read& read) const;
    http::Response list_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<UploadForm, base::Problems> read_upload(const http::Request& request) const;
    http::WriteResult upload(const UploadForm& form, db::Write& write) const;

    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<UploadAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult start(const UploadAct& act, db::Write& write) const;
    http::WriteResult remove(const UploadAct& act, db::Write& write) const;

private:
    const ImportServices& services_;
};

}  // namespace newsroom
