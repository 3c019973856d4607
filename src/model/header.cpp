// What stands in a procedure beside its steps and demands: title, dates, sources, findings' bodies, 适用, 断言.
#include <set>

#include "model/declarations.hpp"
#include "model/expressions.hpp"
#include "model/forms.hpp"

namespace guicheng::model {

using syntax::Keyword;
using syntax::Statement;

namespace {

/// A 全称, 版本, 施行 … is written once.
class Once {
public:
    explicit Once(Draft& d) : d_(d) {}
    bool first(const Statement& s) {
        const auto [it, fresh] = seen_.emplace(s.head, s.head_span);
        if (!fresh)
            d_.error("M014", s.head_span)
                .arg("word", d_.word(s.head))
                .related(d_.p.source, it->second, "model.written_first", {{"word", d_.word(s.head)}});
        return fresh;
    }

private:
    Draft& d_;
    std::map<Keyword, base::Span> seen_;
};

std::optional<base::Day> day_of(const std::optional<syntax::Bound>& bound) {
    if (!bound) return std::nullopt;
    return base::Day{static_cast<std::int32_t>(bound->value)};
}

std::optional<syntax::Name> first_name(const Statement& s) {
    if (s.name) return s.name;
    if (!s.names.empty()) return s.names.front();
    return s.modifiers.profile;
}

void check_profile(Draft& d, const Statement& s) {
    const auto name = first_name(s);
    if (!name) return;
    if (const auto profile = profile_of(name->text))
        d.p.profile = *profile;
    else
        d.unknown("N011", *name, syntax::spellings(syntax::Position::profile));
}

void check_sources(Draft& d, const Statement& s) {
    std::set<std::string> seen(d.p.sources.begin(), d.p.sources.end());
    for (const auto& name : s.names)
        if (seen.insert(name.text).second) d.p.sources.push_back(name.text);
    if (s.names.empty() && s.name) d.p.sources.push_back(s.name->text);
}

void check_finding(Draft& d, const Statement& s) {
    const auto* entry = s.name ? d.findings.find(s.name->text) : nullptr;
    if (entry == nullptr || entry->span != s.name->span) return;
    std::vector<ActorId> actors;
    std::optional<std::int64_t> when_none;
    const auto& conclusion = d.p.findings[entry->id.index()].conclusion;
    const auto read_default = [&](const Statement& item) {
        if (item.when_none || item.when_none_quantity)
            when_none = Expressions(d, {}).constant(conclusion, item.when_none, item.when_none_quantity, item.span);
    };
    // The parser gives 未作 to the finding as well as to the statement of its block.
    read_default(s);
    const bool given = s.when_none || s.when_none_quantity;
    for (const auto& item : s.block) {
        if (item.head == Keyword::by) {
            actors = d.use_actors(item.names);
            keep_grounds_only(d, item.modifiers, Keyword::by);
        } else if (!given) {
            read_default(item);
        }
    }
    auto& finding = d.p.findings[entry->id.index()];
    finding.actors = std::move(actors);
    finding.when_none = when_none;
}

void check_event(Draft& d, const Statement& s) {
    const auto* entry = s.name ? d.events.find(s.name->text) : nullptr;
    if (entry == nullptr || entry->span != s.name->span) return;
    for (const auto& item : s.block)
        if (item.head == Keyword::by) {
            auto actors = d.use_actors(item.names);
            d.p.events[entry->id.index()].actors = std::move(actors);
            keep_grounds_only(d, item.modifiers, Keyword::by);
        }
}

void check_applies(Draft& d, const Statement& s) {
    Condition condition;
    auto index = s.expr;
    Ground ground = d.ground(s.modifiers.grounds);
    const auto absorb = [&](const syntax::Grounds& grounds) {
        auto more = d.ground(grounds);
        ground.citations.insert(ground.citations.end(), more.citations.begin(), more.citations.end());
        ground.interpretations.insert(ground.interpretations.end(), more.interpretations.begin(), more.interpretations.end());
    };
    auto modifiers = s.modifiers;
    if (s.condition) {
        // The parser gives the grounds of the condition to the statement as well.
        index = s.condition->expr;
        if (s.modifiers.grounds.citations.empty() && s.modifiers.grounds.interpretations.empty()) absorb(s.condition->grounds);
    } else if (index == syntax::no_expr && !modifiers.conditions.empty()) {
        index = modifiers.conditions.front().expr;
        absorb(modifiers.conditions.front().grounds);
        modifiers.conditions.erase(modifiers.conditions.begin());
    }
    condition.expr = Expressions(d, {}).condition(index);
    condition.ground = std::move(ground);
    condition.span = s.span;
    keep_grounds_only(d, modifiers, Keyword::applies);
    if (condition.expr) d.p.applies = std::move(condition);
}

void check_assertion(Draft& d, const Statement& s) {
    if (!s.name || !s.second_name) return;
    const auto reach = d.use_step(*s.name);
    const auto through = d.use_step(*s.second_name);
    if (!reach || !through) return;
    d.p.assertions.push_back({*reach, *through, s.span});
}

void check_dates(Draft& d, const Statement& procedure) {
    if (!d.p.in_force_from || !d.p.in_force_until || *d.p.in_force_from <= *d.p.in_force_until) return;
    for (const auto& s : procedure.block)
        if (s.head == Keyword::repealed) d.error("M030", s.span);
}

}  // namespace

void check_header(Draft& d, const Statement& procedure) {
    Once once(d);
    for (const auto& s : procedure.block) {
        switch (s.head) {  // NOLINT(clang-diagnostic-switch-enum): steps and demands have their own pass
            case Keyword::full_title:
                if (once.first(s) && s.text) d.p.full_title = s.text->text;
                break;
            case Keyword::version:
                if (once.first(s) && s.text) d.p.version = s.text->text;
                break;
            case Keyword::level:
                if (once.first(s))
                    if (const auto name = first_name(s)) d.p.level = name->text;
                break;
            case Keyword::in_force:
                if (once.first(s)) d.p.in_force_from = day_of(s.date);
                break;
            case Keyword::repealed:
                // Repealed on a day: the day before it was the last in force.
                if (once.first(s) && s.date) d.p.in_force_until = *day_of(s.date) - 1;
                break;
            case Keyword::counting:
                if (once.first(s)) check_profile(d, s);
                break;
            case Keyword::matter: once.first(s); break;
            case Keyword::source: check_sources(d, s); break;
            case Keyword::finding: check_finding(d, s); break;
            case Keyword::event: check_event(d, s); break;
            case Keyword::applies:
                if (once.first(s)) check_applies(d, s);
                break;
            case Keyword::assert_: check_assertion(d, s); break;
            default: break;
        }
    }
    check_dates(d, procedure);
}

}  // namespace guicheng::model
