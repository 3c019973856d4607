// 到会 and 赞成: exact where the counts are known, else what every choice of whole numbers gives that the record allows (judging, section
// 6).
#include <algorithm>
#include <limits>

#include "base/fraction.hpp"
#include "eval/run.hpp"

namespace guicheng::eval {

using base::Comparison;
using base::Wide;
using model::Denominator;
using model::RequirementKind;
using verdict::Measure;
using verdict::MissingKind;

namespace {

/// A whole number within bounds; `endless` where it has no upper one.
struct Interval {
    std::int64_t low = 0;
    std::int64_t high = 0;
    bool endless = false;
};

constexpr Interval exactly(std::int64_t n) {
    return {n, n, false};
}

/// The values that found * den - base * num takes over all allowed choices: its bounds, and whether it is ever zero.
struct Spread {
    Wide min = 0, max = 0;
    bool min_endless = false, max_endless = false;
    bool zero = false;
};

constexpr Tri stands(Comparison op, const Spread& s) {
    switch (op) {
        case Comparison::greater_equal:
            if (!s.min_endless && s.min >= 0) return Tri::yes;
            return !s.max_endless && s.max < 0 ? Tri::no : Tri::unknown;
        case Comparison::greater:
            if (!s.min_endless && s.min > 0) return Tri::yes;
            return !s.max_endless && s.max <= 0 ? Tri::no : Tri::unknown;
        case Comparison::less_equal: return negated(stands(Comparison::greater, s));
        case Comparison::less: return negated(stands(Comparison::greater_equal, s));
        case Comparison::equal:
            if (!s.min_endless && !s.max_endless && s.min == 0 && s.max == 0) return Tri::yes;
            return s.zero ? Tri::unknown : Tri::no;
        case Comparison::not_equal: return negated(stands(Comparison::equal, s));
    }
    return Tri::unknown;
}

constexpr Wide ceil_div(Wide a, Wide b) {
    return a <= 0 ? -((-a) / b) : (a + b - 1) / b;
}
constexpr Wide floor_div(Wide a, Wide b) {
    return a >= 0 ? a / b : -((-a + b - 1) / b);
}

/// A multiple k of `unit` within an interval: narrows [from, to].
struct Multiples {
    Wide from = 0, to = 0;
    bool endless = true;
    void within(Interval i, Wide unit) {
        if (unit == 0) {
            if (i.low > 0) from = 1, to = 0, endless = false;
            return;
        }
        from = std::max(from, ceil_div(i.low, unit));
        if (i.endless) return;
        const auto top = floor_div(i.high, unit);
        to = endless ? top : std::min(to, top);
        endless = false;
    }
    bool any() const { return endless || from <= to; }
};

/// found and base each by itself within its interval.
Spread over_box(Interval found, Interval base, base::Fraction share) {
    Spread s;
    const Wide den = share.den;
    const Wide num = share.num;
    s.min_endless = base.endless && num > 0;
    s.max_endless = found.endless;
    s.min = found.low * den - (s.min_endless ? 0 : (num > 0 ? base.high * num : 0));
    s.max = (s.max_endless ? 0 : found.high * den) - base.low * num;
    // In lowest terms found * den == base * num only for found = k * num, base = k * den.
    Multiples k;
    k.within(found, num);
    if (num > 0) k.within(base, den);
    s.zero = k.any();
    return s;
}

Spread over_number(Interval found, std::int64_t number) {
    Spread s;
    s.min = static_cast<Wide>(found.low) - number;
    s.max = static_cast<Wide>(found.high) - number;
    s.max_endless = found.endless;
    s.zero = found.low <= number && (found.endless || number <= found.high);
    return s;
}

/// found is `present` less a fixed number, present within [low, high].
Spread over_line(std::int64_t low, std::int64_t high, std::int64_t less, base::Fraction share) {
    const Wide slope = static_cast<Wide>(share.den) - share.num;
    const Wide constant = static_cast<Wide>(less) * share.den;
    const auto a = low * slope - constant;
    const auto b = high * slope - constant;
    Spread s;
    s.min = std::min(a, b);
    s.max = std::max(a, b);
    if (slope == 0)
        s.zero = constant == 0;
    else if (constant % slope == 0)
        s.zero = low <= constant / slope && constant / slope <= high;
    return s;
}

/// found from 0 to present less the other known votes, present within [low, high], low >= less.
Spread over_triangle(std::int64_t low, std::int64_t high, std::int64_t less, base::Fraction share) {
    const Wide num = share.num;
    const Wide den = share.den;
    const auto top = over_line(low, high, less, share);
    Spread s;
    s.min = std::min(top.min, -static_cast<Wide>(high) * num);
    s.max = std::max(top.max, -static_cast<Wide>(low) * num);
    // found = k * num, present = k * den with 0 <= found <= present - less.
    Multiples k;
    k.within({low, high, false}, den);
    const Wide slope = den - num;
    if (slope > 0)
        k.from = std::max(k.from, ceil_div(less, slope));
    else if (slope == 0 && less > 0)
        k.from = k.to + 1;
    else if (slope < 0)
        k.to = less > 0 ? k.from - 1 : std::min(k.to, Wide{0});
    s.zero = k.any();
    return s;
}

std::int64_t or_zero(std::int64_t count) {
    return std::max<std::int64_t>(count, 0);
}

/// What the record allows where it does not say.
struct Allowed {
    Interval present, yes;
    std::int64_t other_votes = 0;  ///< the known votes other than 赞成
    bool others_known = false;

