// An installation that sends its mails shows them to nobody.
#include <gtest/gtest.h>

#include "tests/support/running_program.h"

namespace scenarios {
namespace {

TEST(WhereMailsAreSent, there_is_no_mailbox_page) {
    const test_support::RunningProgram program{
        test_support::Kind::sqlite, {"mail.transport=\"smtp\"", "mail.smtp.host=\"127.0.0.1\"", "mail.smtp.port=1"}};
    EXPECT_EQ(program.visitor().get("/en/demo/mailbox").status, 404);
    EXPECT_FALSE(program.visitor().get("/en/").shows("demo/mailbox"));
}

}  // namespace
}  // namespace scenarios
