#include "model/draft.hpp"

#include <algorithm>
#include <iterator>

#include "base/distance.hpp"
#include "base/utf8.hpp"
#include "model/words.hpp"

namespace guicheng::model {

using syntax::Keyword;

std::size_t suggestion_reach(std::string_view word) {
    const auto length = base::utf8::count(word);
    return std::max<std::size_t>(1, length / 3);
}

std::vector<std::string_view> same_sense(std::string_view word, const std::vector<std::string_view>& candidates) {
    std::vector<std::string_view> out;
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(out),
                 [&](std::string_view candidate) { return !syntax::crosses_negation(word, candidate); });
    return out;
}

diag::Sink::Entry Draft::unknown(std::string_view code, const syntax::Name& name, const std::vector<std::string_view>& candidates) const {
    auto entry = error(code, name.span);
    entry.arg("name", name.text);
    // A long word that is nowhere near anything declared would only be compared at length.
    // Nor does anybody read hundreds of suggestions.
    if (name.text.size() > 256 || sink.error_count() > 200) return entry;
    compared += candidates.size();
    if (compared > most_compared) return entry;
    const auto offer = [&](const std::string& meant) {
        entry.suggest(name.span, name.quoted ? "\u300c" + meant + "\u300d" : meant);
        entry.related(nullptr, name.span, "model.meant", {{"name", meant}});
    };
    // 表决方式 匿名: the language has a word of its own for it.
    if (const auto habit = syntax::habitual(name.text); habit && !name.quoted) {
        const auto own = syntax::zh(*habit);
        if (std::find(candidates.begin(), candidates.end(), own) != candidates.end()) {
            offer(std::string(own));
            return entry;
        }
    }
    const auto near = same_sense(name.text, candidates);
    if (const auto index = base::closest_index(name.text, near, suggestion_reach(name.text))) {
        offer(std::string(near[*index]));
        return entry;
    }
    // 须经 表决通过, where the step is called 表决.
    std::optional<std::string_view> held;
    for (const auto candidate : candidates) {
        if (base::utf8::count(candidate) < 2 || !std::string_view(name.text).starts_with(candidate)) continue;
        if (syntax::crosses_negation(name.text, candidate)) continue;
        if (!held || candidate.size() > held->size()) held = candidate;
    }
    if (held) {
        entry.suggest(name.span, std::string(*held));
        entry.related(nullptr, name.span, "model.meant", {{"name", std::string(*held)}});
    }
    return entry;
}

std::string_view Draft::spelling(Keyword keyword) const {
    return english ? syntax::en(keyword) : syntax::zh(keyword);
}

std::string Draft::type_word(Type type) {
    return diag::translated("type." + std::string(type_key(type)));
}

diag::Sink::Entry Draft::error(std::string_view code, base::Span span) const {
    failed = true;
    if (++said <= most_said) return sink.error(code, p.source, span);
    sink.leave_rest();
    beyond = {};
    return beyond.error(code, p.source, span);
}

diag::Sink::Entry Draft::warning(std::string_view code, base::Span span) const {
    if (++said <= most_said) return sink.warning(code, p.source, span);
    sink.leave_rest();
    beyond = {};
    return beyond.warning(code, p.source, span);
}

std::optional<std::int64_t> Draft::choice(ChoiceSetId set, std::string_view name) const {
    const auto& places = choice_places[set.index()];
    const auto it = places.find(name);
    if (it == places.end()) return std::nullopt;
    return it->second;
}

std::optional<StepId> Draft::use_step(const syntax::Name& name) {
    if (const auto id = steps.use(name.text)) return id;
    std::vector<std::string_view> candidates;
    offer(steps, candidates);
    unknown("N001", name, candidates);
    return std::nullopt;
}

std::optional<ActorId> Draft::use_actor(const syntax::Name& name) {
    if (const auto id = actors.use(name.text)) return id;
    std::vector<std::string_view> candidates;
    offer(actors, candidates);
    unknown("N002", name, candidates);
    return std::nullopt;
}

/// 村民委员 会: a declared name with a blank in it.
bool Draft::parted_by_blank(const syntax::Name& name, const syntax::Name& next) {
    const auto whole = name.text + next.text;
    const base::Span span = base::join(name.span, next.span);
    if (actors.find(name.text) != nullptr || actors.find(whole) == nullptr) return false;
    if (source_text({name.span.end, next.span.begin}).find_first_not_of(' ') != std::string::npos) return false;
    actors.use(whole);
    error("N002", span).arg("name", source_text(span)).suggest(span, whole);
    return true;
}

std::vector<ActorId> Draft::use_actors(const std::vector<syntax::Name>& names) {
    std::vector<ActorId> ids;
    std::map<std::string, base::Span> seen;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto& name = names[i];
        const auto [it, fresh] = seen.emplace(name.text, name.span);
        if (!fresh) {
            twice(name.text, name.span, it->second);
            continue;
        }
        if (i + 1 < names.size() && parted_by_blank(name, names[i + 1])) {
            ++i;
            continue;
        }
        if (const auto id = use_actor(name)) ids.push_back(*id);
    }
    return ids;
}

std::uint64_t Draft::content_mask(const std::vector<syntax::Name>& names) {
    std::uint64_t mask = 0;
    for (const auto& name : names) {
        auto it = content_bits.find(name.text);
        if (it == content_bits.end()) {
            if (p.content_names.size() >= most_list_names) {
                failed = true;
                if (limits_said.insert("contents").second)
                    error("M010", name.span).arg("limit", word(Keyword::contents)).arg("max", std::to_string(most_list_names));
                return mask;
            }
            it = content_bits.emplace(name.text, static_cast<std::uint8_t>(p.content_names.size())).first;
            p.content_names.push_back(name.text);
        }
        mask |= std::uint64_t{1} << it->second;
    }
    return mask;
}

std::uint16_t Draft::medium(const syntax::Name& name) {
    const auto found = std::find(p.media.begin(), p.media.end(), name.text);
    const auto index = static_cast<std::uint16_t>(found - p.media.begin());
    // No more than there are requirements, whose number has its own limit.
    if (found == p.media.end() && p.media.size() < most_ids) p.media.push_back(name.text);
    return index;
}

bool Draft::fits(std::size_t size, std::string_view limit, base::Span span, std::string_view code) const {
    if (size < most_ids) return true;
    // Said once, at the first that does not fit; what follows is left out.
    failed = true;
    if (limits_said.insert(std::string(code) + std::string(limit)).second)
        error(code, span).arg("limit", std::string(limit)).arg("max", std::to_string(most_ids));
    return false;
}

Ground Draft::ground(const syntax::Grounds& grounds) {
    Ground out;
    for (const auto& citation : grounds.citations) {
        out.citations.push_back(citation.text);
        if (clauses.empty()) {
            cites_unchecked = true;
        } else if (clauses.find(citation.text) == nullptr) {
            auto entry = error("M004", citation.span);
            entry.arg("clause", citation.text);
            if (const auto meant = clauses.closest(citation.text)) {
                entry.suggest(citation.span, std::string(*meant));
                const auto& clause = *clauses.find(*meant);
                entry.related(clause.file, clause.span, "model.clause_meant", {{"clause", clause.id}});
            }
        }
    }
    for (const auto& text : grounds.interpretations) out.interpretations.push_back(text.text);
    return out;
}

void Draft::twice(const std::string& name, base::Span again, base::Span first) const {
    error("N007", again).arg("name", name).related(p.source, first, "model.declared_first", {{"name", name}});
}

}  // namespace guicheng::model
