// The ceremonies of passkeys against the vectors of the specification, and everything that must be refused.
#include "platform/auth/passkey.h"

#include <array>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "platform/auth/cbor_reader.h"
#include "platform/auth/client_data.h"
#include "platform/auth/passkey_vectors_test.h"

namespace auth {
namespace {

const RelyingParty kExample{"example.org", "https://example.org"};

std::string from_hex(std::string_view hex) {
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes += static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
    return bytes;
}

auto made(const vectors::Registration& it, UserVerification verification = UserVerification::asked) {
    return verify_registration({from_hex(it.client_data), from_hex(it.attestation_object)},
                               {kExample, {it.challenge}, verification});
}

AssertionResponse response_of(const vectors::Assertion& it) {
    return {from_hex(it.client_data), from_hex(it.authenticator_data), from_hex(it.signature)};
}

CoseKey key_of(const vectors::Assertion& it) { return CoseKey::parse(from_hex(it.key)).value(); }

// Without a fault the ceremony was taken.
std::optional<CeremonyFault> fault(const vectors::Assertion& it, const AssertionResponse& response,
                                   UserVerification verification = UserVerification::asked) {
    const auto done = verify_assertion(response, key_of(it), {kExample, {it.challenge}, verification});
    return done ? std::nullopt : std::optional{done.error()};
}

// Making a passkey ---------------------------------------------------------------------------------------------------

TEST(MakingAPasskey, TheSpecificationsOwnPasskeyIsTaken) {
    const auto passkey = made(vectors::kNoneEs256Made);
    ASSERT_TRUE(passkey);
    EXPECT_EQ(passkey->credential_id(), from_hex("f91f391db4c9b2fde0ea70189cba3fb63f579ba6122b33ad94ff3ec330084be4"));
    EXPECT_EQ(passkey->key().algorithm(), SignatureAlgorithm::es256);
    EXPECT_EQ(passkey->key().cose(), from_hex(vectors::kNoneEs256.key));
    EXPECT_EQ(passkey->sign_count(), 0u);
    EXPECT_TRUE(passkey->is_backed_up());
}

TEST(MakingAPasskey, AStatementOfItsMakerIsPassedOver) {
    const auto passkey = made(vectors::kPackedSelfEs256Made);
    ASSERT_TRUE(passkey);
    EXPECT_EQ(passkey->credential_id(), from_hex("455ef34e2043a87db3d4afeb39bbcb6cc32df9347c789a865ecdca129cbef58c"));
}

TEST(MakingAPasskey, WithoutAFingerOrPinItIsRefusedWhereOneIsRequired) {
    const auto passkey = made(vectors::kNoneEs256Made, UserVerification::required);  // its flags are 0x59
    ASSERT_FALSE(passkey);
    EXPECT_EQ(passkey.error(), CeremonyFault::not_verified);
    EXPECT_TRUE(made(vectors::kPackedSelfEs256Made, UserVerification::required)) << "its flags are 0x5d";
}

TEST(MakingAPasskey, AnyOtherChallengeOriginOrSiteIsRefused) {
    const auto& it = vectors::kNoneEs256Made;
    const auto try_with = [&](const RelyingParty& site, const std::string& challenge) {
        const auto passkey = verify_registration({from_hex(it.client_data), from_hex(it.attestation_object)},
                                                 {site, {challenge}, UserVerification::asked});
        return passkey ? std::nullopt : std::optional{passkey.error()};
    };
    EXPECT_EQ(try_with(kExample, "AAAA"), CeremonyFault::wrong_challenge);
    EXPECT_EQ(try_with({"example.org", "https://example.org:8443"}, it.challenge), CeremonyFault::wrong_origin);
    EXPECT_EQ(try_with({"example.com", "https://example.org"}, it.challenge), CeremonyFault::wrong_site);
}

TEST(MakingAPasskey, EveryCutOfTheObjectIsMalformed) {
    const std::string whole = from_hex(vectors::kPackedSelfEs256Made.attestation_object);
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_FALSE(parse_attestation_object(std::string_view{whole}.substr(0, size))) << size;
    EXPECT_FALSE(parse_attestation_object(whole + '\0')) << "nor may bytes follow";
    const auto data = parse_attestation_object(whole).value().authenticator_data;
    for (std::size_t size = 0; size < data.size(); ++size)
        EXPECT_FALSE(parse_authenticator_data(std::string_view{data}.substr(0, size))) << size;
    EXPECT_FALSE(parse_authenticator_data(data + '\0'));
}

// Signing in ---------------------------------------------------------------------------------------------------------

TEST(SigningInWithAPasskey, TheSpecificationsAssertionsAndOneOfRsaAreTaken) {
    for (const auto& it : {vectors::kNoneEs256, vectors::kVerifiedEs256, vectors::kEd25519, vectors::kRs256})
        EXPECT_EQ(fault(it, response_of(it)), std::nullopt) << it.challenge;
    const auto& rsa = vectors::kRs256;
    const auto assertion =
        verify_assertion(response_of(rsa), key_of(rsa), {kExample, {rsa.challenge}, UserVerification::required});
    ASSERT_TRUE(assertion);
    EXPECT_EQ(assertion->sign_count(), 7u);
    EXPECT_TRUE(assertion->is_user_verified());
}

TEST(SigningInWithAPasskey, ATouchAloneDoesNotStandForAFinger) {
    EXPECT_EQ(fault(vectors::kEd25519, response_of(vectors::kEd25519), UserVerification::required),
              CeremonyFault::not_verified);
    EXPECT_EQ(fault(vectors::kVerifiedEs256, response_of(vectors::kVerifiedEs256), UserVerification::required),
              std::nullopt);
}

TEST(SigningInWithAPasskey, AFrameOfAnotherSiteIsRefused) {
    EXPECT_EQ(fault(vectors::kEmbeddedEs256, response_of(vectors::kEmbeddedEs256)), CeremonyFault::embedded);
}

TEST(SigningInWithAPasskey, SomebodyElsesKeyIsRefused) {
    const auto done = verify_assertion(response_of(vectors::kNoneEs256), key_of(vectors::kVerifiedEs256),
                                       {kExample, {vectors::kNoneEs256.challenge}, UserVerification::asked});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error(), CeremonyFault::wrong_signature);
}

TEST(SigningInWithAPasskey, AnAnswerThatWasMadeForMakingOneIsRefused) {
    auto response = response_of(vectors::kNoneEs256);
    response.client_data = from_hex(vectors::kNoneEs256Made.client_data);
    EXPECT_EQ(fault(vectors::kNoneEs256, response), CeremonyFault::wrong_type);
}

TEST(SigningInWithAPasskey, NobodyPresentIsRefusedBeforeTheSignatureIsLookedAt) {
    auto response = response_of(vectors::kNoneEs256);
    response.authenticator_data[32] = 0x18;
    EXPECT_EQ(fault(vectors::kNoneEs256, response), CeremonyFault::nobody_present);
    response.authenticator_data[32] = 0x11;  // a backup of what may not be backed up
    EXPECT_EQ(fault(vectors::kNoneEs256, response), CeremonyFault::malformed);
}

TEST(SigningInWithAPasskey, OneChangedBitAnywhereIsRefused) {
    rc::check("no other bytes are taken", [] {
        const auto it = *rc::gen::element(vectors::kNoneEs256, vectors::kEd25519, vectors::kRs256);
        auto response = response_of(it);
        const std::array parts{&response.client_data, &response.authenticator_data, &response.signature};
        auto& bytes = *parts[*rc::gen::inRange<std::size_t>(0, parts.size())];
        const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << *rc::gen::inRange(0, 8)));
        RC_ASSERT(fault(it, response).has_value());
    });
}

