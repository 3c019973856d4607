#include "cases/keys.hpp"

#include <array>

#include "calendar/calendar.hpp"
#include "cases/case.hpp"
#include "cases/expected.hpp"

namespace guicheng::cases {
namespace {

constexpr auto key_list = std::to_array<KeyWord>({
    {Where::top, Key::case_, "案件", "case"},
    {Where::top, Key::procedure, "规程", "procedure"},
    {Where::top, Key::version, "版本", "version"},
    {Where::top, Key::as_of, "截至", "as_of"},
    {Where::top, Key::closed, "结案", "closed"},
    {Where::top, Key::record, "记录", "record"},
    {Where::top, Key::matter, "事项", "matter"},
    {Where::top, Key::rolls, "名册", "rolls"},
    {Where::top, Key::parameters, "参数", "parameters"},
    {Where::top, Key::offices, "任职", "offices"},
    {Where::top, Key::delegations, "授权", "delegations"},
    {Where::top, Key::standing, "档册", "standing_file"},
    {Where::top, Key::acts, "经过", "acts"},
    {Where::top, Key::expected, "预期", "expected"},
    {Where::top, Key::remark, "备注", "remark"},
    {Where::act, Key::step, "步骤", "step"},
    {Where::act, Key::event, "事", "event"},
    {Where::act, Key::finding, "认定", "finding"},
    {Where::act, Key::conclusion, "结论", "conclusion"},
    {Where::act, Key::date, "日期", "date"},
    {Where::act, Key::start, "起", "start"},
    {Where::act, Key::end, "止", "end"},
    {Where::act, Key::by, "由", "by"},
    {Where::act, Key::form, "形式", "form"},
    {Where::act, Key::entitled, "应到", "entitled"},
    {Where::act, Key::present, "到会", "present"},
    {Where::act, Key::yes, "赞成", "yes"},
    {Where::act, Key::no, "反对", "no"},
    {Where::act, Key::abstain, "弃权", "abstain"},
    {Where::act, Key::other, "其他", "other"},
    {Where::act, Key::spoiled, "废票", "spoiled"},
    {Where::act, Key::registered, "登记", "registered"},
    {Where::act, Key::ballot_form, "表决方式", "ballot_form"},
    {Where::act, Key::materials, "材料", "materials"},
    {Where::act, Key::contents, "内容", "contents"},
    {Where::act, Key::minutes, "记录", "minutes"},
    {Where::act, Key::place, "地点", "place"},
    {Where::act, Key::declared, "宣告", "declared"},
    {Where::act, Key::reason, "理由", "reason"},
    {Where::act, Key::ballots, "票", "ballots"},
    {Where::act, Key::runs, "张贴", "runs"},
    {Where::act, Key::counts_of, "分计", "counts_of"},
    {Where::act, Key::persons, "人", "person"},
    {Where::act, Key::signatures, "签批", "signatures"},
    {Where::act, Key::id, "编号", "id"},
    {Where::act, Key::corrects, "更正", "corrects"},
    {Where::act, Key::remark, "备注", "remark"},
    {Where::reason, Key::contents, "内容", "contents"},
    {Where::reason, Key::date, "日期", "date"},
    {Where::ballot, Key::who, "谁", "who"},
    {Where::ballot, Key::vote, "投", "vote"},
    {Where::ballot, Key::way, "方式", "way"},
    {Where::ballot, Key::by_proxy, "代", "by_proxy"},
    {Where::run, Key::medium, "媒介", "medium"},
    {Where::run, Key::start, "起", "start"},
    {Where::run, Key::end, "止", "end"},
    {Where::roll, Key::name, "姓名", "name"},
    {Where::roll, Key::number, "人数", "number"},
    {Where::roll, Key::from, "自", "from"},
    {Where::roll, Key::until, "至", "until"},
    {Where::roll, Key::classes, "类别", "classes"},
    {Where::roll, Key::of_which, "其中", "of_which"},
    {Where::tally, Key::entitled, "应到", "entitled"},
    {Where::tally, Key::present, "到会", "present"},
    {Where::tally, Key::yes, "赞成", "yes"},
    {Where::tally, Key::no, "反对", "no"},
    {Where::tally, Key::abstain, "弃权", "abstain"},
    {Where::tally, Key::other, "其他", "other"},
    {Where::tally, Key::spoiled, "废票", "spoiled"},
    {Where::tally, Key::registered, "登记", "registered"},
    {Where::signature, Key::office, "职务", "office"},
    {Where::signature, Key::persons, "人", "person"},
    {Where::signature, Key::date, "日期", "date"},
    {Where::signature, Key::seal, "章", "seal"},
    {Where::office, Key::office, "职务", "office"},
    {Where::office, Key::persons, "人", "person"},
    {Where::office, Key::from, "自", "from"},
    {Where::office, Key::until, "至", "until"},
    {Where::delegation, Key::by, "由", "by"},
    {Where::delegation, Key::given_to, "给", "to"},
    {Where::delegation, Key::steps, "事", "for"},
    {Where::delegation, Key::at_most, "至多", "at_most"},
    {Where::delegation, Key::from, "自", "from"},
    {Where::delegation, Key::until, "至", "until"},
    {Where::standing, Key::rolls, "名册", "rolls"},
    {Where::standing, Key::offices, "任职", "offices"},
    {Where::standing, Key::delegations, "授权", "delegations"},
    {Where::standing, Key::parameters, "参数", "parameters"},
    {Where::standing, Key::remark, "备注", "remark"},
    {Where::parameter, Key::value, "值", "value"},
    {Where::parameter, Key::from, "自", "from"},
    {Where::parameter, Key::authority, "依据", "authority"},
    {Where::expected, Key::status, "结论", "status"},
    {Where::expected, Key::outcome, "结果", "outcome"},
    {Where::expected, Key::violated, "违反", "violated"},
    {Where::expected_step, Key::status, "状态", "status"},
    {Where::expected_step, Key::outcome, "结果", "outcome"},
    {Where::expected_step, Key::because, "因", "because"},
});

constexpr std::uint8_t number_of(auto enumerator) {
    return static_cast<std::uint8_t>(enumerator);
}

using Ballots = model::BallotForm;
using Status = ExpectedStatus;

constexpr auto word_list = std::to_array<Word>({
    {Words::nothing, 1, true, "不详", "unknown"},
    {Words::nothing, 1, false, "未记录", "null"},
    {Words::nothing, 2, true, "无", "none"},
    {Words::boolean, 1, true, "是", "yes"},
    {Words::boolean, 1, false, "有", "true"},
    {Words::boolean, 0, true, "否", "no"},
    {Words::boolean, 0, false, "无", "false"},
    {Words::completeness, 0, true, "完整", "complete"},
    {Words::completeness, 1, true, "不全", "incomplete"},
    {Words::form, number_of(model::Form::meeting), true, "会议", "meeting"},
    {Words::form, number_of(model::Form::circulation), true, "传阅", "circulation"},
    {Words::form, number_of(model::Form::countersign), true, "会签", "countersign"},
    {Words::form, number_of(model::Form::posting), true, "张贴", "posting"},
    {Words::form, number_of(model::Form::written), true, "书面", "written"},
    {Words::form, number_of(model::Form::other), true, "其他", "other"},
    {Words::ballot_form, number_of(Ballots::secret), true, "无记名", "secret"},
    {Words::ballot_form, number_of(Ballots::secret), false, "无记名投票", "secret_ballot"},
    {Words::ballot_form, number_of(Ballots::named), true, "记名", "named"},
    {Words::ballot_form, number_of(Ballots::named), false, "记名投票", "named_ballot"},
    {Words::ballot_form, number_of(Ballots::show_of_hands), true, "举手", "show_of_hands"},
    {Words::ballot_form, number_of(Ballots::show_of_hands), false, "举手表决", ""},
    {Words::ballot_form, number_of(Ballots::open), true, "公开", "open"},
    {Words::ballot_form, number_of(Ballots::written_ballot), true, "票决", "written_ballot"},
    {Words::ballot_form, number_of(Ballots::acclamation), true, "鼓掌", "acclamation"},
    {Words::declared, number_of(Declared::carried), true, "通过", "carried"},
    {Words::declared, number_of(Declared::lost), true, "未通过", "lost"},
    {Words::vote, number_of(Vote::yes), true, "赞成", "yes"},
    {Words::vote, number_of(Vote::yes), false, "同意", ""},
    {Words::vote, number_of(Vote::no), true, "反对", "no"},
    {Words::vote, number_of(Vote::abstain), true, "弃权", "abstain"},
    {Words::vote, number_of(Vote::spoiled), true, "废票", "spoiled"},
    {Words::way, number_of(Way::in_person), true, "现场", "in_person"},
    {Words::way, number_of(Way::remote), true, "远程", "remote"},
    {Words::act, number_of(ActKind::suspension), true, "暂缓", "suspension"},
    {Words::act, number_of(ActKind::resumption), true, "恢复", "resumption"},
    {Words::act, number_of(ActKind::withdrawal), true, "撤回", "withdrawal"},
    {Words::status, number_of(Status::valid), true, "有效", "valid"},
    {Words::status, number_of(Status::flawed), true, "有瑕疵", "flawed"},
    {Words::status, number_of(Status::void_), true, "无效", "void"},
    {Words::status, number_of(Status::in_progress), true, "进行中", "in_progress"},
    {Words::status, number_of(Status::undetermined), true, "无法判定", "undetermined"},
    {Words::status, number_of(Status::not_applicable), true, "不适用", "not_applicable"},
    {Words::status, number_of(Status::pending), true, "待定", "pending"},
    {Words::state, number_of(ExpectedState::done), true, "已办", "done"},
    {Words::state, number_of(ExpectedState::attempted), true, "办理未成立", "attempted"},
    {Words::state, number_of(ExpectedState::owed), true, "应办未办", "owed"},
    {Words::state, number_of(ExpectedState::not_yet), true, "尚未办到", "not_yet"},
    {Words::state, number_of(ExpectedState::skipped), true, "跳过", "skipped"},
    {Words::state, number_of(ExpectedState::optional), true, "可不办", "optional"},
    {Words::state, number_of(ExpectedState::closed_off), true, "已终止", "closed_off"},
    {Words::outcome, 1, true, "通过", "carried"},
    {Words::outcome, 2, true, "未通过", "lost"},
    {Words::outcome, 3, true, "未定", "open"},
});

constexpr std::size_t wheres = 14;
constexpr std::size_t word_lists = 12;

template <std::size_t Count, class Of>
std::array<NameTable, Count> tables(const auto& rows, Of add) {
    std::array<NameTable, Count> made;
    for (const auto& row : rows) add(made, row);
    return made;
}

constexpr auto money_words = std::to_array<spelling::Scale>({{"亿元", 10}, {"万元", 6}, {"元", 2}, {"yuan", 2}});

constexpr std::int32_t unit(calendar::Unit value) {
    return static_cast<std::int32_t>(value);
}
constexpr auto period_words = std::to_array<spelling::Scale>({
    {"个工作日", unit(calendar::Unit::working_days)},
    {"工作日", unit(calendar::Unit::working_days)},
    {"working_days", unit(calendar::Unit::working_days)},
    {"日", unit(calendar::Unit::days)},
    {"天", unit(calendar::Unit::days)},
    {"days", unit(calendar::Unit::days)},
    {"周", unit(calendar::Unit::weeks)},
    {"weeks", unit(calendar::Unit::weeks)},
    {"个月", unit(calendar::Unit::months)},
    {"months", unit(calendar::Unit::months)},
    {"年", unit(calendar::Unit::years)},
    {"years", unit(calendar::Unit::years)},
});
constexpr auto head_words = std::to_array<std::string_view>({"人", "名", "票"});
constexpr std::u32string_view numerals = U"〇一二三四五六七八九十百";

}  // namespace

std::span<const KeyWord> key_words() {
    return key_list;
}
std::span<const Word> words() {
    return word_list;
}

const NameTable& key_table(Where where) {
    static const auto made = tables<wheres>(key_list, [](auto& all, const KeyWord& row) {
        auto& table = all[static_cast<std::size_t>(row.where)];
        table.add(row.zh, static_cast<NameTable::Number>(row.key));
        table.add(row.en, static_cast<NameTable::Number>(row.key));
    });
    return made[static_cast<std::size_t>(where)];
}

std::string_view key_name(Key key) {
    for (const auto& row : key_list)
        if (row.key == key) return row.zh;
    return {};
}

const NameTable& word_table(Words list) {
    static const auto made = tables<word_lists>(word_list, [](auto& all, const Word& row) {
        auto& table = all[static_cast<std::size_t>(row.list)];
        table.add(row.zh, row.number);
        table.add(row.en, row.number);
    });
    return made[static_cast<std::size_t>(list)];
}

bool is_fixed(const NameTable& table) {
    for (std::size_t i = 0; i < wheres; ++i)
        if (&table == &key_table(static_cast<Where>(i))) return true;
    for (std::size_t i = 0; i < word_lists; ++i)
        if (&table == &word_table(static_cast<Words>(i))) return true;
    return false;
}

namespace spelling {

std::span<const Scale> money() {
    return money_words;
}
std::span<const Scale> periods() {
    return period_words;
}
std::span<const std::string_view> heads() {
    return head_words;
}
int numeral(char32_t character) {
    if (character == U'两') return 2;
    const auto at = numerals.find(character);
    if (at == std::u32string_view::npos) return -1;
    return at == 11 ? 100 : static_cast<int>(at);
}
std::span<const std::string_view> counters() {
    static constexpr auto words =
        std::to_array<std::string_view>({"位", "户", "个", "家", "张", "份", "件", "次", "票数", "名代表", "名党员"});
    return words;
}
std::int64_t any_numeral(char32_t character) {
    if (const int plain = numeral(character); plain >= 0) return plain;
    constexpr std::u32string_view capitals = U"零壹贰叁肆伍陆柒捌玖拾佰";
    if (const auto at = capitals.find(character); at != capitals.npos) return at == 11 ? 100 : static_cast<std::int64_t>(at);
    switch (character) {
        case U'千':
        case U'仟': return 1000;
        case U'万':
        case U'萬': return 10'000;
        case U'亿': return 100'000'000;
        default: return -1;
    }
}
std::span<const std::string_view> money_before() {
    static constexpr auto words = std::to_array<std::string_view>({"人民币", "￥", "¥", "RMB", "共计", "共", "计"});
    return words;
}
std::span<const std::string_view> yuan_words() {
    static constexpr auto words = std::to_array<std::string_view>({"元", "圆", "块钱", "块"});
    return words;
}
std::span<const std::string_view> money_after() {
    static constexpr auto words = std::to_array<std::string_view>({"整", "人民币", "正"});
    return words;
}
std::span<const DayPart> day_parts() {
    static constexpr auto parts = std::to_array<DayPart>({{"凌晨", 0, 6},
                                                          {"清晨", 4, 9},
                                                          {"早上", 4, 11},
                                                          {"早晨", 4, 11},
                                                          {"上午", 5, 11},
                                                          {"中午", 11, 14},
                                                          {"正午", 12, 12},
                                                          {"午后", 12, 18},
                                                          {"下午", 12, 19},
                                                          {"傍晚", 16, 20},
                                                          {"晚上", 17, 23},
                                                          {"晚间", 17, 23},
                                                          {"夜里", 18, 23},
                                                          {"晚", 17, 23},
                                                          {"am", 0, 11},
                                                          {"AM", 0, 11},
                                                          {"pm", 12, 23},
                                                          {"PM", 12, 23}});
    return parts;
}
std::span<const std::string_view> date_signs(int part) {
    static constexpr auto years = std::to_array<std::string_view>({"-", "/", ".", "年", "—", "–", "－", "、", " "});
    static constexpr auto months = std::to_array<std::string_view>({"-", "/", ".", "月", "—", "–", "－", "、", " "});
    static constexpr auto days = std::to_array<std::string_view>({"日", "号"});
    return part == 0 ? std::span<const std::string_view>(years) : part == 1 ? std::span<const std::string_view>(months) : days;
}
std::span<const std::string_view> hour_signs() {
    static constexpr auto signs = std::to_array<std::string_view>({":", "：", "点钟", "点", "时", "∶", "."});
    return signs;
}
std::span<const std::string_view> day_ranges() {
    static constexpr auto words = std::to_array<std::string_view>({"至", "到", "——", "—", "–", "~", "～", "-"});
    return words;
}
std::span<const std::string_view> negations() {
    static constexpr auto words = std::to_array<std::string_view>({"不是", "不", "非", "没有", "没", "未", "无"});
    return words;
}
const std::string_view minute = "分";
const std::string_view half_hour = "半";
const std::string_view quarter = "一刻";
const std::string_view tenths = "成";
const std::string_view one_half = "一半";
const std::string_view ten_thousand = "万";
const std::string_view hundred_million = "亿";
const std::string_view yuan = "元";
const std::string_view parts_of = "分之";
const std::string_view per_cent = "百分之";
const std::string_view half = "半数";
const std::string_view separator = "、";

}  // namespace spelling
}  // namespace guicheng::cases
