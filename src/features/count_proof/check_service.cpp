// What somebody pasted, held against the log as it stands.
#include <algorithm>

#include "features/count_proof/handlers.h"
#include "features/count_proof/proof_service.h"

namespace count_proof {
namespace {

// Of our keys the one that a signature names.
std::optional<PublicKey> signing_key(const Note& note, const std::vector<store::Key>& keys) {
    for (const store::Key& key : keys)
        for (const Note::Signature& signature : note.signatures)
            if (signature.name == key.key.name && signature.key_number == key.key.number()) return key.key;
    return std::nullopt;
}

// Whether the log of today begins with the tree of this head.
bool is_continued(db::Read& read, const TreeHead& head) {
    const auto log = store::log(read);
    if (!log || head.size > log->size) return false;
    const Range beginning{0, head.size};
    return hashes_of(read, {&beginning, 1}).front() == head.root;
}

Checked check_receipt(const Receipt& receipt, db::Read& read) {
    Checked checked{.thing = Checked::Thing::receipt};
    Trust trust;
    if (receipt.note.empty())
        if (const auto head = store::head_of(read, receipt.size)) trust.note = head->note;
    const auto keys = store::keys(read);
    const auto note = read_note(receipt.note.empty() ? trust.note : receipt.note);
    if (note) {
        trust.key = signing_key(*note, keys);
        if (!trust.key) {
            checked.flaw = Flaw::other_log;
            return checked;
        }
    }
    const auto proven = verify(receipt, trust);
    if (!proven) {
        checked.flaw = proven.error();
        return checked;
    }
    checked.proven = *proven;
    if (const auto* included = std::get_if<Included>(&*proven))
        checked.is_continued = is_continued(read, included->head);
    return checked;
}

Checked check_head(const Note& note, db::Read& read) {
    Checked checked{.thing = Checked::Thing::head};
    const auto key = signing_key(note, store::keys(read));
    const auto head = read_head(note.text);
    if (!key)
        checked.flaw = Flaw::other_log;
    else if (!is_signed_by(note, *key))
        checked.flaw = Flaw::not_signed;
    else if (!head)
        checked.flaw = Flaw::bad_note;
    else
        checked.head = head, checked.is_continued = is_continued(read, *head);
    return checked;
}

// Forms send line ends as CR LF, and people leave blanks.
std::string tidied(std::string_view pasted) {
    std::string text;
    for (const char c : pasted)
        if (c != '\r') text += c;
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    text.erase(0, text.find_first_not_of(" \n"));
    return text + "\n";
}

}  // namespace

Checked check(const Services& services, const Pasted& pasted, db::Read& read) {
    const std::string text = tidied(pasted.text);
    if (const auto note = read_note(text)) return check_head(*note, read);
    const auto receipt = read_receipt(text);
    if (!receipt) return {.thing = Checked::Thing::receipt, .flaw = receipt.error()};
    Checked checked = check_receipt(*receipt, read);
    const auto petition = services.petitions.find_by_id(read, receipt->opening.petition, pasted.locale);
    if (petition) checked.title = petition->title;
    return checked;
}

}  // namespace count_proof
