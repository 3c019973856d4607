// From the checked procedure to tables; each part of the procedure fills its own.
#include <algorithm>
#include <unordered_map>

#include "base/fraction.hpp"
#include "program/direct_forms.hpp"
#include "program/program.hpp"
#include "program/step_order.hpp"

namespace guicheng::program {

namespace {

using model::RequirementKind;

class Compiler {
public:
    explicit Compiler(std::shared_ptr<const model::Procedure> procedure) : p_(*procedure) { out_.procedure = std::move(procedure); }

    Program run() {
        expressions();
        actors();
        for (const auto& requirement : p_.requirements) out_.rows.push_back(row(requirement));
        for (const auto& step : p_.steps) out_.steps.push_back(compiled(step));
        for (const auto& finding : p_.findings) out_.findings.push_back(compiled(finding));
        for (const auto id : p_.own_requirements) out_.own_requirements.push_back(id.value);
        if (p_.applies) out_.applies = p_.applies->expr.value;
        order_steps(out_);
        find_direct_forms(out_);
        return std::move(out_);
    }

private:
    std::uint32_t numbers_size() const { return static_cast<std::uint32_t>(out_.numbers.size()); }

    std::int64_t text(const std::string& text) {
        const auto [it, added] = text_index_.try_emplace(text, static_cast<std::int64_t>(out_.texts.size()));
        if (added) out_.texts.push_back(text);
        return it->second;
    }

    void expressions() {
        out_.nodes.reserve(p_.expressions.size());
        for (const auto& e : p_.expressions) out_.nodes.push_back(node(e));
    }

    Node node(const model::Expr& e) {
        Node n;
        n.kind = e.kind;
        n.type = e.type;
        n.op = e.op;
        n.scope = e.scope;
        n.attribute = e.attribute;
        n.unit = e.unit;
        n.left = e.left.value;
        n.right = e.right.value;
        n.step = e.step.value;
        n.event = e.event.value;
        n.value = e.value;
        n.slot = e.field ? e.field.value : e.parameter ? e.parameter.value : e.finding.value;
        const bool textual = e.type == model::Type::text || e.type == model::Type::person;
        if (e.kind == model::ExprKind::literal && textual) n.value = text(e.text);
        n.list.begin = numbers_size();
        for (const auto part : e.parts) out_.numbers.push_back(part.value);
        for (const auto value : e.values) out_.numbers.push_back(value);
        for (const auto& name : e.texts) out_.numbers.push_back(text(name));
        n.list.end = numbers_size();
        return n;
    }

    /// The names of the actors, so that 由 can be compared with a text.
    void actors() {
        out_.actor_texts = out_.texts.size();
        for (const auto& actor : p_.actors) out_.texts.push_back(actor.name);
    }

    template <class Ids>
    Range ids(std::vector<std::uint16_t>& table, const Ids& list) {
        Range range;
        range.begin = static_cast<std::uint32_t>(table.size());
        for (const auto id : list) table.push_back(id.value);
        range.end = static_cast<std::uint32_t>(table.size());
        return range;
    }

    Row row(const model::Requirement& r) {
        Row out;
        out.kind = r.kind;
        out.modality = r.modality;
        out.strikes = model::strikes(r.consequence.effect);
        out.soft_reason = r.modality == model::Modality::should;
        out.sets_off = r.consequence.sanction != model::Sanction::none;
        out.has_in_force = r.in_force_from.has_value();
        if (r.in_force_from) out.in_force_from = *r.in_force_from;
        out.profile = r.profile;
        out.step = r.step.value;
        out.body = r.body.value;
        out.by_day = r.by_day.value;
        out.allowed = r.allowed;
        out.has_per_holder = r.per_holder.has_value();
        out.per_holder = r.per_holder.value_or(0);
        out.content_mask = r.content_mask;
        for (const auto form : r.forms) out.forms = static_cast<std::uint16_t>(out.forms | (1U << form));
        if (r.condition) out.condition = r.condition->expr.value;
        out.demand = r.demand.value;
        out.exceptions.begin = numbers_size();
        for (const auto& exception : r.exceptions) out_.numbers.push_back(exception.expr.value);
        out.exceptions.end = numbers_size();
        out.others.begin = numbers_size();
        for (const auto id : r.apart) out_.numbers.push_back(id.value);
        for (const auto id : r.chain) out_.numbers.push_back(id.value);
        out.others.end = numbers_size();
        out.plain = !out.has_in_force && out.condition == none && out.exceptions.empty() && r.modality != model::Modality::may;
        bounds(r, out);
        situations(r, out);
        deadline(r, out);
        return out;
    }

