#include <fmt/format.h>

#include "features/mail_sending/pages.h"

namespace mail_sending::pages {

std::string path(base::Locale locale, std::string_view rest) {
    return fmt::format("/{}/staff/sending{}", base::code(locale), rest);
}

std::string path_of(base::Locale locale, BlastId id, std::string_view rest) {
    return fmt::format("/{}/staff/sending/{}{}", base::code(locale), id.value, rest);
}

ports::Badge badge_of(const i18n::Translator& t, Stage stage) {
    switch (stage) {
        case Stage::planned:
            return {"neutral", t("Planned")};
        case Stage::waiting:
            return {"information", t("About to be sent")};
        case Stage::running:
            return {"accent", t("Being sent")};
        case Stage::paused:
            return {"warning", t("Paused")};
        case Stage::stopped:
            return {"danger", t("Stopped")};
        case Stage::finished:
            return {"success", t("Sent")};
    }
    return {"neutral", ""};
}

ports::Badge badge_of(const i18n::Translator& t, CopyState state) {
    switch (state) {
        case CopyState::waiting:
            return {"information", t("Waits")};
        case CopyState::under_way:
            return {"information", t("Under way")};
        case CopyState::delivered:
            return {"success", t("Delivered")};
        case CopyState::refused:
            return {"danger", t("Refused")};
        case CopyState::given_up:
            return {"danger", t("Given up after three days")};
        case CopyState::dropped:
            return {"neutral", t("Not sent any more")};
        case CopyState::held_back:
            return {"neutral", t("Held back: enough mails this week")};
    }
    return {"neutral", ""};
}

std::string returned_words(const i18n::Translator& t, int kind) {
    switch (static_cast<ports::ReturnKind>(kind)) {
        case ports::ReturnKind::hard:
            return t("The address does not exist");
        case ports::ReturnKind::soft:
            return t("Came back: mailbox full or away");
        case ports::ReturnKind::blocked:
            return t("Their server refuses us");
        case ports::ReturnKind::complaint:
            return t("Marked as spam");
        case ports::ReturnKind::left:
            return t("Left the list by this mail");
    }
    return {};
}

}  // namespace mail_sending::pages