TEST(SigningInWithAPasskey, ACounterThatStandsStillOrGoesBackTellsOfACopy) {
    EXPECT_FALSE(seems_cloned({.stored = 0, .sent = 0})) << "it does not count";
    EXPECT_FALSE(seems_cloned({.stored = 7, .sent = 8}));
    EXPECT_TRUE(seems_cloned({.stored = 7, .sent = 7}));
    EXPECT_TRUE(seems_cloned({.stored = 7, .sent = 3}));
    EXPECT_TRUE(seems_cloned({.stored = 7, .sent = 0})) << "it counted before";
}

// Keys and CBOR ------------------------------------------------------------------------------------------------------

TEST(CoseKeys, APointBesideTheCurveOrAnotherAlgorithmIsNoKey) {
    std::string key = from_hex(vectors::kNoneEs256.key);
    EXPECT_TRUE(CoseKey::parse(key));
    EXPECT_FALSE(CoseKey::parse(key + "x"));
    std::string other = key;
    other.back() ^= 1;
    EXPECT_FALSE(CoseKey::parse(other)) << "not on P-256";
    other = key;
    other[4] = 0x27;  // algorithm -8 with an elliptic curve's type
    EXPECT_FALSE(CoseKey::parse(other));
    EXPECT_FALSE(CoseKey::parse(from_hex("a5010203262001215820") + std::string(3, 'x')));
}

