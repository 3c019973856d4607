#include "formats/yaml_events.hpp"

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <string>
#include <utility>
#include <vector>

#include "formats/codes.hpp"

namespace guicheng::formats {

namespace {

/// A stream over bytes that are not copied.
class ViewBuffer : public std::streambuf {
public:
    explicit ViewBuffer(std::string_view text) {
        char* const begin = const_cast<char*>(text.data());  // a get area is never written to
        setg(begin, begin, begin + text.size());
    }
};

/// A mistake that ends the reading; caught in read_yaml_events.
struct Halt {
    std::string_view code;
    std::size_t begin;
    std::size_t end;
};

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class TapeBuilder final : public YAML::EventHandler {
public:
    TapeBuilder(std::string_view text, std::size_t begin, std::size_t nesting, Tape& tape)
        : text_(text), begin_(begin), last_(begin), nesting_(nesting), tape_(tape) {}

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (!tape_.tokens.empty()) halt(codes::several_documents, offset(mark));
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const std::size_t at = offset(mark);
        refuse_anchor(anchor, at);
        const std::size_t length = null_length(at);
        const bool written = length != 0 && at >= last_ && (key_expected() || !is_key(at + length));
        if (written) return add_scalar(ScalarStyle::null, at, at + length, text_.substr(at, length));
        if (key_expected()) halt(codes::key_no_word, at);
        const std::size_t place = empty_place();
        add_scalar(ScalarStyle::null, place, place, {});
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { halt(codes::anchor, offset(mark)); }
    void OnAnchor(const YAML::Mark& mark, const std::string&) override { halt(codes::anchor, offset(mark)); }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
        const std::size_t at = offset(mark);
        refuse_anchor(anchor, at);
        refuse_tag(tag, at);
        const char c = at < text_.size() ? text_[at] : '\0';
        if (tag == "!" && c == '!') halt(codes::tag, at);
        if (tag == "?") return add_scalar(ScalarStyle::plain, at, aligned_end(at, value), value);
        if (c == '"' || c == '\'') return add_scalar(ScalarStyle::quoted, at, quoted_end(at), value);
        const std::size_t header = std::min(text_.find('\n', at), text_.size());
        const std::size_t header_end = header > at && text_[header - 1] == '\r' ? header - 1 : header;
        add_scalar(ScalarStyle::quoted, at, std::max(header_end, aligned_end(header, value)), value);
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
        open(TokenKind::list_begin, mark, tag, anchor, '[');
    }
    void OnSequenceEnd() override { close(TokenKind::list_end, ']'); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
        open(TokenKind::map_begin, mark, tag, anchor, '{');
    }
    void OnMapEnd() override { close(TokenKind::map_end, '}'); }

    /// Sets what views into the buffer could not be set to while it grew.
    void settle() {
        for (const auto& [token, from] : buffered_) {
            std::string_view& text = tape_.tokens[token].text;
            text = std::string_view(tape_.buffer).substr(from, text.size());
        }
    }

private:
    struct Open {
        std::uint32_t token;
        bool is_map;
        bool bracketed;
        bool key_next;
    };

    [[noreturn]] void halt(std::string_view code, std::size_t at) const {
        std::size_t end = at;
        while (end < text_.size() && !is_space(text_[end]) && text_[end] != ',') ++end;
        throw Halt{code, at, std::max(end, std::min(at + 1, text_.size()))};
    }
    void refuse_anchor(YAML::anchor_t anchor, std::size_t at) const {
        if (anchor != 0) halt(codes::anchor, at);
    }
    void refuse_tag(const std::string& tag, std::size_t at) const {
        if (tag != "?" && tag != "!" && !tag.empty()) halt(codes::tag, at);
    }

    std::size_t offset(const YAML::Mark& mark) const {
        return std::min(begin_ + static_cast<std::size_t>(std::max(mark.pos, 0)), text_.size());
    }
    bool key_expected() const { return !open_.empty() && open_.back().is_map && open_.back().key_next; }

