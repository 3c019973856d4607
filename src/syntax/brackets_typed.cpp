// Brackets of another kind than the language has where they stand: [甲 乙], 步骤 提议 （ … ）.
#include "syntax/collector.hpp"

namespace guicheng::syntax {
namespace {

enum class Shape : std::uint8_t { brace, round, square };

Shape shape_of(std::string_view mark) {
    if (mark == "{" || mark == "}" || mark == "\uFF5B" || mark == "\uFF5D") return Shape::brace;
    if (mark == "(" || mark == ")" || mark == "\uFF08" || mark == "\uFF09") return Shape::round;
    return Shape::square;
}

std::string_view without_blanks(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

/// Whether braces belong here: behind a word that a set of names or fields follows, 包括 [甲 乙], and behind the name of a block.
bool Collector::holds_names() const {
    if (tokens_.empty() || tokens_.back().kind != TokenKind::word) return false;
    const auto& word = tokens_.back().text;
    for (const auto k : {Keyword::includes, Keyword::one_of, Keyword::not_one_of, Keyword::type_choice, Keyword::type_list, Keyword::matter,
                         Keyword::record, Keyword::cases})
        if (spells(word, k)) return true;
    return habitual(word) == Keyword::includes;
}

/// Whether it is the block of a head with its name: 步骤 提议 [; not what stands in brackets behind the name: 步骤 提议 （当 …）.
bool Collector::holds_block(std::uint32_t after) const {
    if (tokens_.size() < 2 || tokens_.back().kind != TokenKind::word) return false;
    const auto& head = tokens_[tokens_.size() - 2];
    if (head.kind != TokenKind::word || !head.first_on_line) return false;
    const bool block = spells(head.text, Keyword::procedure) || spells(head.text, Keyword::step) || spells(head.text, Keyword::meeting) ||
                       spells(head.text, Keyword::finding) || spells(head.text, Keyword::event);
    if (!block) return false;
    const auto rest = without_blanks(source_->text().substr(after, 40));
    for (const auto k : {Keyword::when, Keyword::cite, Keyword::reading})
        if (rest.starts_with(zh(k)) || rest.starts_with(en(k))) return false;
    return true;
}

void Collector::open_bracket(base::Span span) {
    no_glue();
    const auto shape = shape_of(source_->slice(span));
    const bool names = holds_names();
    const bool brace = shape == Shape::brace || names || holds_block(span.end);
    Open open{brace, names, std::nullopt};
    if (shape == Shape::square || (shape == Shape::round && brace)) {
        open.typed = typed_.size();
        typed_.push_back({span, std::nullopt, brace, false});
    }
    open_.push_back(open);
    rounds_ += brace ? 0 : 1;
    add(brace ? TokenKind::open_brace : TokenKind::open_paren, span);
}

void Collector::close_bracket(base::Span span) {
    no_glue();
    const auto shape = shape_of(source_->slice(span));
    const auto leave = [&] {
        rounds_ -= open_.back().brace ? 0 : 1;
        open_.pop_back();
    };
    // A closing brace closes a block whatever was left open in it.
    if (shape == Shape::brace && std::any_of(open_.begin(), open_.end(), [](const Open& o) { return o.brace; }))
        while (!open_.back().brace) leave();
    bool brace = shape == Shape::brace;
    std::optional<std::size_t> partner;
    if (!open_.empty()) {
        const auto top = open_.back();
        if (shape == Shape::square || (shape == Shape::round && top.typed)) brace = top.brace;
        if (top.brace == brace) {
            partner = top.typed;
            leave();
        }
    }
    const bool wrong = shape == Shape::square || (shape == Shape::round && brace);
    if (partner) {
        typed_[*partner].paired = true;
        if (wrong) typed_[*partner].close = span;
    } else if (wrong) {
        typed_.push_back({std::nullopt, span, brace, true});
    }
    add(brace ? TokenKind::close_brace : TokenKind::close_paren, span);
}

/// One error for a pair of them.
void Collector::report_brackets() {
    for (const auto& each : typed_) {
        const std::string_view open_mark = each.braces ? "{" : "(", close_mark = each.braces ? "}" : ")";
        const auto first = each.open ? *each.open : *each.close;
        const bool square = shape_of(source_->slice(first)) == Shape::square;
        const bool both = each.open && each.close;
        const bool one_line = both && source_->line_begin(each.open->begin) == source_->line_begin(each.close->begin);
        base::Span span = first;
        std::string text(each.open ? open_mark : close_mark);
        if (both) {
            const base::Span whole{each.open->begin, each.close->end};
            const auto inside = source_->slice({each.open->end, each.close->begin});
            if (one_line && each.braces)
                text = fmt::format("{{ {} }}", without_blanks(inside));
            else
                text = fmt::format("{}{}{}", open_mark, inside, close_mark);
            span = whole;
        }
        auto* e = error(square ? "P015" : "P099", both && one_line ? span : first);
        if (e == nullptr) return;
        e->arg("meant", each.braces ? "{ }" : "( )").arg("found", std::string(source_->slice(first)));
        if (both && !one_line) e->related(source_, *each.close, "P015.other");
        e->fix(span, text, both || each.paired ? diag::FixKind::certain : diag::FixKind::suggestion);
    }
}

}  // namespace guicheng::syntax
