#pragma once
// A rule with many thresholds on one meeting, and what the library says of each.
#include <map>
#include <string>
#include <vector>

#include "guicheng/guicheng.hpp"
#include "votes/counter.hpp"

namespace votes {

/// 到会 or 赞成, with one way or several; its label is its place in the list.
struct Statement {
    bool votes = true;
    std::vector<Way> ways;
};

/// Every denominator with every word, of all members and of the class; some with several ways.
std::vector<Statement> statements();
std::string label(std::size_t statement);
std::string rule_text(const std::vector<Statement>& all);

/// One record of the meeting, by name; the roll names the class of each.
std::string by_name(const Assembly& assembly);
/// The same in figures alone, 分计 of the class among them.
std::string by_figures(const Assembly& assembly);

class Bench {
public:
    explicit Bench(const std::vector<Statement>& all);
    guicheng::Verdict judge(const std::string& record) const;
    /// Of each statement: whether it was reached. An undetermined one is an error of the test.
    std::vector<bool> reached(const guicheng::Verdict& verdict) const;

private:
    guicheng::Library library_;
    std::map<std::string, std::size_t> place_;  ///< by the requirement's id
};

}  // namespace votes
