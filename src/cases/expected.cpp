#include "cases/expected.hpp"

#include <algorithm>
#include <string_view>
#include <type_traits>
#include <utility>

#include "cases/keys.hpp"
#include "cases/report.hpp"
#include "cases/tables.hpp"

namespace guicheng::cases {
namespace {

using formats::ScalarStyle;
using formats::Token;
using formats::TokenKind;

class ExpectedReader {
public:
    ExpectedReader(const formats::Tape& tape, const base::SourcePtr& source, const model::Procedure& procedure, diag::Sink& sink,
                   Beside beside)
        : tokens_(tape.tokens), report_(source, sink) {
        NameTable::Number number = 0;
        for (const auto& step : procedure.steps) steps_.add(step.name, number++);
        for (const auto& requirement : procedure.requirements) add_requirement(requirement.id, requirement.id);
        for (const auto* other : beside) {
            for (const auto& step : other->steps) steps_.add(step.name, foreign);
            for (const auto& requirement : other->requirements) {
                if (!requirements_.add(requirement.id, foreign)) shared_.add(requirement.id, 0);
            }
        }
        if (beside.empty()) return;
        number = 0;
        for (const auto& step : procedure.steps) steps_.add(of(procedure, step.name), number++);
        for (const auto& requirement : procedure.requirements) add_requirement(of(procedure, requirement.id), requirement.id);
        for (const auto* other : beside) {
            for (const auto& step : other->steps) steps_.add(of(*other, step.name), foreign);
            for (const auto& requirement : other->requirements) requirements_.add(of(*other, requirement.id), foreign);
        }
    }
    std::optional<Expected> read();

private:
    static std::string of(const model::Procedure& procedure, const std::string& name) { return procedure.name + "/" + name; }
    void add_requirement(const std::string& written, const std::string& id) {
        if (requirements_.add(written, static_cast<NameTable::Number>(ids_.size()))) ids_.push_back(id);
    }
    const Token& at(std::size_t i) const { return tokens_[i]; }
    std::size_t after(std::size_t i) const { return at(i).kind == TokenKind::scalar ? i + 1 : std::size_t{at(i).skip} + 1; }
    base::Span span(std::size_t i) const {
        return at(i).kind == TokenKind::scalar ? at(i).span : base::join(at(i).span, at(at(i).skip).span);
    }
    void pairs(std::size_t map, auto each) {
        for (std::size_t i = map + 1; i < at(map).skip && !report_.full(); i = after(i + 1)) each(i, i + 1);
    }
    void wrong(std::string_view code, std::size_t key, std::size_t i) {
        const std::string_view found = at(i).kind == TokenKind::scalar ? at(i).text : "...";
        report_.error(code, span(i), {{"key", at(key).text}, {"found", found}});
    }
    void unknown(std::string_view code, std::size_t i, std::initializer_list<const NameTable*> known) {
        const bool chinese =
            tokens_.size() < 2 || (static_cast<unsigned char>(at(1).text.empty() ? '\x80' : at(1).text.front()) & 0x80U) != 0;
        report_.suggest(report_.error(code, at(i).span, {{"name", at(i).text}}), at(i), {known.begin(), known.size()}, chinese);
    }
    void whole(std::size_t map, Expected& out);
    void step(std::size_t key, std::size_t i, Expected& out);
    void standing(std::size_t key, std::size_t i, ExpectedStep& out);
    void word(std::size_t key, std::size_t i, Words list, auto& out);
    void ids(std::size_t key, std::size_t i, std::optional<std::vector<std::string>>& out);
    void id(std::size_t key, std::size_t i, std::vector<std::string>& out);

