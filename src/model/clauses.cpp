#include "model/clauses.hpp"

#include <array>

#include "base/distance.hpp"
#include "messages/catalogue.hpp"
#include "model/draft.hpp"

namespace guicheng::model {
namespace {

using formats::Tape;
using formats::Token;
using formats::TokenKind;
using messages::Language;

/// A word of catalogue files. Both spellings stand in the message catalogue: this folder holds no text for people.
struct Word {
    std::string_view key;
    std::string_view zh() const { return messages::find(key, Language::zh); }
    std::string_view en() const { return messages::find(key, Language::en); }
    bool is(std::string_view text) const { return text == zh() || text == en(); }
};

constexpr Word source_word{"clauses.key.source"};
constexpr Word clauses_word{"clauses.key.clauses"};
constexpr Word id_word{"clauses.key.id"};
constexpr Word title_word{"clauses.key.title"};
constexpr Word short_title_word{"clauses.key.short_title"};
constexpr Word issuer_word{"clauses.key.issuer"};
constexpr Word date_word{"clauses.key.date"};
constexpr Word section_word{"clauses.key.section"};
constexpr Word gist_zh_word{"clauses.key.gist_zh"};
constexpr Word gist_en_word{"clauses.key.gist_en"};
constexpr Word checkable_word{"clauses.key.checkable"};
constexpr Word remark_word{"clauses.key.remark"};
constexpr std::array checkable_words{Word{"clauses.checkable.yes"}, Word{"clauses.checkable.partly"}, Word{"clauses.checkable.no"}};

/// Complaints about one file stop here: a file of another kind is one mistake, not thousands.
constexpr std::size_t most_complaints = 100;

class Reader {
public:
    Reader(const Tape& tape, const base::SourcePtr& file, diag::Sink& sink)
        : tokens_(tape.tokens), file_(file), sink_(sink), errors_before_(sink.error_count()) {}

    bool clean() const { return sink_.error_count() == errors_before_; }

    void file(SourceDocument& source, std::vector<Clause>& clauses) {
        if (tokens_.empty() || tokens_.front().kind != TokenKind::map_begin) {
            complain("M104", {0, 0}).arg("key", std::string(source_word.zh())).arg("value", "");
            return;
        }
        bool has_source = false;
        each_key(0, {source_word, clauses_word}, [&](const Word& word, std::size_t value) {
            if (word.key == source_word.key) {
                has_source = true;
                read_source(value, source);
            } else {
                read_clauses(value, clauses);
            }
        });
        if (!has_source) missing(tokens_.front(), source_word);
    }

private:
    diag::Sink::Entry complain(std::string_view code, base::Span span) { return sink_.error(code, file_, span); }
    bool enough() const { return sink_.error_count() - errors_before_ >= most_complaints; }

    std::size_t after(std::size_t at) const {
        const auto& token = tokens_[at];
        const bool opens = token.kind == TokenKind::map_begin || token.kind == TokenKind::list_begin;
        return opens ? token.skip + 1U : at + 1U;
    }

    /// Calls `f(word, index of the value)` for each known key of the map at `map`; an unknown one is an error.
    template <class F>
    void each_key(std::size_t map, std::initializer_list<Word> words, F&& f) {
        for (auto at = map + 1; at < tokens_[map].skip && !enough();) {
            const auto& key = tokens_[at];
            const auto value = at + 1;
            at = after(value);
            const Word* found = nullptr;
            for (const auto& word : words)
                if (word.is(key.text)) found = &word;
            if (found != nullptr) {
                f(*found, value);
                continue;
            }
            std::vector<std::string_view> known;
            for (const auto& word : words) known.insert(known.end(), {word.zh(), word.en()});
            auto entry = complain("M101", key.span);
            entry.arg("key", std::string(key.text.substr(0, 200)));
            if (key.text.size() > 200) continue;
            if (const auto index = base::closest_index(key.text, known, suggestion_reach(key.text)))
                entry.suggest(key.span, std::string(known[*index]));
        }
    }

    void missing(const Token& where, const Word& word) {
        complain("M102", where.span).arg("zh", std::string(word.zh())).arg("en", std::string(word.en()));
    }

    bool is_map(std::size_t value, const Word& word) { return expect(value, TokenKind::map_begin, word); }

    bool expect(std::size_t value, TokenKind kind, const Word& word) {
        if (tokens_[value].kind == kind) return true;
        complain("M104", tokens_[value].span)
            .arg("key", std::string(word.zh()))
            .arg("value", std::string(tokens_[value].text.substr(0, 200)));
        return false;
    }

    void scalar(std::size_t value, const Word& word, std::string& out) {
        if (expect(value, TokenKind::scalar, word)) out = std::string(tokens_[value].text);
    }

