// features/mailings/edition_service.h - a mailing as it stands or stood: its facts looked up, its words frozen, and an
// edition made ready for copies.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "features/mailings/facts.h"
#include "features/mailings/mails.h"
#include "features/mailings/services.h"
#include "features/mailings/store.h"

namespace mailings {

// What these words speak of, as it is now, in one language.
Facts facts_now(db::Read& read, const Services& services, const Mailing& mailing, const store::StoredText& text);

// The words of one variant and language as they would be sent now. Links are not counted.
struct Draft {
    store::StoredText text;
    Facts facts;
    LaidOut mail;
};
Draft draft_of(db::Read& read, const Services& services, const Mailing& mailing, store::StoredText text);

// Of every variant in both languages, in their order; empty words where nothing was written yet.
std::vector<Draft> drafts_of(db::Read& read, const Services& services, const Mailing& mailing);

MailingEditionId freeze(db::Write& write, const Services& services, const Mailing& mailing, store::EditionKind kind);
// null: there is no such edition.
std::shared_ptr<const ports::PreparedMailing> prepare(db::Read& read, const Services& services,
                                                      MailingEditionId edition);

// One finished copy outside of any edition: previews, and tests where nobody sends.
mail::Message copy_of(const Draft& draft, const ports::AudienceMember& person, const ports::PersonalLinks& links);

ports::MailingSummary summary_of(db::Read& read, const Services& services, const Mailing& mailing);

// What the slice gives through the port. `services` outlives it.
ports::Mailings mailings_port(const Services& services);

}  // namespace mailings
