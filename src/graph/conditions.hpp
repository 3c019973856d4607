#pragma once
// What follows from conditions without a case: whether one can hold at all, whether one is part of another.
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "model/procedure.hpp"

namespace guicheng::graph {

/// The parts of a conjunction (of one part: itself), those of several together.
std::vector<model::ExprId> conjuncts(const model::Procedure& procedure, const std::vector<model::ExprId>& conditions);

/// Whether the conditions cannot hold together because of one field of the matter: of two choices it would have to be
/// both, of a number it would have to lie in no range. False where nothing so simple is wrong. Give the parts of
/// conjunctions.
bool contradict(const model::Procedure& procedure, const std::vector<model::ExprId>& conditions);

/// Conditions by what they say: two parts that are written alike have one number.
class Parts {
public:
    explicit Parts(const model::Procedure& procedure) : p_(procedure) {}
    /// The sorted numbers of a condition's parts; of more than 64 the condition as a whole.
    std::vector<std::uint32_t> of(model::ExprId condition);

private:
    const model::Procedure& p_;
    std::map<std::string, std::uint32_t> numbers_;
};

}  // namespace guicheng::graph
