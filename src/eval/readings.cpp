// Readings that the source leaves open. A parameter with a closed list that no office has set may be any of its values: where each of them
// gives one answer, that is the answer (judging, section 8).
#include <algorithm>

#include "eval/run.hpp"

namespace guicheng::eval {

using model::ExprKind;
using model::Type;

namespace {

/// More parameters or combinations than an author can have thought of are left undecided.
constexpr std::int64_t most_combinations = 64;

}  // namespace

const Value* Run::assumed(std::uint16_t parameter) const {
    for (std::size_t i = 0; i < reading_count_; ++i)
        if (readings_[i].parameter == parameter && readings_[i].tried.known) return &readings_[i].tried;
    return nullptr;
}

/// The parameters with a closed list that an expression names and that are not set at this time, after those found before.
void Run::open_readings(program::ExprIndex root) {
    const auto& node = program_.nodes[root];
    if (node.kind == ExprKind::parameter) {
        const auto& field = model_.parameters[node.slot].field;
        const bool listed = field.type == Type::choice || field.type == Type::boolean;
        const auto known_already = std::any_of(readings_.begin(), readings_.begin() + static_cast<std::ptrdiff_t>(reading_count_),
                                               [&](const OpenReading& reading) { return reading.parameter == node.slot; });
        if (listed && !known_already) {
            const auto before = mark();
            const bool set = parameter(node.slot).known;
            restore(before);
            const auto values = field.type == Type::boolean ? std::size_t{2} : model_.choice_sets[field.choices.index()].names.size();
            if (!set && reading_count_ == readings_.size())
                readings_[0].values = most_combinations + 1;
            else if (!set)
                readings_[reading_count_++] = {node.slot, static_cast<std::int64_t>(values), {}};
        }
    }
    if (node.left != program::none) open_readings(node.left);
    if (node.right != program::none) open_readings(node.right);
    if (node.kind != ExprKind::conjunction && node.kind != ExprKind::disjunction) return;
    for (auto i = node.list.begin; i < node.list.end; ++i) open_readings(static_cast<program::ExprIndex>(program_.numbers[i]));
}

/// What every combination of the open readings gives alike; nothing where they differ, one of them is unknown, or there are none or too
/// many. Leaves no open readings behind.
template <class Answer, class Read>
std::optional<Answer> Run::each_reading(Answer unknown, Read read) {
    std::int64_t combinations = reading_count_ == 0 ? 0 : 1;
    for (std::size_t i = 0; i < reading_count_; ++i) combinations = std::min(combinations * readings_[i].values, most_combinations + 1);
    std::optional<Answer> same;
    const auto before = mark();
    for (std::int64_t combination = 0; combinations <= most_combinations && combination < combinations; ++combination) {
        auto rest = combination;
        for (std::size_t i = 0; i < reading_count_; ++i) {
            readings_[i].tried = known(rest % readings_[i].values);
            rest /= readings_[i].values;
        }
        const Answer answer = read();
        restore(before);
        const bool differs = answer == unknown || (same && *same != answer);
        same = answer;
        if (!differs) continue;
        same.reset();
        break;
    }
    reading_count_ = 0;
    return same;
}

Tri Run::holds(program::ExprIndex root) {
    const auto before = mark();
    const auto found = condition(root);
    if (found != Tri::unknown || reading_count_ > 0) return found;
    open_readings(root);
    const auto same = each_reading(Tri::unknown, [&] { return condition(root); });
    if (!same) return found;
    restore(before);
    return *same;
}

/// 分情形 as a whole: which situation holds may differ with the reading while the answer does not.
Test Run::choice(const Row& row) {
    const auto before = mark();
    const auto found = situation(row);
    if (found != Test::unknown || reading_count_ > 0) return found;
    for (auto i = row.situations.begin; i < row.situations.end; ++i) {
        if (program_.situations[i].condition != program::none) open_readings(program_.situations[i].condition);
        if (program_.situations[i].demand != program::none) open_readings(program_.situations[i].demand);
    }
    auto* finding = made();
    const auto met_first = finding != nullptr ? finding->situation : -1;
    std::optional<std::int32_t> held;
    const auto same = each_reading(Test::unknown, [&] {
        const auto answer = situation(row);
        if (finding == nullptr) return answer;
        if (held && *held != finding->situation) held = -1;
        if (!held) held = finding->situation;
        return answer;
    });
    if (finding != nullptr) finding->situation = same ? held.value_or(-1) : met_first;
    if (!same) return found;
    restore(before);
    return *same;
}

}  // namespace guicheng::eval
