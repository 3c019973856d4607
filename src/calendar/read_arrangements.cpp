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

    std::optional<Arrangements> read() {
        const auto errors_before = sink_.error_count();
        auto text = source_->text();
        if (const auto bad = base::utf8::first_invalid(text)) {
            const auto at = static_cast<std::uint32_t>(*bad);
            sink_.error("K009", source_, {at, at + 1});
            return std::nullopt;
        }
        std::size_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
        while (begin < text.size() && !full_ && sink_.error_count() - errors_before < most_errors) {
            const auto end = std::min(text.find('\n', begin), text.size());
            read_line(Line(text.substr(begin, end - begin), static_cast<std::uint32_t>(begin)));
            begin = end + 1;
        }
        if (sink_.error_count() != errors_before) return std::nullopt;
        for (auto& section : sections_) take(std::move(section));
        return std::move(found_);
    }

private:
    /// A year, or an overlay of one, with the lines that belong to it.
    struct Section {
        Year year;
        std::optional<ReadOverlay> overlay;
        std::string under;  ///< the notice that the lines now read rest on; empty for the year's own
        std::map<Day, Span> seen;

        std::vector<Holiday>& holidays() { return overlay ? overlay->overlay.holidays : year.holidays; }
    };

    void read_line(Line line) {
        if (line.at_end() || line.rest().starts_with('#')) return;
        const auto whole = line.rest_span();
        const auto [word, span] = line.take_word();
        if (word.size() == 4 && word.find_first_not_of("0123456789") == std::string_view::npos) {
            open_year(word, span, line);
            return;
        }
        if (word == "overlay") {
            open_overlay(line, whole);
            return;
        }
        const bool of_year = word == "amended" || word == "under";
        const bool known = of_year || word == "off" || word == "work";
        if (!known || line.at_end() || (of_year && !sections_.empty() && sections_.back().overlay)) {
            not_understood(whole);
        } else if (sections_.empty()) {
            sink_.error("K007", source_, whole).arg("line", std::string(source_->slice(whole)));
        } else if (word == "amended") {
            sections_.back().year.amended_by.push_back(text_of(line));
        } else if (word == "under") {
            sections_.back().under = text_of(line);
        } else if (word == "off") {
            read_off(line, whole);
        } else {
            read_work(line);
        }
    }

    void not_understood(Span span) { sink_.error("K001", source_, span).arg("line", std::string(source_->slice(span))); }

    /// The rest of the line as a name or notice.
    std::string text_of(const Line& line) { return bounded(line.rest(), line.rest_span()); }
    std::string bounded(std::string_view text, Span span) {
        if (text.size() <= longest_text) return std::string(text);
        sink_.error("K013", source_, span).arg("limit", std::to_string(longest_text));
        return {};
    }

    /// The year in the word; 0, and an error, where no record may name it.
    std::int32_t year_in(std::string_view word, Span span) {
        const bool digits = word.size() == 4 && word.find_first_not_of("0123456789") == std::string_view::npos;
        const auto year = digits ? static_cast<std::int32_t>(base::read_integer(word).value_or(0)) : 0;
        if (base::is_valid({year, 1, 1})) return year;
        sink_.error("K002", source_, span).arg("text", std::string(word));
        return 0;
    }

    void open_year(std::string_view word, Span span, const Line& line) {
        // Also after a mistake here the lines below belong to this year, not to the one before.
        auto& section = sections_.emplace_back();
        section.year.year = year_in(word, span);
        section.year.notice = text_of(line);
        if (section.year.year == 0) return;
        if (line.at_end()) not_understood(span);
        const auto [first, added] = year_places_.try_emplace(section.year.year, span);
        if (!added) {
            sink_.error("K008", source_, span).arg("year", std::string(word)).related(source_, first->second, "K008.first");
        }
    }

    void open_overlay(Line& line, Span whole) {
        if (++overlays_ > most_overlays) {
            full_ = true;
            sink_.error("K015", source_, whole).arg("limit", std::to_string(most_overlays));
            return;
        }
        auto& section = sections_.emplace_back();
        auto& overlay = section.overlay.emplace();
        overlay.place = whole;
        const auto [word, span] = line.take_word();
        const auto [name, name_span] = line.take_word();
        if (line.at_end()) {
            not_understood(whole);
            return;
        }
        overlay.year = section.year.year = year_in(word, span);
        overlay.overlay.name = bounded(name, name_span);
        overlay.overlay.notice = text_of(line);
        if (overlay.year == 0 || overlay.overlay.name.empty()) return;
        const auto [first, added] = overlay_places_.try_emplace({overlay.year, overlay.overlay.name}, whole);
        if (!added) {
            sink_.error("K012", source_, whole)
                .arg("name", overlay.overlay.name)
                .arg("year", std::string(word))
                .related(source_, first->second, "K012.first");
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
        const auto name = text_of(line);
        if (!first || !last) return;
        if (*last < *first) {
            sink_.error("K006", source_, span).arg("first", base::iso(*first)).arg("last", base::iso(*last));
            return;
        }
        // Within one year a block has 366 days at most, so walking over it is safe.
        for (auto day = *first; day <= *last && !full_; day = day + 1) {
            if (claim(day, span)) sections_.back().holidays().push_back({day, name});
        }
    }

    void read_work(Line& line) {
        const auto [word, span] = line.take_word();
        const auto day = need_day(word, span);
        if (!day) return;
        auto& section = sections_.back();
        // What an overlay may work depends on what lies below it, so lay_over looks at that.
        if (!section.overlay && base::weekday(*day) < 5) {
            sink_.error("K004", source_, span).arg("day", base::iso(*day));
            return;
        }
        if (!claim(*day, span)) return;
        if (section.overlay) {
            section.overlay->overlay.make_up_days.push_back(*day);
            section.overlay->worked.emplace_back(*day, span);
        } else {
            section.year.make_up_days.push_back(*day);
        }
    }

    /// The day, where the text is one of the open year.
    std::optional<Day> need_day(std::string_view text, Span span) {
        const auto day = read_day(text);
        if (!day) {
            sink_.error("K002", source_, span).arg("text", std::string(text));
            return std::nullopt;
        }
        const auto year = sections_.back().year.year;
        if (year == 0) return std::nullopt;  // the mistake is in the line that opens the year
        if (base::to_civil(*day).year != year) {
            sink_.error("K003", source_, span).arg("day", base::iso(*day)).arg("year", std::to_string(year));
            return std::nullopt;
        }
        return day;
    }

    /// False, and an error, where the day was given before in this section, or too many were given in all.
    bool claim(Day day, Span span) {
        auto& section = sections_.back();
        const auto [first, added] = section.seen.try_emplace(day, span);
        if (!added) {
            sink_.error("K005", source_, span).arg("day", base::iso(day)).related(source_, first->second, "K005.first");
            return false;
        }
        if (++days_ > most_days) {
            full_ = true;
            sink_.error("K014", source_, span).arg("limit", std::to_string(most_days));
            return false;
        }
        if (!section.overlay && !section.under.empty()) section.year.other_notices.push_back({day, section.under});
        return true;
    }

    /// As the contract of Year says; the lines of a file may stand in any order.
    void take(Section section) {
        const auto by_day = [](const auto& a, const auto& b) { return a.day < b.day; };
        std::sort(section.holidays().begin(), section.holidays().end(), by_day);
        if (section.overlay) {
            auto& days = section.overlay->overlay.make_up_days;
            std::sort(days.begin(), days.end());
            found_.overlays.push_back(std::move(*section.overlay));
        } else {
            std::sort(section.year.make_up_days.begin(), section.year.make_up_days.end());
            std::sort(section.year.other_notices.begin(), section.year.other_notices.end(), by_day);
            found_.years.push_back(std::move(section.year));
        }
    }

    base::SourcePtr source_;
    diag::Sink& sink_;
    std::vector<Section> sections_;
    Arrangements found_;
    std::size_t days_ = 0;
    std::size_t overlays_ = 0;
    bool full_ = false;
    std::map<std::int32_t, Span> year_places_;
    std::map<std::pair<std::int32_t, std::string>, Span> overlay_places_;
};

}  // namespace

std::optional<Arrangements> read_arrangements(const base::SourcePtr& source, diag::Sink& sink) {
    return Reader(source, sink).read();
}

}  // namespace guicheng::calendar
