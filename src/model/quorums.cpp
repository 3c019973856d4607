// Thresholds that don't do what they seem to. Each is lawful to write, so each is a warning with figures; who means it says so with 释义.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/fraction.hpp"
#include "model/draft.hpp"

namespace guicheng::model {

using base::Comparison;

namespace {

/// Of a body whose size the rule does not bound, these are tried; the figures shown are those of the last that is round.
constexpr std::int64_t smallest_tried = 3;
constexpr std::int64_t largest_tried = 100;
constexpr std::int64_t shown_size = 10;
constexpr std::int64_t shown_electorate = 100;

struct Sizes {
    std::optional<std::int64_t> low, high;
};

/// The statements of one meeting.
struct Meeting {
    std::vector<const Requirement*> attendance, approval, of_body;
    Sizes sizes;
};

bool always(const Requirement& r) {
    return !r.condition && r.exceptions.empty() && r.modality == Modality::must;
}

bool meant(const Requirement& r) {
    return !r.ground.interpretations.empty();
}

syntax::Keyword word_of(Denominator base) {
    if (base == Denominator::cast) return syntax::Keyword::cast;
    return base == Denominator::valid_ballots ? syntax::Keyword::valid_ballots : syntax::Keyword::present;
}

bool of_all_members(const Threshold& t) {
    return t.denominator == Denominator::entitled || t.denominator == Denominator::whole;
}

/// The fewest that pass; nothing where the rule alone does not tell.
std::optional<std::int64_t> fewest(const Threshold& t, std::int64_t base) {
    if (t.number) return t.op == Comparison::greater ? *t.number + 1 : *t.number;
    if (!t.share) return std::nullopt;
    return base::smallest_passing(t.op, base, base::lowest_terms(t.share->num, t.share->den));
}

/// Of a statement with one way alone, on the body's own number.
std::optional<std::int64_t> fewest_of(const Requirement& r, std::int64_t members) {
    const bool counted = r.threshold.number || of_all_members(r.threshold);
    return counted && r.other_ways.empty() ? fewest(r.threshold, members) : std::nullopt;
}

Meeting meeting_of(const Procedure& p, const Step& step) {
    Meeting m;
    for (const auto id : step.requirements) {
        const auto& r = p.requirement(id);
        if (r.body != step.body) continue;
        if (r.kind == RequirementKind::attendance) m.attendance.push_back(&r);
        if (r.kind == RequirementKind::approval) m.approval.push_back(&r);
        if (r.kind != RequirementKind::body_size && r.kind != RequirementKind::composition) continue;
        m.of_body.push_back(&r);
        if (r.kind != RequirementKind::body_size || !always(r) || !r.threshold.number) continue;
        const auto n = *r.threshold.number;
        const auto op = r.threshold.op;
        if (op == Comparison::greater_equal || op == Comparison::equal) m.sizes.low = n;
        if (op == Comparison::greater) m.sizes.low = n + 1;
        if (op == Comparison::less_equal || op == Comparison::equal) m.sizes.high = n;
        if (op == Comparison::less) m.sizes.high = n - 1;
    }
    return m;
}

/// 到会 应到 半数以上 with 赞成 应到 过半数: a bare quorum must be of one mind, or is too few to carry anything.
void bare_quorum(const Draft& d, const Meeting& m) {
    const auto low = m.sizes.low.value_or(m.sizes.high ? 1 : smallest_tried);
    const auto high = m.sizes.high.value_or(std::max(low, largest_tried));
    for (const auto* quorum : m.attendance) {
        if (!always(*quorum) || meant(*quorum)) continue;
        for (const auto* vote : m.approval) {
            if (meant(*vote) || vote->threshold.member_class != quorum->threshold.member_class) continue;
            const bool unanimous = vote->threshold.share && vote->threshold.share->num == vote->threshold.share->den;
            bool too_many = !unanimous;
            for (auto n = low; too_many && n <= high && n - low <= largest_tried; ++n) {
                const auto present = fewest_of(*quorum, n);
                const auto ayes = fewest_of(*vote, n);
                too_many = present && ayes && *ayes >= *present && *ayes <= n;
            }
            if (!too_many) continue;
            const auto n = m.sizes.high ? high : std::max(low, shown_size);
            const auto present = *fewest_of(*quorum, n);
            const auto ayes = *fewest_of(*vote, n);
            d.warning(ayes == present ? "M051" : "M052", vote->span)
                .arg("members", std::to_string(n))
                .arg("present", std::to_string(present))
                .arg("ayes", std::to_string(ayes))
                .related(d.p.source, quorum->span, "model.quorum_here", {{"present", std::to_string(present)}});
        }
    }
}

/// Turnout of an electorate: whoever is against does better to stay away.
void turnout(const Draft& d, const Meeting& m) {
    for (const auto* quorum : m.attendance) {
        if (quorum->threshold.denominator != Denominator::registered || !quorum->other_ways.empty() || meant(*quorum)) continue;
        const auto voters = fewest(quorum->threshold, shown_electorate);
        for (const auto* vote : m.approval) {
            const auto base = vote->threshold.denominator;
            const bool moves = base == Denominator::present || base == Denominator::cast || base == Denominator::valid_ballots;
            if (!voters || !moves || !vote->other_ways.empty() || meant(*vote)) continue;
            const auto ayes = fewest(vote->threshold, *voters);
            if (!ayes || *ayes > *voters - 1) continue;
            d.warning("M053", quorum->span)
                .arg("registered", std::to_string(shown_electorate))
                .arg("voters", std::to_string(*voters))
                .arg("less", std::to_string(*voters - 1));
            break;
        }
    }
}

/// Whether a vote without a single aye may satisfy it.
bool passes_at_nought(const Meeting& m, const Requirement& vote) {
    const auto& t = vote.threshold;
    if (t.number || t.op == Comparison::greater || !vote.other_ways.empty()) return false;
    if (t.denominator == Denominator::cast || t.denominator == Denominator::valid_ballots) return true;
    return t.denominator == Denominator::present && std::none_of(m.attendance.begin(), m.attendance.end(), [&](const auto* quorum) {
               return always(*quorum) && quorum->other_ways.empty() && quorum->threshold.member_class == t.member_class;
           });
}

void no_ayes(const Draft& d, const Meeting& m) {
    const bool some_aye =
        std::any_of(m.approval.begin(), m.approval.end(), [&](const auto* vote) { return always(*vote) && !passes_at_nought(m, *vote); });
    for (const auto* vote : m.approval) {
        if (some_aye || meant(*vote) || !passes_at_nought(m, *vote)) continue;
        d.warning("M054", vote->span).arg("base", d.word(word_of(vote->threshold.denominator)));
    }
}

/// 人数 至多 5人 with 到会 不少于 7人.
void too_small(const Draft& d, const Meeting& m) {
    if (!m.sizes.high) return;
    const auto check = [&](const Requirement& r) {
        const auto& t = r.threshold;
        const bool at_least = t.op == Comparison::greater_equal || t.op == Comparison::greater || t.op == Comparison::equal;
        if (!t.number || !at_least || !r.other_ways.empty()) return;
        const auto needed = *fewest(t, 0);
        if (needed <= *m.sizes.high) return;
        d.warning("M055", r.span).arg("needed", std::to_string(needed)).arg("most", std::to_string(*m.sizes.high));
    };
    for (const auto* r : m.attendance) check(*r);
    for (const auto* r : m.approval) check(*r);
    for (const auto* r : m.of_body)
        if (r->kind == RequirementKind::composition) check(*r);
}

}  // namespace

void warn_of_thresholds(const Draft& d) {
    for (const auto& step : d.p.steps) {
        if (!step.body) continue;
        const auto meeting = meeting_of(d.p, step);
        bare_quorum(d, meeting);
        turnout(d, meeting);
        no_ayes(d, meeting);
        too_small(d, meeting);
    }
}

}  // namespace guicheng::model
