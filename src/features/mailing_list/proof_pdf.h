// features/mailing_list/proof_pdf.h - the proof sheet as a file to print.
#pragma once
#include <string>

#include "features/mailing_list/proof.h"

namespace mailing_list {

// The bytes of a PDF on letter paper. `campaign` stands at the head of every page.
struct SheetWords {
    std::string campaign;
    const i18n::TimeZone& zone;
};
std::string proof_pdf(const i18n::Translator& t, const Proof& proof, const SheetWords& words);

}  // namespace mailing_list
