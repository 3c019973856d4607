#include "syntax/quantities.hpp"

#include "unit/syntax/parsing.hpp"

using namespace guicheng;
using base::Comparison;
using syntax::QuantityKind;
using syntax::QuantityUnit;

namespace {

/// The value of a whole numeral; -1 where it is none.
std::int64_t number(std::string_view text) {
    const auto n = syntax::scan_number(text);
    if (!n || n->length != text.size() || n->scale != 0 || n->share || n->too_large) return -1;
    return n->value;
}

std::string share(std::string_view text) {
    const auto n = syntax::scan_number(text);
    if (!n || n->length != text.size() || !n->share) return "none";
    return std::to_string(n->share->num) + "/" + std::to_string(n->share->den);
}

syntax::Quantity quantity_of(const std::string& text) {
    const auto r = parsing::parse_step_item("要求 金额 " + text);
    INFO(text << "\n" << r.shown());
    REQUIRE(r.file);
    const auto& e = r.file->expressions.at(parsing::only(r).expr);
    REQUIRE(e.kind == syntax::ExprKind::bounded);
    return e.quantity;
}

syntax::Bound bound_of(const std::string& text) {
    const auto q = quantity_of(text);
    REQUIRE(q.bounds.size() == 1);
    return q.bounds[0];
}

bool is_quantity(std::string_view word) {
    return syntax::scan_quantity(word).has_value();
}

}  // namespace

TEST_CASE("Arabic numbers may have groups of three and a Chinese multiplier") {
    CHECK(number("0") == 0);
    CHECK(number("186000") == 186000);
    CHECK(number("186,000") == 186000);
    CHECK(number("1万") == 10000);
    CHECK(number("1.5万") == 15000);
    CHECK(number("3千万") == 30'000'000);
    CHECK(number("2亿") == 200'000'000);
    CHECK(number("999999999999999999999") == -1);
}

