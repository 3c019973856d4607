#pragma once
// Made-up village decisions: the same seed gives the same cases on every machine. Two in five break a rule, many of them by
// one vote or one day.
#include <cstdint>

#include "yardstick/village.hpp"

namespace guicheng::bench {

class Generator {
public:
    explicit Generator(std::uint64_t seed) : state_(seed) {}
    Village next();

private:
    std::uint64_t draw();
    int between(int low, int high);  ///< both included
    bool chance(int percent) { return between(1, 100) <= percent; }
    template <class T>
    const T& pick(const std::vector<T>& from) {
        return from[static_cast<std::size_t>(between(0, static_cast<int>(from.size()) - 1))];
    }
    template <class T>
    void shuffle(std::vector<T>& items);

    Village lawful();
    void matter(Village& village);
    void vote(Event& meeting, int present, int least_yes);
    std::vector<std::string> contents();
    Event notice(int start, bool hurried);
    void spoil(Village& village, int rule);
    void spoil_order(Village& village);
    void spoil_vote(Event& meeting, int entitled);
    void spoil_money(Village& village);

    std::uint64_t state_;
    std::uint64_t made_ = 0;
};

}  // namespace guicheng::bench