    /// The length of a written null at `at`.
    std::size_t null_length(std::size_t at) const {
        for (const std::string_view word : {"~", "null", "Null", "NULL"})
            if (text_.substr(at).starts_with(word)) return word.size();
        return 0;
    }
    bool is_key(std::size_t at) const {
        while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
        return at < text_.size() && text_[at] == ':' && (at + 1 == text_.size() || is_space(text_[at + 1]) || text_[at + 1] == ',');
    }

    /// Where a missing value would stand: after the colon or the dash before it.
    std::size_t empty_place() const {
        std::size_t at = last_;
        while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
        return at < text_.size() && (text_[at] == ':' || text_[at] == '-') ? at + 1 : last_;
    }

    std::size_t quoted_end(std::size_t at) const {
        const char quote = text_[at];
        for (std::size_t next = at + 1; next < text_.size(); ++next) {
            if (text_[next] == '\\' && quote == '"') {
                ++next;
            } else if (text_[next] == quote) {
                if (quote == '"' || next + 1 >= text_.size() || text_[next + 1] != quote) return next + 1;
                ++next;
            }
        }
        return text_.size();
    }

    /// Past the bytes that spell the value, whose line breaks may be folded.
    std::size_t aligned_end(std::size_t at, std::string_view value) const {
        std::size_t end = at;
        for (const char c : value) {
            if (is_space(c)) continue;
            while (at < text_.size() && is_space(text_[at])) ++at;
            if (at >= text_.size() || text_[at] != c) break;
            end = ++at;
        }
        return end;
    }

    Token& add(TokenKind kind, std::size_t begin, std::size_t end) {
        Token& token = tape_.tokens.emplace_back();
        token.kind = kind;
        token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        last_ = std::max(last_, end);
        return token;
    }

    void add_scalar(ScalarStyle style, std::size_t begin, std::size_t end, std::string_view value) {
        const bool is_key = key_expected();
        if (!open_.empty() && open_.back().is_map) open_.back().key_next = !open_.back().key_next;
        Token& token = add(is_key ? TokenKind::key : TokenKind::scalar, begin, end);
        // A plain key and a quoted one are the same key.
        token.style = style;
        const bool quoted = end - begin == value.size() + 2;
        const std::string_view written = text_.substr(begin + (quoted ? 1 : 0), value.size());
        if (written == value) {
            token.text = written;
            return;
        }
        buffered_.emplace_back(tape_.tokens.size() - 1, tape_.buffer.size());
        tape_.buffer.append(value);
        token.text = value;  // its size; settle() sets the view
    }

    void open(TokenKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, char bracket) {
        const std::size_t at = offset(mark);
        refuse_anchor(anchor, at);
        refuse_tag(tag, at);
        if (at < text_.size() && text_[at] == '!') halt(codes::tag, at);
        if (key_expected()) halt(codes::key_no_word, at);
        if (open_.size() >= nesting_) halt(codes::nesting_limit, at);
        if (!open_.empty() && open_.back().is_map) open_.back().key_next = true;
        const bool bracketed = at < text_.size() && text_[at] == bracket && at >= last_;
        const std::size_t before = last_;
        add(kind, at, std::min(at + 1, text_.size()));
        if (!bracketed) last_ = before;
        const bool is_map = kind == TokenKind::map_begin;
        open_.push_back({static_cast<std::uint32_t>(tape_.tokens.size() - 1), is_map, bracketed, is_map});
    }

    void close(TokenKind kind, char bracket) {
        const Open opened = open_.back();
        open_.pop_back();
        Token& begin = tape_.tokens[opened.token];
        begin.skip = static_cast<std::uint32_t>(tape_.tokens.size());
        // A block map has no bracket to point at: its first key stands for it.
        if (!opened.bracketed && opened.is_map && opened.token + 1 < tape_.tokens.size()) begin.span = tape_.tokens[opened.token + 1].span;
        const std::size_t at = opened.bracketed ? find_bracket(bracket) : last_;
        add(kind, at, opened.bracketed && at < text_.size() ? at + 1 : at);
    }

