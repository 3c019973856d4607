#pragma once
// Verdicts of random content: every member of every struct is filled through the one description of the JSON's layout.
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "verdict/fields.hpp"
#include "verdict/names.hpp"
#include "verdict/plan_fields.hpp"

namespace guicheng::test {

class RandomVerdict {
public:
    explicit RandomVerdict(std::uint64_t seed) : random_(seed) {}

    verdict::Verdict make() {
        verdict::Verdict value;
        fill(value);
        return value;
    }

    verdict::Outlooks make_plans() {
        verdict::Outlooks value;
        fill(value);
        return value;
    }

    // The archive that describe() walks.
    template <class T>
    void field(std::string_view, T& value) {
        fill(value);
    }
    template <class T>
    void optional(std::string_view, T& value, const std::type_identity_t<T>& = T{}) {
        if (below(3) != 0) fill(value);
    }

private:
    std::uint64_t below(std::uint64_t bound) { return random_() % bound; }

    template <class T>
    void fill(T& value) {
        if constexpr (std::is_same_v<T, bool>) {
            value = below(2) != 0;
        } else if constexpr (std::is_enum_v<T>) {
            std::uint8_t count = 0;
            while (!verdict::name(static_cast<T>(count)).empty()) ++count;
            value = static_cast<T>(below(count));
        } else if constexpr (std::is_integral_v<T>) {
            const std::uint64_t raw = random_();
            value = static_cast<T>(below(2) != 0 ? raw : raw % 100);
        } else {
            fill_object(value);
        }
    }
    void fill_object(std::string& value) {
        static const std::vector<std::string> pieces{"公示", "a", "\"", "\\", "\n", "\t", "\x01", "村民代表会议",
                                                     "·",    "{", "}",  " ",  "𠀀", "'",  "<b>"};
        value.clear();
        for (auto left = below(5); left > 0; --left) value += pieces[below(pieces.size())];
    }
    void fill_object(base::Day& value) { value.number = static_cast<std::int32_t>(below(110'000)) - 25'000; }
    void fill_object(base::Moment& value) {
        fill_object(value.day);
        value.minute = static_cast<std::int16_t>(below(2) != 0 ? -1 : static_cast<int>(below(1440)));
    }
    void fill_object(base::Fraction& value) {
        value.num = static_cast<std::int64_t>(below(1000));
        value.den = static_cast<std::int64_t>(below(1000)) + 1;
    }
    template <class T>
    void fill_object(std::optional<T>& value) {
        fill(value.emplace());
    }
    template <class T>
    void fill_object(std::vector<T>& value) {
        value.resize(below(4));
        for (auto& item : value) fill(item);
    }
    template <class T>
        requires(verdict::Described<T> || verdict::DescribedPlan<T>)
    void fill_object(T& value) {
        verdict::describe(*this, value);
    }

    std::mt19937_64 random_;
};

}  // namespace guicheng::test
