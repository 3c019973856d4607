#include "report/comparison_text.hpp"

#include <algorithm>

#include "base/number.hpp"
#include "model/formula.hpp"
#include "report/expression_printer.hpp"

namespace guicheng::report {

namespace {

using model::ExprKind;
using model::Type;
using verdict::Answer;
using verdict::Relation;
using verdict::Side;
using verdict::Term;
using Line = verdict::Compared;  // report::Compared is a choice of words

/// More lines than this about one act, or about a demand that is met, are cut.
constexpr std::size_t listed = 4;

bool is_count(const Line& line) {
    return line.relation == Relation::exists || line.relation == Relation::every;
}

bool is_named(Type type) {
    return type == Type::boolean || type == Type::choice || type == Type::text || type == Type::person || type == Type::outcome ||
           type == Type::list;
}

std::vector<std::string> names_in(const std::string& text) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        if (end > at) names.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return names;
}

/// "15 days"
std::string length(const Words& words, const std::string& text) {
    const auto space = text.find(' ');
    const auto amount = base::read_integer(text.substr(0, space));
    const auto unit = space == std::string::npos ? std::nullopt : verdict::from_name<calendar::Unit>(text.substr(space + 1));
    return amount && unit ? words.amount(measure_of(*unit), *amount) : text;
}

std::string value_words(const Words& words, Type type, const std::string& of, const std::string& text) {
    if (of == "form" && Words::has("form." + text)) return words.say("form." + text);
    if (of == "ballot_form" && Words::has("ballot." + text)) return words.say("ballot." + text);
    switch (type) {
        case Type::boolean: return words.say(text == "true" ? "expr.true" : "expr.false");
        case Type::money: return words.say("amount.money", {{"n", text}});
        case Type::list: return words.join(names_in(text));
        case Type::outcome: return Words::has("outcome." + text) ? words.say("outcome." + text) : text;
        case Type::period: return length(words, text);
        case Type::days:
        case Type::working_days:
            if (const auto n = base::read_integer(text))
                return words.amount(type == Type::days ? verdict::Measure::days : verdict::Measure::working_days, *n);
            return text;
        case Type::integer:
        case Type::date:
        case Type::choice:
        case Type::text:
        case Type::person:
        case Type::share: return text;
    }
    return text;
}

/// What the words of a line need beside it.
struct Context {
    const Words& words;
    const verdict::Finding& finding;
    const model::Procedure* procedure = nullptr;
};

/// Whose it is: of the act that is looked at its own field or attribute alone, of the outer one its place in the record, else its step.
std::string term_name(const Context& context, const Term& term, const std::vector<Term>& within) {
    const auto& words = context.words;
    if (term.of.empty()) return words.quoted(term.name);
    if (term.of == "count") {
        const auto what =
            within.empty() ? counted_text(words, context.finding, context.procedure, term.name, term.where) : words.quoted(term.name);
        return words.say("compared.count", {{"what", what}});
    }
    auto what = Words::has("attribute." + term.of) ? words.say("attribute." + term.of) : words.quoted(term.of);
    if (term.record >= 0 && !within.empty()) {
        if (term.record == within.back().record) return what;
        if (term.record == within.front().record)
            return words.say("compared.outer", {{"n", std::to_string(std::int64_t{term.record} + 1)}, {"name", term.name}, {"what", what}});
    }
    return term.name.empty() ? what : words.say("compared.of", {{"name", term.name}, {"what", what}});
}

std::string with_value(const Words& words, const std::string& name, const std::string& value) {
    return words.say("compared.valued", {{"name", name}, {"value", value}});
}

/// What stands left of a sign, with it.
std::string signed_text(const Words& words, std::string left, const std::string& sign) {
    const auto* const key = sign == "+"   ? "compared.plus"
                            : sign == "-" ? "compared.minus"
                            : sign == "*" ? "compared.times"
                                          : "compared.through";
    if (sign == "(" || sign == ")") return left + sign;
    return words.say(key, {{"left", std::move(left)}, {"right", ""}});
}

/// 195×5＝975; a value of its own with its name.
std::string side_text(const Context& context, const Line& line, const Side& side) {
    const auto type = line.type;
    const auto& within = line.within;
    const auto& words = context.words;
    if (side.terms.size() == 1) {
        const auto& term = side.terms.front();
        // What is known to be, or not to be, so is known: then it is an empty list or text.
        const bool nothing = side.value.empty() && line.holds != Answer::unknown;
        const auto value = nothing              ? words.say("evidence.nothing")
                           : side.value.empty() ? words.say("compared.value_unknown")
                                                : value_words(words, type, term.of, side.value);
        if (!term.name.empty() || !term.of.empty()) return with_value(words, term_name(context, term, within), value);
        return is_named(type) && type != Type::boolean && type != Type::outcome ? words.quoted(value) : value;
    }
    std::string text;
    for (const auto& term : side.terms) {
        if (!term.sign.empty()) {
            text = signed_text(words, std::move(text), term.sign);
        } else if (term.name.empty() && term.of.empty()) {
            text += length(words, term.value);
        } else {
            const auto value = term.value.empty() ? words.say("compared.value_unknown") : length(words, term.value);
            text += with_value(words, term_name(context, term, within), value);
        }
    }
    if (side.value.empty()) return text;
    return words.say("compared.result", {{"text", text}, {"value", value_words(words, type, {}, side.value)}});
}

/// A value written in the rule.
bool is_literal(const Side& side) {
    return side.terms.size() == 1 && side.terms.front().name.empty();
}

std::optional<base::Comparison> comparison_in(Relation relation) {
    return verdict::from_name<base::Comparison>(verdict::name(relation));
}

/// "不少于…", "与…相同"
std::string predicate_of(const Context& context, const Line& line, base::Comparison op) {
    const auto& words = context.words;
    const auto right = side_text(context, line, line.right);
    if (op == base::Comparison::equal || op == base::Comparison::not_equal) {
        const bool literal = is_literal(line.right);
        std::string key;
        if (is_named(line.type)) key = literal ? "compared.name." : "compared.same.";
        if (line.type == Type::date && !literal) key = "compared.day.";
        if (!key.empty()) return words.say(key + std::string(verdict::name(op)), {{"right", right}});
    }
    return predicate(words, compared_as(line.type), op, right);
}

/// As a statement that is so (or that it is not known to be).
std::string statement(const Context& context, const Line& line) {
    const auto& words = context.words;
    const bool truth = line.holds != Answer::no;
    const auto left = line.left.terms.empty() ? std::string{} : side_text(context, line, line.left);
    const auto bare = line.left.terms.empty() ? std::string{} : term_name(context, line.left.terms.front(), line.within);
    switch (line.relation) {
        case Relation::one_of:
            return words.say(truth ? "expr.member" : "expr.not_member",
                             {{"left", left}, {"list", words.quoted_list(names_in(line.right.value))}});
        case Relation::contains: {
            const auto names = names_in(line.right.value);
            const auto* const key = truth ? "expr.contains" : names.size() > 1 ? "expr.not_contains_all" : "expr.not_contains";
            return words.say(key, {{"left", left}, {"list", words.quoted_list(names)}});
        }
        case Relation::is_true:
            return words.say("expr.is_truth", {{"left", bare}, {"value", words.say(truth ? "expr.true" : "expr.false")}});
        case Relation::recorded: return words.say(truth ? "compared.recorded" : "compared.not_recorded", {{"left", bare}});
        case Relation::done:
            return words.say(truth ? "expr.done" : "expr.not_done",
                             {{"name", line.left.terms.empty() ? std::string{} : line.left.terms.front().name}});
        case Relation::exists:
        case Relation::every:
        case Relation::less:
        case Relation::less_equal:
        case Relation::equal:
        case Relation::not_equal:
        case Relation::greater_equal:
        case Relation::greater: break;
    }
    const auto op = comparison_in(line.relation).value_or(base::Comparison::equal);
    const auto said = predicate_of(context, line, truth ? op : negated(op));
    // A name that is the one asked for is said once.
    const bool same = op == base::Comparison::equal && line.holds == Answer::yes && is_named(line.type) && is_literal(line.right);
    const bool reckoned = line.left.terms.size() > 1 && !line.left.value.empty();
    return words.say(reckoned ? "compared.reckoned" : "expr.is", {{"left", same ? bare : left}, {"predicate", said}});
}

std::string line_text(const Context& context, const Line& line) {
    const auto& words = context.words;
    if (line.relation == Relation::is_true && line.holds == Answer::unknown && !line.left.terms.empty())
        return words.say("compared.not_known", {{"left", term_name(context, line.left.terms.front(), line.within)}});
    auto text = statement(context, line);
    return line.holds == Answer::unknown ? words.say("compared.not_sure", {{"statement", std::move(text)}}) : text;
}

// ---------------------------------------------------------------- how many

struct Tally {
    std::int64_t held = 0, all = 0, unknown = 0;
    std::int64_t failed() const { return all - held - unknown; }
};

/// A verdict that is read may hold any text.
std::int64_t number_in(const std::string& text) {
    constexpr std::int64_t most = 1'000'000'000'000;
    return std::clamp<std::int64_t>(base::read_integer(text).value_or(0), 0, most);
}

Tally tally_of(const Line& line) {
    Tally tally;
    const auto slash = line.left.value.find('/');
    tally.held = number_in(line.left.value.substr(0, slash));
    if (slash != std::string::npos) tally.all = number_in(line.left.value.substr(slash + 1));
    if (line.left.terms.size() > 1) tally.unknown = number_in(line.left.terms[1].value);
    return tally;
}

std::string name_of(const Line& line) {
    return line.left.terms.empty() ? std::string{} : line.left.terms.front().name;
}

/// Which words say how many satisfy.
std::string_view count_key(const Line& line, const Tally& tally) {
    if (tally.all == 0) return "compared.none";
    const bool one = tally.all == 1;
    if (line.holds == Answer::unknown && tally.unknown == 0) return "compared.incomplete";
    if (line.holds == Answer::unknown) return one ? "compared.one_unknown" : "compared.unknown";
    if (line.holds == Answer::no)
        return one ? "compared.one_fails" : tally.held == 0 && tally.unknown == 0 ? "compared.all_fail" : "compared.some_fail";
    if (line.relation == Relation::exists) return "compared.some";
    return one ? "compared.one_holds" : "compared.all";
}

class Teller {
public:
    Teller(const Words& words, const verdict::Finding& finding, const model::Procedure* procedure)
        : words_(words), finding_(finding), procedure_(procedure) {}

