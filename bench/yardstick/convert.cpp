#include "yardstick/convert.hpp"

#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <stdexcept>

#include "yardstick/days.hpp"

namespace guicheng::bench {

namespace {

namespace dom = simdjson::dom;

template <std::size_t N>
std::size_t place_of(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) throw std::runtime_error("unknown name: " + std::string(name));
    return static_cast<std::size_t>(std::distance(names.begin(), found));
}

std::string_view text(dom::element from, const char* key) {
    return from[key].get_string();
}
int number(dom::element from, const char* key) {
    return static_cast<int>(from[key].get_int64().value());
}
int day(dom::element from, const char* key) {
    return day_of_year(text(from, key));
}

Event read_event(dom::element from) {
    Event event;
    event.kind = static_cast<Kind>(place_of(kind_names, text(from, "type")));
    const bool notice = event.kind == Kind::notice;
    event.day = day(from, notice ? "start" : "date");
    if (event.kind == Kind::joint_meeting) event.materials = day(from, "materials_date");
    if (event.kind == Kind::joint_meeting || event.kind == Kind::party_assembly || event.kind == Kind::reps_meeting) {
        event.present = number(from, "present");
        event.yes = number(from, "yes");
        event.no = number(from, "no");
        event.abstain = number(from, "abstain");
    }
    if (event.kind == Kind::propose) event.word = text(from, "actor");
    if (event.kind == Kind::town_review) event.word = text(from, "result");
    if (event.kind == Kind::bidding) event.bidders = number(from, "bidders");
    if (event.kind == Kind::reps_meeting) event.secret_ballot = from["secret_ballot"].get_bool();
    if (notice) {
        event.end = day(from, "end");
        event.word = text(from, "place");
        for (const auto item : from["content"].get_array()) event.contents.emplace_back(item.get_string().value());
    }
    return event;
}

class Writer {
public:
    explicit Writer(std::string& out) : out_(out) {}
    void open(char bracket) { put(bracket); }
    void close(char bracket) {
        out_ += bracket;
        comma_ = true;
    }
    void key(std::string_view name) {
        quoted(name);
        out_ += ':';
        comma_ = false;
    }
    void text(std::string_view name, std::string_view value) {
        key(name);
        quoted(value);
    }
    void day(std::string_view name, int day) { text(name, day_text(day)); }
    void plain(std::string_view name, std::string_view value) {
        key(name);
        out_ += value;
        comma_ = true;
    }
    void number(std::string_view name, std::int64_t value) { plain(name, std::to_string(value)); }
    void quoted(std::string_view value) {
        if (comma_) out_ += ',';
        out_ += '"';
        out_ += value;  // names and days only: nothing to escape
        out_ += '"';
        comma_ = true;
    }

private:
    void put(char bracket) {
        if (comma_) out_ += ',';
        out_ += bracket;
        comma_ = false;
    }
    std::string& out_;
    bool comma_ = false;
};

/// The shortest form: 186000, 186000.5, 186000.25.
std::string yuan(std::int64_t fen) {
    std::string text = std::to_string(fen / 100);
    const auto rest = fen % 100;
    if (rest != 0) text += rest % 10 == 0 ? '.' + std::to_string(rest / 10) : (rest < 10 ? ".0" : ".") + std::to_string(rest);
    return text;
}

void write_votes(Writer& out, const Event& event) {
    out.number("present", event.present);
    out.number("yes", event.yes);
    out.number("no", event.no);
    out.number("abstain", event.abstain);
}

void write_event(Writer& out, const Event& event) {
    out.open('{');
    const bool step = static_cast<int>(event.kind) < steps;
    out.text(step ? "step" : "event", kind_names[static_cast<std::size_t>(event.kind)]);
    out.day(event.kind == Kind::notice ? "start" : "date", event.day);
    switch (event.kind) {
        case Kind::propose: out.text("by", event.word); break;
        case Kind::joint_meeting:
            out.day("materials", event.materials);
            write_votes(out, event);
            break;
        case Kind::party_assembly: write_votes(out, event); break;
        case Kind::notice:
            out.day("end", event.end);
            out.key("contents");
            out.open('[');
            for (const auto& item : event.contents) out.quoted(item);
            out.close(']');
            out.text("place", event.word);
            break;
        case Kind::reps_meeting:
            write_votes(out, event);
            out.text("ballot_form", event.secret_ballot ? "secret" : "show_of_hands");
            break;
        case Kind::publish: break;
        case Kind::town_review: out.text("result", event.word); break;
        case Kind::bidding: out.number("bidders", event.bidders); break;
    }
    out.close('}');
}

}  // namespace

Village read_yardstick(std::string_view line) {
    dom::parser parser;
    const dom::element from = parser.parse(line.data(), line.size());
    Village village;
    village.id = text(from, "id");
    const dom::element matter = from["matter"];
    village.category = static_cast<Category>(place_of(category_names, text(matter, "category")));
    village.fen = std::llround(matter["amount"].get_double() * 100);
    village.secret = matter["secret"].get_bool();
    village.emergency = matter["emergency"].get_bool();
    const dom::element roster = from["roster"];
    village.committee = number(roster, "committee");
    village.party_members = number(roster, "party_members");
    village.village_reps = number(roster, "village_reps");
    for (const auto event : from["events"].get_array()) village.events.push_back(read_event(event));
    return village;
}

Answer read_answer(std::string_view line) {
    dom::parser parser;
    const dom::element from = parser.parse(line.data(), line.size());
    unsigned bits = 0;
    for (const auto rule : from["violations"].get_array()) bits |= 1U << (std::stoi(std::string(rule.get_string().value().substr(1))) - 1);
    return static_cast<Answer>(bits);
}

void write_case(const Village& village, std::string& line) {
    int last = 0;
    for (const auto& event : village.events) last = std::max({last, event.day, event.kind == Kind::notice ? event.end : 0});
    Writer out(line);
    out.open('{');
    out.text("case", village.id);
    out.day("closed", last);
    out.key("matter");
    out.open('{');
    out.text("category", category_names[static_cast<std::size_t>(village.category)]);
    out.plain("amount", yuan(village.fen));
    out.plain("secret", village.secret ? "true" : "false");
    out.plain("emergency", village.emergency ? "true" : "false");
    out.close('}');
    out.key("rolls");
    out.open('{');
    out.number("committee", village.committee);
    out.number("party_members", village.party_members);
    out.number("village_reps", village.village_reps);
    out.close('}');
    out.key("acts");
    out.open('[');
    for (const auto& event : village.events) write_event(out, event);
    out.close(']');
    out.close('}');
    line += '\n';
}

}  // namespace guicheng::bench
