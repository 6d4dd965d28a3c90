// The pages that say what went wrong with a request (layout.h: error_page).
#include <utility>

#include "base/problem.h"
#include "platform/html/layout.h"

namespace html {
namespace {

using base::Message;
using base::message;

struct Explanation {
    Message title;
    Message advice;
};

Explanation server_explanation(int status) {
    if (status == 503)
        return {message("We cannot answer right now"),
                message("So many people are here at once, or a part of our system is starting again. What you sent "
                        "last may not have been saved: please try again in a minute.")};
    return {message("Something went wrong on our side"),
            message("It was not you. What you sent may not have been saved: please try again in a few minutes, and "
                    "write to us if it happens again.")};
}

Explanation form_explanation(int status) {
    switch (status) {
        case 413:
            return {message("That is too large"),
                    message("What you sent is larger than we can take. Please go back, shorten the text or choose a "
                            "smaller file, and send it again.")};
        case 415:
            return {message("We cannot read that kind of file"),
                    message("Please go back and send it in one of the formats that the form names.")};
        case 422:
            return {message("Some answers need another look"),
                    message("Please go back, check what you filled in, and send it again.")};
        case 429:
            return {message("That was a lot at once"),
                    message("Too many requests came from your connection. Please wait a minute, then try again.")};
        default:
            return {message("We could not understand that request"),
                    message("Something in the address or the form was not as we expected. Please go back and try "
                            "again, or start from the home page.")};
    }
}

Explanation explanation_of(int status) {
    switch (status) {
        case 403:
            return {message("This is not open to you"),
                    message("You may need to sign in, or the form was opened on another site. Please go to the page "
                            "itself and try again.")};
        case 404:
            return {message("There is no page here"),
                    message("The address may have a typing mistake, or the page has moved. The home page leads to "
                            "everything we have.")};
        case 405:
            return {message("That does not work here"),
                    message("This address is not made for what was asked of it. Please open the page again and use "
                            "its buttons.")};
        case 410:
            return {message("This link has expired"),
                    message("It was used before, or it is too old. Please start again from the home page.")};
        default:
            return status >= 500 ? server_explanation(status) : form_explanation(status);
    }
}

SafeHtml reference_line(i18n::Translator t, const std::string& reference) {
    if (reference.empty()) return {};
    return render<R"(<p class="moment__aside">{} <code>{}</code></p>)">(t("Reference for our team:"), reference);
}

}  // namespace

SafeHtml error_page(PageFrame frame, const ErrorPage& error) {
    const auto& t = frame.translator;
    const auto explanation = explanation_of(error.status);
    const auto home = "/" + std::string{base::code(t.locale())} + "/";
    frame.title = t(explanation.title);
    frame.description.clear();
    frame.indexing = Indexing::refused;
    frame.main = render<
        R"(<section class="moment moment--error"><div class="moment__inner frame"><p class="moment__code">{}</p><h1 class="moment__title">{}</h1><div class="moment__text"><p>{}</p></div><p class="moment__actions"><a class="button button--primary" href="{}">{}</a></p>{}</div></section>)">(
        error.status, frame.title, t(explanation.advice), home, t("Go to the home page"),
        reference_line(t, error.reference));
    return page(frame);
}

}  // namespace html