    std::vector<std::string> tell() const {
        std::vector<std::string> said;
        const auto& lines = finding_.compared;
        for (std::size_t at = 0; at < lines.size();) {
            auto end = at + 1;
            while (end < lines.size() && lines[end].within == lines[at].within) ++end;
            said.push_back(group(at, end));
            at = end;
        }
        return said;
    }

    /// The first group of lines that compares something; else the first about an act; else the first of all.
    std::string first() const {
        const auto& lines = finding_.compared;
        std::size_t at = 0;
        while (at < lines.size() && is_count(lines[at])) ++at;
        if (at == lines.size()) {
            at = 0;
            while (at < lines.size() && lines[at].within.empty()) ++at;
        }
        if (at == lines.size()) at = 0;
        while (at > 0 && lines[at - 1].within == lines[at].within) --at;
        auto end = at + 1;
        while (end < lines.size() && lines[end].within == lines[at].within) ++end;
        return group(at, end, false);
    }

private:
    /// What is said of one act, or of the whole.
    std::string group(std::size_t from, std::size_t end, bool one_of_many = true) const {
        std::vector<std::string> items;
        for (auto i = from; i < end; ++i) {
            const auto& line = finding_.compared[i];
            items.push_back(is_count(line) ? count_text(i) : line_text({words_, finding_, procedure_}, line));
        }
        const auto all = items.size();
        if (all > listed) items.resize(listed);
        auto text = words_.join(items, "detail_join");
        if (all > listed) text = words_.say("and_more", {{"list", text}, {"n", std::to_string(all)}});
        const auto& within = finding_.compared[from].within;
        if (within.empty()) return text;
        const auto n = std::to_string(std::int64_t{within.back().record} + 1);
        return words_.say(within.size() == 1 || !one_of_many ? "compared.act" : "compared.act.inner",
                          {{"n", n}, {"name", within.back().name}, {"list", text}});
    }