TEST(Cbor, NumbersAreThoseOfTheStandardsExamples) {
    const auto number = [](std::string_view hex) {
        const std::string bytes = from_hex(hex);
        return CborReader{bytes}.next().value().integer();
    };
    // RFC 8949, appendix A
    EXPECT_EQ(number("17"), 23);
    EXPECT_EQ(number("1903e8"), 1000);
    EXPECT_EQ(number("1b000000e8d4a51000"), 1'000'000'000'000);
    EXPECT_EQ(number("1bffffffffffffffff"), std::nullopt);
    EXPECT_EQ(number("20"), -1);
    EXPECT_EQ(number("3903e7"), -1000);
    EXPECT_EQ(number("6161"), std::nullopt);
}

TEST(Cbor, WhatClaimsBillionsOrNestsWithoutEndIsSkippedInNoTime) {
    const auto skips = [](const std::string& bytes) { return CborReader{bytes}.skip(); };
    EXPECT_TRUE(skips(from_hex("a26161016162820203")));
    EXPECT_FALSE(skips(from_hex("bbffffffffffffffff")));
    EXPECT_FALSE(skips(from_hex("5affffffff00")));
    EXPECT_FALSE(skips(std::string(1000, '\x81')));
    EXPECT_FALSE(skips(from_hex("9f01ff"))) << "an indefinite length";
}

TEST(ClientData, NeedsItsThreeTexts) {
    EXPECT_TRUE(parse_client_data(R"({"type":"a","challenge":"b","origin":"c","more":[1,{}]})"));
    for (const auto* json :
         {"", "[]", "{}", R"({"type":"a","challenge":"b"})", R"({"type":1,"challenge":"b","origin":"c"})",
          R"({"type":"a","challenge":"b","origin":"c"} x)"})
        EXPECT_FALSE(parse_client_data(json)) << json;
    EXPECT_TRUE(parse_client_data(R"({"type":"a","challenge":"b","origin":"c","topOrigin":"d"})")->is_embedded);
    EXPECT_TRUE(parse_client_data(R"({"type":"a","challenge":"b","origin":"c","crossOrigin":0})")->is_embedded);
    EXPECT_FALSE(parse_client_data(std::string(kLongestClientData + 1, ' ')));
}

TEST(RelyingParties, AreHostsWithANameThatBrowsersTrust) {
    EXPECT_EQ(relying_party("https://example.org"), kExample);
    EXPECT_EQ(relying_party("https://tous.example.org:8443/"),
              (RelyingParty{"tous.example.org", "https://tous.example.org:8443"}));
    EXPECT_EQ(relying_party("http://localhost:8080"), (RelyingParty{"localhost", "http://localhost:8080"}));
    for (const auto* address : {"http://example.org", "http://127.0.0.1:8080", "https://192.0.2.1",
                                "https://[::1]:8443", "http://localhost.example.org", "https://", "example.org", ""})
        EXPECT_FALSE(relying_party(address)) << address;
}

}  // namespace
}  // namespace auth