TEST_CASE("Chinese numerals follow the rules of writing numbers") {
    CHECK(number("零") == 0);
    CHECK(number("十") == 10);
    CHECK(number("十五") == 15);
    CHECK(number("二十") == 20);
    CHECK(number("九十九") == 99);
    CHECK(number("两百") == 200);
    CHECK(number("一百零五") == 105);
    CHECK(number("一千零五十") == 1050);
    CHECK(number("一万二千") == 12000);
    CHECK(number("一万零三") == 10003);
    CHECK(number("十二万") == 120000);
    CHECK(number("一亿零二百万") == 102'000'000);
    CHECK(number("三千五百亿") == 350'000'000'000);
    CHECK(number("二〇二四") == 2024);
}

TEST_CASE("runs of numerals that no rule reads are names") {
    for (const auto* text : {"三百五", "一万二", "十十", "百", "千", "万", "一一", "五十三十", "零零", "二百零"}) {
        INFO(text);
        CHECK(number(text) == -1);
    }
}

TEST_CASE("shares are exact and in lowest terms") {
    CHECK(share("三分之二") == "2/3");
    CHECK(share("五分之一") == "1/5");
    CHECK(share("十分之一") == "1/10");
    CHECK(share("百分之六十") == "3/5");
    CHECK(share("百分之六十六点七") == "667/1000");
    CHECK(share("千分之五") == "1/200");
    CHECK(share("2/3") == "2/3");
    CHECK(share("60%") == "3/5");
    CHECK(share("66.7%") == "667/1000");
    CHECK(share("3分之2") == "2/3");
    CHECK(share("一半") == "1/2");
}

TEST_CASE("a word is a quantity only if the whole of it is one") {
    for (const auto* word :
         {"20个工作日", "二十个工作日", "三分之二以上", "1万元以上不满20万元", "2024-03-01", "2024年3月1日", "60%", "百分之六十", "过半数",
          "超过半数", "半数以上", "一致", "全票", "不少于3人", "15日以内", "十名", "3票", "半年"}) {
        INFO(word);
        CHECK(is_quantity(word));
    }
    for (const auto* word : {"一把手", "三资", "当事人", "过街天桥", "半截", "五分钟", "十八大精神", "日常事务", "人员", "个",
                             "7个工作日内", "一票否决", "三重一大"}) {
        INFO(word);
        const auto lexemes = syntax::scan_quantity(word);
        // A bare unit may follow a number; it is no quantity by itself.
        CHECK((!lexemes || (lexemes->size() == 1 && lexemes->front().kind == syntax::Lexeme::Kind::unit)));
    }
}

TEST_CASE("the comparison stands before or after the number and includes what the Civil Code includes") {
    const std::pair<const char*, Comparison> rows[] = {{"不少于 20万元", Comparison::greater_equal},
                                                       {"不低于 20万元", Comparison::greater_equal},
                                                       {"不得少于 20万元", Comparison::greater_equal},
                                                       {"至少 20万元", Comparison::greater_equal},
                                                       {"达到 20万元", Comparison::greater_equal},
                                                       {"20万元以上", Comparison::greater_equal},
                                                       {"超过 20万元", Comparison::greater},
                                                       {"多于 20万元", Comparison::greater},
                                                       {"高于 20万元", Comparison::greater},
                                                       {"过 20万元", Comparison::greater},
                                                       {"20万元以外", Comparison::greater},
                                                       {"不超过 20万元", Comparison::less_equal},
                                                       {"不多于 20万元", Comparison::less_equal},
                                                       {"不高于 20万元", Comparison::less_equal},
                                                       {"至多 20万元", Comparison::less_equal},
                                                       {"最多 20万元", Comparison::less_equal},
                                                       {"不得超过 20万元", Comparison::less_equal},
                                                       {"20万元以下", Comparison::less_equal},
                                                       {"20万元以内", Comparison::less_equal},
                                                       {"不满 20万元", Comparison::less},
                                                       {"不足 20万元", Comparison::less},
                                                       {"少于 20万元", Comparison::less},
                                                       {"低于 20万元", Comparison::less},
                                                       {"等于 20万元", Comparison::equal},
                                                       {"恰好 20万元", Comparison::equal},
                                                       {"no_fewer_than 20万 yuan", Comparison::greater_equal},
                                                       {"20万 yuan or_more", Comparison::greater_equal}};
    for (const auto& [text, op] : rows) {
        INFO(text);
        const auto b = bound_of(text);
        REQUIRE(b.op);
        CHECK(*b.op == op);
        CHECK(b.kind == QuantityKind::money);
        CHECK(b.value == 20'000'000);
    }
}

TEST_CASE("majority and half are told apart") {
    const auto share_of = [](const char* text) {
        const auto r = parsing::parse_meeting_item(std::string("赞成 到会 ") + text);
        INFO(text << r.shown());
        REQUIRE(r.file);
        const auto& b = parsing::only(r).quantity->bounds.at(0);
        CHECK(b.kind == QuantityKind::share);
        return std::pair{*b.op, b.share};
    };
    const base::Fraction half{1, 2}, whole{1, 1};
    CHECK(share_of("过半数") == std::pair{Comparison::greater, half});
    CHECK(share_of("超过半数") == std::pair{Comparison::greater, half});
    CHECK(share_of("majority") == std::pair{Comparison::greater, half});
    CHECK(share_of("半数以上") == std::pair{Comparison::greater_equal, half});
    CHECK(share_of("half or_more") == std::pair{Comparison::greater_equal, half});
    CHECK(share_of("二分之一以上") == std::pair{Comparison::greater_equal, half});
    CHECK(share_of("一致") == std::pair{Comparison::equal, whole});
    CHECK(share_of("全票") == std::pair{Comparison::equal, whole});
}

TEST_CASE("units give the type") {
    const auto check = [](const char* text, QuantityKind kind, QuantityUnit unit, std::int64_t value) {
        INFO(text);
        const auto b = bound_of(text);
        CHECK(b.kind == kind);
        CHECK(b.unit == unit);
        CHECK(b.value == value);
    };
    check("1元以上", QuantityKind::money, QuantityUnit::none, 100);
    check("1.55元以上", QuantityKind::money, QuantityUnit::none, 155);
    check("5角以上", QuantityKind::money, QuantityUnit::none, 50);
    check("5分钱以上", QuantityKind::money, QuantityUnit::none, 5);
    check("1.5亿元以上", QuantityKind::money, QuantityUnit::none, 15'000'000'000);
    check("5分以上", QuantityKind::integer, QuantityUnit::none, 5);
    check("15日以上", QuantityKind::period, QuantityUnit::day, 15);
    check("15天以上", QuantityKind::period, QuantityUnit::day, 15);
    check("7个工作日以上", QuantityKind::period, QuantityUnit::working_day, 7);
    check("2周以上", QuantityKind::period, QuantityUnit::week, 2);
    check("3个月以上", QuantityKind::period, QuantityUnit::month, 3);
    check("半年以上", QuantityKind::period, QuantityUnit::month, 6);
    check("3年以上", QuantityKind::period, QuantityUnit::year, 3);
    check("3个以上", QuantityKind::integer, QuantityUnit::none, 3);
    check("3 户 以上", QuantityKind::integer, QuantityUnit::none, 3);
}

TEST_CASE("two bounds in one word or in two make a range, and only a lower with an upper of one kind") {
    for (const auto* text : {"1万元以上不满20万元", "1万元以上 不满 20万元", "不满20万元1万元以上"}) {
        INFO(text);
        CHECK(quantity_of(text).bounds.size() == 2);
    }
    CHECK(parsing::parse_step_item("要求 金额 1万元以上20万元以上").codes() == "P049");
    CHECK(parsing::parse_step_item("要求 金额 1万元以上不满20日").codes() == "P049");
}

TEST_CASE("about is a soft bound") {
    const auto q = quantity_of("10日左右");
    CHECK(q.soft);
    CHECK_FALSE(q.bounds.at(0).op);
}

TEST_CASE("a span covers exactly its bound, also with full-width figures") {
    const auto r = parsing::parse_step_item("要求 金额 １５万元以上");
    REQUIRE(r.file);
    const auto& q = r.file->expressions.at(parsing::only(r).expr).quantity;
    CHECK(std::string(r.file->source->slice(q.span)) == "１５万元以上");
    CHECK(q.bounds[0].value == 15'000'000);
}

TEST_CASE("dates are read in all their forms") {
    for (const auto* text :
         {"2024-03-01", "2024/3/1", "2024.3.1", "2024年3月1日", "２０２４年３月１日", "2024年3月1号", "二〇二四年三月一日"}) {
        INFO(text);
        const auto r = parsing::parse_item(std::string("施行 ") + text);
        INFO(r.shown());
        REQUIRE(r.file);
        CHECK(parsing::only(r).date->value == base::to_day({2024, 3, 1}).number);
    }
}

TEST_CASE("days that do not exist, and dates without their day, are refused") {
    for (const auto* text : {"2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "2024年4月31日", "2024年3月"}) {
        INFO(text);
        CHECK(parsing::parse_item(std::string("施行 ") + text).codes() == "P033");
    }
    CHECK(parsing::parse_item("施行 2024-02-29").codes().empty());
}

TEST_CASE("numbers that don't fit their unit are refused where they stand") {
    const auto check = [](const char* text, const char* code, const char* words) {
        const auto r = parsing::parse_step_item(std::string("要求 金额 ") + text);
        INFO(text);
        CHECK(r.codes() == code);
        CHECK(r.covered() == words);
    };
    check("99999999999999999999元以上", "P041", "99999999999999999999");
    check("1000000000000001元以上", "P041", "1000000000000001");
    check("1.005元以上", "P047", "1.005");
    check("3.5人以上", "P048", "3.5");
    check("1/0以上", "P045", "1/0");
    check("三分之二人以上", "P046", "三分之二人");
    check("2024年以上", "P044", "2024年");
    check("101%以上", "P038", "101%");
    check("百分之一百零一以上", "P038", "百分之一百零一");
    check("3月以上", "P035", "3月");
    check("20元元以上", "P036", "元");
    check("不少于20元以上", "P037", "以上");
    check("20万元", "P039", "20万元");
}

TEST_CASE("the whole is the most that a percentage may be") {
    CHECK(parsing::parse_meeting_item("赞成 到会 100%以上").codes().empty());
    CHECK(parsing::parse_meeting_item("赞成 到会 99%以上").codes().empty());
}
