#pragma once
// Load a library of procedures, read a case, evaluate, explain.
//
//     const auto library = guicheng::Library::load({"rules"});
//     const auto records = guicheng::Case::read_file("case.yaml");
//     for (const guicheng::Verdict& verdict : guicheng::evaluate(library, records)) {
//         if (verdict.status() == guicheng::CaseStatus::void_) refuse(verdict.explain());
//     }
//
// The library never prints, never aborts, and reads no clock and no environment.
#include "guicheng/calendar.hpp"
#include "guicheng/case.hpp"
#include "guicheng/evaluate.hpp"
#include "guicheng/library.hpp"
#include "guicheng/types.hpp"
#include "guicheng/verdict.hpp"
