#pragma once
// The words that every call shares: dates, statuses, messages, the one exception.
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guicheng {

/// The language of sentences made for people.
enum class Language { zh, en };

/// A civil date. The library reads no clock: "today" is always given by the caller.
struct Date {
    int year = 0;
    int month = 0;  ///< 1–12
    int day = 0;    ///< 1–31
    friend bool operator==(const Date&, const Date&) = default;
    /// 2024-03-01
    std::string text() const;
    /// Reads 2024-03-01 and 2024年3月1日; nothing where the text is no date or the date does not exist.
    static std::optional<Date> read(std::string_view text);
};

/// Of a case: 有效 · 有瑕疵 · 无效 · 进行中 · 无法判定 · 不适用. No form of it converts to bool: whoever asks must say what
/// undetermined means to them.
enum class CaseStatus { valid, flawed, void_, in_progress, undetermined, not_applicable };

/// Of an attempt at a step: 有效 · 有瑕疵 · 无效 · 待定 · 无法判定.
enum class AttemptStatus { valid, flawed, void_, pending, undetermined };

/// Of a vote or decision: 通过 · 未通过 · 未定; none where nothing is decided.
enum class Outcome { none, carried, lost, open };

/// Of one requirement: 符合 · 违反 · 有理由 · 待定 · 无法判定 · 未规定 · 不适用; not_reached: an approval threshold that settles the
/// outcome.
enum class Result { satisfied, violated, excused, pending, undetermined, unregulated, not_applicable, not_reached };

enum class Severity { error, warning };

/// One thing said about a rule file or a case file.
struct Message {
    std::string code;  ///< stable: see docs/diagnostics.md
    Severity severity = Severity::error;
    std::string file;
    int line = 0;    ///< from 1; 0 where there is no text
    int column = 0;  ///< in characters, from 1
    std::string text;
    std::string help;
};

/// Thrown by a library call that cannot go on, and by nothing else of this library's own. what() is the first message.
class Error : public std::exception {
public:
    explicit Error(std::vector<Message> messages, std::string rendered = {});
    const char* what() const noexcept override;
    const std::vector<Message>& messages() const noexcept { return messages_; }
    /// The messages for people, each with its source line and caret.
    const std::string& rendered() const noexcept { return rendered_; }

private:
    std::vector<Message> messages_;
    std::string rendered_;
    std::string what_;
};

}  // namespace guicheng
