// The fields, parameters and findings that a condition names and that are known, with their values in canonical writing.
#include <algorithm>
#include <string>

#include "base/fraction.hpp"
#include "base/number.hpp"
#include "eval/run.hpp"
#include "verdict/names.hpp"

namespace guicheng::eval {

using model::ExprKind;
using model::Type;
using verdict::Evidence;

namespace {

void add_evidence(std::vector<Evidence>& out, Evidence evidence) {
    if (std::find(out.begin(), out.end(), evidence) == out.end()) out.push_back(std::move(evidence));
}

}  // namespace

std::string Run::list_text(const model::Field& field, std::int64_t v) const {
    std::string out;
    const auto add = [&](std::string_view name) {
        if (!out.empty()) out += ' ';
        out += name;
    };
    if (field.choices) {
        const auto& names = model_.choice_sets[field.choices.index()].names;
        for (std::size_t i = 0; i < names.size() && i < 64; ++i)
            if ((static_cast<std::uint64_t>(v) >> i & 1U) != 0) add(names[i]);
    } else {
        for (const auto item : case_.text_lists[static_cast<std::size_t>(v)]) add(case_.texts[item]);
    }
    return out;
}

std::string Run::value_text(const model::Field& field, std::int64_t v) const {
    switch (field.type) {
        case Type::boolean: return v != 0 ? "true" : "false";
        case Type::integer:
        case Type::days:
        case Type::working_days: return std::to_string(v);
        case Type::money: return base::money_text(v);
        case Type::date: return base::iso({static_cast<std::int32_t>(v)});
        case Type::choice: return model_.choice_sets[field.choices.index()].names[static_cast<std::size_t>(v)];
        case Type::list: return list_text(field, v);
        case Type::text:
        case Type::person: return std::string(text(v));
        case Type::share: {
            const auto share = case_.shares[static_cast<std::size_t>(v)];
            const auto lowest = base::lowest_terms(share.num, share.den);
            return base::fraction_text(lowest);
        }
        case Type::period: {
            const auto period = case_.periods[static_cast<std::size_t>(v)];
            return std::to_string(period.amount) + ' ' + std::string(verdict::name(period.unit));
        }
        case Type::outcome: return std::string(verdict::name(static_cast<verdict::Outcome>(v)));
    }
    return {};
}

void Run::collect_value(const model::Field& field, const std::string& name, Value value, std::vector<Evidence>& out) const {
    if (value.known) add_evidence(out, {-1, name, value_text(field, value.v)});
}

void Run::collect_parameter(std::uint16_t parameter_id, std::vector<Evidence>& out) {
    const auto before = mark();
    const auto& field = model_.parameters[parameter_id].field;
    collect_value(field, field.name, parameter(parameter_id), out);
    restore(before);
}

void Run::collect_finding(std::uint16_t id, std::vector<Evidence>& out) {
    const auto before = mark();
    const auto found = finding(id);
    restore(before);
    if (!found.known) return;
    const auto& declared = model_.findings[id];
    collect_value(declared.conclusion, declared.name, found, out);
    const auto act = standing_finding(id);
    if (act != no_index) add_evidence(out, {static_cast<std::int32_t>(case_.acts[act].record), {}, {}});
}

/// Left to right, each once.
void Run::collect(program::ExprIndex expression, std::vector<Evidence>& out) {
    const auto& node = program_.nodes[expression];
    if (node.kind == ExprKind::matter) {
        const auto before = mark();
        const auto& field = model_.fields[node.slot];
        collect_value(field, field.name, matter(node.slot), out);
        restore(before);
    } else if (node.kind == ExprKind::parameter) {
        collect_parameter(node.slot, out);
    } else if (node.kind == ExprKind::finding) {
        collect_finding(node.slot, out);
    }
    if (node.left != program::none) collect(node.left, out);
    if (node.right != program::none) collect(node.right, out);
    if (node.kind != ExprKind::conjunction && node.kind != ExprKind::disjunction) return;
    for (auto i = node.list.begin; i < node.list.end; ++i) collect(static_cast<program::ExprIndex>(program_.numbers[i]), out);
}

}  // namespace guicheng::eval
