// features/pictures/handlers.h - the files that everybody may fetch, and the library that staff keep.
#pragma once
#include <string>
#include <vector>

#include "features/pictures/pages.h"
#include "features/pictures/picture.h"
#include "features/pictures/services.h"
#include "platform/auth/audit.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace pictures {

using ports::Acting;

struct Upload {
    Acting acting;
    Words words;
    files::Address file;
    ports::WayBack way;  // back: "" for none
};
struct WordsEdit {
    Acting acting;
    PictureId picture;
    Words words;
};
struct CropEdit {
    Acting acting;
    PictureId picture;
    imaging::Crop crop;
};
struct Replacement {
    Acting acting;
    PictureId picture;
    files::Address file;
};
struct Removal {
    Acting acting;
    PictureId picture;
    bool is_decided;  // although it is shown somewhere
};

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // Everybody: a file by its public address, or by a picture's number, which leads to its usual file.
    http::Response serve(const http::Request& request, db::Read& read) const;

    http::Response list(const http::Request& request, db::Read& read) const;
    base::Result<Upload, base::Problems> read_upload(const http::Request& request) const;
    http::WriteResult upload(const Upload& form, db::Write& write) const;
    http::Response list_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response whole(const http::Request& request, db::Read& read) const;  // what can be cropped
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<WordsEdit, base::Problems> read_words_edit(const http::Request& request) const;
    http::WriteResult save_words(const WordsEdit& edit, db::Write& write) const;
    base::Result<CropEdit, base::Problems> read_crop_edit(const http::Request& request) const;
    http::WriteResult save_crop(const CropEdit& edit, db::Write& write) const;
    base::Result<Replacement, base::Problems> read_replacement(const http::Request& request) const;
    http::WriteResult replace(const Replacement& form, db::Write& write) const;
    base::Result<Removal, base::Problems> read_removal(const http::Request& request) const;
    http::WriteResult remove(const Removal& form, db::Write& write) const;

private:
    // The uploaded file, looked at by a worker and kept; or what is wrong with it.
    base::Result<files::Address, base::Problems> keep_file(const http::Request& request) const;
    http::Response list_page(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    const Services& services_;
};

}  // namespace pictures
