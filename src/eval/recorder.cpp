// Findings in full, for the verdict. Nothing here decides anything.
#include <algorithm>

#include "eval/run.hpp"

namespace guicheng::eval {

using model::RequirementKind;
using verdict::Evidence;
using verdict::Missing;
using verdict::Why;

namespace {

template <class T>
void append_once(std::vector<T>& out, const std::vector<T>& more) {
    for (const auto& item : more)
        if (std::find(out.begin(), out.end(), item) == out.end()) out.push_back(item);
}

/// What a test of the record itself compares with the rule.
std::optional<model::Attribute> attribute_tested(RequirementKind kind) {
    if (kind == RequirementKind::actor) return model::Attribute::actor;
    if (kind == RequirementKind::form) return model::Attribute::form;
    if (kind == RequirementKind::ballot_form) return model::Attribute::ballot_form;
    if (kind == RequirementKind::declared) return model::Attribute::declared;
    return std::nullopt;
}

void append(std::vector<std::string>& out, const std::vector<std::string>& more) {
    out.insert(out.end(), more.begin(), more.end());
}

void add_ground(verdict::Finding& finding, const model::Ground& ground) {
    append(finding.citations, ground.citations);
    append(finding.interpretations, ground.interpretations);
}

}  // namespace

[[gnu::cold]] void Run::record_gap(verdict::MissingKind kind, std::string_view name, std::int32_t number) {
    trace_->missing.push_back({kind, std::string(name), number});
}

void Run::begin_trace(std::uint16_t requirement) {
    const auto& r = model_.requirements[requirement];
    trace_->missing.clear();
    trace_->current = {};
    trace_->finding = &trace_->current;
    trace_->current.requirement = r.id;
    trace_->current.kind = r.kind;
    trace_->current.modality = r.modality;
    trace_->current.effect = r.consequence.effect;
    trace_->current.effect_written = r.consequence.written;
}

void Run::add_grounds(verdict::Finding& finding, std::uint16_t requirement, const Judged& judged) const {
    const auto& r = model_.requirements[requirement];
    add_ground(finding, r.ground);
    if (r.condition && (judged.applies != Tri::yes || judged.result != Result::satisfied)) add_ground(finding, r.condition->ground);
    if (finding.exception >= 0) add_ground(finding, r.exceptions[static_cast<std::size_t>(finding.exception)].ground);
    if (judged.result == Result::violated) add_ground(finding, r.consequence.ground);
}

void Run::fill(verdict::Finding& finding, std::uint16_t requirement, const Judged& judged) const {
    finding.result = judged.result;
    finding.why = judged.why;
    finding.exception = judged.why == Why::exception_true ? judged.exception : -1;
    add_grounds(finding, requirement, judged);
}

/// The record of the attempt and of the acts that the requirement looks at.
void Run::add_records(std::vector<Evidence>& out, const Row& row, std::uint32_t attempt, bool test_made) {
    const auto record_act = [&](const cases::Act& act) {
        Evidence evidence;
        evidence.record = static_cast<std::int32_t>(act.record);
        append_once(out, {evidence});
    };
    const auto record = [&](std::uint32_t of) { record_act(act_of(of)); };
    if (attempt != no_index) record(attempt);
    if (!test_made) return;
    if (attempt != no_index && (row.kind == RequirementKind::order || row.kind == RequirementKind::inherited)) {
        const auto& by = s_.attempts[attempt];
        for (auto i = by.rests_begin; i < by.rests_end; ++i) record(s_.rests[i]);
    }
    if (row.starts.empty()) return;
    const auto before = mark();
    for (auto i = row.starts.begin; i < row.starts.end; ++i) {
        const auto act = origin_of(program_.starts[i]).act;
        if (act != no_index) record_act(case_.acts[act]);
    }
    restore(before);
}

void Run::collect_test(const Row& row, std::vector<Evidence>& out) {
    if (const auto attribute = attribute_tested(row.kind); attribute && at_.attempt != no_index) {
        Node node;
        node.kind = model::ExprKind::attribute;
        node.scope = model::Scope::current;
        node.attribute = *attribute;
        collect_act_value(node, out);
    }
    const auto bound = [&](const Row& of) {
        if (of.parameter != program::none) collect_parameter(of.parameter, out);
        if (of.value != program::none) collect(of.value, out);
    };
    if (row.ways.empty()) bound(row);
    for (auto i = row.ways.begin; i < row.ways.end; ++i) bound(program_.ways[i]);
    if (row.kind == RequirementKind::separation) collect_persons(row, out);
    if (row.kind == RequirementKind::actor && row.step != program::none) {
        const auto bands = program_.steps[row.step].bands;
        for (auto i = bands.begin; i < bands.end; ++i)
            if (program_.bands[i].when != program::none) collect(program_.bands[i].when, out);
    }
    for (auto i = row.starts.begin; i < row.starts.end; ++i)
        if (program_.starts[i].day != program::none) collect(program_.starts[i].day, out);
    if (row.by_day != program::none) collect(row.by_day, out);
    if (row.demand != program::none) collect(row.demand, out);
    for (auto i = row.situations.begin; i < row.situations.end; ++i) {
        const auto& situation = program_.situations[i];
        if (situation.condition != program::none) collect(situation.condition, out);
        if (situation.demand != program::none) collect(situation.demand, out);
    }
}

void Run::end_trace(std::uint16_t requirement, std::uint32_t attempt, const Judged& judged) {
    const auto& row = program_.rows[requirement];
    auto finding = std::move(trace_->current);
    trace_->finding = nullptr;
    fill(finding, requirement, judged);
    if (judged.result == Result::undetermined) append_once(finding.missing, trace_->missing);
    add_records(finding.evidence, row, attempt, judged.test_made);
    if (judged.condition_read && row.condition != program::none) collect(row.condition, finding.evidence);
    if (judged.test_made) collect_test(row, finding.evidence);
    if (judged.exceptions_read)
        for (auto i = row.exceptions.begin; i < row.exceptions.end; ++i)
            collect(static_cast<program::ExprIndex>(program_.numbers[i]), finding.evidence);
    if (judged.test_made) collect_compared(row, finding);
    if (attempt != no_index)
        trace_->attempts[attempt].push_back(std::move(finding));
    else if (row.step != program::none)
        trace_->steps[row.step].push_back(std::move(finding));
    else
        trace_->own.push_back(std::move(finding));
}

/// The place of a posting's length among the findings is kept; what was read when it was posted is kept with it.
void Run::trace_length(const Row& row, std::uint32_t attempt, std::size_t condition_gaps) {
    auto& kept = trace_->lengths.emplace_back();
    kept.place = trace_->attempts[attempt].size();
    trace_->attempts[attempt].push_back(std::move(trace_->current));
    trace_->finding = nullptr;
    const auto split = trace_->missing.begin() + static_cast<std::ptrdiff_t>(condition_gaps);
    kept.missing_applies.assign(trace_->missing.begin(), split);
    kept.missing_lifted.assign(split, trace_->missing.end());
    if (row.condition != program::none) collect(row.condition, kept.condition);
    collect_test(row, kept.condition);
    for (auto i = row.exceptions.begin; i < row.exceptions.end; ++i)
        collect(static_cast<program::ExprIndex>(program_.numbers[i]), kept.exceptions);
}

void Run::settle_length(std::uint32_t length, std::uint32_t attempt, const Judged& judged) {
    const auto requirement = s_.lengths[length].requirement;
    keep_cell(requirement, attempt, judged);
    if (trace_ == nullptr) return;
    auto finding = std::move(trace_->current);
    trace_->finding = nullptr;
    const auto& kept = trace_->lengths[length];
    fill(finding, requirement, judged);
    if (judged.result == Result::undetermined) {
        append_once(finding.missing, kept.missing_applies);
        append_once(finding.missing, trace_->missing);
        if (judged.exceptions_read) append_once(finding.missing, kept.missing_lifted);
    }
    add_records(finding.evidence, program_.rows[requirement], attempt, true);
    append_once(finding.evidence, kept.condition);
    if (judged.exceptions_read) append_once(finding.evidence, kept.exceptions);
    trace_->attempts[attempt][kept.place] = std::move(finding);
}

void Run::trace_applies(Tri holds) {
    verdict::Finding finding;
    const auto& ground = model_.applies->ground;
    finding.citations = ground.citations;
    finding.interpretations = ground.interpretations;
    finding.result = holds == Tri::yes ? Result::satisfied : holds == Tri::no ? Result::not_applicable : Result::undetermined;
    if (holds == Tri::no) finding.why = Why::condition_false;
    if (holds == Tri::unknown) append_once(finding.missing, trace_->missing);
    collect(program_.applies, finding.evidence);
    trace_->applies = std::move(finding);
}

}  // namespace guicheng::eval
