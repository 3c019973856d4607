#pragma once
// One requirement of a procedure in sentences, shared by the explanation of a rule and by its picture.
#include "report/document.hpp"
#include "report/words.hpp"

namespace guicheng::report {

/// What is required, without stop: "“村民代表会议”：到会人数须为应到人数的三分之二以上，即…".
std::string requirement_text(const Words& words, const model::Procedure& procedure, const model::Requirement& requirement);

/// The whole requirement: what is required, its conditions and exceptions, consequence, clauses and readings.
Item requirement_item(const Words& words, const model::Procedure& procedure, const model::Requirement& requirement);

/// 须经 as names joined by 和 and 或者.
std::string prerequisite_text(const Words& words, const model::Procedure& procedure, const model::Prerequisite& prerequisite);

/// "三分之二以上", "不少于3人", or the parameter's name.
std::string threshold_text(const Words& words, const model::Procedure& procedure, const model::Threshold& threshold,
                           verdict::Measure measure);
std::string length_text(const Words& words, const model::Procedure& procedure, const model::Length& length);
/// The length without its comparison, or its parameter's name.
std::string period_text(const Words& words, const model::Procedure& procedure, const model::Length& length);

/// Citations and interpretations as sentences; empty where there are none.
std::string ground_text(const Words& words, const model::Ground& ground);
/// Who takes it, band by band.
std::string tiers_text(const Words& words, const model::Procedure& procedure, const model::Tiers& tiers);
/// One band of them.
std::string band_text(const Words& words, const model::Procedure& procedure, const model::Band& band);
std::string names_of(const Words& words, const model::Procedure& procedure, const std::vector<model::ActorId>& actors);

}  // namespace guicheng::report
