// features/count_proof/mails.h - the receipt by mail, for whoever asked for it.
#pragma once
#include "features/count_proof/services.h"
#include "platform/mail/renderers.h"

namespace count_proof {

void add_mails(mail::Renderers& renderers, const Services& services);

}  // namespace count_proof
