#include "model/tiers.hpp"

#include <algorithm>
#include <limits>

#include "base/number.hpp"
#include "model/declarations.hpp"
#include "model/expressions.hpp"

namespace guicheng::model {

using base::Comparison;
using syntax::Keyword;
using syntax::Statement;

namespace {

constexpr auto endless = std::numeric_limits<std::int64_t>::max();

/// The values of a band, both ends included; amounts and counts begin at nought.
struct Values {
    std::int64_t low = 0, high = endless;
    bool fixed = true;  ///< the text alone says them: no parameter has a part in it
    bool empty() const { return low > high; }
};

void narrow(const Procedure& p, ExprId id, Values& out) {
    const auto& e = p.expr(id);
    if (e.kind == ExprKind::conjunction) {
        for (const auto part : e.parts) narrow(p, part, out);
        return;
    }
    if (e.kind != ExprKind::compare || p.expr(e.right).kind != ExprKind::literal || e.op == Comparison::not_equal) {
        out.fixed = false;
        return;
    }
    const auto v = p.expr(e.right).value;
    if (e.op == Comparison::greater_equal || e.op == Comparison::equal) out.low = std::max(out.low, v);
    if (e.op == Comparison::greater) out.low = std::max(out.low, v + 1);
    if (e.op == Comparison::less_equal || e.op == Comparison::equal) out.high = std::min(out.high, v);
    if (e.op == Comparison::less) out.high = std::min(out.high, v - 1);
}

/// As the text would write it: 1万元以上不满20万元, in plain numbers.
std::string written(const Draft& d, const Values& values, bool money) {
    const auto amount = [&](std::int64_t v) {
        if (!money) return std::to_string(v);
        const auto number = v % 100 == 0 ? std::to_string(v / 100) : base::money_text(v);
        return number + (d.english ? " " : "") + d.word(Keyword::yuan);
    };
    std::string out;
    if (values.low > 0) out = amount(values.low) + (d.english ? " " : "") + d.word(Keyword::or_more);
    if (values.high == endless) return out;
    if (d.english && !out.empty()) out += " ";
    return out + d.word(Keyword::under) + (d.english ? " " : "") + amount(values.high + 1);
}

class TiersCheck {
public:
    TiersCheck(Draft& d, const Statement& s) : d_(d), s_(s) {}

    void run() {
        if (!s_.name || !s_.second_name || !named()) return;
        const auto field = d_.fields.use(s_.second_name->text);
        if (!field) {
            std::vector<std::string_view> candidates;
            d_.offer(d_.fields, candidates);
            d_.unknown("N047", *s_.second_name, candidates);
            return;
        }
        const auto type = d_.p.fields[field->index()].type;
        if (type != Type::money && type != Type::integer) {
            d_.error("M066", s_.second_name->span).arg("name", s_.second_name->text).arg("type", d_.type_word(type));
            return;
        }
        money_ = type == Type::money;
        tiers_.name = s_.name->text;
        tiers_.span = s_.name->span;
        tiers_.field = *field;
        tiers_.ground = d_.ground(s_.modifiers.grounds);
        keep_grounds_only(d_, s_.modifiers, Keyword::tiers);
        const auto errors = d_.sink.error_count();
        for (const auto& band : s_.situations) read(band);
        if (d_.sink.error_count() == errors) compare_bands();
        d_.tiers.emplace(tiers_.name, static_cast<std::uint16_t>(d_.p.tiers.size()));
        d_.p.tiers.push_back(std::move(tiers_));
    }

private:
    /// Tiers stand where a body may: they share its space of names.
    bool named() {
        if (const auto* actor = d_.actors.find(s_.name->text)) {
            d_.twice(s_.name->text, s_.name->span, actor->span);
            return false;
        }
        if (const auto earlier = d_.tiers.find(s_.name->text); earlier != d_.tiers.end()) {
            d_.twice(s_.name->text, s_.name->span, d_.p.tiers[earlier->second].span);
            return false;
        }
        if (s_.situations.size() > most_apart) {
            d_.error("M010", s_.span).arg("limit", d_.word(Keyword::tiers)).arg("max", std::to_string(most_apart));
            return false;
        }
        return d_.fits(d_.p.tiers.size(), d_.word(Keyword::tiers), s_.span);
    }

    void read(const syntax::Situation& band) {
        Band made;
        if (band.condition != syntax::no_expr) {
            made.when = Expressions(d_, {}).condition(band.condition);
            if (!made.when) return;
        }
        made.actors = d_.use_actors(band.names);
        made.ground = d_.ground(band.grounds);
        tiers_.bands.push_back(std::move(made));
    }

    /// Where the bounds are all written out: no value lies in two bands, and each in one.
    void compare_bands() {
        std::vector<Values> all;
        bool rest = false, fixed = true;
        for (const auto& band : tiers_.bands) {
            Values values;
            if (band.when)
                narrow(d_.p, band.when, values);
            else
                rest = true;
            fixed = fixed && values.fixed;
            if (band.when) all.push_back(values);
        }
        if (!fixed) return;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].empty()) d_.error("M067", s_.situations[i].span).arg("field", s_.second_name->text);
            for (std::size_t j = 0; j < i; ++j) {
                const Values both{std::max(all[i].low, all[j].low), std::min(all[i].high, all[j].high), true};
                if (both.empty()) continue;
                d_.error("M068", s_.situations[i].span)
                    .arg("values", written(d_, both, money_))
                    .related(d_.p.source, s_.situations[j].span, "model.band_before", {});
            }
        }
        if (!rest) gaps(std::move(all));
    }

    void gaps(std::vector<Values> all) {
        std::sort(all.begin(), all.end(), [](const Values& a, const Values& b) { return a.low < b.low; });
        std::int64_t next = 0;
        const auto gap = [&](std::int64_t high) {
            d_.warning("M069", s_.name->span).arg("name", s_.name->text).arg("values", written(d_, {next, high, true}, money_));
        };
        for (const auto& values : all) {
            if (values.low > next) gap(values.low - 1);
            if (values.high == endless) return;
            next = std::max(next, values.high + 1);
        }
        gap(endless);
    }

    Draft& d_;
    const Statement& s_;
    Tiers tiers_;
    bool money_ = false;
};

}  // namespace

void check_tiers(Draft& d, const Statement& procedure) {
    for (const auto& s : procedure.block)
        if (s.head == Keyword::tiers) TiersCheck(d, s).run();
}

}  // namespace guicheng::model
