// features/petitions/mail_kinds.h - the mails of this slice, as the outbox names them. What each says: mails.cpp.
#pragma once

namespace petitions {

inline constexpr auto kConfirmMail = "petitions.confirm";               // please confirm; subject: a signature
inline constexpr auto kSignedAlreadyMail = "petitions.signed_already";  // you had signed before; subject: a signature
inline constexpr auto kInvalidatedMail = "petitions.invalidated";       // your first one was taken out of the count

}  // namespace petitions
