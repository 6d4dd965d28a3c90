// The small parts of the server, each by itself.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "platform/http/client_address.h"
#include "platform/http/compression.h"
#include "platform/http/origin_check.h"
#include "platform/http/percent.h"
#include "platform/http/proxy.h"
#include "platform/http/rate_limit.h"
#include "platform/http/response_writer.h"
#include "platform/http/router.h"
#include "platform/http/timer_wheel.h"

namespace {

using namespace std::chrono_literals;

http::ClientAddress address(std::string_view text) { return http::ClientAddress::parse(text).value(); }
http::Network network(std::string_view text) { return http::Network::parse(text).value(); }

TEST(ClientAddress, ReadsWhatProxiesWrite) {
    EXPECT_EQ(address("192.0.2.7").text(), "192.0.2.7");
    EXPECT_EQ(address("192.0.2.7:4711").text(), "192.0.2.7");
    EXPECT_EQ(address("[2001:DB8::1]:80").text(), "2001:db8::1");
    EXPECT_EQ(address("2001:db8::1").text(), "2001:db8::1");
    EXPECT_EQ(address("::ffff:192.0.2.7").text(), "192.0.2.7");
    for (const auto* wrong : {"", "unknown", "1.2.3", "1.2.3.4:x", "[::1", "[::1]x", "_hidden", "1.2.3.4:"})
        EXPECT_FALSE(http::ClientAddress::parse(wrong).has_value()) << wrong;
    EXPECT_EQ(address("192.0.2.7").truncated(), "192.0.2.0");
    EXPECT_EQ(address("2001:db8:1:2::3").truncated(), "2001:db8:1::");
}

TEST(Network, HoldsItsAddresses) {
    EXPECT_TRUE(network("10.0.0.0/8").contains(address("10.255.0.1")));
    EXPECT_FALSE(network("10.0.0.0/8").contains(address("11.0.0.1")));
    EXPECT_TRUE(network("192.0.2.128/25").contains(address("192.0.2.200")));
    EXPECT_FALSE(network("192.0.2.128/25").contains(address("192.0.2.100")));
    EXPECT_TRUE(network("2001:db8::/33").contains(address("2001:db8:7fff::")));
    EXPECT_FALSE(network("2001:db8::/33").contains(address("2001:db8:8000::")));
    EXPECT_TRUE(network("0.0.0.0/0").contains(address("8.8.8.8")));
    EXPECT_FALSE(network("0.0.0.0/0").contains(address("2001:db8::1")));
    EXPECT_TRUE(network("127.0.0.1").contains(address("127.0.0.1")));
    for (const auto* wrong : {"10.0.0.0/33", "::/129", "10.0.0.0/", "10/8", "10.0.0.0/8x", "x/8"})
        EXPECT_FALSE(http::Network::parse(wrong).has_value()) << wrong;
    EXPECT_TRUE(network("::ffff:192.0.2.0/120").contains(address("192.0.2.200")));
    EXPECT_FALSE(network("::ffff:192.0.2.0/120").contains(address("192.0.3.1")));
    EXPECT_TRUE(network("::ffff:192.0.2.7").contains(address("192.0.2.7")));
    EXPECT_FALSE(http::Network::parse("::ffff:192.0.2.0/24").has_value()) << "that is nobody’s /24";
}

TEST(Proxy, IsBelievedOnlyWhenTrustedAndFromTheRight) {
    const http::Networks trusted{network("10.0.0.0/8"), network("2001:db8:cafe::/48")};
    const auto visitor = [&](std::string_view caller, const http::Headers& headers) {
        return http::visitor_behind(address(caller), headers, trusted).address.text();
    };
    EXPECT_EQ(visitor("203.0.113.1", {{"X-Forwarded-For", "1.1.1.1"}}), "203.0.113.1");
    EXPECT_EQ(visitor("10.0.0.1", {{"X-Forwarded-For", "6.6.6.6, 203.0.113.7, 10.0.0.2"}}), "203.0.113.7");
    EXPECT_EQ(visitor("10.0.0.1", {{"X-Forwarded-For", "6.6.6.6"}, {"X-Forwarded-For", "203.0.113.7"}}), "203.0.113.7");
    EXPECT_EQ(visitor("10.0.0.1", {{"X-Forwarded-For", "6.6.6.6, nonsense, 10.0.0.3"}}), "10.0.0.3");
    EXPECT_EQ(visitor("10.0.0.1", {}), "10.0.0.1");
    // RFC 7239, section 4.
    EXPECT_EQ(visitor("10.0.0.1", {{"Forwarded", "for=6.6.6.6, For=\"[2001:db8:cafe::17]:4711\""}}), "6.6.6.6");
    EXPECT_EQ(visitor("10.0.0.1", {{"Forwarded", "for=192.0.2.60;proto=https;by=203.0.113.43"}}), "192.0.2.60");
    const http::Headers https{{"Forwarded", "for=192.0.2.60;proto=https"}};
    EXPECT_EQ(http::visitor_behind(address("10.0.0.1"), https, trusted).scheme, http::Scheme::https);
    EXPECT_EQ(http::visitor_behind(address("8.8.8.8"), https, trusted).scheme, http::Scheme::http);
}

TEST(RateLimiter, LetsABurstThroughAndThenARate) {
    http::RateLimiter limiter;
    const http::Rate rate{.burst = 2, .per_minute = 60};
    const http::RateLimiter::Clock::time_point start{1h};
    const auto take = [&](const char* who, std::chrono::milliseconds at) {
        return limiter.take({address(who), 1}, rate, start + at);
    };
    EXPECT_FALSE(take("192.0.2.1", 0ms));
    EXPECT_FALSE(take("192.0.2.1", 0ms));
    EXPECT_EQ(take("192.0.2.1", 0ms), base::seconds(1));
    EXPECT_EQ(take("192.0.2.1", 900ms), base::milliseconds(100));
    EXPECT_FALSE(take("192.0.2.2", 0ms));
    EXPECT_FALSE(take("192.0.2.1", 1000ms));
    EXPECT_TRUE(take("192.0.2.1", 1000ms));
    EXPECT_FALSE(take("192.0.2.1", 60'000ms));
}

TEST(RateLimiter, CountsAnIpv6NetworkAsOneAndKindsApart) {
    http::RateLimiter limiter;
    const http::Rate once{.burst = 1, .per_minute = 1};
    const http::RateLimiter::Clock::time_point now{1h};
    EXPECT_FALSE(limiter.take({address("2001:db8::1"), 1}, once, now));
    EXPECT_TRUE(limiter.take({address("2001:db8::2"), 1}, once, now));
    EXPECT_FALSE(limiter.take({address("2001:db8:0:1::1"), 1}, once, now));
    EXPECT_FALSE(limiter.take({address("2001:db8::1"), 2}, once, now));
    EXPECT_FALSE(limiter.take({address("2001:db8::1"), 1}, {}, now));
}

TEST(RateLimiter, StaysSmallUnderAFlood) {
    http::RateLimiter limiter{64};
    const http::Rate rate{.burst = 1, .per_minute = 1};
    const http::RateLimiter::Clock::time_point now{1h};
    std::array<std::uint8_t, 16> bytes{0x20, 0x01};
    for (int i = 0; i < 10'000; ++i) {
        bytes[6] = static_cast<std::uint8_t>(i >> 8);
        bytes[7] = static_cast<std::uint8_t>(i);
        limiter.take({http::ClientAddress{bytes}, 1}, rate, now);
    }
    SUCCEED();
}

TEST(Encodings, AreTakenAsTheBrowserSays) {
    using http::Encoding;
    const auto best = [](std::string_view header) { return http::accepted_encodings(header).best(); };
    EXPECT_EQ(best("gzip, deflate, br, zstd"), Encoding::brotli);
    EXPECT_EQ(best("gzip;q=0.5, br;q=0"), Encoding::gzip);
    EXPECT_EQ(best("GZIP"), Encoding::gzip);
    EXPECT_EQ(best("br; q=0.000"), Encoding::identity);
    EXPECT_EQ(best(""), Encoding::identity);
    EXPECT_EQ(best("x-gzip-not, brr"), Encoding::identity);
}

TEST(Date, IsWrittenAsRfc9110Has) {
    EXPECT_EQ(http::http_date(base::Instant{784'111'777'000'000}), "Sun, 06 Nov 1994 08:49:37 GMT");
}

TEST(Tag, IsFoundInAList) {
    EXPECT_TRUE(http::names_tag("\"a\", W/\"b\"", "\"b\""));
    EXPECT_TRUE(http::names_tag("*", "\"b\""));
    EXPECT_FALSE(http::names_tag("\"ab\"", "\"b\""));
    EXPECT_FALSE(http::names_tag("", "\"b\""));
}

TEST(Head, CannotBeSplitByAValue) {
    std::string head;
    const http::Response response{.headers = {{"X-Name", "a\r\nSet-Cookie: b"}},
                                  .cookies = {{.name = "session", .value = "x\r\ny"}}};
    http::append_fixed_head(head, response, http::Scheme::https, 0);
    EXPECT_TRUE(head.contains("X-Name: a  Set-Cookie: b\r\n"));
    EXPECT_TRUE(head.contains("Set-Cookie: session=x  y; Path=/; HttpOnly; SameSite=Lax; Secure\r\n"));
    EXPECT_EQ(http::see_other("/a\r\nb").headers.text("location"), "/a%0D%0Ab");
}

struct Alarm final : http::Timed {
    int rung = 0;
    void on_deadline() override { ++rung; }
};

TEST(TimerWheel, RingsOnceAndNeverEarly) {
    const http::TimerWheel::Clock::time_point start{1h};
    http::TimerWheel wheel{10ms, start};
    Alarm soon, late, moved, cancelled;
    wheel.set(soon, start, 25ms);
    wheel.set(late, start, 60s);  // several turns of the wheel
    wheel.set(moved, start, 20ms);
    wheel.set(moved, start, 500ms);
    wheel.set(cancelled, start, 20ms);
    wheel.cancel(cancelled);
    {
        Alarm gone;
        wheel.set(gone, start, 20ms);
    }
    wheel.advance(start + 24ms);
    EXPECT_EQ(soon.rung, 0);
    wheel.advance(start + 40ms);
    EXPECT_EQ(soon.rung, 1);
    for (auto at = 50ms; at < 59s; at += 10ms) wheel.advance(start + at);
    EXPECT_EQ(late.rung, 0);
    EXPECT_EQ(moved.rung, 1);
    wheel.advance(start + 61s);
    EXPECT_EQ(late.rung, 1);
    EXPECT_EQ(cancelled.rung, 0);
    EXPECT_EQ(soon.rung, 1);
}

TEST(TimerWheel, CatchesUpAfterALongSleep) {
    const http::TimerWheel::Clock::time_point start{1h};
    http::TimerWheel wheel{10ms, start};
    Alarm alarm;
    wheel.set(alarm, start, 30ms);
    wheel.advance(start + 10min);
    EXPECT_EQ(alarm.rung, 1);
}

http::Router router_of(std::initializer_list<const char*> patterns) {
    http::Router router;
    int number = 0;
    for (const auto* pattern : patterns)
        router.compute(pattern, [](const http::Request&) { return http::text(""); },
                       {.name = "route." + std::to_string(number++)});
    return router;
}

TEST(Router, PrefersFixedSegmentsAndGoesBackWhenTheyLeadNowhere) {
    const auto router = router_of({"/", "/{locale}/", "/{locale}/petitions/{slug}", "/{locale}/petitions/new",
                                   "/{locale}/petitions/new/{step}/x", "/{locale}/{page}"});
    const auto pattern = [&](std::string_view path) {
        const auto match = router.match(http::Method::get, path);
        return match.route ? match.route->pattern : "";
    };
    EXPECT_EQ(pattern("/"), "/");
    EXPECT_EQ(pattern("/fr/"), "/{locale}/");
    EXPECT_EQ(pattern("/en/petitions/new"), "/{locale}/petitions/new");
    EXPECT_EQ(pattern("/en/petitions/library"), "/{locale}/petitions/{slug}");
    EXPECT_EQ(pattern("/en/petitions"), "/{locale}/{page}");
    EXPECT_EQ(pattern("/de/petitions"), "");
    EXPECT_EQ(pattern("/en/petitions/"), "");
    EXPECT_EQ(pattern("//petitions/x"), "");
    EXPECT_EQ(pattern(std::string(1000, '/')), "");
    const auto match = router.match(http::Method::head, "/fr/petitions/sauvez-la");
    EXPECT_EQ(match.parameters.text("locale"), "fr");
    EXPECT_EQ(match.parameters.text("slug"), "sauvez-la");
    EXPECT_EQ(router.match(http::Method::post, "/fr/").allowed, std::vector{http::Method::get});
    EXPECT_EQ(router.routes().size(), 6U);
    EXPECT_NE(router.find("route.3"), nullptr);
}

}  // namespace