    std::string count_text(std::size_t at) const {
        const auto& line = finding_.compared[at];
        const auto tally = tally_of(line);
        const auto shown = static_cast<std::int64_t>(acts_shown(at));
        const auto told = line.holds == Answer::unknown ? tally.unknown : line.holds == Answer::yes ? tally.held : tally.failed();
        // Where no act follows, only the condition tells what was looked for.
        const auto name = line.relation == Relation::exists && line.within.empty() && (line.holds == Answer::yes || shown == 0)
                              ? counted_text(words_, finding_, procedure_, name_of(line), line.right.value)
                              : words_.quoted(name_of(line));
        auto text = words_.say(count_key(line, tally), {{"name", name},
                                                        {"all", std::to_string(tally.all)},
                                                        {"held", std::to_string(tally.held)},
                                                        {"failed", std::to_string(tally.failed())},
                                                        {"unknown", std::to_string(tally.unknown)}});
        if (shown == 0 || shown >= told) return text;
        const auto* const key = line.relation == Relation::exists ? "compared.nearest" : "compared.first";
        return words_.say(key, {{"text", std::move(text)}, {"n", std::to_string(shown)}});
    }

    /// Of how many acts the lines that follow speak.
    std::size_t acts_shown(std::size_t at) const {
        const auto depth = finding_.compared[at].within.size();
        std::size_t acts = 0;
        const Term* last = nullptr;
        for (auto i = at + 1; i < finding_.compared.size() && finding_.compared[i].within.size() > depth; ++i) {
            const auto& act = finding_.compared[i].within[depth];
            if (last != nullptr && *last == act) continue;
            last = &act;
            ++acts;
        }
        return acts;
    }

