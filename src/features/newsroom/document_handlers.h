// features/newsroom/document_handlers.h - documents of items: staff upload them, readers take them away.
#pragma once
#include <string>

#include "features/newsroom/document_pages.h"
#include "features/newsroom/document_store.h"
#include "features/newsroom/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace newsroom {

struct DocumentUpload {
    ports::Acting acting;
    ItemId item;
    std::string uploaded_name, label_en, label_fr;
    DocumentType type;
    std::int64_t size;
    std::string file;  // address in the store of files, where it is already
};

struct DocumentRemoval {
    ports::Acting acting;
    ItemId item;
    std::string address;  // of the attachment
};

class DocumentHandlers {
public:
    explicit DocumentHandlers(const Services& services) : services_(services) {}

    // GET /documents/{document}/{name}: always to be saved, never shown in the browser. What no public item has is
    // there for signed-in staff who may edit, and for nobody else.
    http::Response serve(const http::Request& request, db::Read& read) const;

    // What is attached to an item, and the form for one more.
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<DocumentUpload, base::Problems> read_upload(const http::Request& request) const;
    http::WriteResult upload(const DocumentUpload& upload, db::Write& write) const;
    base::Result<DocumentRemoval, base::Problems> read_removal(const http::Request& request) const;
    http::WriteResult remove(const DocumentRemoval& removal, db::Write& write) const;

private:
    const Services& services_;
};

}  // namespace newsroom