    /// The closing bracket: only blanks, comments and commas may stand before it.
    std::size_t find_bracket(char bracket) const {
        std::size_t at = last_;
        while (at < text_.size() && text_[at] != bracket) {
            if (text_[at] == '#') {
                at = std::min(text_.find('\n', at), text_.size());
            } else if (is_space(text_[at]) || text_[at] == ',' || text_[at] == ':') {
                ++at;
            } else {
                return last_;
            }
        }
        return at;
    }

    std::string_view text_;
    std::size_t begin_;
    std::size_t last_;  ///< past the last token
    std::size_t nesting_;
    Tape& tape_;
    std::vector<Open> open_;
    std::vector<std::pair<std::size_t, std::size_t>> buffered_;  ///< token, offset in the buffer
};

/// The code under which a sentence of yaml-cpp's is told.
std::string_view code_for(std::string_view message) {
    namespace say = YAML::ErrorMsg;
    const std::pair<std::string_view, std::string_view> rows[] = {
        {say::END_OF_MAP_FLOW, codes::flow_misfit},   {say::END_OF_SEQ_FLOW, codes::flow_misfit},
        {say::FLOW_END, codes::flow_misfit},          {say::END_OF_MAP, codes::line_misfit},
        {say::END_OF_SEQ, codes::line_misfit},        {say::BLOCK_ENTRY, codes::line_misfit},
        {say::MAP_KEY, codes::second_colon},          {say::MAP_VALUE, codes::second_colon},
        {say::EOF_IN_SCALAR, codes::quote_open},      {say::DOC_IN_SCALAR, codes::quote_open},
        {say::INVALID_ESCAPE, codes::bad_escape},     {say::INVALID_UNICODE, codes::bad_escape},
        {say::INVALID_HEX, codes::bad_escape},        {say::UNKNOWN_TOKEN, codes::reserved_sign},
        {say::TAB_IN_INDENTATION, codes::tab_indent},
    };
    for (const auto& [start, code] : rows)
        if (message.starts_with(start)) return code;
    return codes::yaml_other;
}

void report_parser_error(const YAML::Exception& error, const base::SourcePtr& source, std::size_t begin, diag::Sink& sink) {
    const std::string_view text = source->text();
    std::size_t at = std::min(begin + static_cast<std::size_t>(std::max(error.mark.pos, 0)), text.size());
    const std::string_view code = code_for(error.msg);
    // An end that is missing is missed at the end: the last byte that says something is shown.
    while (at > begin && (at == text.size() || text[at] == '\n' || text[at] == '\r')) --at;
    while (at > begin && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    std::size_t end = std::min(at + 1, text.size());
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    if (code == codes::bad_escape && at > begin && text.rfind('\\', at - 1) != text.npos) {
        // yaml-cpp points past the escape.
        end = at;
        at = text.rfind('\\', at - 1);
    }
    const base::Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    sink.error(code, source, span).arg("found", shown(source->slice(span))).arg("detail", error.msg);
}

}  // namespace

bool read_yaml_events(const base::SourcePtr& source, std::size_t begin, const Limits& limits, Tape& tape, diag::Sink& sink) {
    const std::string_view text = source->text();
    tape.buffer.reserve(64);  // never in the string itself: views must survive the tape's move
    TapeBuilder builder(text, begin, limits.nesting, tape);
    try {
        ViewBuffer buffer(text.substr(begin));
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
        builder.settle();
        return true;
    } catch (const Halt& halt) {
        const base::Span span{static_cast<std::uint32_t>(halt.begin), static_cast<std::uint32_t>(halt.end)};
        sink.error(halt.code, source, span).arg("found", shown(source->slice(span))).arg("limit", std::to_string(limits.nesting));
    } catch (const YAML::DeepRecursion& error) {
        const auto at = static_cast<std::uint32_t>(std::min(begin + static_cast<std::size_t>(std::max(error.mark.pos, 0)), text.size()));
        sink.error(codes::nesting_limit, source, {at, at}).arg("limit", std::to_string(error.depth()));
    } catch (const YAML::Exception& error) {
        report_parser_error(error, source, begin, sink);
    }
    return false;
}

}  // namespace guicheng::formats
