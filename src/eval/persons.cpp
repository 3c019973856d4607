// Who took an act in hand, and who may not have taken another too (judging, sections 6 and 8).
#include "eval/run.hpp"

namespace guicheng::eval {

using verdict::MissingKind;

/// One person as a text, several as all those of an act.
Value Run::persons(Subject who) {
    const auto& act = case_.acts[who.act];
    if (act.has_persons && act.persons_end - act.persons_begin == 1) return known(case_.people[act.persons_begin]);
    return known_or_gap(act.has_persons, persons_of_act + who.act, MissingKind::persons, who);
}

template <class Each>
void Run::each_text(std::int64_t v, Each each) const {
    if (v < persons_of_act) {
        each(text(v));
        return;
    }
    const auto& act = case_.acts[static_cast<std::size_t>(v - persons_of_act)];
    for (auto i = act.persons_begin; i < act.persons_end; ++i) each(std::string_view(case_.text(case_.people[i])));
}

/// Of one text each: whether they are the same; of several persons whether one of these is one of those.
bool Run::shares_text(std::int64_t a, std::int64_t b) const {
    bool shared = false;
    each_text(a, [&](std::string_view one) { each_text(b, [&](std::string_view other) { shared = shared || one == other; }); });
    return shared;
}

std::string Run::persons_text(std::int64_t v) const {
    std::string out;
    each_text(v, [&](std::string_view name) {
        if (!out.empty()) out += ' ';
        out += name;
    });
    return out;
}

/// 分离: nobody who took this act in hand took one of the others, as they stand.
Test Run::separation(const Row& row) {
    const Subject own{s_.attempts[at_.attempt].act, at_.attempt};
    const auto& act = case_.acts[own.act];
    bool unknown = false, shared = false, own_asked = false;
    for (auto i = row.others.begin; i < row.others.end; ++i) {
        const auto step = static_cast<std::uint16_t>(program_.numbers[i]);
        const auto standing = s_.steps[step].standing;
        if (standing == no_index) continue;
        const Subject other{s_.attempts[standing].act, standing};
        const auto& there = case_.acts[other.act];
        if (!act.has_persons && !own_asked) gap_of_act(MissingKind::persons, own);
        own_asked = true;
        if (!there.has_persons) gap_of_act(MissingKind::persons, other);
        unknown = unknown || !act.has_persons || !there.has_persons;
        for (auto mine = act.persons_begin; mine < act.persons_end; ++mine)
            for (auto theirs = there.persons_begin; theirs < there.persons_end; ++theirs) {
                if (case_.people[mine] != case_.people[theirs]) continue;
                shared = true;
                if (auto* finding = made())
                    finding->causes.push_back(
                        {verdict::CauseKind::same_person, step_name(step), number_of(standing), {}, case_.text(case_.people[mine])});
            }
    }
    return shared ? Test::no : unknown ? Test::unknown : Test::yes;
}

/// Who took this act in hand, and who the others that stand.
void Run::collect_persons(const Row& row, std::vector<verdict::Evidence>& out) {
    Node node;
    node.kind = model::ExprKind::attribute;
    node.attribute = model::Attribute::persons;
    node.scope = model::Scope::current;
    collect_act_value(node, out);
    node.scope = model::Scope::step;
    for (auto i = row.others.begin; i < row.others.end; ++i) {
        node.step = static_cast<std::uint16_t>(program_.numbers[i]);
        collect_act_value(node, out);
    }
}

}  // namespace guicheng::eval
