#pragma once
// A list whose clear() keeps its elements, so that what they allocated serves the next case of a million.
#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <utility>
#include <vector>

namespace guicheng::cases {

template <class T>
class Kept {
public:
    using value_type = T;
    Kept() = default;
    Kept(std::initializer_list<T> items) : items_(items), size_(items.size()) {}

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    const T& operator[](std::size_t index) const { return items_[index]; }
    T& operator[](std::size_t index) { return items_[index]; }
    const T& back() const { return items_[size_ - 1]; }
    auto begin() const { return items_.begin(); }
    auto end() const { return items_.begin() + static_cast<std::ptrdiff_t>(size_); }

    void clear() { size_ = 0; }
    /// One more element, which still holds what it held before: the caller overwrites it.
    T& next() {
        if (size_ == items_.size()) items_.emplace_back();
        return items_[size_++];
    }
    void push_back(T item) { next() = std::move(item); }

    friend bool operator==(const Kept& a, const Kept& b) { return std::equal(a.begin(), a.end(), b.begin(), b.end()); }

private:
    std::vector<T> items_;
    std::size_t size_ = 0;
};

}  // namespace guicheng::cases
