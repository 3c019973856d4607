#include "base/sha256.hpp"

#include <openssl/evp.h>

#include <array>
#include <new>
#include <stdexcept>

namespace guicheng::base {

namespace {

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using ContextPtr = std::unique_ptr<EVP_MD_CTX, FreeContext>;

ContextPtr new_context() {
    ContextPtr context(EVP_MD_CTX_new());
    if (!context) throw std::bad_alloc();
    return context;
}

void require(int result) {
    if (result != 1) throw std::runtime_error("SHA-256 is not available from the crypto library");
}

}  // namespace

struct Hasher::Context {
    ContextPtr evp = new_context();
};

Hasher::Hasher() : context_(std::make_unique<Context>()) {
    require(EVP_DigestInit_ex(context_->evp.get(), EVP_sha256(), nullptr));
}
Hasher::~Hasher() = default;
Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;

Hasher& Hasher::update(std::string_view bytes) {
    require(EVP_DigestUpdate(context_->evp.get(), bytes.data(), bytes.size()));
    return *this;
}

Hasher& Hasher::field(std::string_view bytes) {
    update(std::to_string(bytes.size()));
    update(":");
    return update(bytes);
}

std::string Hasher::hex() const {
    // Finishing spoils a context, so a copy is finished.
    const auto copy = new_context();
    require(EVP_MD_CTX_copy_ex(copy.get(), context_->evp.get()));
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    require(EVP_DigestFinal_ex(copy.get(), digest.data(), &size));
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(std::size_t{2} * size);
    for (unsigned int i = 0; i < size; ++i) {
        text += digits[digest[i] >> 4U];
        text += digits[digest[i] & 0xFU];
    }
    return text;
}

std::string sha256_hex(std::string_view bytes) {
    return Hasher().update(bytes).hex();
}

}  // namespace guicheng::base
