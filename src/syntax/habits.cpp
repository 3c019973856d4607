// What people write where the language has a word of its own: out of habit, in other characters.
#include <map>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "syntax/keywords.hpp"
#include "syntax/sayings.hpp"

namespace guicheng::syntax {
namespace {

using K = Keyword;

}  // namespace

std::optional<Keyword> habitual(std::string_view word) {
    static const std::map<std::string_view, Keyword> habits{
        {"应当", K::must},
        {"应", K::must},
        {"应该", K::must},
        {"须", K::must},
        {"必需", K::must},
        {"必须要", K::must},
        {"务必", K::must},
        {"shall", K::must},
        {"禁止", K::must_not},
        {"不准", K::must_not},
        {"不能", K::must_not},
        {"不许", K::must_not},
        {"不可以", K::must_not},
        {"不少", K::no_fewer_than},
        {"匿名", K::secret},
        {"不记名", K::secret},
        {"线上表决", K::remote_voting},
        {"网上表决", K::remote_voting},
        {"网络表决", K::remote_voting},
        {"在线表决", K::remote_voting},
        {"代理表决", K::proxies},
        {"严禁", K::must_not},
        {"允许", K::may},
        {"可", K::may},
        {"原则", K::should},
        {"一般", K::should},
        {"同意", K::in_favour},
        {"出席", K::present},
        {"参会", K::present},
        {"实到", K::present},
        {"应出席", K::entitled},
        {"和", K::and_},
        {"并且", K::and_},
        {"而且", K::and_},
        {"以及", K::and_},
        {"与", K::and_},
        {"及", K::and_},
        {"并", K::and_},
        {"或者", K::or_},
        {"或是", K::or_},
        {"除非", K::except},
        {"例外", K::except},
        {"如果", K::when},
        {"若", K::when},
        {"如", K::when},
        {"当且仅当", K::when},
        {"根据", K::cite},
        {"按照", K::cite},
        {"依照", K::cite},
        {"依", K::cite},
        {"不然", K::or_else},
        {"解释", K::reading},
        {"注", K::reading},
        {"经过", K::after},
        {"须经过", K::after},
        {"公告", K::posting},
        {"公示期", K::posting},
        {"程序", K::procedure},
        {"环节", K::step},
        {"流程", K::procedure},
        {"大于", K::exceeding},
        {"小于", K::under},
        {"大于等于", K::no_fewer_than},
        {"不大于", K::not_exceeding},
        {"不小于", K::no_fewer_than},
        {"起码", K::at_least},
        {"最少", K::at_least},
        {"之日起", K::onward},
        {"之内", K::within},
        {"内完成", K::within},
        {"第一次", K::at_first},
        {"头一次", K::at_first},
        {"最早一次", K::at_first},
        {"最后一次", K::at_last},
        {"最近一次", K::at_last},
        {"最迟", K::no_later_than},
        {"不得迟于", K::no_later_than},
        {"不得晚于", K::no_later_than},
        {"最晚", K::no_later_than},
        {"小于等于", K::not_exceeding},
        {"为", K::is},
        {"不为", K::is_not},
        {"不等于", K::is_not},
        {"包含", K::includes},
        {"含", K::includes},
        {"包括有", K::includes},
        {"投票方式", K::ballot_form},
        {"会议形式", K::form},
        {"作废", K::void_},
        {"补正", K::curable},
        {"布尔", K::type_boolean},
        {"数字", K::type_integer},
        {"数值", K::type_integer},
        {"枚举", K::type_choice},
        {"字符串", K::type_text},
        {"文字", K::type_text},
        {"名称", K::full_title},
        {"生效", K::in_force},
        {"实施", K::in_force},
        {"施行日期", K::in_force},
        {"生效日期", K::in_force},
        {"废止日期", K::repealed},
        {"结束", K::end},
        {"天数", K::type_period},
        {"退回到", K::return_to},
        {"那么", K::then},
        {"就", K::then},
        {"其它", K::otherwise_case},
        {"其他", K::otherwise_case},
        {"之前", K::earlier_than},
        {"之后", K::later_than},
        {"人数", K::entitled},
        {"开会", K::meeting},
        {"时间", K::type_date},
        {"钱", K::type_money},
        {"全部", K::whole},
        {"过半", K::majority},
        {"注释", K::reading},
        {"说明", K::reading},
        {"存在", K::some},
        {"每一个", K::every},
        {"每一", K::every},
        {"列表", K::type_list},
        {"人", K::type_person},
        {"选择", K::type_choice},
        {"单选", K::type_choice},
        {"多选", K::type_list},
        {"保证", K::assert_},
        {"断定", K::assert_},
        {"检查", K::assert_},
        {"到", K::reach},
        {"层级", K::level},
        {"变量", K::parameter},
        {"常量", K::parameter},
        {"先于", K::earlier_than},
        {"后于", K::later_than},
        {"迟于", K::later_than},
        {"不先于", K::not_earlier_than},
        {"不得早于", K::not_earlier_than},
        {"返回", K::return_to},
        {"数量", K::count},
        {"如未通过", K::lost},
        {"没有通过", K::lost},
        {"未经通过", K::lost},
        {"总数", K::whole},
    };
    const auto it = habits.find(word);
    if (it == habits.end()) return std::nullopt;
    return it->second;
}

std::optional<Keyword> habitual_unit(std::string_view word) {
    static const std::map<std::string_view, Keyword> habits{
        {"个工作天", K::working_days},
        {"工作天", K::working_days},
        {"个工作曰", K::working_days},
        {"工作曰", K::working_days},
        {"个工做日", K::working_days},
        {"工做日", K::working_days},
        {"个公作日", K::working_days},
        {"公作日", K::working_days},
        {"曰", K::days},
        {"个自然日", K::days},
        {"自然日", K::days},
        {"个日历日", K::days},
        {"日历日", K::days},
        {"日历天", K::days},
        {"个星期", K::weeks},
        {"星期", K::weeks},
        {"个礼拜", K::weeks},
        {"礼拜", K::weeks},
        {"月份", K::months},
        {"块", K::yuan},
        {"块钱", K::yuan},
        {"元钱", K::yuan},
        {"圆", K::yuan},
        {"人民币", K::yuan},
        {"个人", K::persons},
        {"位", K::persons},
        {"人次", K::persons},
    };
    const auto it = habits.find(word);
    if (it == habits.end()) return std::nullopt;
    return it->second;
}

bool crosses_negation(std::string_view word, std::string_view candidate) {
    const auto negations = [](std::string_view text) {
        std::size_t n = 0;
        for (const auto& item : base::utf8::code_points(text)) {
            const auto character = text.substr(item.offset, item.length);
            for (const std::string_view negation : {"不", "非", "无", "未", "没", "禁", "勿", "免"}) n += character == negation ? 1U : 0U;
        }
        return n;
    };
    return negations(word) != negations(candidate);
}

std::vector<std::string> without_negation(std::string_view word) {
    constexpr std::size_t longest = 200;  // bytes
    std::vector<std::string> out;
    if (word.size() > longest) return out;
    for (const auto& item : base::utf8::code_points(word)) {
        const auto rest = word.substr(item.offset);
        for (const std::string_view negation : {"并非", "不是", "没有", "不", "非", "无", "未", "没"})
            if (rest.starts_with(negation) && word.size() > negation.size())
                out.push_back(std::string(word.substr(0, item.offset)) + std::string(rest.substr(negation.size())));
    }
    return out;
}

bool joins_names(std::string_view word) {
    return word == "和" || word == "与" || word == "及" || word == "以及" || word == "并" || word == en(K::and_);
}

bool is_before(std::string_view word) {
    return word == "前" || word == "以前" || word == "之前";
}

bool opens_exception(std::string_view word) {
    return word == "除" || word == "除了";
}

bool closes_exception(std::string_view word) {
    return word == "外" || word == "以外" || word == "之外";
}

std::string_view inside_exception(std::string_view word) {
    for (const std::string_view begin : {"除了", "除"})
        for (const std::string_view end : {"以外", "之外", "外"})
            if (word.size() > begin.size() + end.size() && word.starts_with(begin) && word.ends_with(end))
                return word.substr(begin.size(), word.size() - begin.size() - end.size());
    return {};
}

std::string_view case_of(std::string_view condition) {
    for (const std::string_view end : {"的情况下", "的情况", "的情形", "情况下", "情况", "情形", "的时候", "的", "时"}) {
        if (condition.size() <= end.size() || !condition.ends_with(end)) continue;
        condition.remove_suffix(end.size());
        if (condition.ends_with(' ')) condition.remove_suffix(1);
        return condition;
    }
    return condition;
}

bool comes_after(std::string_view word) {
    return word == "后" || word == "以后" || word == "之后" || word == "通过后" || word == "通过之后" || word == "通过以后";
}

bool leads_to_after(std::string_view word) {
    return word == "经" || word == "经由" || word == "在" || word == "待" || word == "先";
}

bool counts_people(std::string_view word) {
    for (const std::string_view each : {"人数", "总人数", "的总人数", "人数的", "的人数", "总数", "的总数", "总数的", "人员", "人员的",
                                        "的人员", "人员中", "的", "票数", "票数的", "的票数"})
        if (word == each) return true;
    return false;
}

/// The word with numerals as they stand on cheques made plain, and without the 整 behind them.
std::string plain_numerals(std::string_view word) {
    static const std::map<std::string_view, std::string_view> pairs{
        {"壹", "一"}, {"贰", "二"}, {"貳", "二"}, {"叁", "三"}, {"叄", "三"}, {"肆", "四"}, {"伍", "五"}, {"陆", "六"}, {"陸", "六"},
        {"柒", "七"}, {"捌", "八"}, {"玖", "九"}, {"拾", "十"}, {"佰", "百"}, {"仟", "千"}, {"萬", "万"}, {"億", "亿"}};
    std::string out;
    for (const auto& item : base::utf8::code_points(word)) {
        const auto character = word.substr(item.offset, item.length);
        const auto it = pairs.find(character);
        out += it == pairs.end() ? character : it->second;
    }
    return out;
}

std::span<const std::string_view> sayings(Saying which) {
    static const std::map<Saying, std::vector<std::string_view>> words{
        {Saying::but, {"但是", "但"}},
        {Saying::excepted, {"的除外", "除外"}},
        {Saying::passed, {"通过"}},
        {Saying::before_step, {"须经过", "须经", "经过", "经由", "经", "在", "待", "先"}},
        {Saying::after_step, {"通过之后", "通过以后", "通过后", "之后", "以后", "后"}},
        {Saying::bound_itself, {"本数", "此数", "该数", "本日", "当日", "当天"}},
        {Saying::excluded, {"不包含", "不包括", "不含"}},
        {Saying::included, {"包含", "包括", "均含", "含"}},
        {Saying::currency, {"人民币"}},
        {Saying::whole_yuan, {"元整", "元正"}},
        {Saying::half_unknown, {"个半工作日", "个半月", "半天", "半日", "天半", "日半"}},
        {Saying::half_month, {"半个月", "半月"}},
        {Saying::half_year, {"年半"}},
        {Saying::denial, {"没有", "没", "无", "未", "不", "并非", "并不", "并无", "尚未", "不存在"}},
    };
    return words.at(which);
}

bool is_saying(std::string_view word, Saying which) {
    for (const auto each : sayings(which))
        if (word == each) return true;
    return false;
}

std::string_view label_of_number() {
    return "人数";
}
std::string_view label_of_least() {
    return "下限";
}
std::string_view label_of_most() {
    return "上限";
}

bool names_length(std::string_view word) {
    return word == "时间" || word == "期限" || word == "期间" || word == "时长" || word == "天数" || word == "日数";
}

bool names_currency(std::string_view word) {
    return word == "人民币" || word == "RMB" || word == "CNY";
}

bool ends_condition(std::string_view word) {
    return word == "时" || word == "的" || word == "的时候" || word == "的情况下" || word == "则" || word == "，";
}

bool is_after(std::string_view word) {
    return word == "后" || word == "以后" || word == "之后" || word == "日起" || word == "当日起";
}

std::string simplified(std::string_view word) {
    // Only the characters that stand in keywords or units.
    static const std::map<std::string_view, std::string_view> pairs{
        {"規", "规"}, {"稱", "称"}, {"級", "级"}, {"別", "别"}, {"來", "来"}, {"計", "计"}, {"體", "体"}, {"會", "会"}, {"議", "议"},
        {"項", "项"}, {"參", "参"}, {"數", "数"}, {"認", "认"}, {"適", "适"}, {"驟", "骤"}, {"斷", "断"}, {"須", "须"}, {"經", "经"},
        {"時", "时"}, {"記", "记"}, {"錄", "录"}, {"載", "载"}, {"過", "过"}, {"贊", "赞"}, {"決", "决"}, {"託", "托"}, {"遠", "远"},
        {"結", "结"}, {"論", "论"}, {"視", "视"}, {"為", "为"}, {"達", "达"}, {"內", "内"}, {"則", "则"}, {"緩", "缓"}, {"終", "终"},
        {"當", "当"}, {"據", "据"}, {"釋", "释"}, {"義", "义"}, {"屬", "属"}, {"於", "于"}, {"個", "个"}, {"選", "选"}, {"單", "单"},
        {"額", "额"}, {"員", "员"}, {"應", "应"}, {"棄", "弃"}, {"權", "权"}, {"廢", "废"}, {"點", "点"}, {"無", "无"}, {"實", "实"},
        {"補", "补"}, {"報", "报"}, {"責", "责"}, {"啟", "启"}, {"啓", "启"}, {"動", "动"}, {"順", "顺"}, {"凈", "净"}, {"淨", "净"},
        {"傳", "传"}, {"閱", "阅"}, {"簽", "签"}, {"張", "张"}, {"貼", "贴"}, {"書", "书"}, {"舉", "举"}, {"開", "开"}, {"滿", "满"},
        {"週", "周"}, {"戶", "户"}, {"種", "种"}, {"與", "与"}, {"餘", "余"}, {"從", "从"}, {"對", "对"}, {"業", "业"}, {"發", "发"},
        {"後", "后"}, {"萬", "万"}, {"億", "亿"}, {"兩", "两"}, {"職", "职"}, {"間", "间"}, {"長", "长"}, {"門", "门"}, {"關", "关"},
        {"齊", "齐"},
    };
    std::string out;
    for (const auto& item : base::utf8::code_points(word)) {
        const auto character = word.substr(item.offset, item.length);
        const auto it = pairs.find(character);
        out += it == pairs.end() ? character : it->second;
    }
    return out;
}

}  // namespace guicheng::syntax