    explicit Allowed(const Counts& c) {
        other_votes = or_zero(c.no) + or_zero(c.abstain) + or_zero(c.other);
        others_known = c.no >= 0 && c.abstain >= 0 && c.other >= 0;
        const auto known = other_votes + or_zero(c.yes);
        if (c.present >= 0)
            present = exactly(c.present);
        else
            present = {known, std::max(known, c.entitled), c.entitled < 0};
        if (c.yes >= 0)
            yes = exactly(c.yes);
        else
            yes = {0, std::max<std::int64_t>(present.high - other_votes, 0), present.endless};
    }
};

Tri over_present(const Counts& c, const Allowed& allowed, bool approval, Comparison op, base::Fraction share) {
    const auto low = allowed.present.low;
    const auto high = allowed.present.high;
    if (allowed.present.endless) return Tri::unknown;
    if (!approval) return stands(op, over_line(low, high, 0, share));
    if (c.yes >= 0) return stands(op, over_box(exactly(c.yes), {low, high, false}, share));
    const auto from = std::max(low, allowed.other_votes);
    if (from > high) return Tri::unknown;  // no choice is allowed
    if (allowed.others_known) return stands(op, over_line(from, high, allowed.other_votes, share));
    return stands(op, over_triangle(from, high, allowed.other_votes, share));
}

/// The votes that make up a base: all cast, or the valid ones.
Interval votes_cast(const Counts& c, const Allowed& allowed, bool valid_only) {
    const auto sum = or_zero(c.yes) + or_zero(c.no) + or_zero(c.abstain) + (valid_only ? 0 : or_zero(c.spoiled));
    const auto less = valid_only ? or_zero(c.other) : 0;
    return {sum, std::max(sum, allowed.present.high - less), allowed.present.endless};
}
Tri over_allowed(const Counts& c, bool approval, Denominator denominator, Comparison op, base::Fraction share) {
    const Allowed allowed(c);
    const auto found_number = approval ? c.yes : c.present;
    const auto found = approval ? allowed.yes : allowed.present;
    switch (denominator) {
        case Denominator::none: return Tri::unknown;
        case Denominator::entitled:
        case Denominator::whole: {
            const auto base = c.entitled >= 0 ? exactly(c.entitled) : Interval{allowed.present.low, 0, true};
            return stands(op, over_box(found, base, share));
        }
        case Denominator::registered: {
            const auto base = c.registered >= 0 ? exactly(c.registered) : Interval{0, 0, true};
            return stands(op, over_box(found, base, share));
        }
        case Denominator::present: return over_present(c, allowed, approval, op, share);
        case Denominator::cast:
        case Denominator::valid_ballots:
            if (found_number < 0) return Tri::unknown;
            return stands(op, over_box(exactly(found_number), votes_cast(c, allowed, denominator == Denominator::valid_ballots), share));
    }
    return Tri::unknown;
}

// ---------------------------------------------------------------- the bounds as they are shown

using verdict::CountBounds;
using verdict::KnownCount;

struct Part {
    const char* key;
    std::int64_t n;
};

/// Those that are known and not zero.
std::vector<KnownCount> told(std::initializer_list<Part> parts) {
    std::vector<KnownCount> out;
    for (const auto& part : parts)
        if (part.n > 0) out.push_back({part.key, part.n});
    return out;
}

std::vector<KnownCount> votes_told(const Counts& c) {
    return told({{"yes", c.yes}, {"no", c.no}, {"abstain", c.abstain}, {"other", c.other}});
}

/// By what those present are bounded from above.
std::vector<KnownCount> top_told(const Counts& c, const Allowed& allowed) {
    if (c.present >= 0) return {{"present", c.present}};
    if (allowed.present.high > c.entitled) return votes_told(c);
    return {{"entitled", c.entitled}};
}

/// Nothing where they say nothing.
std::optional<CountBounds> bounds(const char* key, Interval within, std::vector<KnownCount> low_from, std::vector<KnownCount> high_from) {
    if (within.low == 0 && within.endless) return std::nullopt;
    CountBounds out;
    out.of = key;
    out.low = within.low;
    if (within.low > 0) out.low_from = std::move(low_from);
    if (within.endless) return out;
    out.high = within.high;
    out.high_from = std::move(high_from);
    return out;
}

std::optional<CountBounds> bounds_of_present(const Counts& c) {
    if (c.present >= 0) return std::nullopt;
    const Allowed allowed(c);
    return bounds("present", allowed.present, votes_told(c), top_told(c, allowed));
}

std::optional<CountBounds> bounds_of_yes(const Counts& c) {
    if (c.yes >= 0) return std::nullopt;
    const Allowed allowed(c);
    auto from = top_told(c, allowed);
    for (auto& other : told({{"no", c.no}, {"abstain", c.abstain}, {"other", c.other}}))
        if (std::find(from.begin(), from.end(), other) == from.end()) from.push_back(std::move(other));
    return bounds("yes", allowed.yes, {}, std::move(from));
}

std::optional<CountBounds> bounds_of_roll(const Counts& c) {
    if (c.entitled >= 0) return std::nullopt;
    const Allowed allowed(c);
    return bounds("entitled", {allowed.present.low, 0, true}, c.present >= 0 ? told({{"present", c.present}}) : votes_told(c), {});
}

std::optional<CountBounds> bounds_of_votes(const Counts& c, bool valid_only) {
    if (base_number(valid_only ? Denominator::valid_ballots : Denominator::cast, c) >= 0) return std::nullopt;
    const Allowed allowed(c);
    const auto within = votes_cast(c, allowed, valid_only);
    auto parts = told({{"yes", c.yes}, {"no", c.no}, {"abstain", c.abstain}, {"spoiled", valid_only ? 0 : c.spoiled}});
    auto from = top_told(c, allowed);
    if (valid_only)
        for (auto& other : told({{"other", c.other}}))
            if (std::find(from.begin(), from.end(), other) == from.end()) from.push_back(std::move(other));
    return bounds(valid_only ? "valid_ballots" : "cast", within, std::move(parts), std::move(from));
}

/// The number that passes: the smallest from below, the largest from above.
std::optional<std::int64_t> needed_of(const Bound& bound, std::int64_t base) {
    if (!bound.share) {
        if (bound.op == Comparison::greater)
            return bound.number == std::numeric_limits<std::int64_t>::max() ? bound.number : bound.number + 1;
        if (bound.op == Comparison::less) return bound.number == std::numeric_limits<std::int64_t>::min() ? bound.number : bound.number - 1;
        return bound.number;
    }
    if (base < 0 || bound.op == Comparison::not_equal) return std::nullopt;
    const Wide product = static_cast<Wide>(base) * bound.share->num;
    if (bound.op == Comparison::less_equal) return static_cast<std::int64_t>(product / bound.share->den);
    if (bound.op == Comparison::less) return static_cast<std::int64_t>(ceil_div(product, bound.share->den) - 1);
    return base::smallest_passing(bound.op, base, *bound.share);
}

}  // namespace

/// The bound of the rule, of its parameter, or what the standing attempt of a step has set.
bool Run::bound_of(const Row& row, Bound& bound) {
    bound.op = row.op;
    if (row.has_share) bound.share = row.share;
    bound.number = row.number;
    const bool set_by_step = row.value != program::none;
    if (row.parameter == program::none && !set_by_step) return true;
    const auto set = set_by_step ? value(row.value) : parameter(row.parameter);
    if (!set.known) return false;
    bound.share.reset();
    const auto type = set_by_step ? program_.nodes[row.value].type : model_.parameters[row.parameter].field.type;
    if (type == model::Type::share) {
        const auto share = case_.shares[static_cast<std::size_t>(set.v)];
        bound.share = base::lowest_terms(share.num, share.den);
    } else {
        bound.number = set.v;
    }
    return true;
}

/// 或: the first way that holds decides; of several that do not, the first. What is missing counts only where none holds.
Test Run::threshold(const Row& row) {
    if (row.ways.empty()) return reached(row);
    const auto before = mark();
    Test best = Test::no;
    std::optional<verdict::Numbers> numbers;
    Figures figures;
    for (auto i = row.ways.begin; i < row.ways.end && (best != Test::yes || trace_ != nullptr); ++i) {
        const auto answer = reached(program_.ways[i]);
        auto* finding = made();
        if (finding != nullptr)
            finding->ways.push_back({answer == Test::yes  ? verdict::Answer::yes
                                     : answer == Test::no ? verdict::Answer::no
                                                          : verdict::Answer::unknown,
                                     *finding->numbers});
        if (i == row.ways.begin || (answer == Test::yes && best != Test::yes)) {
            figures = figures_;
            if (finding != nullptr) numbers = finding->numbers;
        }
        if (best != Test::yes && answer != Test::no) best = answer;
    }
    if (best == Test::yes) restore(before);
    figures_ = figures;
    if (auto* finding = made()) finding->numbers = numbers;
    return best;
}

Test Run::reached(const Row& row) {
    if (row.member_class == model::no_class) return reached(row, s_.counts[s_.attempts[at_.attempt].count], firm_);
    const auto& act = act_of(at_.attempt);
    return reached(row, class_counts(act, row, &Scratch::Voter::kept), class_counts(act, row, &Scratch::Voter::firm));
}

/// `firm`: the counts without the doubtful ballots.
Test Run::reached(const Row& row, const Counts& counts, const Counts& firm) {
    const bool approval = row.kind == RequirementKind::approval;
    const auto denominator = row.denominator;
    const auto found = approval ? counts.yes : counts.present;
    Bound bound;
    const bool bound_known = bound_of(row, bound);
    const bool doubtful = doubtful_remote_ || doubtful_proxy_;
    const auto answer = bound_known ? threshold_answer(row, bound, counts) : Tri::unknown;
    if (answer == Tri::yes && !doubtful && trace_ == nullptr) return Test::yes;  // nobody sees the figures
    show_threshold(row, bound, bound_known, found, base_number(denominator, counts));
    if (const auto* finding = made()) show_bounds(row, finding->numbers->share.has_value(), counts);
    if (!bound_known) return Test::unknown;

    if (!doubtful) {
        if (answer == Tri::unknown) threshold_gaps(row, bound, counts);
        show_margin(answer);
        return test(answer);
    }
    // Whose presence counts is not said: with all of the doubtful ballots, and with none.
    if (threshold_answer(row, bound, firm) != answer) {
        const std::string_view body = row.body == program::none ? std::string_view{} : std::string_view(model_.actors[row.body].name);
        if (doubtful_remote_) gap(MissingKind::remote_rule, body);
        if (doubtful_proxy_) gap(MissingKind::proxy_rule, body);
        return Test::unknown;
    }
    if (answer == Tri::unknown) threshold_gaps(row, bound, counts);
    show_margin(answer);
    return test(answer);
}

/// Whoever is there and votes otherwise leaves every base as it is, and turns more than whoever comes or goes.
void Run::show_margin(Tri answer) {
    auto* finding = made();
    if (finding == nullptr || answer == Tri::unknown || figures_.needed < 0 || figures_.found < 0) return;
    const auto margin = answer == Tri::yes ? figures_.found - figures_.needed + 1 : figures_.needed - figures_.found;
    if (margin > 0) finding->numbers->margin = margin;
}

Tri Run::threshold_answer(const Row& row, const Bound& bound, const Counts& counts) {
    const bool approval = row.kind == RequirementKind::approval;
    const auto found = approval ? counts.yes : counts.present;
    if (!bound.share) {
        if (found >= 0) return tri(base::holds(bound.op, found, bound.number));
        const Allowed allowed(counts);
        return stands(bound.op, over_number(approval ? allowed.yes : allowed.present, bound.number));
    }
    const auto base = base_number(row.denominator, counts);
    if (found >= 0 && base >= 0) return tri(base::share_holds(bound.op, found, base, *bound.share));
    return over_allowed(counts, approval, row.denominator, bound.op, *bound.share);
}

void Run::show_threshold(const Row& row, const Bound& bound, bool bound_known, std::int64_t found, std::int64_t base) {
    const auto needed = bound_known ? needed_of(bound, base) : std::nullopt;
    figures_ = {needed.value_or(-1), found, base};
    auto* finding = made();
    if (finding == nullptr) return;
    auto& numbers = finding->numbers.emplace();
    numbers.measure = row.kind == RequirementKind::approval ? Measure::votes : Measure::persons;
    if (row.member_class != model::no_class) numbers.of = class_name(row.body, row.member_class);
    numbers.op = row.op;
    numbers.needed = needed;
    if (found >= 0) numbers.found = found;
    if (base >= 0) numbers.base = base;
    numbers.denominator = row.denominator;
    if (bound_known) numbers.share = bound.share;
}

/// What the record allows of found and of the base of a share, where it does not give them.
void Run::show_bounds(const Row& row, bool of_share, const Counts& counts) const {
    auto& out = made()->numbers->bounds;
    const auto add = [&](std::optional<verdict::CountBounds> bounds) {
        if (bounds && (out.empty() || out.front().of != bounds->of)) out.push_back(std::move(*bounds));
    };
    if (row.kind == RequirementKind::approval)
        add(bounds_of_yes(counts));
    else
        add(bounds_of_present(counts));
    if (!of_share) return;
    switch (row.denominator) {
        case Denominator::none:
        case Denominator::registered: return;
        case Denominator::entitled:
        case Denominator::whole: add(bounds_of_roll(counts)); return;
        case Denominator::present: add(bounds_of_present(counts)); return;
        case Denominator::cast: add(bounds_of_votes(counts, false)); return;
        case Denominator::valid_ballots: add(bounds_of_votes(counts, true)); return;
    }
}

void Run::threshold_gaps(const Row& row, const Bound& bound, const Counts& c) {
    const bool approval = row.kind == RequirementKind::approval;
    const Subject who{s_.attempts[at_.attempt].act, at_.attempt};
    const auto denominator = bound.share ? row.denominator : Denominator::none;
    if ((denominator == Denominator::entitled || denominator == Denominator::whole) && c.entitled < 0 && row.body != program::none)
        gap_of_roll(act_of(at_.attempt), row.body, row.member_class);
    const auto before = mark();
    counted(approval ? c.yes : c.present, approval ? "yes" : "present", who);
    if (denominator == Denominator::present && approval) counted(c.present, "present", who);
    if (denominator == Denominator::cast || denominator == Denominator::valid_ballots) {
        if (!approval) counted(c.yes, "yes", who);
        counted(c.no, "no", who);
        counted(c.abstain, "abstain", who);
        if (denominator == Denominator::cast) counted(c.spoiled, "spoiled", who);
    }
    if (denominator == Denominator::registered) counted(c.registered, "registered", who);
    if (trace_ == nullptr || row.member_class == model::no_class) return;
    for (auto i = before.size; i < trace_->missing.size(); ++i) trace_->missing[i].of = class_name(row.body, row.member_class);
}

}  // namespace guicheng::eval