    void read_source(std::size_t at, SourceDocument& source) {
        if (!is_map(at, source_word)) return;
        each_key(at, {id_word, title_word, short_title_word, issuer_word, date_word, remark_word},
                 [&](const Word& word, std::size_t value) {
                     std::string remark;
                     auto& out = word.key == id_word.key            ? source.id
                                 : word.key == title_word.key       ? source.title
                                 : word.key == short_title_word.key ? source.short_title
                                 : word.key == issuer_word.key      ? source.issuer
                                 : word.key == date_word.key        ? source.date
                                                                    : remark;
                     scalar(value, word, out);
                 });
        if (source.id.empty()) missing(tokens_[at], id_word);
        if (source.title.empty()) missing(tokens_[at], title_word);
    }

    void read_clauses(std::size_t at, std::vector<Clause>& clauses) {
        if (!expect(at, TokenKind::list_begin, clauses_word)) return;
        for (auto item = at + 1; item < tokens_[at].skip && !enough(); item = after(item))
            if (is_map(item, clauses_word)) read_clause(item, clauses);
    }

    void read_clause(std::size_t at, std::vector<Clause>& clauses) {
        Clause clause;
        clause.file = file_;
        clause.span = tokens_[at].span;
        each_key(at, {id_word, section_word, gist_zh_word, gist_en_word, checkable_word, remark_word},
                 [&](const Word& word, std::size_t value) {
                     if (word.key == checkable_word.key) {
                         checkable(value, clause);
                         return;
                     }
                     if (word.key == id_word.key) clause.span = tokens_[value].span;
                     std::string remark;
                     auto& out = word.key == id_word.key        ? clause.id
                                 : word.key == section_word.key ? clause.section
                                 : word.key == gist_zh_word.key ? clause.gist_zh
                                 : word.key == gist_en_word.key ? clause.gist_en
                                                                : remark;
                     scalar(value, word, out);
                 });
        if (clause.id.empty())
            missing(tokens_[at], id_word);
        else if (clause.gist_zh.empty() && clause.gist_en.empty())
            missing(tokens_[at], gist_zh_word);
        clauses.push_back(std::move(clause));
    }

    void checkable(std::size_t value, Clause& clause) {
        if (!expect(value, TokenKind::scalar, checkable_word)) return;
        const auto& token = tokens_[value];
        // YAML's own true and false are a yes and a no too.
        if (token.text == "true") return;
        if (token.text == "false") {
            clause.checkable = Checkable::no;
            return;
        }
        for (std::size_t i = 0; i < checkable_words.size(); ++i)
            if (checkable_words[i].is(token.text)) {
                clause.checkable = static_cast<Checkable>(i);
                return;
            }
        complain("M104", token.span).arg("key", std::string(checkable_word.zh())).arg("value", std::string(token.text.substr(0, 200)));
    }

    const std::vector<Token>& tokens_;
    const base::SourcePtr& file_;
    diag::Sink& sink_;
    std::size_t errors_before_;
};

}  // namespace

const Clause* Clauses::find(std::string_view id) const {
    const auto it = clauses_.find(id);
    return it == clauses_.end() ? nullptr : &it->second;
}

std::optional<std::string_view> Clauses::closest(std::string_view id) const {
    if (id.size() > 256) return std::nullopt;
    std::vector<std::string_view> ids;
    ids.reserve(clauses_.size());
    for (const auto& [known, clause] : clauses_) ids.push_back(known);
    const auto index = base::closest_index(id, ids, suggestion_reach(id));
    if (!index) return std::nullopt;
    return ids[*index];
}

bool Clauses::add(const Tape& tape, const base::SourcePtr& file, diag::Sink& sink) {
    Reader reader(tape, file, sink);
    SourceDocument source;
    std::vector<Clause> fresh;
    reader.file(source, fresh);
    std::map<std::string_view, const Clause*> own;
    for (const auto& clause : fresh) {
        if (clause.id.empty()) continue;
        const auto* earlier = find(clause.id);
        if (earlier == nullptr) {
            const auto [it, first] = own.emplace(clause.id, &clause);
            if (!first) earlier = it->second;
        }
        if (earlier != nullptr)
            sink.error("M103", file, clause.span)
                .arg("clause", clause.id)
                .related(earlier->file, earlier->span, "model.clause_first", {{"clause", clause.id}});
    }
    if (!reader.clean() || sources_.size() >= most_ids) return false;
    sources_.push_back(std::move(source));
    for (auto& clause : fresh) {
        clause.source = static_cast<std::uint16_t>(sources_.size() - 1);
        auto id = clause.id;
        clauses_.emplace(std::move(id), std::move(clause));
    }
    return true;
}

bool read_clauses(const base::SourcePtr& file, Clauses& clauses, diag::Sink& sink) {
    Tape tape;
    return formats::read_yaml(file, formats::Limits{}, tape, sink) && clauses.add(tape, file, sink);
}

}  // namespace guicheng::model
