// Moderators work off the queue of odd signatures of all petitions, page by page.
#include "features/petitions/review_handlers.h"

#include "features/petitions/handlers_house_test.h"

namespace petitions {
namespace {

class Reviewing : public house::House {
protected:
    Reviewing() {
        guard.judge = [](const ports::SignOnFacts&) { return ports::Judgement{.score = 80, .reasons = 1}; };
    }
    std::string queue(const std::string& query) {
        auto request = http::testing::get("/en/staff/review" + query);
        request.staff =
            std::make_shared<const auth::Principal>(auth::Principal{auth::StaffId{2},
                                                                    "Ines",
                                                                    *base::EmailAddress::parse("ines@example.org"),
                                                                    {{auth::Role::moderator, std::nullopt}},
                                                                    auth::SessionId{1}});
        const ReviewHandlers review{services};
        return std::string{database->read([&](db::Read& read) { return review.show(request, read); }).body.view()};
    }
    static std::size_t items_in(const std::string& page) {
        std::size_t count = 0;
        for (auto at = page.find("data-review-item"); at != std::string::npos;
             at = page.find("data-review-item", at + 1))
            ++count;
        return count;
    }
};

TEST_F(Reviewing, TheQueueOfAllPetitionsHasAWayToTheNextPage) {
    for (int i = 0; i < 51; ++i) sign(sign_request("odd" + std::to_string(i) + "@example.org"));
    const auto first = queue("");
    EXPECT_EQ(items_in(first), 50U);
    const auto next = first.find("?least=40&amp;after=");
    ASSERT_NE(next, std::string::npos);
    const auto place = next + std::string_view{"?least=40&amp;after="}.size();
    const auto second = queue("?least=40&after=" + first.substr(place, first.find('"', place) - place));
    EXPECT_EQ(items_in(second), 1U);
    EXPECT_EQ(first.find("/en/staff/petitions\""), std::string::npos) << "a moderator may not open that page";
}

}  // namespace
}  // namespace petitions
