// features/voices/picture_store.h - the pictures of voices: what was uploaded, the sizes that were made of it, and
// which look alike.
#pragma once
#include <string>
#include <vector>

#include "features/voices/voice.h"
#include "platform/db/transaction.h"

namespace voices::store {

// Another picture, or another cut: it is prepared anew, is as new as this, and waits again for a guardian and for
// staff.
void save_original(db::Write& write, VoiceId voice, const std::string& original);

// What a worker made of it.
struct Making {
    int width = 0, height = 0;
    std::string placeholder;
    std::int64_t perceptual_hash = 0, file_hash = 0;
    std::vector<ports::VoiceFile> files;
};
void save_made(db::Write& write, VoiceId voice, const Making& making);
void save_unusable(db::Write& write, VoiceId voice, PictureProblem problem);
std::vector<ports::VoiceFile> files(db::Read& read, VoiceId voice);

void forget_original(db::Write& write, VoiceId voice);
// Its sizes, and what alikeness is found by.
void remove_picture(db::Write& write, VoiceId voice);

// Others with the same file, or a picture that looks alike (imaging::kAlike), ten at most, the nearest first.
struct Alike {
    VoiceId voice;
    State state;
    Reason reason;
    int distance;       // 0 to 64 bits; 0 for the same file
    bool is_same_file;  // byte for byte
    std::string name, province;
};
std::vector<Alike> alike(db::Read& read, const Voice& voice);

// Whether any voice needs this file.
bool is_needed(db::Read& read, const std::string& file);
// Every size of every voice.
struct Needed {
    VoiceId voice;
    std::string file;
};
std::vector<Needed> needed(db::Read& read);

}  // namespace voices::store
