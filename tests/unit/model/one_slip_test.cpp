// One slip of the pen, one error: in whole rule files one mark after another is left out, or typed twice, and what is said of it is
// counted.
#include <algorithm>
#include <array>
#include <filesystem>

#include "diag/render.hpp"
#include "model/check.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/slips.hpp"
#include "syntax/parse.hpp"

using namespace guicheng;

namespace {

constexpr std::array marks{"{", "}", "(", ")", "\"", "“", "”", "；", "：", ":", "、", "，", "（", "）"};

struct Rule {
    std::string text;
    model::Clauses clauses;
};

Rule rule(const std::string& file, const std::string& sources) {
    Rule out;
    diag::Sink sink;
    out.text = support::read_file(support::source_dir() / file);
    for (const auto& path : support::files_in(support::source_dir() / sources, ".yaml"))
        model::read_clauses(std::make_shared<base::SourceText>(path.string(), support::read_file(path)), out.clauses, sink);
    REQUIRE(!sink.has_errors());
    return out;
}

diag::Sink checked(const Rule& rule, const std::string& text) {
    diag::Sink sink;
    std::vector<syntax::File> files;
    if (auto file = syntax::parse(std::make_shared<base::SourceText>("试.guicheng", text), sink)) files.push_back(std::move(*file));
    model::check(files, rule.clauses, sink);
    return sink;
}

struct Missing {
    std::uint32_t at;
    std::string mark;
};

/// Where the marks of a text stand, those of remarks left out.
std::vector<Missing> marks_of(const std::string& text) {
    std::vector<Missing> out;
    bool remark = false, fresh = true;
    for (std::uint32_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n') {
            remark = false;
            fresh = true;
        }
        if (fresh && text[at] == '#') remark = true;
        if (text[at] != ' ' && text[at] != '\n') fresh = false;
        if (remark) continue;
        for (const std::string mark : marks)
            if (text.compare(at, mark.size(), mark) == 0) out.push_back({at, mark});
    }
    return out;
}

std::string without(std::string text, std::vector<Missing> gone) {
    std::sort(gone.begin(), gone.end(), [](const Missing& a, const Missing& b) { return a.at > b.at; });
    for (const auto& [at, mark] : gone) text.erase(at, mark.size());
    return text;
}

std::uint32_t line_of(const std::string& text, std::uint32_t at) {
    return 1 + static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + at, '\n'));
}

struct Counted {
    std::vector<std::size_t> alone;  ///< which marks, taken out alone, earn an error of the reading (P…)
    std::size_t files = 0;
    std::size_t errors = 0;
};

enum class Slip { left_out, typed_twice };

Counted one_error_each(const Rule& rule, const std::vector<Missing>& all_marks, Slip slip) {
    REQUIRE(checked(rule, rule.text).error_count() == 0);
    Counted out;
    for (std::size_t i = 0; i < all_marks.size(); ++i) {
        const auto& [at, mark] = all_marks[i];
        const auto text = slip == Slip::left_out ? without(rule.text, {all_marks[i]}) : std::string(rule.text).insert(at, mark);
        const auto sink = checked(rule, text);
        ++out.files;
        out.errors += sink.error_count();
        if (sink.error_count() == 0) continue;
        const auto line = line_of(rule.text, at);
        INFO((slip == Slip::left_out ? "without the " : "twice the ") << mark << " of line " << line << "\n"
                                                                      << diag::render_all(sink.sorted(), {}));
        CHECK(sink.error_count() == 1);
        if (sink.error_count() != 1) continue;
        const auto said = sink.sorted();
        const auto d = std::find_if(said.begin(), said.end(), [](const auto& each) { return each.severity == diag::Severity::error; });
        if (d->code.starts_with('P')) out.alone.push_back(i);
        // Of a block it is the brace at its other end that is shown.
        if (mark != "}" && mark != "{") CHECK(d->source->place(d->span.begin).line == line);
        if (!d->fix || d->fix->kind != diag::FixKind::certain) continue;
        const auto mended = support::with_fix(text, *d->fix);
        INFO(mended.substr(mended.rfind('\n', at) + 1, 300));
        CHECK(checked(rule, mended).error_count() == 0);
    }
    return out;
}

struct Pairs {
    std::size_t pairs = 0;
    std::size_t both = 0;
};

/// Of two slips some lines apart neither hides the other.
Pairs both_said(const Rule& rule, const std::vector<Missing>& all_marks, const std::vector<std::size_t>& alone) {
    Pairs out;
    for (std::size_t i = 0; i + 7 < alone.size(); ++i) {
        const auto& one = all_marks[alone[i]];
        const auto& other = all_marks[alone[i + 7]];
        if (line_of(rule.text, one.at) == line_of(rule.text, other.at)) continue;
        ++out.pairs;
        out.both += checked(rule, without(rule.text, {one, other})).error_count() == 2 ? 1 : 0;
    }
    return out;
}

}  // namespace

TEST_CASE("a mark taken out of a short rule earns one error at most") {
    const auto r = rule("examples/02-first-rule/water-fee.guicheng", "examples/02-first-rule/sources");
    const auto marks_there = marks_of(r.text);
    const auto counted = one_error_each(r, marks_there, Slip::left_out);
    CHECK(counted.files >= 19);
    CHECK(counted.errors >= 19);
}

TEST_CASE("a mark taken out of a long rule earns one error at most") {
    for (const auto* const file : {"rules/village/four-deliberations.guicheng", "rules/village/six-step-method.guicheng"}) {
        const auto r = rule(file, "rules/sources");
        const auto marks_there = marks_of(r.text);
        const auto counted = one_error_each(r, marks_there, Slip::left_out);
        CHECK(counted.files >= 400);
        CHECK(counted.errors >= 300);
        // Some pairs mend each other: an opening bracket of one line, a closing one of another.
        const auto said = both_said(r, marks_there, counted.alone);
        CHECK(said.both * 10 >= said.pairs * 9);
    }
}

TEST_CASE("a mark typed twice earns one error at most") {
    std::size_t errors = 0;
    for (const auto& [file, sources] : {std::pair{"examples/02-first-rule/water-fee.guicheng", "examples/02-first-rule/sources"},
                                        std::pair{"rules/village/four-deliberations.guicheng", "rules/sources"},
                                        std::pair{"rules/village/six-step-method.guicheng", "rules/sources"}}) {
        const auto r = rule(file, sources);
        errors += one_error_each(r, marks_of(r.text), Slip::typed_twice).errors;
    }
    CHECK(errors >= 600);
}
