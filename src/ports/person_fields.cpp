#include "ports/person_fields.h"

namespace ports {

html::SafeHtml own_name_fields(const html::Fields& fields, const i18n::Translator& t, const OwnName& typed) {
    constexpr int kLongest = static_cast<int>(people::kLongestName);
    return html::field_pair(fields.text({.name = "given_name",
                                         .label = t("Given name"),
                                         .value = typed.given_name,
                                         .required = typed.required,
                                         .autocomplete = "given-name",
                                         .max_length = kLongest}),
                            fields.text({.name = "family_name",
                                         .label = t("Family name"),
                                         .value = typed.family_name,
                                         .required = typed.required,
                                         .autocomplete = "family-name",
                                         .max_length = kLongest}));
}

}  // namespace ports
