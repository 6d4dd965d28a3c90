// features/mailings/staff_pages_parts.h - what the staff pages of this slice share. Included by them only.
#pragma once
#include <string>
#include <vector>

#include "features/mailings/staff_pages.h"

namespace mailings::staff_pages {

enum class Tab : unsigned char { write, preview, plan, versions, result };

// Links to the pages about one mailing.
html::SafeHtml tabs(const i18n::Translator& t, MailingId mailing, Tab here);

std::vector<ports::Crumb> crumbs(const i18n::Translator& t);
std::vector<ports::Crumb> crumbs(const i18n::Translator& t, const Mailing& mailing);

// "A", "B": links to the same page of the other variants. Nothing where there is one only.
struct VariantLink {
    std::string label, path;
    bool is_here;
};
html::SafeHtml variant_links(const i18n::Translator& t, const std::vector<VariantLink>& links);

// Links side by side, one of which is here: "Phone | Desktop".
html::SafeHtml choice_links(const std::string& label, const std::vector<VariantLink>& links);

}  // namespace mailings::staff_pages
