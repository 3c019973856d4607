#pragma once
// How often each construct, result and status occurred in a run.
#include <map>
#include <string>
#include <vector>

#include "model/procedure.hpp"
#include "verdict/verdict.hpp"

namespace guicheng::differential {

class Coverage {
public:
    Coverage();
    void add(const model::Procedure& procedure);
    void add(const verdict::Verdict& verdict);
    std::string table() const;
    std::vector<std::string> below(std::size_t number) const;

private:
    void add(const verdict::Finding& finding);
    void count(const std::string& group, std::string_view name) { ++counts_[group + " " + std::string(name)]; }
    std::map<std::string, std::size_t> counts_;
};

}  // namespace guicheng::differential
