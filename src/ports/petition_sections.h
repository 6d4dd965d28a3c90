// ports/petition_sections.h - parts that other slices add to the pages of a petition: statistics, comments, who
// endorses it, what was delivered, proof of the count; and rooms behind its staff page.
//
// The public page is rendered once a second at most; still, a section reads little (one or two statements by an index)
// and never the signatures.
#pragma once
#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/locale.h"
#include "platform/auth/principal.h"
#include "platform/db/transaction.h"
#include "platform/html/template.h"
#include "ports/petitions.h"

namespace ports {

// What a section is drawn from.
struct PetitionView {
    const PetitionFacts& petition;
    base::Locale locale;
    base::Instant now;
};

// Where it stands: in the column of the text, behind it; or over the whole width, behind the form and the names.
enum class PetitionPlace : unsigned char { beside_form, below };

struct PetitionSection {
    std::string key;  // "statistics"; unique
    PetitionPlace place;
    int order;  // smaller comes first
    // One <section> with a heading of the second level; nothing when there is nothing to show.
    std::function<html::SafeHtml(db::Read&, const PetitionView&)> render;
};

// The page behind the mailed link, for whoever holds it: the signer alone.
struct SignatureView {
    const PetitionFacts& petition;
    SignatureId signature;
    SignerClass signer_class;
    bool is_counted;    // confirmed, and neither withdrawn nor invalidated
    std::string token;  // of the mailed link
    base::Locale locale;
    base::Instant now;
};

struct SignatureSection {
    std::string key;
    int order;
    std::function<html::SafeHtml(db::Read&, const SignatureView&)> render;
};

// A room of staff behind the page of one petition: "/en/staff/petitions/{slug}/{path}".
struct PetitionRoom {
    base::Message label;
    std::string path;  // "delivery"
    std::string icon;
    auth::Permission permission;
    int order;
};

class PetitionSections {
public:
    void add(PetitionSection section) { insert(sections_, std::move(section)); }
    void add(SignatureSection section) { insert(signature_sections_, std::move(section)); }
    void add(PetitionRoom room) { insert(rooms_, std::move(room)); }

    // Each in its order.
    const std::vector<PetitionSection>& sections() const { return sections_; }
    const std::vector<SignatureSection>& signature_sections() const { return signature_sections_; }
    const std::vector<PetitionRoom>& rooms() const { return rooms_; }

private:
    template <class Entry>
    static void insert(std::vector<Entry>& entries, Entry entry) {
        const auto behind = std::ranges::upper_bound(entries, entry.order, {}, &Entry::order);
        entries.insert(behind, std::move(entry));
    }

    std::vector<PetitionSection> sections_;
    std::vector<SignatureSection> signature_sections_;
    std::vector<PetitionRoom> rooms_;
};

}  // namespace ports
