// features/voices/step_service.h - the steps of a voice and all that follows from each, in one transaction: the wall,
// the tally, the search, those who listen, the files. Nothing else puts a voice on the wall or takes it off.
#pragma once
#include <string>
#include <vector>

#include "features/voices/reach_service.h"
#include "features/voices/services.h"
#include "features/voices/store.h"
#include "features/voices/voice.h"
#include "platform/db/transaction.h"

namespace voices {

// By the sender. Confirming twice changes nothing.
void confirm(const Services& services, db::Write& write, const Voice& voice);
void confirm_guardian(db::Write& write, const Voice& voice);

// What staff decided. no: it was the same already, or it cannot be judged yet. changed: it has another picture than the
// one they saw, and is not shown. Two yeses of different people where settings say so: the first is only noted.
struct Judging {
    SavingId saving;
    auth::StaffId staff;
    std::string name;
};
enum class Judged : unsigned char { no, changed, noted, decided };
Judged judge(const Services& services, db::Write& write, const Decision& decision, const Judging& judging);
// How many of those in reach were put back.
std::int64_t undo(const Services& services, db::Write& write, SavingId saving, const Reach& reach);

// Another picture in its place: it leaves the wall until a guardian, where there is one, and staff have seen it.
void replace_picture(const Services& services, db::Write& write, const Voice& voice, const std::string& original);

// Everything personal goes, and its files. Withdrawing twice changes nothing.
void withdraw(const Services& services, db::Write& write, const Voice& voice);

// It leaves no row, only a voice that never was shown may go like that.
void forget(db::Write& write, const Voice& voice);

// Every file of a voice, the original too.
std::vector<std::string> files_of(db::Read& read, const Voice& voice);

}  // namespace voices
