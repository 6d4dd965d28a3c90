// features/mosaic/jobs.h - what workers do for mosaics, and what follows when a voice appears or goes.
#pragma once
#include "features/mosaic/services.h"
#include "features/mosaic/studio_service.h"
#include "platform/jobs/jobs.h"
#include "ports/check.h"
#include "ports/voices.h"

namespace mosaic {

// "mosaic.take_in" for one voice, "mosaic.draw" and "mosaic.build" for one mosaic, "mosaic.forget" for some files, and
// the daily look for files that no row needs. Both outlive the handlers.
void add_jobs(jobs::Handlers& handlers, const Services& services, Studio& studio);

// A voice that appears is taken in by a job. One that goes is out of every mosaic with the transaction that says so:
// its cell, its small picture, and every tile on which it could be made out; tiles are drawn anew at once afterwards.
ports::VoiceListener voice_listener();

// Orders the work on a mosaic that was just begun.
void order_building(db::Write& write, MosaicId mosaic);

// Every file of a mosaic is there.
ports::Check files_check(const files::FileStore& files);

}  // namespace mosaic
