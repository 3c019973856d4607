#pragma once
// The text as tokens and brackets, nothing dropped: comments, line breaks and blanks can be told from the spans.
// In: source text. Out: Concrete. Holds after it: every bracket has its partner (or the sink has an error). Not its
// job: keywords.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/source.hpp"
#include "diag/diagnostic.hpp"
#include "syntax/keywords.hpp"
#include "syntax/parse.hpp"

namespace guicheng::syntax {

enum class TokenKind : std::uint8_t {
    word,
    name,
    title,
    text,  // name: 「…」 or `…`; title: 《…》
    colon,
    comma,
    semicolon,
    stop,
    enumeration,
    open_paren,
    close_paren,
    open_brace,
    close_brace,
    choice_arrow,
    chain_arrow,
    plus,
    times,
    newline,
    comment,
    broken  // already reported; the statement that holds it is not judged further
};

struct Token {
    TokenKind kind = TokenKind::word;
    base::Span span;
    std::string text;  ///< word: with ASCII twins; name, title, text: what stands inside the marks
    bool first_on_line = false;
    std::uint32_t indent = 0;  ///< of its line, in columns
    bool doubtful = false;     ///< repaired after an error: what follows from it is not reported again
};

/// A token, or a bracket with what stands in it.
struct Item {
    std::uint32_t token = 0;  ///< index of the token, of the opening bracket
    std::uint32_t close = 0;  ///< index of the closing bracket; the opening one's where it was missing
    bool group = false;
    std::vector<Item> items;
};

/// A stretch of the text that was read as a keyword.
struct Mark {
    base::Span span;
    Keyword keyword;
};

struct Concrete {
    base::SourcePtr source;
    std::vector<Token> tokens;  ///< all of them, in order
    std::vector<Item> items;    ///< without newlines and comments
    std::vector<Mark> marks;    ///< made by the second hop, in order of place
};

/// How brackets that do not match are repaired: by how many of each there are, or by how the lines stand.
enum class Reading : std::uint8_t { by_count, by_layout };

/// The first hop. Reports what is wrong with characters, marks and brackets.
Concrete read_concrete(const base::SourcePtr& source, const Limits& limits, Reading reading, diag::Sink& sink);

/// Both hops, keeping the concrete form; the tree is empty where the sink got an error of this text.
struct Parsed {
    Concrete concrete;
    std::optional<File> file;
};
Parsed parse_concrete(const base::SourcePtr& source, const Limits& limits, diag::Sink& sink);

/// After this many errors of one text the rest is not looked for.
inline constexpr std::size_t most_errors = 1000;

}  // namespace guicheng::syntax
