// features/pictures/jobs.h - what is made of uploads, and files that nobody needs any more.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "features/pictures/picture.h"
#include "platform/db/database.h"
#include "platform/files/file_store.h"
#include "platform/imaging/workshop.h"
#include "platform/jobs/jobs.h"
#include "ports/check.h"

namespace pictures {

// What the jobs work with; all of it outlives them.
struct Bench {
    db::Database& database;
    files::FileStore& files;
    std::function<imaging::Workshop&()> workshop;
};

// "pictures.make" for one picture, "pictures.forget" for one file, and the daily look for files that no picture needs:
// those of uploads whose form was refused, or of a crash.
void add_jobs(jobs::Handlers& handlers, const Bench& bench);

// Makes this picture now instead of when its job's turn comes. Where the worker fails, the job will try again.
void make_at_once(const Bench& bench, PictureId picture);

// Orders a worker's look at this picture, now that it waits for one.
void order_making(db::Write& write, PictureId picture);
// Orders that these files go, as soon as no picture needs them.
void order_forgetting(db::Write& write, const std::vector<std::string>& addresses);

// Every file of a picture is there.
ports::Check files_check(const files::FileStore& files);

}  // namespace pictures
