#include "base/sha256.hpp"

#include "support/catch.hpp"

using namespace guicheng::base;

TEST_CASE("the published test vectors of SHA-256 come out", "[sha256]") {
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256_hex(std::string(1000000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("bytes that arrive in pieces give the digest of the whole", "[sha256]") {
    const std::string whole(300, 'x');
    for (const std::size_t cut : {std::size_t{0}, std::size_t{1}, std::size_t{63}, std::size_t{64}, std::size_t{65}, whole.size()}) {
        CAPTURE(cut);
        Hasher hasher;
        hasher.update(std::string_view(whole).substr(0, cut)).update(std::string_view(whole).substr(cut));
        CHECK(hasher.hex() == sha256_hex(whole));
    }
}

TEST_CASE("a digest may be read on the way and more bytes may follow", "[sha256]") {
    Hasher hasher;
    hasher.update("a");
    CHECK(hasher.hex() == sha256_hex("a"));
    CHECK(hasher.hex() == sha256_hex("a"));
    hasher.update("bc");
    CHECK(hasher.hex() == sha256_hex("abc"));
    Hasher moved = std::move(hasher);
    CHECK(moved.hex() == sha256_hex("abc"));
}

TEST_CASE("fields keep their borders", "[sha256]") {
    CHECK(Hasher().field("ab").field("c").hex() != Hasher().field("a").field("bc").hex());
    CHECK(Hasher().field("ab").hex() == sha256_hex("2:ab"));
}
