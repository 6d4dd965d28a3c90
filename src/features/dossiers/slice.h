// features/dossiers/slice.h - the whole slice as app plugs it in.
#pragma once
#include <vector>

#include "features/dossiers/api.h"
#include "features/dossiers/handlers.h"
#include "features/dossiers/mails.h"
#include "features/dossiers/replies_service.h"
#include "features/dossiers/routes.h"
#include "features/dossiers/services.h"
#include "features/dossiers/staff_handlers.h"
#include "ports/letters.h"
#include "ports/mail_replies.h"
#include "ports/person_data.h"
#include "ports/person_facts.h"
#include "ports/retention.h"
#include "ports/staff_home.h"

namespace dossiers {

class Slice {
public:
    explicit Slice(const Services& services)
        : services_(services), handlers_(services_), overview_(services_), answers_(services_), dossiers_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const {
        dossiers::add_routes(router, {handlers_, overview_, answers_, dossiers_});
    }
    void add_mails(mail::Renderers& renderers) const { dossiers::add_mails(renderers, services_); }
    ports::RepresentativeSection section() const {
        return {"dossier", 20, [this](db::Read& read, const ports::RepresentativeView& view) {
                    return handlers_.section(view, read);
                }};
    }
    ports::MailReplyListener reply_listener() const { return dossiers::reply_listener(services_); }
    ports::LetterAnswers letter_answers() const;
    ports::HomeProvider home_news() const;
    ports::FactProvider person_facts() const;
    ports::PersonDataHolder person_data() const;

private:
    Services services_;
    Handlers handlers_;
    OverviewHandlers overview_;
    AnswerHandlers answers_;
    DossierHandlers dossiers_;
};

ports::StaffEntry staff_entry();
std::vector<ports::RetentionRule> retention_rules();

}  // namespace dossiers
