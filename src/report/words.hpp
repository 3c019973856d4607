#pragma once
// The catalogue in one language, and how small things are said: amounts, shares, days, lists. No sentence stands in this folder.
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/fraction.hpp"
#include "messages/catalogue.hpp"
#include "model/clauses.hpp"
#include "verdict/names.hpp"
#include "verdict/verdict.hpp"

namespace guicheng::report {

using messages::Language;

class Words {
public:
    /// `clauses`, where the catalogue of sources is at hand, tells what a clause id stands for.
    explicit Words(Language language, const model::Clauses* clauses = nullptr) : language_(language), clauses_(clauses) {}
    Language language() const { return language_; }

    /// The sentence of report.<key>, filled.
    std::string say(std::string_view key, std::initializer_list<messages::Value> values = {}) const;
    std::string say(std::string_view key, const std::vector<messages::Value>& values) const;
    /// Whether report.<key> exists.
    static bool has(std::string_view key);
    /// report.<group>.<name of the enumerator>
    template <class Enum>
    std::string of(std::string_view group, Enum value) const {
        return say(std::string(group) + "." + std::string(verdict::name(value)));
    }

    /// The clauses as a sentence: capital and stop, unless it has a stop already.
    std::string sentence(std::string clauses) const;
    /// Items one after another, as a language lists names (key join), clauses (clause), sentences (join_sentences).
    std::string join(const std::vector<std::string>& items, std::string_view key = "join") const;
    /// The same, each in quotation marks.
    /// Items of which one is enough: 甲、乙或者丙.
    std::string alternatives(const std::vector<std::string>& items) const;
    std::string quoted_list(const std::vector<std::string>& names) const;
    /// Clauses by their source's title, each with its id in brackets; the bare id where nothing is known of it.
    std::string citations(const std::vector<std::string>& ids) const;
    /// The number of a listed item: 一, a.
    std::string mark(std::size_t number) const;
    std::string quoted(std::string_view name) const { return say("quoted", {{"name", std::string(name)}}); }

    /// 30 persons; the unit of `measure` with its singular where the language has one. Money is given in fen, a date by its day number.
    std::string amount(verdict::Measure measure, std::int64_t number) const;
    std::string amount(const calendar::Period& period) const;
    std::string bound(base::Comparison op, const std::string& amount) const;
    /// more than half, 2/3 or more, all of them
    std::string share(base::Comparison op, base::Fraction share) const;
    /// 三, 3
    std::string numeral(std::int64_t number) const;
    /// two thirds without a comparison
    std::string fraction(base::Fraction share) const;
    /// 29 September: only where the year is plain from the sentence.
    std::string month_day(base::Day day) const;
    /// The holiday in this language; names that the catalogue does not know stay as they are.
    std::string holiday(std::string_view name) const;

    /// How an act was done, how a ballot was cast.
    std::string form(model::Form form) const;
    std::string ballot_form(model::BallotForm form) const;

private:
    Language language_;
    const model::Clauses* clauses_;
};

verdict::Measure measure_of(calendar::Unit unit);

}  // namespace guicheng::report
