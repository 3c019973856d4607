#include "calendar/read_arrangements.hpp"

#include <fstream>
#include <iterator>
#include <random>

#include "support/catch.hpp"
#include "support/days.hpp"

using namespace guicheng;
using namespace guicheng::calendar;
using guicheng::test::day;

namespace {

struct Read {
    base::SourcePtr source;
    std::optional<std::vector<Year>> years;
    std::vector<ReadOverlay> overlays;
    diag::Sink sink;

    explicit Read(std::string text) : source(std::make_shared<base::SourceText>("own.txt", std::move(text))) {
        if (auto read = read_arrangements(source, sink)) {
            years = std::move(read->years);
            overlays = std::move(read->overlays);
        }
    }
    /// "K003 2025-01-01" for each error: its code and the text it points at.
    std::vector<std::string> errors() const {
        std::vector<std::string> found;
        for (const auto& entry : sink.entries()) found.push_back(entry.code + " " + std::string(source->slice(entry.span)));
        return found;
    }
    std::string argument(std::string_view name) const {
        for (const auto& [key, value] : sink.entries().front().arguments) {
            if (key == name) return value;
        }
        return "(none)";
    }
};

using Errors = std::vector<std::string>;

std::string data_file() {
    std::ifstream file(GUICHENG_SOURCE_DIR "/src/calendar/data/arrangements-cn.txt", std::ios::binary);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("the table compiled in is what the reader finds in the data file", "[arrangements]") {
    const Read read(data_file());
    CHECK(read.errors() == Errors{});
    REQUIRE(read.years);
    CHECK(read.years->size() == 20);
    const Calendar calendar(*read.years);
    for (const auto& year : *read.years) {
        CAPTURE(year.year);
        CHECK(calendar.year_identity(year.year) == built_in().year_identity(year.year));
        CHECK(calendar.year_identity(year.year).size() == 64);
    }
}

TEST_CASE("an arrangement of the caller's own is read", "[arrangements]") {
    const Read read(
        "\xEF\xBB\xBF# mine\r\n\r\n2027 国办发明电〔2026〕1号\r\namended 国办发明电〔2027〕2号\r\n"
        "  off\t2027-01-01..2027-01-03  元旦\r\nwork 2027-01-10 元旦\r\nwork 2027-01-09\r\noff 2027-04-05 清明节 "
        "\r\n2028 n");
    CHECK(read.errors() == Errors{});
    REQUIRE(read.years);
    REQUIRE(read.years->size() == 2);
    const auto& year = read.years->front();
    CHECK(year.year == 2027);
    CHECK(year.notice == "国办发明电〔2026〕1号");
    CHECK(year.amended_by == std::vector<std::string>{"国办发明电〔2027〕2号"});
    REQUIRE(year.holidays.size() == 4);
    CHECK(year.holidays[2].day == day("2027-01-03"));
    CHECK(year.holidays[2].name == "元旦");
    CHECK(year.holidays[3].name == "清明节");
    CHECK(year.make_up_days == std::vector{day("2027-01-09"), day("2027-01-10")});
    CHECK(read.years->back().holidays.empty());
}

TEST_CASE("a file without lines is an arrangement of no year", "[arrangements]") {
    for (const auto* text : {"", "\n", "# only words\n", "\xEF\xBB\xBF"}) {
        const Read read(text);
        REQUIRE(read.years);
        CHECK(read.years->empty());
    }
}

TEST_CASE("a line that is not understood is named", "[arrangements]") {
    for (const auto* line :
         {"holiday 2027-01-01 A", "off", "work", "amended", "off 2027-01-01", "20270 n", "2027-01-01", "OFF 2027-01-01 A"}) {
        CAPTURE(line);
        const Read read(std::string("2027 n\n") + line + "\n");
        CHECK_FALSE(read.years);
        CHECK(read.errors() == Errors{std::string("K001 ") + line});
    }
    const Read bare("2027\n");
    CHECK(bare.errors() == Errors{"K001 2027"});
    CHECK(bare.argument("line") == "2027");
}

TEST_CASE("a day that does not exist is named", "[arrangements]") {
    CHECK(Read("2027 n\noff 2027-02-29 A").errors() == Errors{"K002 2027-02-29"});
    CHECK(Read("2027 n\noff 2027-02-28..2027-02-29 A").errors() == Errors{"K002 2027-02-29"});
    CHECK(Read("2027 n\noff 2027-02-28.. A").errors() == Errors{"K002 "});
    CHECK(Read("2027 n\noff 2027-02-28...2027-03-01 A").errors() == Errors{"K002 .2027-03-01"});
    CHECK(Read("2027 n\nwork 2027/01/09").errors() == Errors{"K002 2027/01/09"});
    CHECK(Read("2027 n\nwork 2027-1-9").errors() == Errors{"K002 2027-1-9"});
    CHECK(Read("9999 n\n").errors() == Errors{"K002 9999"});
    CHECK(Read("1899 n\n").errors() == Errors{"K002 1899"});
    CHECK(Read("2200 n\n").errors() == Errors{"K002 2200"});
    CHECK(Read("2199 n\n").errors() == Errors{});
    CHECK(Read("1900 n\n").errors() == Errors{});
}

TEST_CASE("a day stands under its own year", "[arrangements]") {
    const Read read("2027 n\noff 2026-12-31..2027-01-01 A\nwork 2028-01-01\noff 2027-01-01..2028-01-01 A\n");
    CHECK_FALSE(read.years);
    CHECK(read.errors() == Errors{"K003 2026-12-31", "K003 2028-01-01", "K003 2028-01-01"});
    CHECK(read.argument("day") == "2026-12-31");
    CHECK(read.argument("year") == "2027");
}

TEST_CASE("only a Saturday or Sunday is worked in exchange", "[arrangements]") {
    const Read read("2027 n\nwork 2027-01-08\nwork 2027-01-09\nwork 2027-01-10\nwork 2027-01-11\n");
    CHECK(read.errors() == Errors{"K004 2027-01-08", "K004 2027-01-11"});
}

TEST_CASE("a day given twice is shown with its first place", "[arrangements]") {
    CHECK(Read("2027 n\noff 2027-01-01 A\noff 2027-01-01 B").errors() == Errors{"K005 2027-01-01"});
    CHECK(Read("2027 n\nwork 2027-01-09\nwork 2027-01-09 B").errors() == Errors{"K005 2027-01-09"});
    CHECK(Read("2027 n\noff 2027-01-09 A\nwork 2027-01-09").errors() == Errors{"K005 2027-01-09"});
    const Read read("2027 n\noff 2027-01-01..2027-01-02 A\noff 2027-01-02..2027-01-03 B");
    CHECK(read.errors() == Errors{"K005 2027-01-02..2027-01-03"});
    CHECK(read.argument("day") == "2027-01-02");
    const auto& related = read.sink.entries().front().related;
    REQUIRE(related.size() == 1);
    CHECK(related.front().key == "K005.first");
    CHECK(read.source->slice(related.front().span) == "2027-01-01..2027-01-02");
}

TEST_CASE("a block does not end before it begins", "[arrangements]") {
    CHECK(Read("2027 n\noff 2027-01-03..2027-01-02 A").errors() == Errors{"K006 2027-01-03..2027-01-02"});
    CHECK(Read("2027 n\noff 2027-01-03..2027-01-03 A").errors() == Errors{});
}

TEST_CASE("days need a year above them, and a year stands once", "[arrangements]") {
    CHECK(Read("off 2027-01-01 A\n2027 n").errors() == Errors{"K007 off 2027-01-01 A"});
    CHECK(Read("2027 a\n2028 b\n2027 c\n").errors() == Errors{"K008 2027"});
}

TEST_CASE("text that is not UTF-8 is refused where it begins to be wrong", "[arrangements]") {
    // A name in GBK; its first two bytes happen to be a letter of UTF-8.
    const Read read("2027 n\noff 2027-01-01 \xD4\xAA\xB5\xA9");
    CHECK_FALSE(read.years);
    CHECK(read.errors() == Errors{"K009 \xB5"});
}

TEST_CASE("all mistakes of a file are told at once", "[arrangements]") {
    CHECK(Read("2027\nwork 2027-01-08\nfoo\noff 2027-13-01 A\n").errors() ==
          Errors{"K001 2027", "K004 2027-01-08", "K001 foo", "K002 2027-13-01"});
}

TEST_CASE("errors of other files do not spoil a good one", "[arrangements]") {
    diag::Sink sink;
    sink.error("K001", nullptr, {});
    const auto source = std::make_shared<base::SourceText>("own.txt", "2027 n\n");
    CHECK(read_arrangements(source, sink));
}

TEST_CASE("no file, however broken, crashes the reader", "[arrangements]") {
    const auto whole = data_file();
    std::mt19937 random(7);
    for (int i = 0; i < 300; ++i) {
        auto text = whole.substr(random() % whole.size(), 1 + random() % 2000);
        for (int k = 0; k < 5; ++k) text[random() % text.size()] = static_cast<char>(random() % 256);
        const Read read(text);
        if (read.years.has_value() == read.sink.has_errors()) FAIL("years and errors exclude each other");
    }
    SUCCEED();
}
