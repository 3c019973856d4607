#pragma once
// From trees to checked procedures: names become ids, words become types, defaults are written out.
// In: the trees of any number of files and the clause catalogue. Out: each procedure that has no error.
// Not its job: paths through the steps (graph), the choice among versions (library).
#include <span>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/clauses.hpp"
#include "model/procedure.hpp"
#include "syntax/tree.hpp"

namespace guicheng::model {

/// In the order of the files and of their text. Errors N…, T…, M… and warnings go to the sink; a procedure with an
/// error is left out, the others are still checked. Two with one name and one version are an error of the later one.
std::vector<Procedure> check(std::span<const syntax::File> files, const Clauses& clauses, diag::Sink& sink);

}  // namespace guicheng::model
