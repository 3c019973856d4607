#pragma once
// Rule texts checked for a test, against a small catalogue of clauses t.1 … t.4.
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/check.hpp"
#include "syntax/parse.hpp"

namespace checking {

using namespace guicheng;

inline base::SourcePtr source(std::string text, std::string name = "rule.guicheng") {
    return std::make_shared<base::SourceText>(std::move(name), std::move(text));
}

inline std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline const model::Clauses& clauses() {
    static const auto made = [] {
        model::Clauses c;
        diag::Sink sink;
        model::read_clauses(source("source: { id: t, title: \"a text\" }\n"
                                   "clauses:\n"
                                   "  - { id: t.1, section: \"1\", gist_en: \"one\", checkable: \"yes\" }\n"
                                   "  - { id: t.2, section: \"2\", gist_en: \"two\", checkable: \"yes\" }\n"
                                   "  - { id: t.3, section: \"3\", gist_en: \"three\", checkable: \"partly\" }\n"
                                   "  - { id: t.4, section: \"4\", gist_en: \"four\", checkable: \"no\" }\n",
                                   "t.yaml"),
                            c, sink);
        return c;
    }();
    return made;
}

struct Checked {
    std::vector<model::Procedure> procedures;
    std::vector<diag::Diagnostic> diagnostics;  ///< sorted
    base::SourcePtr text;

    /// Their codes, apart by blanks.
    std::string codes() const {
        std::string out;
        for (const auto& d : diagnostics) out += (out.empty() ? "" : " ") + d.code;
        return out;
    }
    /// The words under the first diagnostic with this code.
    std::string covered(const std::string& code) const {
        for (const auto& d : diagnostics)
            if (d.code == code) return std::string(text->slice(d.span));
        return "(no " + code + ")";
    }
    std::string argument(const std::string& code, const std::string& name) const {
        for (const auto& d : diagnostics)
            if (d.code == code)
                for (const auto& [key, value] : d.arguments)
                    if (key == name) return value;
        return "(none)";
    }
    const model::Procedure& one() const { return procedures.at(0); }
};

inline Checked check(std::string text, const model::Clauses& with = clauses()) {
    Checked out;
    diag::Sink sink;
    out.text = source(std::move(text));
    if (const auto file = syntax::parse(out.text, sink)) out.procedures = model::check(std::vector{*file}, with, sink);
    out.diagnostics = sink.sorted();
    return out;
}

/// A procedure around these statements: two bodies and a few fields are declared.
inline Checked check_in(const std::string& statements) {
    return check(
        "规程 样例 {\n版本 \"1\"\n主体 党支部、村委会\n会议体 大会\n"
        "事项 {\n类别 选项 { 甲 乙 丙 }\n金额 金额\n人数 整数\n涉密 是否\n签约日 日期\n说明 文本\n去向 清单 { 东 西 "
        "}\n}\n" +
        statements + "\n}\n");
}

/// Only the errors: what a small sample does not use or cite is beside the point.
inline std::string errors(const Checked& checked) {
    std::string out;
    for (const auto& d : checked.diagnostics)
        if (d.severity == diag::Severity::error) out += (out.empty() ? "" : " ") + d.code;
    return out;
}

inline const model::Requirement* requirement(const model::Procedure& p, const std::string& id) {
    for (const auto& r : p.requirements)
        if (r.id == id) return &r;
    return nullptr;
}

inline std::vector<std::string> ids(const model::Procedure& p, std::size_t step) {
    std::vector<std::string> out;
    for (const auto id : p.steps.at(step).requirements) out.push_back(p.requirement(id).id);
    return out;
}

}  // namespace checking
