#include "syntax/keywords.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace guicheng::syntax {
namespace {

using K = Keyword;
using P = Position;

// clang-format off
constexpr auto table = std::to_array<KeywordEntry>({
    {K::procedure, "规程", "procedure", P::file_item},
    {K::full_title, "全称", "title", P::procedure_item},
    {K::version, "版本", "version", P::procedure_item},
    {K::in_force, "施行", "in_force", P::procedure_item | P::particle},
    {K::repealed, "废止", "repealed", P::procedure_item},
    {K::level, "级别", "level", P::procedure_item},
    {K::source, "来源", "source", P::procedure_item},
    {K::counting, "计期", "counting", P::procedure_item | P::modifier},
    {K::actors, "主体", "actors", P::procedure_item | P::id_word},
    {K::bodies, "会议体", "bodies", P::procedure_item},
    {K::matter, "事项", "matter", P::procedure_item},
    {K::parameter, "参数", "parameter", P::procedure_item},
    {K::finding, "认定", "finding", P::procedure_item},
    {K::event, "事件", "event", P::procedure_item},
    {K::applies, "适用", "applies", P::procedure_item},
    {K::step, "步骤", "step", P::procedure_item},
    {K::assert_, "断言", "assert", P::procedure_item},
    {K::require, "要求", "require", P::procedure_item | P::step_item | P::id_word},

    {K::by, "由", "by", P::step_item | P::finding_item | P::event_item | P::attribute},
    {K::after, "须经", "after", P::step_item},
    {K::form, "形式", "form", P::step_item | P::attribute | P::id_word},
    {K::meeting, "会议", "meeting", P::step_item | P::act_form},
    {K::posting, "公示", "notice", P::step_item | P::id_word},
    {K::materials, "材料", "materials", P::step_item | P::attribute | P::id_word},
    {K::time_limit, "时限", "time_limit", P::step_item | P::id_word},
    {K::minutes, "记录", "minutes", P::step_item | P::attribute | P::id_word},
    {K::record, "记载", "record", P::step_item | P::event_item},
    {K::lost, "未通过", "lost", P::step_item | P::value},

    {K::present, "到会", "present", P::meeting_item | P::denominator | P::attribute | P::id_word},
    {K::in_favour, "赞成", "in_favour", P::meeting_item | P::attribute | P::id_word},
    {K::ballot_form, "表决方式", "ballot", P::meeting_item | P::attribute | P::id_word},
    {K::proxies, "委托表决", "proxies", P::meeting_item | P::id_word},
    {K::remote_voting, "远程表决", "remote_voting", P::meeting_item | P::id_word},

    {K::classes, "类别", "classes", P::body_item},
    {K::body_size, "人数", "size", P::body_item | P::id_word},
    {K::composition, "组成", "composition", P::body_item | P::id_word},
    {K::term, "任期", "term", P::body_item | P::id_word},

    {K::separate, "分离", "separate", P::procedure_item | P::id_word},
    {K::sign_off, "签批", "sign_off", P::step_item | P::id_word},
    {K::all_different, "互不相同", "all_different", P::particle | P::id_word},
    {K::sealed, "盖章", "sealed", P::particle | P::id_word},
    {K::by_person, "人", "person", P::attribute},
    {K::tiers, "分级", "tiers", P::procedure_item},
    {K::according_to, "按", "according_to", P::particle},

    {K::conclusion, "结论", "conclusion", P::finding_item},
    {K::if_none, "未作", "if_none", P::finding_item},

    {K::reach, "到达", "reach", P::particle},
    {K::must_pass, "必经", "must_pass", P::particle},
    {K::whatever_outcome, "不论结果", "whatever_outcome", P::particle},
    {K::contents, "内容", "contents", P::particle | P::attribute | P::id_word},
    {K::includes, "包括", "include", P::particle | P::relation},
    {K::medium, "媒介", "medium", P::particle},
    {K::in_total, "累计", "in_total", P::particle},
    {K::ahead, "提前", "ahead", P::particle},
    {K::delivered, "送达", "delivered", P::particle},
    {K::from, "自", "from", P::particle | P::modifier},
    {K::onward, "起", "onward", P::particle},
    {K::within, "内", "within", P::particle},
    {K::at_first, "首次", "first", P::particle},
    {K::at_last, "末次", "latest", P::particle},
    {K::together_with, "与", "together_with", P::particle},
    {K::later_of, "中较晚者", "whichever_later", P::particle},
    {K::earlier_of, "中较早者", "whichever_earlier", P::particle},
    {K::then, "则", "then", P::particle},
    {K::return_to, "退回", "return_to", P::consequence | P::lost_then},
    {K::end, "终止", "terminate", P::lost_then},
    {K::suspend, "暂缓", "suspend", P::lost_then},
    {K::each_person, "每人", "each_person", P::particle},
    {K::taken_as, "视为", "taken_as", P::particle},
    {K::cases, "分情形", "by_situation", P::particle},
    {K::otherwise_case, "其余", "remaining", P::particle},
    {K::unregulated, "未规定", "unregulated", P::particle},

    {K::when, "当", "when", P::modifier},
    {K::except, "除外", "except", P::modifier},
    {K::or_else, "否则", "otherwise", P::modifier},
    {K::cite, "依据", "cite", P::modifier},
    {K::reading, "释义", "reading", P::modifier},
    {K::deduct, "扣除", "deducting", P::modifier},

    {K::must, "必须", "must", P::modality},
    {K::must_not, "不得", "must_not", P::modality},
    {K::should, "原则上", "should", P::modality},
    {K::may, "可以", "may", P::modality | P::procedure_item},

    {K::and_, "且", "and", P::condition},
    {K::or_, "或", "or", P::condition},
    {K::not_, "非", "not", P::condition},
    {K::some, "有", "some", P::condition},
    {K::every, "每个", "every", P::condition},
    {K::count, "个数", "count", P::condition},
    {K::this_, "本次", "this", P::condition},
    {K::is, "是", "is", P::relation},
    {K::is_not, "不是", "is_not", P::relation},
    {K::one_of, "属于", "one_of", P::relation},
    {K::not_one_of, "不属于", "not_one_of", P::relation},
    {K::earlier_than, "早于", "earlier_than", P::relation},
    {K::later_than, "晚于", "later_than", P::relation},
    {K::not_earlier_than, "不早于", "not_earlier_than", P::relation},
    {K::not_later_than, "不晚于", "not_later_than", P::relation},
    {K::no_later_than, "不迟于", "no_later_than", P::relation | P::particle},
    {K::is_within, "在", "is_within", P::relation},
    {K::inclusive, "之间", "inclusive", P::relation},
    {K::is_recorded, "已记载", "is_recorded", P::relation},
    {K::is_done, "已办", "is_done", P::relation},
    {K::to, "至", "to", P::relation},
    {K::day_count, "日数", "day_count", P::relation},
    {K::working_day_count, "工作日数", "working_day_count", P::relation},

    {K::type_choice, "选项", "choice", P::type},
    {K::type_list, "清单", "list", P::type},
    {K::type_money, "金额", "money", P::type},
    {K::type_integer, "整数", "integer", P::type},
    {K::type_date, "日期", "date", P::type},
    {K::type_boolean, "是否", "yes_or_no", P::type},
    {K::type_text, "文本", "text", P::type},
    {K::type_person, "人员", "person", P::type},
    {K::type_share, "比例", "share", P::type},
    {K::type_period, "期限", "period", P::type | P::id_word},

    {K::entitled, "应到", "entitled", P::denominator | P::attribute},
    {K::whole, "全体", "all_members", P::denominator},
    {K::cast, "投票", "cast", P::denominator},
    {K::valid_ballots, "有效票", "valid_ballots", P::denominator},
    {K::registered, "登记", "registered", P::denominator | P::attribute},

    {K::date, "日期", "date", P::attribute},
    {K::start, "起", "start", P::attribute},
    {K::finish, "止", "end", P::attribute},
    {K::against, "反对", "against", P::attribute},
    {K::abstaining, "弃权", "abstaining", P::attribute},
    {K::other, "其他", "other", P::attribute | P::act_form},
    {K::spoiled, "废票", "spoiled", P::attribute},
    {K::place, "地点", "place", P::attribute},
    {K::outcome, "结果", "outcome", P::attribute},
    {K::declared, "宣告", "declared", P::attribute | P::id_word},
    {K::reason, "理由", "reason", P::attribute},

    {K::void_, "无效", "void", P::consequence},
    {K::not_accepted, "不予受理", "not_accepted", P::consequence},
    {K::barred, "不得实施", "barred", P::consequence},
    {K::curable, "可补正", "curable", P::consequence},
    {K::criticism, "通报", "criticism", P::consequence},
    {K::correction, "限期改正", "correction", P::consequence},
    {K::accountability, "追责", "accountability", P::consequence},
    {K::launch, "启动", "launch", P::consequence},

    {K::civil_code, "民法典", "civil_code", P::profile},
    {K::no_roll, "不顺延", "no_roll", P::profile},
    {K::first_day_counts, "首日计入", "first_day_counts", P::profile},
    {K::clear_days, "净日", "clear_days", P::profile},
    {K::licence_law, "行政许可法", "licence_law", P::profile},
    {K::penalty_law, "行政处罚法", "penalty_law", P::profile},
    {K::compulsion_law, "行政强制法", "compulsion_law", P::profile},
    {K::review_law, "行政复议法", "review_law", P::profile},
    {K::roll_all, "逢休顺延", "roll_all", P::profile},

    {K::circulation, "传阅", "circulation", P::act_form},
    {K::countersign, "会签", "countersign", P::act_form},
    {K::put_up, "张贴", "put_up", P::act_form},
    {K::written, "书面", "written", P::act_form},
    {K::secret, "无记名", "secret", P::ballot},
    {K::by_name, "记名", "by_name", P::ballot},
    {K::show_of_hands, "举手", "show_of_hands", P::ballot},
    {K::open, "公开", "open", P::ballot},
    {K::written_ballot, "票决", "written_ballot", P::ballot},
    {K::acclamation, "鼓掌", "acclamation", P::ballot},

    {K::yes, "是", "yes", P::value},
    {K::no, "否", "no", P::value},
    {K::carried, "通过", "carried", P::value},
    {K::undecided, "未定", "undecided", P::value},

    {K::no_fewer_than, "不少于", "no_fewer_than", P::compare_before},
    {K::no_lower_than, "不低于", "no_lower_than", P::compare_before},
    {K::must_not_be_fewer_than, "不得少于", "must_not_be_fewer_than", P::compare_before},
    {K::at_least, "至少", "at_least", P::compare_before},
    {K::reaching, "达到", "reaching", P::compare_before},
    {K::exceeding, "超过", "exceeding", P::compare_before},
    {K::more_than, "多于", "more_than", P::compare_before},
    {K::higher_than, "高于", "higher_than", P::compare_before},
    {K::over, "过", "over", P::compare_before},
    {K::not_exceeding, "不超过", "not_exceeding", P::compare_before},
    {K::no_more_than, "不多于", "no_more_than", P::compare_before},
    {K::no_higher_than, "不高于", "no_higher_than", P::compare_before},
    {K::at_most, "至多", "at_most", P::compare_before},
    {K::maximum, "最多", "maximum", P::compare_before},
    {K::must_not_exceed, "不得超过", "must_not_exceed", P::compare_before},
    {K::under, "不满", "under", P::compare_before},
    {K::short_of, "不足", "short_of", P::compare_before},
    {K::fewer_than, "少于", "fewer_than", P::compare_before},
    {K::lower_than, "低于", "lower_than", P::compare_before},
    {K::equal_to, "等于", "equal_to", P::compare_before},
    {K::exactly, "恰好", "exactly", P::compare_before},

    {K::or_more, "以上", "or_more", P::compare_after},
    {K::beyond, "以外", "beyond", P::compare_after},
    {K::or_less, "以下", "or_less", P::compare_after},
    {K::inside, "以内", "inside", P::compare_after},
    {K::or_so, "左右", "or_so", P::compare_after},

    {K::majority, "过半数", "majority", P::share},
    {K::more_than_half, "超过半数", "more_than_half", P::share},
    {K::half, "半数", "half", P::share},
    {K::unanimous, "一致", "unanimous", P::share},
    {K::all_votes, "全票", "all_votes", P::share},

    {K::yuan, "元", "yuan", P::unit},
    {K::jiao, "角", "jiao", P::unit},
    {K::fen, "分钱", "fen", P::unit},
    {K::days, "日", "days", P::unit},
    {K::calendar_days, "天", "calendar_days", P::unit},
    {K::working_days, "个工作日", "working_days", P::unit},
    {K::workdays, "工作日", "workdays", P::unit},
    {K::weeks, "周", "weeks", P::unit},
    {K::months, "个月", "months", P::unit},
    {K::years, "年", "years", P::unit},
    {K::persons, "人", "persons", P::unit},
    {K::members, "名", "members", P::unit},
    {K::votes, "票", "votes", P::unit},
    {K::times, "次", "times", P::unit},
    {K::households, "户", "households", P::unit},
    {K::items, "项", "items", P::unit},
    {K::pieces, "件", "pieces", P::unit},
    {K::points, "分", "points", P::unit},
    {K::units, "个", "units", P::unit},

    {K::order, "顺序", "order", P::id_word},
    {K::inherited, "承袭", "inherited", P::id_word},
    {K::carried_out, "办理", "carried_out", P::id_word},
    {K::tally, "票数", "tally", P::id_word},
    {K::roll, "名册", "roll", P::id_word},
});
// clang-format on

constexpr bool in_enum_order() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (static_cast<std::size_t>(table[i].keyword) != i) return false;
    return true;
}
static_assert(in_enum_order());