    const Words& words_;
    const verdict::Finding& finding_;
    const model::Procedure* procedure_;
};

// ---------------------------------------------------------------- the condition in words

/// The 有, 每个 or 个数 that counts `name` under `where`, outside another one.
model::ExprId counting_in(const model::Procedure& procedure, model::ExprId root, const std::string& name, const std::string& where) {
    std::vector<model::ExprId> open{root};
    while (!open.empty()) {
        const auto id = open.back();
        open.pop_back();
        if (!id) continue;
        const auto& expr = procedure.expr(id);
        if (expr.kind == ExprKind::exists || expr.kind == ExprKind::every || expr.kind == ExprKind::count) {
            const auto& counted = expr.step ? procedure.step(expr.step).name : procedure.events[expr.event.index()].name;
            if (counted == name && expr.left && model::formula(procedure, expr.left, 1) == where) return id;
            continue;
        }
        open.insert(open.end(), expr.parts.begin(), expr.parts.end());
        open.push_back(expr.left);
        open.push_back(expr.right);
    }
    return {};
}

std::vector<model::ExprId> roots_of(const model::Requirement& requirement) {
    std::vector<model::ExprId> roots{requirement.demand};
    if (requirement.condition) roots.push_back(requirement.condition->expr);
    for (const auto& exception : requirement.exceptions) roots.push_back(exception.expr);
    for (const auto& situation : requirement.situations) {
        roots.push_back(situation.condition);
        roots.push_back(situation.demand);
    }
    return roots;
}

}  // namespace

std::vector<std::string> comparison_sentences(const Words& words, const verdict::Finding& finding, const model::Procedure* procedure) {
    return Teller(words, finding, procedure).tell();
}

std::string comparison_reason(const Words& words, const verdict::Finding& finding) {
    return finding.compared.empty() ? std::string{} : Teller(words, finding, nullptr).first();
}

std::string counted_text(const Words& words, const verdict::Finding& finding, const model::Procedure* procedure, const std::string& name,
                         const std::string& where) {
    auto plain = words.quoted(name);
    if (where.empty()) return plain;
    if (procedure != nullptr) {
        for (const auto& requirement : procedure->requirements) {
            if (requirement.id != finding.requirement) continue;
            for (const auto root : roots_of(requirement))
                if (const auto found = counting_in(*procedure, root, name, where))
                    return ExpressionPrinter(words, *procedure, requirement.step).counted(found);
        }
        if (finding.requirement.empty() && procedure->applies)
            if (const auto found = counting_in(*procedure, procedure->applies->expr, name, where))
                return ExpressionPrinter(words, *procedure, {}).counted(found);
    }
    return words.say("expr.where", {{"what", plain}, {"inner", where}});
}

bool counts_told(const verdict::Finding& finding, const verdict::Evidence& evidence) {
    if (evidence.of != "count" && evidence.of != "held") return false;
    return std::any_of(finding.compared.begin(), finding.compared.end(), [&](const Line& line) {
        const bool every = line.relation == Relation::every;
        return is_count(line) && line.within.empty() && name_of(line) == evidence.name && line.right.value == evidence.where &&
               every == (evidence.of == "held");
    });
}

}  // namespace guicheng::report
