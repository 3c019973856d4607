#pragma once
// SHA-256 (FIPS 180-4) as lower-case hex: the identity of procedures, cases, calendars.
#include <memory>
#include <string>
#include <string_view>

namespace guicheng::base {

/// 64 hex digits. Throws std::runtime_error where the crypto library refuses the algorithm.
std::string sha256_hex(std::string_view bytes);

/// The same over bytes that arrive in pieces.
class Hasher {
public:
    Hasher();
    ~Hasher();
    Hasher(Hasher&&) noexcept;
    Hasher& operator=(Hasher&&) noexcept;
    Hasher(const Hasher&) = delete;
    Hasher& operator=(const Hasher&) = delete;

    Hasher& update(std::string_view bytes);
    /// A field with its length before it, so that ("ab", "c") and ("a", "bc") differ.
    Hasher& field(std::string_view bytes);
    /// The digest of what came so far; more may follow.
    std::string hex() const;

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

}  // namespace guicheng::base
