#include <algorithm>

#include "base/utf8.hpp"
#include "base/visible.hpp"
#include "report/explain.hpp"

namespace guicheng::report {

namespace {

constexpr std::size_t indent = 2;

class Printer {
public:
    explicit Printer(const Words& words) : words_(words) {}

    std::string print(const Document& document) {
        title(document.title);
        facts(document.facts);
        for (const auto& section : document.sections) print(section);
        if (!document.summary.empty()) {
            blank();
            line(0, words_.say("badge", {{"result", document.summary_title}}));
            line(1, document.summary);
        }
        return std::move(out_);
    }

private:
    void line(std::size_t level, std::string_view text) {
        out_.append(level * indent, ' ');
        // What an author or a record wrote must not break the layout, nor steer the terminal.
        for (const char c : base::visible(text)) out_ += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
        out_ += '\n';
    }
    void blank() {
        if (!out_.ends_with("\n\n")) out_ += '\n';
    }
    void title(const std::string& text) {
        line(0, text);
        const auto mark = words_.say("underline");
        const auto width = base::utf8::display_width(text) / std::max<std::size_t>(base::utf8::display_width(mark), 1);
        std::string rule;
        for (std::size_t i = 0; i < width; ++i) rule += mark;
        line(0, rule);
    }
    void facts(const std::vector<Fact>& all) {
        std::size_t widest = 0;
        for (const auto& fact : all) widest = std::max(widest, base::utf8::display_width(fact.label));
        for (const auto& fact : all) {
            line(0, fact.label + std::string(widest - base::utf8::display_width(fact.label) + 2, ' ') + fact.value);
        }
    }
    std::string headed(const std::string& head, const std::string& badge) const {
        return badge.empty() ? head : words_.say("label_value", {{"label", head}, {"value", badge}});
    }
    void print(const Item& item, std::size_t level) {
        const auto badge = item.badge.empty() ? std::string{} : words_.say("badge", {{"result", item.badge}});
        std::vector<std::string> first;
        for (const auto& piece : {badge, item.sentence}) {
            if (!piece.empty()) first.push_back(piece);
        }
        if (!item.id.empty()) first.push_back(words_.say("id", {{"id", item.id}}));
        line(level, words_.join(first, "join_sentences"));
        if (!item.basis.empty()) line(level + 2, item.basis);
        for (const auto& days : item.rulers) {
            line(level + 2, words_.say("label_value", {{"label", words_.say("ruler.title")}, {"value", ""}}));
            for (const auto& day : days) line(level + 3, day);
        }
    }
    void print(const Section& section) {
        blank();
        line(0, section.chapter ? words_.say("badge", {{"result", section.title}}) : headed(section.title, section.badge));
        for (const auto& text : section.lines) line(1, text);
        for (const auto& part : section.parts) {
            line(1, headed(part.title, part.badge));
            for (const auto& text : part.lines) line(2, text);
            for (const auto& item : part.items) print(item, 2);
        }
        for (const auto& item : section.items) print(item, 1);
    }

    const Words& words_;
    std::string out_;
};

}  // namespace

std::string print_text(const Document& document, const Words& words) {
    return Printer(words).print(document);
}

}  // namespace guicheng::report
