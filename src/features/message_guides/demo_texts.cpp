#include "features/message_guides/demo_texts.h"

namespace message_guides {

std::vector<PreparedGuide> prepared_guides() { return {tax_fairness(), public_workers(), public_services()}; }

}  // namespace message_guides