    void deadline(const model::Requirement& r, Row& out) {
        out.among = r.among;
        out.starts.begin = static_cast<std::uint32_t>(out_.starts.size());
        for (const auto& s : r.starts) out_.starts.push_back({s.kind, s.step.value, s.event.value, s.day.value});
        out.starts.end = static_cast<std::uint32_t>(out_.starts.size());
        out.stops.begin = static_cast<std::uint32_t>(out_.stops.size());
        for (const auto& s : r.stops) out_.stops.push_back({s.kind, s.event.value, s.until.value});
        out.stops.end = static_cast<std::uint32_t>(out_.stops.size());
    }

    void bounds(const model::Requirement& r, Row& out) {
        const bool counted = r.kind == RequirementKind::attendance || r.kind == RequirementKind::approval ||
                             r.kind == RequirementKind::body_size || r.kind == RequirementKind::composition;
        if (!counted) {
            out.op = r.length.op;
            out.parameter = r.length.parameter.value;
            out.period = r.length.period;
            out.medium = r.medium;
            out.in_total = r.in_total;
            return;
        }
        threshold(r.threshold, out);
        if (r.other_ways.empty()) return;
        out.plain_share = false;
        out.ways.begin = static_cast<std::uint32_t>(out_.ways.size());
        out_.ways.push_back(out);
        for (const auto& way : r.other_ways) threshold(way, out_.ways.emplace_back(out_.ways.back()));
        out.ways.end = static_cast<std::uint32_t>(out_.ways.size());
    }

    static void threshold(const model::Threshold& t, Row& out) {
        out.op = t.op;
        out.parameter = t.parameter.value;
        out.value = t.value.value;
        out.member_class = t.member_class;
        out.denominator = t.denominator;
        out.has_share = t.share.has_value();
        if (out.has_share) out.share = base::lowest_terms(t.share->num, t.share->den);
        const bool at_least = out.op == base::Comparison::greater_equal || out.op == base::Comparison::greater;
        out.plain_share = out.has_share && out.parameter == none && at_least && out.member_class == model::no_class;
        out.has_number = t.number.has_value();
        out.number = t.number.value_or(0);
    }

    void situations(const model::Requirement& r, Row& out) {
        out.situations.begin = static_cast<std::uint32_t>(out_.situations.size());
        for (const auto& s : r.situations) out_.situations.push_back({s.condition.value, s.demand.value});
        out.situations.end = static_cast<std::uint32_t>(out_.situations.size());
    }

    /// The field of the step's tiers, where it is an amount; else the only amount that the matter has.
    std::uint16_t amount_of(const model::Step& s) const {
        const auto is_money = [&](const model::Field& field) { return field.type == model::Type::money; };
        if (s.tiers != model::no_tiers && is_money(p_.fields[p_.tiers[s.tiers].field.index()])) return p_.tiers[s.tiers].field.value;
        if (std::count_if(p_.fields.begin(), p_.fields.end(), is_money) != 1) return none;
        return static_cast<std::uint16_t>(std::find_if(p_.fields.begin(), p_.fields.end(), is_money) - p_.fields.begin());
    }

    Step compiled(const model::Step& s) {
        Step out;
        out.requirements = ids(out_.step_requirements, s.requirements);
        out.telling = telling(s);
        out.actors = ids(out_.step_actors, s.actors);
        out.amount = amount_of(s);
        out.bands.begin = static_cast<std::uint32_t>(out_.bands.size());
        if (s.tiers != model::no_tiers)
            for (const auto& band : p_.tiers[s.tiers].bands) out_.bands.push_back({band.when.value, ids(out_.step_actors, band.actors)});
        out.bands.end = static_cast<std::uint32_t>(out_.bands.size());
        out.body = s.body.value;
        out.optional = s.optional;
        out.posting = s.posting;
        out.lost_vote = s.lost_vote;
        out.return_to = s.return_to.value;
        if (s.condition) out.condition = s.condition->expr.value;
        out_.conditional_steps = out_.conditional_steps || s.condition.has_value();
        for (const auto id : s.requirements) mark(id, out);
        out.prerequisite.begin = static_cast<std::uint32_t>(out_.prerequisites.size());
        if (s.prerequisite) prerequisite(*s.prerequisite);
        out.prerequisite.end = static_cast<std::uint32_t>(out_.prerequisites.size());
        return out;
    }

