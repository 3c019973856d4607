#include "cases/scratch.hpp"

#include <cstring>
#include <string>

namespace guicheng::cases {
namespace {

std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = text.size() * 0x9E3779B97F4A7C15ULL;
    const auto take = [&hash](std::uint64_t word) {
        hash = (hash ^ word) * 0xD6E8FEB86659FD93ULL;
        hash ^= hash >> 32;
    };
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t word;
        std::memcpy(&word, text.data() + i, 8);
        take(word);
    }
    if (i < text.size()) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + i, text.size() - i);
        take(word);
    }
    return hash;
}

}  // namespace

void Interner::clear() {
    // After one huge case the small ones that follow must not pay for its table.
    if (used_ != 0) slots_.assign(slots_.size() > 1024 && used_ * 16 < slots_.size() ? 64 : slots_.size(), empty);
    used_ = 0;
    crowded_.clear();
}

bool Interner::place(std::uint32_t index, const Kept<std::string>& texts) {
    const std::size_t mask = slots_.size() - 1;
    const std::size_t start = hash_of(texts[index]) & mask;
    for (std::size_t probe = 0; probe < most_probes; ++probe)
        if (auto& slot = slots_[(start + probe) & mask]; slot == empty) {
            slot = index;
            ++used_;
            return true;
        }
    crowded_.emplace(texts[index], index);
    return false;
}

void Interner::grow(const Kept<std::string>& texts) {
    const std::size_t wanted = slots_.empty() ? 64 : slots_.size() * 2;
    slots_.assign(wanted, empty);
    used_ = 0;
    crowded_.clear();
    for (std::uint32_t i = 0; i < texts.size(); ++i) place(i, texts);
}

std::uint32_t Interner::index_of_many(std::string_view text, Kept<std::string>& texts) {
    if (used_ == 0 || texts.size() * 2 >= slots_.size()) {
        if (used_ == 0 && slots_.size() > texts.size() * 2)
            for (std::uint32_t i = 0; i < texts.size(); ++i) place(i, texts);
        else
            grow(texts);
    }
    const std::size_t mask = slots_.size() - 1;
    const std::size_t start = hash_of(text) & mask;
    for (std::size_t probe = 0; probe < most_probes; ++probe) {
        const std::uint32_t slot = slots_[(start + probe) & mask];
        if (slot == empty) break;
        if (texts[slot] == text) return slot;
    }
    if (!crowded_.empty())
        if (const auto found = crowded_.find(text); found != crowded_.end()) return found->second;
    texts.next().assign(text);
    const auto index = static_cast<std::uint32_t>(texts.size() - 1);
    place(index, texts);
    return index;
}

}  // namespace guicheng::cases
