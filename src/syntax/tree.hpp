#pragma once
// The tree of a rule file: words in their places, nothing looked up yet.
// In: source text. Out: File, with every node's span. Holds after it: each statement has the shape that the grammar of
// docs/language.md gives it. Not its job: whether a name exists or a type fits (model).
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/day.hpp"
#include "base/number.hpp"
#include "base/source.hpp"
#include "syntax/keywords.hpp"

namespace guicheng::syntax {

struct Name {
    std::string text;
    base::Span span;
    bool quoted = false;  ///< 「…」: never a keyword
};

struct Text {
    std::string text;
    base::Span span;
};

enum class QuantityKind : std::uint8_t { integer, money, period, share, date };
enum class QuantityUnit : std::uint8_t { none, day, working_day, week, month, year };

/// One bound: comparison (if written), number, unit. integer: value; money: fen; date: day number; share: num/den; period: amount + unit.
struct Bound {
    std::optional<base::Comparison> op;
    QuantityKind kind = QuantityKind::integer;
    std::int64_t value = 0;
    base::Fraction share;
    QuantityUnit unit = QuantityUnit::none;
    base::Span span;
};

/// A word that is one or two bounds (two: both hold).
struct Quantity {
    std::vector<Bound> bounds;
    bool soft = false;  ///< 左右
    base::Span span;
};

/// Expressions as written. Children are indices into File::expressions, always smaller than the node's own index.
using ExprIndex = std::uint32_t;
inline constexpr ExprIndex no_expr = UINT32_MAX;

enum class ExprKind : std::uint8_t {
    name,       ///< name
    attribute,  ///< name "." member; name is 本次 where `current`
    quantity,
    text,
    negate,  ///< 非 left
    all,
    any,       ///< parts joined by 且 / 或
    compare,   ///< left op right (是, 不是, comparison words between operands, 早于 …)
    between,   ///< left 在 right 至 parts[0] 之间
    bounded,   ///< left quantity (金额 20万元以上)
    member,    ///< left 属于 names (negated: 不属于)
    contains,  ///< left 包括 names
    recorded,  ///< left 已记载
    done,      ///< left(name) 已办
    exists,
    every,
    count,  ///< name, left = condition in the parentheses or no_expr
    add,
    subtract,
    multiply,
    days_between,
    working_days_between  ///< left 至 right 日数 / 工作日数
};

struct Expr {
    ExprKind kind = ExprKind::name;
    base::Comparison op = base::Comparison::equal;
    bool negated = false;
    bool current = false;
    Name name;
    Name member;
    Quantity quantity;
    Text text;
    ExprIndex left = no_expr;
    ExprIndex right = no_expr;
    std::vector<ExprIndex> parts;
    std::vector<Name> names;
    base::Span span;
};

/// 依据 and 释义 of the nearest part on their left.
struct Grounds {
    std::vector<Name> citations;
    std::vector<Text> interpretations;
};

struct Condition {
    ExprIndex expr = no_expr;
    Grounds grounds;
    base::Span span;
};

/// 否则 …
struct Consequence {
    Keyword word = Keyword::void_;   ///< 无效, 不予受理, 不得实施, 可补正, 通报, 限期改正, 追责, 退回, 启动
    std::optional<Name> target;      ///< 追责 whom, 退回 where, 启动 what
    std::optional<Quantity> period;  ///< 限期改正
    Grounds grounds;
    base::Span span;
};

/// A stop of a time limit: what lasts, from one event to another, or (neither) while the case is suspended.
struct StopTerm {
    std::optional<Name> event;
    std::optional<Name> until;
    base::Span span;
};

/// From where a time limit runs: the first or latest of an event's acts, a step or a date.
struct StartTerm {
    std::optional<Keyword> which;  ///< 首次, 末次
    base::Span which_span;         ///< of that word
    Name name;
    ExprIndex expr = no_expr;  ///< the name as an operand, where no `which` is written
};

struct Modifiers {
    Grounds grounds;                        ///< of the requirement itself
    std::vector<Condition> conditions;      ///< 当 (more than one is an error of the check)
    std::vector<Condition> exceptions;      ///< 除外
    std::vector<Consequence> consequences;  ///< 否则
    std::optional<Name> profile;            ///< 计期
    std::optional<Bound> in_force_from;     ///< 自 … 施行
    std::vector<StopTerm> stops;            ///< 扣除
    base::Span span;
};

struct Prerequisite {
    enum class Kind : std::uint8_t { leaf, all, any } kind = Kind::leaf;
    Name step;
    bool whatever_outcome = false;
    std::vector<Prerequisite> parts;
    base::Span span;
};

struct TypeExpr {
    Keyword word = Keyword::type_boolean;  ///< 选项 清单 金额 整数 日期 是否 文本 人员 比例 期限
    std::vector<Name> names;               ///< of 选项, 清单
    bool has_names = false;
    base::Span span;
};

struct Field {
    Name name;
    TypeExpr type;
    Modifiers modifiers;
    base::Span span;
};

struct Situation {
    ExprIndex condition = no_expr;  ///< no_expr: 其余
    ExprIndex demand = no_expr;     ///< no_expr: 未规定
    std::vector<Name> names{};      ///< of a band of 分级, in place of `demand`: who decides
    Grounds grounds{};              ///< of a band
    base::Span span;
};

/// Any statement. `head` says which members are meant; the others are empty.
struct Statement {
    Keyword head = Keyword::step;
    base::Span head_span;
    std::optional<Keyword> aspect;  ///< 公示 内容: contents; 未通过 则: return_to, end, suspend; 时限: no_later_than, or
                                    ///< which of several starts; 结论/未作 inside 认定 are fields below
    std::optional<Name> label;
    std::optional<Name> medium;               ///< 公示 媒介: where it hangs
    std::optional<base::Span> in_total;       ///< 公示 累计: where the word stands
    std::optional<base::Span> all_different;  ///< 签批 互不相同: likewise
    std::optional<base::Span> sealed;         ///< 签批 盖章
    std::optional<Keyword> modality;          ///< 必须 不得 原则上 可以
    base::Span modality_span;
    std::optional<Name> member_class;  ///< 到会, 赞成: of which class the persons are
    std::optional<Name> name;          ///< of 规程, 参数, 认定, 事件, 步骤, 会议, 退回 …; 断言: 到达
    std::optional<Name> second_name;   ///< 断言: 必经; 分级: 按
    std::vector<Name> names;           ///< 主体, 会议体, 由, 形式, 表决方式, 来源, 分离, 签批; the set of 内容/记录 包括
    std::optional<Keyword> denominator;
    std::optional<Quantity> quantity;              ///< threshold, length; 委托表决 每人 至多
    std::optional<base::Comparison> parameter_op;  ///< a threshold or length given by a parameter: its comparison …
    std::optional<Name> parameter;                 ///< … and its name
    std::optional<Text> text;                      ///< 全称, 版本
    std::optional<Bound> date;                     ///< 施行, 废止
    std::optional<TypeExpr> type;                  ///< 参数; 认定 结论
    std::optional<Quantity> when_none_quantity;    ///< 认定 未作 视为: a quantity …
    std::optional<Name> when_none;                 ///< … or a name (是, 否, a choice)
    std::vector<Statement> ways;                   ///< 到会, 赞成 … 或 …: the other ways, each with a threshold alone
    std::vector<StartTerm> starts;                 ///< 时限 自 …
    ExprIndex expr = no_expr;           ///< 要求, 适用 (the same as its condition's), 时限 不迟于; of a threshold: what a step recorded
    std::vector<Situation> situations;  ///< 分情形, 分级
    std::optional<Prerequisite> prerequisite;
    std::optional<Condition> condition;  ///< 步骤 … 当; 适用 当 (its grounds stand in modifiers too)
    std::vector<Field> fields;           ///< 事项, 记载
    std::vector<Statement> block;        ///< 规程, 步骤, 会议, 认定 (由), 事件 (由, 记载)
    Modifiers modifiers;
    base::Span span;
};

struct File {
    base::SourcePtr source;
    std::vector<Statement> procedures;
    std::vector<Expr> expressions;
};

}  // namespace guicheng::syntax