    /// Of most acts most requirements are met because the record says nothing that could break them: no form, no declaration, no ballots by
    /// name, no other body. These are the others. What is owed is judged at the end.
    Range telling(const model::Step& s) {
        Range range;
        range.begin = static_cast<std::uint32_t>(out_.step_requirements.size());
        for (const auto id : s.requirements) {
            const auto kind = p_.requirement(id).kind;
            if (!is_met_by_silence(kind) || (kind == RequirementKind::actor && !s.actors.empty()))
                out_.step_requirements.push_back(id.value);
        }
        range.end = static_cast<std::uint32_t>(out_.step_requirements.size());
        return range;
    }

    static bool is_met_by_silence(RequirementKind kind) {
        switch (kind) {
            case RequirementKind::order:
            case RequirementKind::inherited:
            case RequirementKind::owed:
            case RequirementKind::actor:
            case RequirementKind::form:
            case RequirementKind::roll:
            case RequirementKind::declared:
            case RequirementKind::proxy:
            case RequirementKind::remote: return true;
            case RequirementKind::body_size:
            case RequirementKind::composition:
            case RequirementKind::term:
            case RequirementKind::separation:
            case RequirementKind::signatures:
            case RequirementKind::sign_order:
            case RequirementKind::signers:
            case RequirementKind::seals:
            case RequirementKind::attendance:
            case RequirementKind::approval:
            case RequirementKind::tally:
            case RequirementKind::ballot_form:
            case RequirementKind::materials:
            case RequirementKind::posting_length:
            case RequirementKind::posting_contents:
            case RequirementKind::minutes:
            case RequirementKind::deadline:
            case RequirementKind::free_form:
            case RequirementKind::choice: return false;
        }
        return false;
    }

    void mark(model::RequirementId id, Step& out) const {
        switch (p_.requirement(id).kind) {
            case RequirementKind::order: out.order = id.value; break;
            case RequirementKind::proxy: out.proxy = id.value; break;
            case RequirementKind::remote: out.remote = id.value; break;
            case RequirementKind::owed: out.owed = id.value; break;
            case RequirementKind::approval: out.approves = true; break;
            case RequirementKind::inherited:
            case RequirementKind::actor:
            case RequirementKind::form:
            case RequirementKind::attendance:
            case RequirementKind::tally:
            case RequirementKind::roll:
            case RequirementKind::declared:
            case RequirementKind::ballot_form:
            case RequirementKind::body_size:
            case RequirementKind::composition:
            case RequirementKind::term:
            case RequirementKind::separation:
            case RequirementKind::signatures:
            case RequirementKind::sign_order:
            case RequirementKind::signers:
            case RequirementKind::seals:
            case RequirementKind::materials:
            case RequirementKind::posting_length:
            case RequirementKind::posting_contents:
            case RequirementKind::minutes:
            case RequirementKind::deadline:
            case RequirementKind::free_form:
            case RequirementKind::choice: break;
        }
    }

    std::uint32_t prerequisite(const model::Prerequisite& tree) {
        const auto index = static_cast<std::uint32_t>(out_.prerequisites.size());
        out_.prerequisites.push_back({tree.kind, tree.whatever_outcome, tree.step.value, {}});
        std::vector<std::int64_t> parts;
        parts.reserve(tree.parts.size());
        for (const auto& part : tree.parts) parts.push_back(prerequisite(part));
        auto& node = out_.prerequisites[index];
        node.parts.begin = numbers_size();
        out_.numbers.insert(out_.numbers.end(), parts.begin(), parts.end());
        node.parts.end = numbers_size();
        return index;
    }

    Finding compiled(const model::Finding& f) {
        Finding out;
        out.actors = ids(out_.step_actors, f.actors);
        out.has_none_value = f.when_none.has_value();
        out.none_value = f.when_none.value_or(0);
        return out;
    }

    const model::Procedure& p_;
    Program out_;
    std::unordered_map<std::string, std::int64_t> text_index_;
};

}  // namespace

Program compile(std::shared_ptr<const model::Procedure> procedure) {
    return Compiler(std::move(procedure)).run();
}

Program compile(const model::Procedure& procedure) {
    return compile(std::make_shared<const model::Procedure>(procedure));
}

}  // namespace guicheng::program
