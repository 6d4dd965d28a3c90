// features/mailings/copy_service.h - one variant of a mail in one language, cut into literals and holes, so that a copy
// costs a few memory copies.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "features/mailings/facts.h"
#include "features/mailings/mails.h"
#include "platform/html/stencil.h"
#include "ports/mailings.h"

namespace mailings {

class CopyMaker {
public:
    CopyMaker(const LaidOut& mail, const Facts& facts, base::Locale locale);

    // The copy of a person: their fields, the fallbacks where these are empty, the addresses of their own.
    mail::Message copy_for(const ports::AudienceMember& person, const ports::PersonalLinks& links) const;

private:
    struct Value {
        Slot slot;
        std::string common;  // of a slot that is the same in all copies
    };
    std::string_view value_of(const Value& value, const ports::AudienceMember& person,
                              const ports::PersonalLinks& links, std::string& whole_name) const;
    std::string_view field_of(const FieldSlot& slot, const ports::AudienceMember& person,
                              std::string& whole_name) const;

    std::vector<Value> values_;
    std::array<std::string, people::kProvinces.size()> provinces_;  // their names in this language
    html::TextStencil subject_, text_;
    html::Stencil document_;
};

// An edition: a maker for each variant and language.
class Prepared final : public ports::PreparedMailing {
public:
    struct InBothLanguages {
        CopyMaker english, french;
    };
    struct Senders {
        ports::MailingSender english, french;
    };
    Prepared(std::vector<InBothLanguages> variants, Senders senders)
        : variants_(std::move(variants)), senders_(std::move(senders)) {}

    ports::MailingSender sender(base::Locale locale) const override {
        return locale == base::Locale::english ? senders_.english : senders_.french;
    }
    mail::Message copy_for(const ports::AudienceMember& person, const ports::PersonalLinks& links,
                           Variant variant) const override;

private:
    std::vector<InBothLanguages> variants_;
    Senders senders_;
};

}  // namespace mailings
