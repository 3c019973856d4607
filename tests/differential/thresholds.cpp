// Section 6 of the page: 到会 and 赞成. Where a count is not known, every choice that the record allows is tried.
#include <algorithm>

#include "differential/judge.hpp"

namespace guicheng::differential {

using base::Comparison;
using model::Denominator;
using model::RequirementKind;
using verdict::MissingKind;

namespace {

using Number = std::optional<std::int64_t>;

struct Choices {
    std::vector<std::pair<std::int64_t, std::int64_t>> found_and_base;
    bool open = false;  ///< no choice can be listed
};

Number base_of(Denominator denominator, const Counts& n) {
    const auto sum = [](std::initializer_list<Number> parts) {
        Number out = 0;
        for (const auto& part : parts) out = out && part ? Number(*out + *part) : std::nullopt;
        return out;
    };
    switch (denominator) {
        case Denominator::none: return 0;
        case Denominator::entitled:
        case Denominator::whole: return n.entitled;
        case Denominator::present: return n.present;
        case Denominator::cast: return sum({n.yes, n.no, n.abstain, n.spoiled});
        case Denominator::valid_ballots: return sum({n.yes, n.no, n.abstain});
        case Denominator::registered: return n.registered;
    }
    return std::nullopt;
}

/// Far enough for every share and number in use: a larger number gives what this one gives.
std::int64_t without_end(const Counts& n, std::optional<base::Fraction> share, std::optional<std::int64_t> number) {
    std::int64_t most = number.value_or(1);
    for (const auto& x : {n.entitled, n.present, n.yes, n.no, n.abstain, n.other, n.spoiled, n.registered}) most += x.value_or(0);
    const auto factor = share ? std::max(share->den, share->num) + 1 : 1;
    return (most + 2) * factor;
}

/// Every pair of found and base that the record allows.
Choices choices(bool of_present, Denominator denominator, const Counts& n, std::int64_t end) {
    const auto zero = [](const Number& x) { return x.value_or(0); };
    const std::int64_t known = zero(n.yes) + zero(n.no) + zero(n.abstain) + zero(n.other);
    const std::int64_t others = known - zero(n.yes);
    const bool endless = !n.present && !n.entitled;
    const std::int64_t low = n.present.value_or(known);
    const std::int64_t high = n.present ? *n.present : n.entitled ? std::max(*n.entitled, known) : end;

    std::int64_t found_low = low, found_high = high;
    if (!of_present) {
        found_low = n.yes.value_or(0);
        found_high = n.yes ? *n.yes : endless ? end : std::max<std::int64_t>(0, high - others);
    }
    Choices out;
    const auto each = [&](std::int64_t base_low, std::int64_t base_high) {
        // The corners first: they mostly disagree, and then nothing else need be tried.
        for (const auto f : {found_low, found_high})
            for (const auto b : {base_low, base_high}) out.found_and_base.emplace_back(f, b);
        for (auto f = found_low; f <= found_high; ++f)
            for (auto b = base_low; b <= base_high; ++b) out.found_and_base.emplace_back(f, b);
    };
    switch (denominator) {
        case Denominator::none: each(0, 0); break;
        case Denominator::entitled:
        case Denominator::whole: each(n.entitled.value_or(low), n.entitled.value_or(end)); break;
        case Denominator::registered: each(n.registered.value_or(0), n.registered.value_or(end)); break;
        case Denominator::present:
            out.open = endless;
            for (auto present = low; !endless && present <= high; ++present) {
                if (of_present || n.yes) {
                    out.found_and_base.emplace_back(of_present ? present : *n.yes, present);
                    continue;
                }
                const bool settled = n.no && n.abstain && n.other;
                for (auto yes = settled ? std::max<std::int64_t>(0, present - others) : 0; yes <= present - others; ++yes)
                    out.found_and_base.emplace_back(yes, present);
            }
            break;
        case Denominator::cast:
        case Denominator::valid_ballots: {
            const bool cast = denominator == Denominator::cast;
            const auto found = of_present ? n.present : n.yes;
            out.open = !found;
            if (!found) break;
            const auto from = zero(n.yes) + zero(n.no) + zero(n.abstain) + (cast ? zero(n.spoiled) : 0);
            const auto top = endless ? end : std::max(from, high - (cast ? 0 : zero(n.other)));
            for (auto b = from; b <= top; ++b) out.found_and_base.emplace_back(*found, b);
            break;
        }
    }
    return out;
}

}  // namespace

Number needed(Comparison op, Number base, std::optional<base::Fraction> share, Number number) {
    if (op == Comparison::not_equal && share) return std::nullopt;
    if (number) {
        if (op == Comparison::greater) return *number + 1;
        if (op == Comparison::less) return *number - 1;
        return *number;
    }
    if (!share || !base) return std::nullopt;
    if (op == Comparison::greater_equal || op == Comparison::greater || op == Comparison::equal)
        return base::smallest_passing(op, *base, *share);
    // The largest number that passes: the one before the first that does not.
    std::int64_t n = 0;
    while (base::share_holds(op, n, *base, *share)) ++n;
    return n - 1;
}

namespace {

using Known = std::vector<verdict::KnownCount>;

/// Section 12: the counts by name, without those that are nought or not known.
Known named(std::initializer_list<std::pair<const char*, Number>> counts) {
    Known out;
    for (const auto& [key, n] : counts)
        if (n.value_or(0) > 0) out.push_back({key, *n});
    return out;
}

void also(Known& to, const Known& more) {
    for (const auto& each : more)
        if (std::find(to.begin(), to.end(), each) == to.end()) to.push_back(each);
}

std::int64_t sum_of(const Known& parts) {
    std::int64_t sum = 0;
    for (const auto& part : parts) sum += part.n;
    return sum;
}

/// What the record allows of the number present, of the votes …, by the key of the count.
std::vector<verdict::CountBounds> allowed(const model::Requirement& q, const model::Threshold& wanted, const Counts& n, bool of_share) {
    const auto votes = named({{"yes", n.yes}, {"no", n.no}, {"abstain", n.abstain}, {"other", n.other}});
    Number top = n.present;
    Known top_from = {{"present", n.present.value_or(0)}};
    if (!n.present && n.entitled) {
        const bool more = sum_of(votes) > *n.entitled;
        top = more ? sum_of(votes) : *n.entitled;
        top_from = more ? votes : Known{{"entitled", *n.entitled}};
    }
    std::vector<verdict::CountBounds> out;
    const auto show = [&](const char* key, Known parts, const Known& less, bool has_top) {
        verdict::CountBounds b;
        b.of = key;
        b.low = sum_of(parts);
        if (b.low > 0) b.low_from = std::move(parts);
        if (has_top && top) {
            b.high = std::max(b.low, *top - sum_of(less));
            b.high_from = top_from;
            also(b.high_from, less);
        }
        const bool twice = !out.empty() && out.front().of == b.of;
        if (!twice && (b.low > 0 || b.high)) out.push_back(std::move(b));
    };
    const bool of_present = q.kind == RequirementKind::attendance;
    const auto denominator = of_share ? wanted.denominator : Denominator::none;
    if (of_present && !n.present) show("present", votes, {}, true);
    if (!of_present && !n.yes) show("yes", {}, named({{"no", n.no}, {"abstain", n.abstain}, {"other", n.other}}), true);
    if (denominator == Denominator::present && !n.present) show("present", votes, {}, true);
    if ((denominator == Denominator::entitled || denominator == Denominator::whole) && !n.entitled)
        show("entitled", n.present ? named({{"present", n.present}}) : votes, {}, false);
    if (denominator == Denominator::cast && !base_of(denominator, n))
        show("cast", named({{"yes", n.yes}, {"no", n.no}, {"abstain", n.abstain}, {"spoiled", n.spoiled}}), {}, true);
    if (denominator == Denominator::valid_ballots && !base_of(denominator, n))
        show("valid_ballots", named({{"yes", n.yes}, {"no", n.no}, {"abstain", n.abstain}}), named({{"other", n.other}}), true);
    return out;
}

}  // namespace

Truth Judge::threshold_with(const model::Requirement& q, const model::Threshold& wanted, const Tried& t, const Counts& given,
                            std::optional<base::Fraction> share, std::optional<std::int64_t> number) const {
    auto n = given;
    const bool of_present = q.kind == RequirementKind::attendance;
    auto op = wanted.op;
    if (op == Comparison::greater_equal && made(Fault::at_least_read_as_more_than))
        op = Comparison::greater;
    else if (op == Comparison::greater && made(Fault::more_than_read_as_at_least))
        op = Comparison::greater_equal;
    if (wanted.denominator == Denominator::present && made(Fault::roll_taken_for_those_present)) n.present = n.entitled;
    if (wanted.denominator == Denominator::cast && made(Fault::abstentions_not_cast)) n.abstain = 0;
    if (wanted.denominator == Denominator::valid_ballots && made(Fault::spoiled_votes_valid) && n.abstain && n.spoiled)
        n.abstain = *n.abstain + *n.spoiled;
    const auto passes = [&](std::int64_t found, std::int64_t base) {
        return number ? base::holds(op, found, *number) : base::share_holds(op, found, base, *share);
    };
    const auto found = of_present ? n.present : n.yes;
    const auto base = number ? Number(0) : base_of(wanted.denominator, n);
    if (found && base) return {tri(passes(*found, *base)), {}};

    const auto all = choices(of_present, wanted.denominator, n, without_end(n, share, number));
    if (!all.open && !all.found_and_base.empty() && !made(Fault::bounds_not_tried)) {
        const bool first = passes(all.found_and_base.front().first, all.found_and_base.front().second);
        if (std::all_of(all.found_and_base.begin(), all.found_and_base.end(),
                        [&](const auto& x) { return passes(x.first, x.second) == first; }))
            return {tri(first), {}};
    }
    Truth out{Tri::unknown, {}};
    const auto of = wanted.member_class == model::no_class ? std::string() : p_.actors[q.body.index()].classes[wanted.member_class];
    const auto lacking = [&](const Number& x, const char* key) {
        if (!x) add(out.missing, {{MissingKind::act_count, key, t.number, of}});
    };
    const auto denominator = number ? Denominator::none : wanted.denominator;
    const bool of_roll = denominator == Denominator::entitled || denominator == Denominator::whole;
    if (of_roll && !n.entitled) out.missing.push_back(roll_missing(t, step(t.step).body, wanted.member_class));
    lacking(found, of_present ? "present" : "yes");
    if (denominator == Denominator::present) lacking(n.present, "present");
    if (denominator == Denominator::cast || denominator == Denominator::valid_ballots) {
        lacking(n.yes, "yes");
        lacking(n.no, "no");
        lacking(n.abstain, "abstain");
        if (denominator == Denominator::cast) lacking(n.spoiled, "spoiled");
    }
    if (denominator == Denominator::registered) lacking(n.registered, "registered");
    return out;
}

/// 或: the first way that holds, else the first; what is missing counts only where none holds.
Test Judge::threshold(const model::Requirement& q, const Tried& t, const Reading& r) const {
    if (q.other_ways.empty() || made(Fault::other_ways_forgotten)) return one_way(q, q.threshold, t, r);
    std::vector<Test> tests{one_way(q, q.threshold, t, r)};
    for (const auto& way : q.other_ways) tests.push_back(one_way(q, way, t, r));
    const auto is = [](Test::Is wanted) { return [wanted](const Test& x) { return x.is == wanted; }; };
    const auto holds = std::find_if(tests.begin(), tests.end(), is(Test::Is::yes));
    Test out = holds != tests.end() ? *holds : tests.front();
    const bool open = std::any_of(tests.begin(), tests.end(), is(Test::Is::unknown));
    if (holds == tests.end()) {
        out.is = open ? Test::Is::unknown : Test::Is::no;
        out.missing.clear();
        for (const auto& each : tests) add(out.missing, each.missing);
    }
    for (const auto& each : tests)
        out.ways.push_back({each.is == Test::Is::yes  ? verdict::Answer::yes
                            : each.is == Test::Is::no ? verdict::Answer::no
                                                      : verdict::Answer::unknown,
                            *each.numbers});
    return out;
}

Test Judge::one_way(const model::Requirement& q, const model::Threshold& wanted, const Tried& t, const Reading& r) const {
    auto share = wanted.share;
    auto number = wanted.number;
    if (wanted.parameter) {
        if (const auto* entry = parameter_entry(wanted.parameter, r)) {
            if (p_.parameters[wanted.parameter.index()].field.type == model::Type::share)
                share = c_.shares[static_cast<std::size_t>(entry->value.v)];
            else
                number = entry->value.v;
        }
    }
    Truth unset;
    if (wanted.value) {
        const auto set = value(wanted.value, r);
        const bool share_set = p_.expr(wanted.value).type == model::Type::share;
        if (set.known && share_set) share = c_.shares[static_cast<std::size_t>(set.v)];
        if (set.known && !share_set) number = set.v;
        unset = {Tri::unknown, set.missing};
    }
    if (wanted.parameter) unset = {Tri::unknown, {{MissingKind::parameter, p_.parameters[wanted.parameter.index()].field.name, 0}}};
    const bool of_all = wanted.member_class == model::no_class || made(Fault::class_threshold_of_all);
    const auto tally = of_all ? t.tally : tally_of_class(t, wanted.member_class);
    const auto& n = tally.all;
    const auto found = q.kind == RequirementKind::attendance ? n.present : n.yes;
    const auto base = wanted.denominator == Denominator::none ? std::nullopt : base_of(wanted.denominator, n);
    verdict::Numbers figures;
    figures.measure = q.kind == RequirementKind::attendance ? verdict::Measure::persons : verdict::Measure::votes;
    if (wanted.member_class != model::no_class) figures.of = p_.actors[q.body.index()].classes[wanted.member_class];
    figures.op = wanted.op;
    figures.denominator = wanted.denominator;
    figures.share = share;
    figures.needed = needed(wanted.op, base, share, number);
    figures.found = found;
    figures.base = base;
    figures.bounds = allowed(q, wanted, n, share.has_value());

    Test out;
    out.numbers = figures;
    Truth answer;
    if (!share && !number) {
        answer = unset;
    } else {
        answer = threshold_with(q, wanted, t, tally.all, share, number);
        const auto without = threshold_with(q, wanted, t, tally.none, share, number);
        if (answer.is != without.is && !made(Fault::doubtful_ballots_taken_out)) {
            answer = {Tri::unknown, {}};
            const auto& body = p_.actors[step(t.step).body.index()].name;
            if (t.tally.doubtful_remote) answer.missing.push_back({MissingKind::remote_rule, body, 0});
            if (t.tally.doubtful_proxy) answer.missing.push_back({MissingKind::proxy_rule, body, 0});
        }
    }
    out.is = answer.is == Tri::yes ? Test::Is::yes : answer.is == Tri::no ? Test::Is::no : Test::Is::unknown;
    out.missing = answer.missing;
    if (figures.needed && found && answer.is != Tri::unknown) {
        const auto margin = answer.is == Tri::yes ? *found - *figures.needed + 1 : *figures.needed - *found;
        if (margin > 0) out.numbers->margin = margin;
    }
    return out;
}

}  // namespace guicheng::differential
