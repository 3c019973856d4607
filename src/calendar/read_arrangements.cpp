#include "calendar/read_arrangements.hpp"

#include <algorithm>
#include <map>

#include "base/number.hpp"
#include "base/utf8.hpp"

namespace guicheng::calendar {

using base::Day;
using base::Span;

namespace {

constexpr std::string_view blanks = " \t\r";

/// One line without its comment, cut into words that know their place.
class Line {
public:
    Line(std::string_view text, std::uint32_t begin) : text_(text), begin_(begin) { skip_blanks(); }
    bool at_end() const { return text_.empty(); }
    std::string_view rest() const { return text_; }
    Span rest_span() const { return {begin_, begin_ + static_cast<std::uint32_t>(text_.size())}; }

    std::pair<std::string_view, Span> take_word() {
        const auto word = text_.substr(0, text_.find_first_of(blanks));
        const Span span{begin_, begin_ + static_cast<std::uint32_t>(word.size())};
        drop(word.size());
        skip_blanks();
        return {word, span};
    }

private:
    void drop(std::size_t n) {
        text_.remove_prefix(n);
        begin_ += static_cast<std::uint32_t>(n);
    }
    void skip_blanks() {
        drop(std::min(text_.find_first_not_of(blanks), text_.size()));
        text_ = text_.substr(0, text_.find_last_not_of(blanks) + 1);
    }
    std::string_view text_;
    std::uint32_t begin_;
};

/// A day written 2024-02-04, and in no other of the forms that records may use.
std::optional<Day> read_day(std::string_view text) {
    if (text.size() != 10) return std::nullopt;
    const auto moment = base::read_moment(text);
    if (!moment || base::iso(moment->day) != text) return std::nullopt;
    return moment->day;
}

class Reader {
public:
    Reader(const base::SourcePtr& source, diag::Sink& sink) : source_(source), sink_(sink) {}

    std::optional<std::vector<Year>> read() {
        const auto errors_before = sink_.error_count();
        auto text = source_->text();
        if (const auto bad = base::utf8::first_invalid(text)) {
            const auto at = static_cast<std::uint32_t>(*bad);
            sink_.error("K009", source_, {at, at + 1});
            return std::nullopt;
        }
        std::size_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
        while (begin < text.size()) {
            const auto end = std::min(text.find('\n', begin), text.size());
            read_line(Line(text.substr(begin, end - begin), static_cast<std::uint32_t>(begin)));
            begin = end + 1;
        }
        if (sink_.error_count() != errors_before) return std::nullopt;
        return std::move(years_);
    }

private:
    void read_line(Line line) {
        if (line.at_end() || line.rest().starts_with('#')) return;
        const auto whole = line.rest_span();
        const auto [word, span] = line.take_word();
        if (word.size() == 4 && word.find_first_not_of("0123456789") == std::string_view::npos) {
            open_year(word, span, line);
            return;
        }
        const bool known = word == "amended" || word == "off" || word == "work";
        if (!known || line.at_end()) {
            not_understood(whole);
        } else if (!year_open_) {
            sink_.error("K007", source_, whole).arg("line", std::string(source_->slice(whole)));
        } else if (word == "amended") {
            years_.back().amended_by.emplace_back(line.rest());
        } else if (word == "off") {
            read_off(line, whole);
        } else {
            read_work(line);
        }
    }

    void not_understood(Span span) { sink_.error("K001", source_, span).arg("line", std::string(source_->slice(span))); }

    void open_year(std::string_view word, Span span, const Line& line) {
        // Also after a mistake here the lines below belong to this year, not to the one before.
        years_.emplace_back();
        auto& year = years_.back();
        year.year = static_cast<std::int32_t>(base::read_integer(word).value_or(0));
        year.notice = line.rest();
        year_open_ = true;
        seen_.clear();
        if (!base::is_valid({year.year, 1, 1})) {
            sink_.error("K002", source_, span).arg("text", std::string(word));
            return;
        }
        if (line.at_end()) not_understood(span);
        const auto [first, added] = year_places_.try_emplace(year.year, span);
        if (!added) {
            sink_.error("K008", source_, span).arg("year", std::string(word)).related(source_, first->second, "K008.first");
        }
    }

    void read_off(Line& line, Span whole) {
        const auto [word, span] = line.take_word();
        const auto dots = word.find("..");
        const auto split = static_cast<std::uint32_t>(std::min(dots, word.size()));
        const auto first = need_day(word.substr(0, dots), {span.begin, span.begin + split});
        auto last = first;
        if (dots != std::string_view::npos) last = need_day(word.substr(dots + 2), {span.begin + split + 2, span.end});
        if (line.at_end()) not_understood(whole);
        if (!first || !last) return;
        if (*last < *first) {
            sink_.error("K006", source_, span).arg("first", base::iso(*first)).arg("last", base::iso(*last));
            return;
        }
        // Within one year a block has 366 days at most, so walking over it is safe.
        for (auto day = *first; day <= *last; day = day + 1) {
            if (claim(day, span)) years_.back().holidays.push_back({day, std::string(line.rest())});
        }
    }

    void read_work(Line& line) {
        const auto [word, span] = line.take_word();
        const auto day = need_day(word, span);
        if (!day) return;
        if (base::weekday(*day) < 5) {
            sink_.error("K004", source_, span).arg("day", base::iso(*day));
            return;
        }
        if (claim(*day, span)) years_.back().make_up_days.push_back(*day);
    }

    /// The day, where the text is one of the open year.
    std::optional<Day> need_day(std::string_view text, Span span) {
        const auto day = read_day(text);
        if (!day) {
            sink_.error("K002", source_, span).arg("text", std::string(text));
            return std::nullopt;
        }
        const auto year = years_.back().year;
        if (base::to_civil(*day).year != year) {
            sink_.error("K003", source_, span).arg("day", base::iso(*day)).arg("year", std::to_string(year));
            return std::nullopt;
        }
        return day;
    }

    /// False, and an error, where the day was given before in this year.
    bool claim(Day day, Span span) {
        const auto [first, added] = seen_.try_emplace(day, span);
        if (!added) {
            sink_.error("K005", source_, span).arg("day", base::iso(day)).related(source_, first->second, "K005.first");
        }
        return added;
    }

    base::SourcePtr source_;
    diag::Sink& sink_;
    std::vector<Year> years_;
    bool year_open_ = false;
    std::map<Day, Span> seen_;
    std::map<std::int32_t, Span> year_places_;
};

}  // namespace

std::optional<std::vector<Year>> read_arrangements(const base::SourcePtr& source, diag::Sink& sink) {
    auto years = Reader(source, sink).read();
    if (!years) return std::nullopt;
    // As the contract of Year says; the lines of a file may stand in any order.
    for (auto& year : *years) {
        std::sort(year.holidays.begin(), year.holidays.end(), [](const Holiday& a, const Holiday& b) { return a.day < b.day; });
        std::sort(year.make_up_days.begin(), year.make_up_days.end());
    }
    return years;
}

}  // namespace guicheng::calendar
