// What staff_handlers.h declares about looking, testing and comparing.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "features/mailings/look_service.h"
#include "features/mailings/staff_handlers_parts.h"
#include "people/address_hash.h"
#include "people/store.h"
#include "platform/jobs/jobs.h"
#include "platform/mail/outbox.h"

namespace mailings {
namespace {

using auth::Permission;

// Inline styles and pictures of our own; nothing runs, nothing is fetched from elsewhere, and no link leads out.
constexpr std::string_view kMailPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox allow-popups";

// The document as a dark screen shows it: its rules for dark screens always hold.
std::string in_dark(std::string document) {
    constexpr std::string_view kRule = "(prefers-color-scheme: dark)";
    if (const auto at = document.find(kRule); at != std::string::npos) document.replace(at, kRule.size(), "all");
    return document;
}

// Pictures are those of this site, so that the frame may show them wherever the site is reached.
std::string with_own_pictures(std::string document, const std::string& public_url) {
    const auto from = "src=\"" + public_url + "/";
    for (auto at = document.find(from); at != std::string::npos; at = document.find(from, at))
        document.replace(at, from.size(), "src=\"/");
    return document;
}

http::Response mail_document(const mail::Message& message, Screen screen, const std::string& public_url) {
    auto document = with_own_pictures(std::string{message.html.view()}, public_url);
    auto response = http::text(screen == Screen::dark ? in_dark(std::move(document)) : std::move(document));
    response.headers = {{"Content-Type", "text/html; charset=utf-8"},
                        {"Content-Security-Policy", std::string{kMailPolicy}},
                        {"Cache-Control", "no-store"}};
    return response;
}

std::int64_t followed_by(const std::vector<store::CountedLink>& links, Variant variant) {
    std::int64_t readers = 0;
    for (const auto& link : links)
        if (link.variant == variant) readers += link.first_readers;
    return readers;
}

}  // namespace

struct LookHandlers::Seen {
    Mailing mailing;
    View view;
};

http::Response LookHandlers::begin(const http::Request& request, db::Read& read) const {
    const auto mailing = find_allowed(read, *request.staff, mailing_id(request));
    if (!mailing) return http::not_found();
    return http::see_other(fmt::format("{}/preview/{}", staff_pages::mailing_path(request.locale, mailing->id),
                                       path_of({.locale = request.locale})));
}

std::vector<staff_pages::Checked> LookHandlers::checked(db::Read& read, const Mailing& mailing) const {
    std::vector<staff_pages::Checked> all;
    const auto leads_somewhere = own_pages(read, services_);
    for (const Draft& draft : drafts_of(read, services_, mailing)) {
        auto findings = findings_of({draft.text.words, draft.facts, draft.mail, draft.text.locale}, leads_somewhere);
        if (!services_.personal_links.personal)
            findings.insert(findings.begin(), {Weight::problem, base::message("Nobody could leave by this mail.")});
        all.push_back({draft.text.variant, draft.text.locale, std::move(findings), draft.mail.links,
                       draft.mail.document.view().size()});
    }
    return all;
}

std::vector<staff_pages::OutsideLink> LookHandlers::outside(db::Read& read, const Mailing& mailing) const {
    const auto looks = store::looks(read, mailing.id);
    std::vector<staff_pages::OutsideLink> links;
    for (const std::string& url : outside_links(read, services_, mailing)) {
        const auto look = std::ranges::find(looks, url, &store::LookedAt::url);
        links.push_back({url, look == looks.end() ? std::nullopt : std::optional{*look}});
    }
    return links;
}

http::Response LookHandlers::show(const http::Request& request, db::Read& read) const {
    auto mailing = find_allowed(read, *request.staff, mailing_id(request));
    const auto view = view_of({request.parameters.view("view"), request.parameters.view("person")});
    if (!mailing || !view || view->variant.number >= mailing->plan.variants) return http::not_found();
    if (view->person && !ports::may(read, *request.staff, Permission::read_people, mailing->plan.level))
        return http::forbidden();
    return page(request, read, {*std::move(mailing), *view});
}

http::Response LookHandlers::page(const http::Request& request, db::Read& read, const Seen& seen) const {
    const i18n::Translator t{request.locale};
    const bool may_read_people = ports::may(read, *request.staff, Permission::read_people, seen.mailing.plan.level);
    const auto wanted = base::collapse_spaces(request.query.view("email"));
    if (const auto address = base::EmailAddress::parse(wanted); address && may_read_people)
        if (const auto found = people::find_person_by_address(read, people::address_hash(services_.secret, *address))) {
            View theirs = seen.view;
            theirs.person = found->id;
            return http::see_other(fmt::format(
                "{}/preview/{}", staff_pages::mailing_path(request.locale, seen.mailing.id), path_of(theirs)));
        }
    const auto person = seen.view.person ? person_as_member(read, *seen.view.person, seen.view.locale)
                                         : std::optional{invented_person(seen.view.locale)};
    if (!person) return http::not_found();
    auto words = store::words(read, seen.mailing.id, seen.view.variant).in(seen.view.locale);
    const auto draft =
        draft_of(read, services_, seen.mailing,
                 {MailingTextId{0}, seen.mailing.id, seen.view.variant, seen.view.locale, std::move(words), {}, {}});
    const auto copy = copy_of(draft, *person, harmless_links(services_, seen.view.locale));
    if (request.query.view("part") == "mail")
        return mail_document(copy, seen.view.screen, services_.frames.public_url());
    staff_pages::Preview preview{.mailing = seen.mailing,
                                 .view = seen.view,
                                 .subject = copy.subject.text(),
                                 .preheader = with_fallbacks(draft.mail.preheader, draft.mail.slots, draft.facts),
                                 .text = copy.text,
                                 .checked = checked(read, seen.mailing),
                                 .outside = outside(read, seen.mailing),
                                 .samples = {},
                                 .may_search = may_read_people,
                                 .searched = wanted,
                                 .staff_email = request.staff->email.text(),
                                 .send_path = {}};
    if (may_read_people) preview.samples = samples_of(read, services_, seen.mailing, request.received_at);
    if (services_.sending.send_path) preview.send_path = services_.sending.send_path(request.locale, seen.mailing.id);
    return ports::respond(
        services_.frames.staff_frame(request, {.title = seen.mailing.plan.name,
                                               .other_path = std::string{ports::in_other_language(request.path)}}),
        staff_pages::preview(t, preview));
}

base::Result<TestMail, base::Problems> LookHandlers::read_test(const http::Request& request) const {
    const auto typed = request.form.text("view");
    const auto slash = typed.find('/');
    const auto view =
        view_of({std::string_view{typed}.substr(0, slash),
                 slash == std::string::npos ? std::string_view{} : std::string_view{typed}.substr(slash + 1)});
    return TestMail{ports::acting(request), mailing_id(request), view.value_or(View{})};
}

http::WriteResult LookHandlers::test(const TestMail& test, db::Write& write) const {
    const auto mailing = find_allowed(write, test.acting.staff, test.mailing);
    if (!mailing || test.view.variant.number >= mailing->plan.variants) return http::not_found();
    const auto written = store::newest_texts(write, mailing->id);
    const auto text = std::ranges::find_if(written, [&](const store::StoredText& each) {
        return each.variant == test.view.variant && each.locale == test.view.locale;
    });
    if (text == written.end()) return base::Problems{{"", base::message("Write the text first.")}};
    if (services_.sending.send_single) {
        auto person = invented_person(test.view.locale);
        person.email = test.acting.staff.email.text();
        person.address_hash = people::address_hash(services_.secret, test.acting.staff.email);
        if (const auto known = people::find_person_by_address(write, person.address_hash)) person.id = known->id;
        const auto edition = freeze(write, services_, *mailing, store::EditionKind::test);
        services_.sending.send_single(write,
                                      {edition, test.view.variant, std::move(person), ports::MailSending::Kind::test});
    } else {
        mail::queue(write, {std::string{kTestMail}, test.acting.staff.email, test.view.locale, text->id.value});
    }
    record(write, {test.acting, "mailings.test", *mailing});
    return http::see_other(
        fmt::format("{}/preview/{}", staff_pages::mailing_path(test.acting.locale, mailing->id), path_of(test.view)));
}

http::WriteResult LookHandlers::look_at_links(const TestMail& from, db::Write& write) const {
    const auto mailing = find_allowed(write, from.acting.staff, from.mailing);
    if (!mailing) return http::not_found();
    jobs::queue(write, {std::string{kLookJob}, std::to_string(mailing->id.value)});
    return http::see_other(
        fmt::format("{}/preview/{}", staff_pages::mailing_path(from.acting.locale, mailing->id), path_of(from.view)));
}

http::Response LookHandlers::result(const http::Request& request, db::Read& read) const {
    const auto mailing = find_allowed(read, *request.staff, mailing_id(request));
    if (!mailing) return http::not_found();
    const i18n::Translator t{request.locale};
    staff_pages::Result result{*mailing, {}, {}, store::links_of(read, mailing->id), {}};
    if (services_.sending.figures)
        for (const auto& figures : services_.sending.figures(read, mailing->id))
            result.variants.push_back({figures.variant, figures.delivered, figures.bounced,
                                       followed_by(result.links, figures.variant), figures.left});
    if (mailing->plan.counting == LinkCounting::on) result.verdict = compare(result.variants);
    if (services_.sending.send_path) result.send_path = services_.sending.send_path(request.locale, mailing->id);
    return ports::respond(services_.frames.staff_frame(request, {.title = mailing->plan.name}),
                          staff_pages::result(t, result));
}

}  // namespace mailings
