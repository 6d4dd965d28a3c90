// features/voices/store.h - voices as rows: from the form to the tombstone, and what staff decided about them.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/voices/voice.h"
#include "platform/auth/principal.h"
#include "platform/db/transaction.h"

namespace voices::store {

struct NewVoice {
    Submission submission;
    base::Locale locale;
    std::int64_t address_hash, guardian_hash;
    std::string original;  // "" for no picture
    WordingId consent, guardian_consent;
    std::string network;
};
VoiceId insert(db::Write& write, const NewVoice& voice);

std::optional<Voice> find(db::Read& read, VoiceId voice);
// Sent from this address, or with this guardian; oldest first.
std::vector<Voice> of_address(db::Read& read, std::int64_t address_hash);
// How many of them were sent since. 0 for the hash 0.
std::int64_t count_since(db::Read& read, std::int64_t address_hash, base::Instant since);

// By the sender, by the guardian: it waits for staff once everybody asked has confirmed.
void confirm(db::Write& write, const Voice& voice);
void confirm_guardian(db::Write& write, const Voice& voice);

struct Link {
    ports::SignatureId signature;
    ports::PetitionId petition;
};
void save_link(db::Write& write, VoiceId voice, const Link& link);
void remove_links(db::Write& write, ports::SignatureId signature);

// --- what staff see

using View = ports::QueueView;
struct StaffPage {
    View view;
    std::optional<base::Locale> locale{};
    std::optional<VoiceId> after{};
    std::int64_t limit = 50;
    std::string province{};  // "QC"; "" for all
};
// Waiting and reported ones from the oldest on, others from the newest.
std::vector<Voice> page(db::Read& read, const StaffPage& page);
std::int64_t count_waiting(db::Read& read, std::string_view province = "");
std::int64_t count_reported(db::Read& read, std::string_view province = "");
// How many have the same message, this one among them; counting ends at a hundred. 0 for no words.
std::int64_t count_alike(db::Read& read, std::int64_t likeness);
// Nothing personal stays: neither words nor names, addresses, hashes, files. The times and the consent's version do.
void entomb(db::Write& write, VoiceId voice);

// --- what goes with time

struct Old {
    base::Instant before;
    std::int64_t limit = 500;
};
std::vector<Voice> unconfirmed_before(db::Read& read, const Old& old);
std::int64_t count_unconfirmed_before(db::Read& read, base::Instant before);
// Uploads of voices that were decided about before.
std::vector<Voice> originals_before(db::Read& read, const Old& old);
std::int64_t count_originals_before(db::Read& read, base::Instant before);
std::vector<Voice> refused_before(db::Read& read, const Old& old);
std::int64_t count_refused_before(db::Read& read, base::Instant before);
void remove(db::Write& write, VoiceId voice);

}  // namespace voices::store
