// features/count_proof/mail_kinds.h - the names under which mails of this slice are ordered.
#pragma once

namespace count_proof {

inline constexpr auto kReceiptMail = "count_proof.receipt";

}  // namespace count_proof