const std::multimap<std::string_view, const KeywordEntry*>& index() {
    static const auto made = [] {
        std::multimap<std::string_view, const KeywordEntry*> m;
        for (const auto& e : table) {
            m.emplace(e.zh, &e);
            m.emplace(e.en, &e);
        }
        return m;
    }();
    return made;
}

}  // namespace

std::span<const KeywordEntry> keywords() {
    return table;
}

const KeywordEntry& entry(Keyword keyword) {
    return table[static_cast<std::size_t>(keyword)];
}

std::optional<Keyword> find_keyword(std::string_view word, Position positions) {
    const auto [first, last] = index().equal_range(word);
    for (auto it = first; it != last; ++it)
        if (overlaps(it->second->positions, positions)) return it->second->keyword;
    return std::nullopt;
}

bool spells(std::string_view word, Keyword keyword) {
    return word == zh(keyword) || word == en(keyword);
}

bool is_any_keyword(std::string_view word) {
    return index().contains(word);
}

std::vector<std::string_view> spellings(Position positions) {
    std::vector<std::string_view> words;
    for (const auto& e : table) {
        if (!overlaps(e.positions, positions)) continue;
        words.push_back(e.zh);
        words.push_back(e.en);
    }
    return words;
}

std::optional<base::Comparison> comparison_of(Keyword keyword) {
    using C = base::Comparison;
    // Only the words of comparison have one; the rest of the table falls through.
    constexpr auto rows = std::to_array<std::pair<Keyword, C>>({
        {K::no_fewer_than, C::greater_equal},
        {K::no_lower_than, C::greater_equal},
        {K::must_not_be_fewer_than, C::greater_equal},
        {K::at_least, C::greater_equal},
        {K::reaching, C::greater_equal},
        {K::or_more, C::greater_equal},
        {K::not_earlier_than, C::greater_equal},
        {K::exceeding, C::greater},
        {K::more_than, C::greater},
        {K::higher_than, C::greater},
        {K::over, C::greater},
        {K::beyond, C::greater},
        {K::later_than, C::greater},
        {K::majority, C::greater},
        {K::more_than_half, C::greater},
        {K::not_exceeding, C::less_equal},
        {K::no_more_than, C::less_equal},
        {K::no_higher_than, C::less_equal},
        {K::at_most, C::less_equal},
        {K::maximum, C::less_equal},
        {K::must_not_exceed, C::less_equal},
        {K::or_less, C::less_equal},
        {K::inside, C::less_equal},
        {K::not_later_than, C::less_equal},
        {K::no_later_than, C::less_equal},
        {K::under, C::less},
        {K::short_of, C::less},
        {K::fewer_than, C::less},
        {K::lower_than, C::less},
        {K::earlier_than, C::less},
        {K::equal_to, C::equal},
        {K::exactly, C::equal},
        {K::is, C::equal},
        {K::unanimous, C::equal},
        {K::all_votes, C::equal},
        {K::is_not, C::not_equal},
    });
    const auto it = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.first == keyword; });
    if (it == rows.end()) return std::nullopt;
    return it->second;
}

std::span<const signs::Numeral> signs::numerals() {
    static constexpr auto rows = std::to_array<Numeral>({
        {"零", 0},
        {"〇", 0},
        {"一", 1},
        {"二", 2},
        {"两", 2},
        {"三", 3},
        {"四", 4},
        {"五", 5},
        {"六", 6},
        {"七", 7},
        {"八", 8},
        {"九", 9},
        {"十", 10},
        {"百", 100},
        {"千", 1000},
        {"万", 10'000},
        {"亿", 100'000'000},
    });
    return rows;
}

}  // namespace guicheng::syntax
