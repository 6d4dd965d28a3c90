// Dates as unions of both languages have written them on their pages.
#include "platform/foreign_news/date.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace foreign_news {
namespace {

std::string standing(std::string_view text) {
    const auto date = standing_date(text);
    return !date ? "none" : date->day ? base::iso(*date->day) : "undated";
}

TEST(AStandingDate, IsReadInTheUsualFormsOfBothLanguages) {
    for (const auto* const text : {"March 12, 2013",
                                   "12 March 2013",
                                   "Mar. 12, 2013",
                                   "March 12th, 2013",
                                   "Tuesday, March 12, 2013 - 14:30",
                                   "2013-03-12",
                                   "2013/03/12",
                                   "12 mars 2013",
                                   "MARDI 12 MARS 2013",
                                   "mar 12 mars 2013",
                                   "Tue, 12 Mar 2013 09:30:00 +0000",
                                   "2013-03-12T23:30:00-05:00",
                                   "12-Mar-2013",
                                   "12-Mar-13",
                                   "Posted on March 12, 2013 by admin",
                                   "[March 12, 2013]",
                                   "Publié le 12 mars 2013 à 14 h 30",
                                   "March 12, 2013:",
                                   "— 12 mars 2013 —",
                                   "Posted on: March 12, 2013 | 3 Comments",
                                   "12.3.2013",
                                   "March\u00a012,\u00a02013",
                                   "Soumis par admin le 2013-03-12",
                                   "This entry was posted on March 12, 2013"})
        EXPECT_EQ(standing(text), "2013-03-12") << text;
    EXPECT_EQ(standing("le 1er mai 2012"), "2012-05-01");
    EXPECT_EQ(standing("12 fevrier 2013"), "2013-02-12");
    EXPECT_EQ(standing("déc. 2011"), "2011-12-01");
    EXPECT_EQ(standing("03/2013"), "2013-03-01");
}

TEST(AStandingDate, StaysUndatedWhereNoCalendarHasIt) {
    for (const auto* const text : {"31 February 2013", "March 12, 20133", "Sptember 5, 2012", "Spring 2012",
                                   "13/13/2013", "29 février 2013", "March 12", "Undated", "Sans date"})
        EXPECT_EQ(standing(text), "undated") << text;
}

TEST(ADateInASentence, DoesNotStandAlone) {
    for (const auto* const text : {"On March 8, 2012 women marched in Bogota.", "Last updated: March 12, 2013",
                                   "March 8, 2012 was a great day", "The year 2013 was bad", "May base::Day greetings"})
        EXPECT_EQ(standing(text), "none") << text;
}

TEST(ADateAtTheEdge, IsPartedFromTheWords) {
    EXPECT_EQ(edge_date("March 12, 2013 - Nurses on strike")->rest, "Nurses on strike");
    EXPECT_EQ(edge_date("Nurses on strike (12 March 2013)")->rest, "Nurses on strike");
    EXPECT_FALSE(edge_date("March 12, 2013 was cold"));
    EXPECT_EQ(unparted_date("2013-03-12 Nurses on strike")->rest, "Nurses on strike");
    EXPECT_EQ(unparted_date("12 mars 2013 « Non », disent-elles")->rest, "« Non », disent-elles");
    EXPECT_FALSE(unparted_date("March 12, 2013 was cold"));
    EXPECT_FALSE(unparted_date("March 2013 Newsletter of the local"));
}

TEST(ADateline, TellsTheDayOfItsText) {
    EXPECT_TRUE(dateline_in("OTTAWA (March 12, 2013) - Nurses on strike")->date.day);
    EXPECT_TRUE(dateline_in("St. John's, 12 March 2013 - Nurses on strike")->date.day);
    EXPECT_EQ(dateline_in("Montréal, le lundi 4 mai 2009")->kind, DatelineKind::line);
    EXPECT_FALSE(dateline_in("The Wagner Act (July 5, 1935, in the United States) made it law"));
    EXPECT_FALSE(dateline_in("On Friday, March 12, 2013 nurses struck"));
}

RC_GTEST_PROP(AnyTextForADate, IsOneOrNone, (const std::string& text)) {
    static_cast<void>(standing_date(text));
    static_cast<void>(edge_date(text));
    static_cast<void>(unparted_date(text));
    static_cast<void>(dateline_in(text));
    static_cast<void>(named_date(text));
}

}  // namespace
}  // namespace foreign_news
