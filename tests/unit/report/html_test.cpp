#include "report/html.hpp"

#include <set>

#include "golden.hpp"
#include "samples.hpp"
#include "support/catch.hpp"
#include "support_text.hpp"

using namespace guicheng;
using report::Language;
using test::contains;

namespace {

std::string page(const verdict::Verdict& value, Language language) {
    return report::to_html(value, calendar::built_in(), language, {true, false, 400, nullptr});
}

/// Whether every element that is opened is closed in order.
bool is_balanced(const std::string& html) {
    static const std::set<std::string> empty{"meta", "!DOCTYPE"};
    std::vector<std::string> open;
    for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
        const bool closing = html[at + 1] == '/';
        const auto begin = at + (closing ? 2 : 1);
        const auto name = html.substr(begin, html.find_first_of(" >", begin) - begin);
        if (empty.count(name) != 0) continue;
        if (!closing) {
            open.push_back(name);
        } else {
            if (open.empty() || open.back() != name) return false;
            open.pop_back();
        }
    }
    return open.empty();
}

}  // namespace

TEST_CASE("the page is whole, loads nothing and runs nothing", "[report][html]") {
    for (const auto language : {Language::zh, Language::en}) {
        for (const auto& value : {test::void_case(), test::running_case(), test::undecided_case()}) {
            const auto html = page(value, language);
            CHECK(html.starts_with("<!DOCTYPE html>"));
            CHECK(is_balanced(html));
            for (const auto* forbidden : {"<script", "http:", "https:", "src=", "<link", "@import", "url("})
                CHECK_FALSE(contains(html, forbidden));
        }
    }
    CHECK(contains(page(test::void_case(), Language::zh), "<html lang=\"zh-CN\">"));
    CHECK(contains(page(test::void_case(), Language::en), "<html lang=\"en\">"));
}

TEST_CASE("what records say is shown, never run", "[report][html]") {
    auto value = test::void_case();
    value.case_id = "<script>alert('x')</script>&\"\x01\u202E";
    const auto html = page(value, Language::zh);
    CHECK(contains(html, "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;"));
    CHECK_FALSE(contains(html, "<script"));
    CHECK(html.find('\x01') == std::string::npos);
    CHECK(contains(html, "&lt;U+0001&gt;&lt;U+202E&gt;"));
    CHECK_FALSE(contains(html, "\u202E"));
    CHECK(is_balanced(html));
}

TEST_CASE("the page says what the text says", "[report][html]") {
    const auto value = test::void_case();
    const auto document = report::verdict_document(value, calendar::built_in(), Language::zh);
    const auto html = page(value, Language::zh);
    const auto text = report::explain(value, calendar::built_in(), Language::zh);
    for (const auto& section : document.sections) {
        for (const auto& part : section.parts) {
            for (const auto& item : part.items) {
                CHECK(contains(html, item.sentence));
                CHECK(contains(text, item.sentence));
            }
        }
    }
    CHECK(contains(html, document.summary));
}

TEST_CASE("pages are written as they were agreed", "[report][html][golden]") {
    test::check_golden("void_case.zh.html", page(test::void_case(), Language::zh));
    test::check_golden("undecided_case.en.html", page(test::undecided_case(), Language::en));
}
