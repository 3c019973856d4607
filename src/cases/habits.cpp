// What people write where a case file has a word or a key of its own: offered, never taken.
#include <array>

#include "cases/keys.hpp"

namespace guicheng::cases {
namespace {

/// Words that are near in meaning and far in letters.
struct Meant {
    Words list;
    std::string_view written, meant;
};
constexpr auto meant_list = std::to_array<Meant>({
    {Words::ballot_form, "不计名", "无记名"},
    {Words::ballot_form, "不记名", "无记名"},
    {Words::ballot_form, "不记名投票", "无记名"},
    {Words::ballot_form, "不计名投票", "无记名"},
    {Words::ballot_form, "秘密投票", "无记名"},
    {Words::ballot_form, "匿名", "无记名"},
    {Words::ballot_form, "无记名表决", "无记名"},
    {Words::ballot_form, "记名表决", "记名"},
    {Words::ballot_form, "实名制", "记名"},
    {Words::ballot_form, "实名", "记名"},
    {Words::ballot_form, "实名投票", "记名"},
    {Words::ballot_form, "口头表决", "公开"},
    {Words::ballot_form, "anonymous", "secret"},
    {Words::vote, "支持", "赞成"},
    {Words::vote, "不同意", "反对"},
    {Words::vote, "作废", "废票"},
    {Words::vote, "无效票", "废票"},
    {Words::declared, "否决", "未通过"},
    {Words::declared, "不通过", "未通过"},
    {Words::declared, "通过了", "通过"},
    {Words::declared, "没通过", "未通过"},
    {Words::declared, "没有通过", "未通过"},
    {Words::outcome, "否决", "未通过"},
    {Words::outcome, "不通过", "未通过"},
    {Words::outcome, "没通过", "未通过"},
    {Words::vote, "赞成票", "赞成"},
    {Words::vote, "同意票", "赞成"},
    {Words::vote, "反对票", "反对"},
    {Words::vote, "弃权票", "弃权"},
    {Words::vote, "不赞成", "反对"},
    {Words::way, "线上", "远程"},
    {Words::way, "网上", "远程"},
    {Words::way, "视频", "远程"},
    {Words::way, "到场", "现场"},
    {Words::completeness, "齐全", "完整"},
    {Words::completeness, "不完整", "不全"},
    {Words::completeness, "不齐", "不全"},
    {Words::boolean, "真", "是"},
    {Words::boolean, "假", "否"},
    {Words::boolean, "对", "是"},
    {Words::boolean, "Y", "yes"},
    {Words::boolean, "y", "yes"},
    {Words::boolean, "1", "是"},
    {Words::boolean, "√", "是"},
    {Words::boolean, "✓", "是"},
    {Words::boolean, "不是", "否"},
    {Words::boolean, "不", "否"},
    {Words::boolean, "没有", "无"},
    {Words::boolean, "没", "无"},
    {Words::boolean, "N", "no"},
    {Words::boolean, "n", "no"},
    {Words::boolean, "0", "否"},
    {Words::boolean, "×", "否"},
    {Words::boolean, "✗", "否"},
    {Words::boolean, "True", "true"},
    {Words::boolean, "TRUE", "true"},
    {Words::boolean, "False", "false"},
    {Words::boolean, "FALSE", "false"},
    {Words::boolean, "Yes", "yes"},
    {Words::boolean, "YES", "yes"},
    {Words::boolean, "No", "no"},
    {Words::boolean, "NO", "no"},
});

/// Keys that are near in meaning and far in letters.
struct MeantKey {
    Where where;
    std::string_view written;
    Key meant;
};
constexpr auto meant_keys = std::to_array<MeantKey>({
    {Where::top, "案号", Key::case_},
    {Where::top, "案件编号", Key::case_},
    {Where::top, "案卷", Key::case_},
    {Where::top, "编号", Key::case_},
    {Where::top, "程序", Key::procedure},
    {Where::top, "办法", Key::procedure},
    {Where::top, "规则", Key::procedure},
    {Where::top, "制度", Key::procedure},
    {Where::top, "截止", Key::as_of},
    {Where::top, "办结", Key::closed},
    {Where::top, "基本情况", Key::matter},
    {Where::top, "案情", Key::matter},
    {Where::top, "事由", Key::matter},
    {Where::top, "名单", Key::rolls},
    {Where::top, "人员", Key::rolls},
    {Where::top, "人员名册", Key::rolls},
    {Where::top, "人员名单", Key::rolls},
    {Where::top, "成员", Key::rolls},
    {Where::top, "过程", Key::acts},
    {Where::top, "流程", Key::acts},
    {Where::top, "办理经过", Key::acts},
    {Where::top, "办理过程", Key::acts},
    {Where::top, "期望", Key::expected},
    {Where::top, "说明", Key::remark},
    {Where::top, "附注", Key::remark},
    {Where::act, "程序", Key::step},
    {Where::act, "环节", Key::step},
    {Where::act, "阶段", Key::step},
    {Where::act, "时间", Key::date},
    {Where::act, "日子", Key::date},
    {Where::act, "办理日期", Key::date},
    {Where::act, "办理时间", Key::date},
    {Where::act, "会议日期", Key::date},
    {Where::act, "会议时间", Key::date},
    {Where::act, "开始", Key::start},
    {Where::act, "起始", Key::start},
    {Where::act, "自", Key::start},
    {Where::act, "从", Key::start},
    {Where::act, "结束", Key::end},
    {Where::act, "截止", Key::end},
    {Where::act, "终止", Key::end},
    {Where::act, "至", Key::end},
    {Where::act, "到", Key::end},
    {Where::act, "主体", Key::by},
    {Where::act, "负责人", Key::by},
    {Where::act, "承办人", Key::by},
    {Where::act, "经办人", Key::by},
    {Where::act, "办理人", Key::by},
    {Where::act, "承办单位", Key::by},
    {Where::act, "办理单位", Key::by},
    {Where::act, "责任单位", Key::by},
    {Where::act, "应出席", Key::entitled},
    {Where::act, "应到会", Key::entitled},
    {Where::act, "出席", Key::present},
    {Where::act, "实到", Key::present},
    {Where::act, "参会", Key::present},
    {Where::act, "同意", Key::yes},
    {Where::act, "不同意", Key::no},
    {Where::act, "不赞成", Key::no},
    {Where::act, "无效票", Key::spoiled},
    {Where::act, "作废票", Key::spoiled},
    {Where::act, "投票方式", Key::ballot_form},
    {Where::act, "投票", Key::ballots},
    {Where::act, "公示内容", Key::contents},
    {Where::act, "公告内容", Key::contents},
    {Where::act, "会议记录", Key::minutes},
    {Where::act, "会议地点", Key::place},
    {Where::act, "结果", Key::declared},
    {Where::act, "表决结果", Key::declared},
    {Where::act, "宣布", Key::declared},
    {Where::act, "原因", Key::reason},
    {Where::act, "事由", Key::reason},
    {Where::act, "序号", Key::id},
    {Where::act, "说明", Key::remark},
    {Where::act, "附注", Key::remark},
    {Where::act, "attended", Key::present},
    {Where::act, "attendance", Key::present},
    {Where::act, "in_favour", Key::yes},
    {Where::act, "in_favor", Key::yes},
    {Where::act, "for", Key::yes},
    {Where::act, "against", Key::no},
    {Where::act, "abstained", Key::abstain},
    {Where::act, "actor", Key::by},
    {Where::ballot, "name", Key::who},
    {Where::ballot, "姓名", Key::who},
    {Where::ballot, "人", Key::who},
    {Where::ballot, "投票人", Key::who},
    {Where::ballot, "意见", Key::vote},
    {Where::ballot, "表决", Key::vote},
    {Where::ballot, "投票", Key::vote},
    {Where::ballot, "代理人", Key::by_proxy},
    {Where::ballot, "受托人", Key::by_proxy},
    {Where::run, "媒体", Key::medium},
    {Where::run, "渠道", Key::medium},
    {Where::run, "地点", Key::medium},
    {Where::run, "位置", Key::medium},
    {Where::run, "开始", Key::start},
    {Where::run, "自", Key::start},
    {Where::run, "从", Key::start},
    {Where::run, "结束", Key::end},
    {Where::run, "至", Key::end},
    {Where::run, "到", Key::end},
    {Where::roll, "应到", Key::number},
    {Where::roll, "总数", Key::number},
    {Where::parameter, "数值", Key::value},
    {Where::parameter, "取值", Key::value},
    {Where::parameter, "起", Key::from},
    {Where::parameter, "从", Key::from},
    {Where::parameter, "来源", Key::authority},
    {Where::parameter, "根据", Key::authority},
});

/// What a key says of its kind without saying more.
constexpr auto idle_ends = std::to_array<std::string_view>({"人数", "票数", "日期", "时间", "名称", "情况", "内容", "票", "数", "号"});

}  // namespace

std::string_view meant_word(Words list, std::string_view written) {
    for (const auto& row : meant_list)
        if (row.list == list && row.written == written) return row.meant;
    return {};
}

std::string_view meant_key(Where where, std::string_view written) {
    const auto meant = [&](std::string_view word) {
        for (const auto& row : meant_keys)
            if (row.where == where && row.written == word) return key_name(row.meant);
        const auto found = key_table(where).find(word);
        return found == NameTable::none ? std::string_view() : key_name(static_cast<Key>(found));
    };
    if (const auto whole = meant(written); !whole.empty()) return whole;
    for (const std::string_view end : idle_ends)
        if (written.ends_with(end))
            if (const auto rest = meant(written.substr(0, written.size() - end.size())); !rest.empty()) return rest;
    return {};
}

}  // namespace guicheng::cases
