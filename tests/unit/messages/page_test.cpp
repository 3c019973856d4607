// docs/diagnostics.md is made from the catalogue.
#include <algorithm>

#include "messages/catalogue.hpp"
#include "support/catch.hpp"
#include "support/golden.hpp"

using namespace guicheng;
using messages::Language;

namespace {

bool is_code(std::string_view key) {
    return key.size() == 4 && key[0] >= 'A' && key[0] <= 'Z' &&
           std::all_of(key.begin() + 1, key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The sentence as it would show without values: doubled braces as braces.
std::string plain(std::string_view sentence) {
    return messages::format(sentence, {});
}

std::string page() {
    std::string out =
        "# Diagnostics · 诊断\n\n"
        "Every code with its sentence, its help and an example of a text that earns it. A code never changes its "
        "meaning. The letter is the "
        "stage: P reading a rule file, N names, T types, M requirements, G the step graph, F data files, C cases, L "
        "the library of "
        "procedures, K calendars, V verdicts, E the engine.\n\n"
        "每个代码的句子、帮助和一个例子。代码的意思不变。字母是阶段。\n\n"
        "Two kinds of text are offered. `write:` has one reading only (blanks, punctuation, look-alike and traditional "
        "characters, a word that the form of the statement wants at its place); `guicheng check --fix` writes it and lists "
        "each line before and after. `suggestion (not written, to be confirmed):` is a guess at what was meant: names, "
        "words, thresholds, what belongs to what. No command ever writes one, and of several on one line only the first "
        "is shown. In `check --json` the offer's `kind` is `certain` or `suggestion`.\n\n"
        "给出的改法有两种。“改成”只有一种读法（空格、标点、形近字、繁体字、句式里缺的词），`guicheng check --fix` "
        "会写入，并列出每一行的改前改后。"
        "“建议（未写入，请核对）”是猜测：名称、用词、门槛、谁跟着谁；任何命令都不会写入，一行里只给第一个。"
        "`check --json` 里用 `kind` 区分：`certain` 或 `suggestion`。\n\n"
        "This page is made from the message catalogue; `GUICHENG_REWRITE_GOLDEN=1 test_messages` writes it anew.\n";
    char letter = 0;
    for (const auto key : messages::keys()) {
        if (!is_code(key)) continue;
        if (key[0] != letter) {
            letter = key[0];
            out += "\n## " + std::string(1, letter) + "\n";
        }
        out += "\n### " + std::string(key) + "\n\n";
        out += plain(messages::find(key, Language::zh)) + "\\\n" + plain(messages::find(key, Language::en)) + "\n\n";
        if (const auto help = messages::help(key, Language::zh); !help.empty())
            out += "> " + plain(help) + "\\\n> " + plain(messages::help(key, Language::en)) + "\n\n";
        out += "```text\n" + std::string(messages::example(key)) + "\n```\n";
    }
    return out;
}

}  // namespace

TEST_CASE("the page of diagnostics is up to date") {
    const auto made = page();
    // Not compared within CHECK, which would print both pages.
    const bool same = support::golden(support::source_dir() / "docs/diagnostics.md", made) == made;
    CHECK(same);
}
