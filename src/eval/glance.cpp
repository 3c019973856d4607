// Most requirements of most cases are met, or do not apply, and leave nothing behind. Without a recorder a glance at the record tells so,
// without the bookkeeping that a finding needs. What a glance does not settle is judged in full.
#include <array>

#include "eval/run.hpp"

namespace guicheng::eval {

using model::RequirementKind;

namespace {

/// Of a base that is one count: which.
constexpr std::int64_t Counts::* plain_base(model::Denominator denominator) {
    switch (denominator) {
        case model::Denominator::entitled:
        case model::Denominator::whole: return &Counts::entitled;
        case model::Denominator::present: return &Counts::present;
        case model::Denominator::registered: return &Counts::registered;
        case model::Denominator::none:
        case model::Denominator::cast:
        case model::Denominator::valid_ballots: return nullptr;
    }
    return nullptr;
}

constexpr auto plain_bases = [] {
    std::array<std::int64_t Counts::*, static_cast<std::size_t>(model::Denominator::registered) + 1> bases{};
    for (std::size_t i = 0; i < bases.size(); ++i) bases[i] = plain_base(static_cast<model::Denominator>(i));
    return bases;
}();

}  // namespace

/// A share that the rule itself gives, of counts that are all recorded: nearly every vote that is won.
bool Run::plainly_reached(const Row& row, const Counts& counts) const {
    const auto base = plain_bases[static_cast<std::size_t>(row.denominator)];
    if (!row.plain_share || base == nullptr || doubtful_remote_ || doubtful_proxy_) return false;
    const auto found = row.kind == RequirementKind::approval ? counts.yes : counts.present;
    const auto of = counts.*base;
    const auto more = row.op == base::Comparison::greater ? 1 : 0;  // a share above is one that holds with one to spare
    return found >= 0 && of >= 0 && static_cast<base::Wide>(found) * row.share.den >= static_cast<base::Wide>(of) * row.share.num + more;
}

Tri Run::matter_holds(const program::MatterCheck& check) const {
    if (check.field >= case_.matter.size() || !case_.matter[check.field].known) return Tri::unknown;
    const auto v = case_.matter[check.field].v;
    if (!check.by_choice) return tri(base::holds(check.op, v, check.number));
    return v < 0 || v > 63 ? Tri::unknown : tri((check.choices >> v & 1U) != 0);
}

/// Of exceptions that are of the matter alone; unknown where they are not, or where one is unknown and none before it true.
Tri Run::plainly_lifted(const Row& row) const {
    if (row.lifts.empty()) return row.exceptions.empty() ? Tri::no : Tri::unknown;
    for (auto i = row.lifts.begin; i < row.lifts.end; ++i)
        if (const auto found = matter_holds(program_.matter_checks[i]); found != Tri::no) return found;
    return Tri::no;
}

/// 有 and no more is asked.
bool Run::something_was_done(const Row& row) const {
    const auto& node = program_.nodes[row.demand];
    if (node.kind != model::ExprKind::exists || node.left != program::none || row.modality == model::Modality::must_not) return false;
    return (node.step != program::none ? s_.steps[node.step].latest : s_.events[node.event]) != no_index;
}

bool Run::plainly_demanded(const Row& row) const {
    return row.dates.empty() ? something_was_done(row) : all_dates_hold(row) == Tri::yes;
}

/// Of the matter alone, so it is the same whenever it is read: the length waits only if something may come of it.
Run::Glance Run::await_length(const Row& row) {
    if (!row.exceptions.empty()) {
        const auto lifted = plainly_lifted(row);
        if (lifted != Tri::no) return lifted == Tri::yes ? Glance::met : Glance::look_closer;
    }
    PostedLength posted;
    posted.attempt = at_.attempt;
    posted.gap_applies = posted.gap_lifted = no_gap;
    posted.requirement = static_cast<std::uint16_t>(&row - program_.rows.data());
    posted.gap_applies = posted.gap_lifted = no_gap;
    s_.lengths.push_back(posted);
    s_.attempts[at_.attempt].lengths_end = static_cast<std::uint32_t>(s_.lengths.size());
    return Glance::met;
}

bool Run::plainly_by(const Row& row, const cases::Act& act) const {
    const auto& step = program_.steps[row.step];
    return step.bands.empty() && case_.offices.empty() && among(step.actors, act);
}

/// One function, with its parts put into it: it is asked of nearly every requirement of nearly every act.
Run::Glance Run::glance(const Row& row) {
    if (!row.glanceable) return Glance::look_closer;
    if (row.condition != program::none) {
        const auto applies = matter_holds(row.when);
        if (applies != Tri::yes) return applies == Tri::no ? Glance::not_applicable : Glance::look_closer;
    }
    const auto seen = [](bool met) { return met ? Glance::met : Glance::look_closer; };
    switch (row.kind) {
        case RequirementKind::attendance:
        case RequirementKind::approval: return seen(plainly_reached(row, s_.counts[s_.attempts[at_.attempt].count]));
        case RequirementKind::free_form: return seen(plainly_demanded(row));
        case RequirementKind::tally: return seen(tally(act_of(at_.attempt), row.body) == Test::yes);
        case RequirementKind::materials: return seen(plainly_delivered(row, act_of(at_.attempt)));
        case RequirementKind::actor: return seen(plainly_by(row, act_of(at_.attempt)));
        case RequirementKind::ballot_form: {
            const auto form = act_of(at_.attempt).ballot_form;
            return seen(form != model::BallotForm::none && ((row.forms >> static_cast<unsigned>(form)) & 1U) != 0);
        }
        case RequirementKind::posting_contents: {
            const auto& act = act_of(at_.attempt);
            return seen(act.has_contents && items_at_fault(row, act.contents) == 0);
        }
        case RequirementKind::minutes: {
            const auto& act = act_of(at_.attempt);
            return seen(act.has_minutes && items_at_fault(row, act.minutes) == 0);
        }
        case RequirementKind::order:
        case RequirementKind::inherited:
        case RequirementKind::form:
        case RequirementKind::roll:
        case RequirementKind::declared:
        case RequirementKind::proxy:
        case RequirementKind::remote:
        case RequirementKind::body_size:
        case RequirementKind::composition:
        case RequirementKind::term:
        case RequirementKind::separation:
        case RequirementKind::signatures:
        case RequirementKind::sign_order:
        case RequirementKind::signers:
        case RequirementKind::seals:
        case RequirementKind::deadline:
        case RequirementKind::choice:
        case RequirementKind::owed: return Glance::look_closer;
        case RequirementKind::posting_length: return await_length(row);
    }
    return Glance::look_closer;
}

/// Of an act that says nothing of most things only Step::telling needs a look.
void Run::judge_silent(const program::Step& step, std::uint32_t index) {
    for (auto i = step.telling.begin; i < step.telling.end; ++i) {
        const auto requirement = program_.step_requirements[i];
        const auto& row = program_.rows[requirement];
        const auto seen = glance(row);
        if (seen == Glance::look_closer)
            note_result(row, judge_requirement(requirement, index, row.glanceable), index);
        else if (seen == Glance::met && row.kind == RequirementKind::approval)
            approval_carried_ = true;
    }
}

Tri Run::all_dates_hold(const Row& row) const {
    auto all = Tri::yes;
    for (auto i = row.dates.begin; i < row.dates.end; ++i) {
        const auto found = dates_hold(program_.date_checks[i]);
        if (found == Tri::no) return Tri::no;
        if (found == Tri::unknown) all = Tri::unknown;
    }
    return all;
}

/// An `every` over dates, read directly; unknown where it must be read in full: an act done more than once, a date that is missing, a
/// record that is not complete.
Tri Run::dates_hold(const program::DateCheck& check) const {
    if (case_.record_incomplete) return Tri::unknown;
    for (const auto step : check.steps) {
        if (step == program::none) break;
        if (const auto times = s_.steps[step].attempts; times != 1)
            return times == 0 ? Tri::yes : Tri::unknown;  // every one of none is met
    }
    bool dated = true, held = true;
    for (auto i = check.gaps.begin; i < check.gaps.end; ++i) {
        const auto& gap = program_.date_gaps[i];
        const auto from = s_.steps[gap.from.step].days[gap.from.end];
        const auto to = s_.steps[gap.to.step].days[gap.to.end];
        const auto between = std::int64_t{to.number} - from.number;
        dated &= from != no_day && to != no_day;
        held &= between >= gap.low && between <= gap.high;
    }
    return dated ? tri(held) : Tri::unknown;
}

}  // namespace guicheng::eval