    const std::vector<Token>& tokens_;
    Careful report_;
    NameTable steps_, requirements_;
    NameTable shared_;              ///< ids that other procedures have, too
    std::vector<std::string> ids_;  ///< by the number of requirements_
    std::vector<std::string> anywhere_;
};

std::optional<Expected> ExpectedReader::read() {
    std::optional<Expected> out;
    if (tokens_.empty() || at(0).kind != TokenKind::map_begin) return out;
    const auto& keys = key_table(Where::top);
    std::size_t found = 0;
    pairs(0, [&](std::size_t key, std::size_t i) {
        if (keys.find(at(key).text) == static_cast<NameTable::Number>(Key::expected)) found = i;
    });
    if (found == 0 || at(found).style == ScalarStyle::null) return out;
    if (at(found).kind != TokenKind::map_begin) {
        wrong("C020", found - 1, found);
        return out;
    }
    out.emplace();
    out->span = span(found);
    whole(found, *out);
    if (!report_.clean()) out.reset();
    return out;
}

void ExpectedReader::whole(std::size_t map, Expected& out) {
    const auto& keys = key_table(Where::expected);
    KeySet seen;
    pairs(map, [&](std::size_t key, std::size_t i) {
        const auto found = keys.find(at(key).text);
        if (found == NameTable::none) return step(key, i, out);
        const auto which = static_cast<Key>(found);
        if (!seen.add(which)) report_.error("C003", at(key).span, {{"key", at(key).text}});
        if (which == Key::status) word(key, i, Words::status, out.status);
        if (which == Key::outcome) word(key, i, Words::outcome, out.outcome);
        if (which == Key::violated) {
            anywhere_.clear();
            ids(key, i, out.violated);
            std::ranges::sort(anywhere_);
            out.violated_anywhere = anywhere_;
        }
    });
    std::ranges::sort(out.steps, {}, [](const ExpectedStep& it) { return it.step.value; });
    const auto twice = std::ranges::adjacent_find(out.steps, {}, [](const ExpectedStep& it) { return it.step.value; });
    if (twice != out.steps.end()) report_.error("C003", (twice + 1)->span, {{"key", steps_.names()[twice->step.index()]}});
}

void ExpectedReader::step(std::size_t key, std::size_t i, Expected& out) {
    const auto found = steps_.find(at(key).text);
    if (found == foreign) return;
    if (found == NameTable::none) return unknown("C049", key, {&key_table(Where::expected), &steps_});
    ExpectedStep made;
    made.step.value = static_cast<std::uint16_t>(found);
    made.span = at(key).span;
    const auto& keys = key_table(Where::expected_step);
    if (at(i).kind == TokenKind::scalar) {
        standing(key, i, made);  // 决议: 无效
    } else if (at(i).kind == TokenKind::list_begin) {
        wrong("C020", key, i);
    } else {
        KeySet seen;
        pairs(i, [&](std::size_t inner, std::size_t value) {
            const auto number = keys.find(at(inner).text);
            if (number == NameTable::none) return unknown("C002", inner, {&keys});
            const auto which = static_cast<Key>(number);
            if (!seen.add(which)) report_.error("C003", at(inner).span, {{"key", at(inner).text}});
            if (which == Key::status) standing(inner, value, made);
            if (which == Key::outcome) word(inner, value, Words::outcome, made.outcome);
            if (which == Key::because) ids(inner, value, made.because);
        });
    }
    out.steps.push_back(std::move(made));
}

/// A status of the attempt, or how far the step has come.
void ExpectedReader::standing(std::size_t key, std::size_t i, ExpectedStep& out) {
    if (at(i).kind != TokenKind::scalar) return wrong("C018", key, i);
    const auto& statuses = word_table(Words::status);
    const auto& states = word_table(Words::state);
    if (const auto status = statuses.find(at(i).text); status != NameTable::none)
        out.status = static_cast<ExpectedStatus>(status);
    else if (const auto state = states.find(at(i).text); state != NameTable::none)
        out.state = static_cast<ExpectedState>(state);
    else
        unknown("C017", i, {&statuses, &states});
}

void ExpectedReader::word(std::size_t key, std::size_t i, Words list, auto& out) {
    if (at(i).kind != TokenKind::scalar) return wrong("C018", key, i);
    const auto& table = word_table(list);
    const auto found = table.find(at(i).text);
    if (found == NameTable::none) return unknown("C017", i, {&table});
    out = static_cast<std::remove_reference_t<decltype(out)>>(found);
}

/// A list of requirement ids; 无 says that there is none, one alone is a list of one.
void ExpectedReader::ids(std::size_t key, std::size_t i, std::optional<std::vector<std::string>>& out) {
    if (at(i).kind == TokenKind::map_begin) return wrong("C019", key, i);
    out.emplace();
    if (at(i).kind == TokenKind::list_begin) {
        for (std::size_t item = i + 1; item < at(i).skip && !report_.full(); item = after(item)) id(key, item, *out);
    } else if (at(i).style != ScalarStyle::null && word_table(Words::nothing).find(at(i).text) == NameTable::none) {
        id(key, i, *out);
    }
    std::ranges::sort(*out);
    out->erase(std::ranges::unique(*out).begin(), out->end());
}

void ExpectedReader::id(std::size_t key, std::size_t i, std::vector<std::string>& out) {
    if (at(i).kind != TokenKind::scalar) return wrong("C018", key, i);
    const auto found = requirements_.find(at(i).text);
    if (found == NameTable::none) return unknown("C047", i, {&requirements_});
    if (found == foreign) return;
    out.push_back(ids_[found]);
    if (shared_.find(at(i).text) != NameTable::none) anywhere_.push_back(ids_[found]);
}

}  // namespace

std::optional<Expected> read_expected(const formats::Tape& tape, const base::SourcePtr& source, const model::Procedure& procedure,
                                      diag::Sink& sink, Beside beside) {
    return ExpectedReader(tape, source, procedure, sink, beside).read();
}

}  // namespace guicheng::cases
