#include "samples.hpp"

namespace guicheng::test {

using base::Comparison;
using model::Effect;
using model::RequirementKind;
using verdict::Finding;
using verdict::Result;
using verdict::Status;

base::Day day(std::int32_t year, int month, int day_of_month) {
    return base::to_day({year, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day_of_month)});
}

Finding finding(std::string id, RequirementKind kind, Result result) {
    Finding made;
    made.requirement = std::move(id);
    made.kind = kind;
    made.result = result;
    return made;
}

namespace {

verdict::Attempt attempt(std::int32_t number, std::int32_t record, base::Day on, Status status) {
    verdict::Attempt made;
    made.number = number;
    made.record = record;
    made.start = base::Moment{on, -1};
    made.end = made.start;
    made.status = status;
    made.serving = true;
    made.counts = true;
    return made;
}

verdict::Numbers ratio(verdict::Measure measure, Comparison op, base::Fraction share, model::Denominator denominator, std::int64_t base,
                       std::int64_t needed, std::int64_t found) {
    verdict::Numbers numbers;
    numbers.measure = measure;
    numbers.op = op;
    numbers.share = share;
    numbers.denominator = denominator;
    numbers.base = base;
    numbers.needed = needed;
    numbers.found = found;
    return numbers;
}

Finding record_evidence(Finding made, std::int32_t record) {
    made.evidence.push_back({record, {}, {}});
    return made;
}

verdict::Verdict head() {
    verdict::Verdict made;
    made.engine = "0.1.0";
    made.procedure = "四议两公开";
    made.full_title = "四议两公开工作法";
    made.version = "2014.12";
    made.procedure_identity = "0f3c6a52d1";
    made.case_id = "李家湾-2024-003";
    made.case_identity = "9be1774402";
    made.as_of = day(2024, 10, 20);
    made.as_of_source = verdict::AsOfSource::case_file;
    made.years = {{2024, "国办发明电〔2023〕7号", "77aa"}};
    auto applies = finding("适用", RequirementKind::free_form, Result::satisfied);
    applies.citations = {"xj.2.1.10"};
    applies.evidence = {{-1, "类别", "集体资产处置"}};
    made.applies = applies;
    return made;
}

verdict::StepVerdict done_step(std::string name, std::int32_t record, base::Day on) {
    verdict::StepVerdict step;
    step.name = name;
    step.state = verdict::StepState::done;
    auto made = attempt(1, record, on, Status::valid);
    made.findings = {finding(name + ".主体", RequirementKind::actor, Result::satisfied)};
    step.attempts.push_back(made);
    return step;
}

Finding posting_finding(Result result) {
    auto posting = record_evidence(finding("方案公示.公示.期限", RequirementKind::posting_length, result), 1);
    posting.effect = Effect::curable;
    posting.citations = {"jx.2.6.3"};
    verdict::Numbers numbers;
    numbers.measure = verdict::Measure::working_days;
    numbers.needed = 20;
    numbers.found = 15;
    posting.numbers = numbers;
    verdict::Counting counting;
    counting.from = day(2024, 9, 14);
    counting.through = day(2024, 10, 12);
    counting.unit = calendar::Unit::working_days;
    counting.last_day = day(2024, 10, 18);
    posting.counting = counting;
    return posting;
}

verdict::StepVerdict posting_step(Result result) {
    verdict::StepVerdict step;
    step.name = "方案公示";
    step.state = verdict::StepState::done;
    auto made = attempt(1, 1, day(2024, 9, 14), result == Result::violated ? Status::flawed : Status::pending);
    if (result == Result::violated) {
        made.end = base::Moment{day(2024, 10, 12), -1};
    } else {
        made.end.reset();
    }
    auto contents = record_evidence(finding("方案公示.公示.内容", RequirementKind::posting_contents, Result::violated), 1);
    contents.effect = Effect::curable;
    contents.citations = {"jx.2.6.4"};
    contents.lacking = {"理由", "依据"};
    made.findings = {finding("方案公示.顺序", RequirementKind::order, Result::satisfied), posting_finding(result), contents};
    step.attempts.push_back(made);
    return step;
}

verdict::VoteCount count(std::int64_t present, std::int64_t yes, std::int64_t no, std::int64_t abstain) {
    return {45, present, yes, no, abstain, 0};
}

}  // namespace

verdict::Verdict void_case() {
    auto made = head();
    made.status = verdict::CaseStatus::void_;
    made.steps = {done_step("提议", 0, day(2024, 9, 2)), posting_step(Result::violated)};

    verdict::StepVerdict decision;
    decision.name = "决议";
    decision.state = verdict::StepState::attempted;
    auto held = attempt(1, 3, day(2024, 10, 13), Status::void_);
    held.outcome = verdict::Outcome::carried;
    held.vote = count(29, 23, 4, 2);
    auto quorum = record_evidence(finding("决议.村民代表会议.到会", RequirementKind::attendance, Result::violated), 3);
    quorum.effect = Effect::void_;
    quorum.citations = {"xj.2.1.10"};
    quorum.numbers = ratio(verdict::Measure::persons, Comparison::greater_equal, {2, 3}, model::Denominator::entitled, 45, 30, 29);
    quorum.interpretations = {"来源未写人数要求，取村民委员会组织法"};
    auto approval = finding("决议.村民代表会议.赞成", RequirementKind::approval, Result::satisfied);
    approval.numbers = ratio(verdict::Measure::votes, Comparison::greater, {1, 2}, model::Denominator::present, 29, 15, 23);
    auto notice = record_evidence(finding("决议.材料", RequirementKind::materials, Result::violated), 3);
    notice.effect = Effect::curable;
    notice.effect_written = true;
    verdict::Numbers days;
    days.measure = verdict::Measure::working_days;
    days.needed = 1;
    days.found = 0;
    notice.numbers = days;
    notice.counting = verdict::Counting{
        day(2024, 10, 12), day(2024, 10, 13), calendar::Unit::working_days, calendar::Profile::civil_code, day(2024, 10, 11), false};
    auto ballot = finding("决议.村民代表会议.表决方式", RequirementKind::ballot_form, Result::not_applicable);
    ballot.why = verdict::Why::condition_false;
    held.findings = {finding("决议.顺序", RequirementKind::order, Result::satisfied),
                     finding("决议.承袭", RequirementKind::inherited, Result::satisfied),
                     quorum,
                     approval,
                     notice,
                     ballot};
    decision.attempts.push_back(held);
    made.steps.push_back(decision);

    verdict::StepVerdict publication;
    publication.name = "决议公开";
    publication.state = verdict::StepState::attempted;
    auto posted = attempt(1, 4, day(2024, 10, 15), Status::void_);
    auto inherited = finding("决议公开.承袭", RequirementKind::inherited, Result::violated);
    inherited.causes = {{verdict::CauseKind::void_, "决议", 1, {}}};
    inherited.evidence = {{4, {}, {}}, {3, {}, {}}};
    posted.findings = {finding("决议公开.顺序", RequirementKind::order, Result::satisfied), inherited};
    publication.attempts.push_back(posted);
    made.steps.push_back(publication);
    made.notes = {{verdict::NoteKind::after_as_of, 5, "决议公开"}, {verdict::NoteKind::superseded, 2, "决议"}};
    made.duties = {{"决议.材料", model::Sanction::accountability, "村党支部书记", std::nullopt}};
    return made;
}

verdict::Verdict running_case() {
    auto made = head();
    made.as_of = day(2024, 10, 12);
    made.as_of_source = verdict::AsOfSource::given;
    made.status = verdict::CaseStatus::in_progress;
    made.steps = {done_step("提议", 0, day(2024, 9, 2)), posting_step(Result::pending)};
    made.steps.back().attempts.front().findings.pop_back();
    verdict::StepVerdict decision;
    decision.name = "决议";
    decision.state = verdict::StepState::not_yet;
    auto owed = finding("决议.办理", RequirementKind::owed, Result::pending);
    decision.findings = {owed};
    made.steps.push_back(decision);
    made.next = {{"决议", {"村民代表会议"}, day(2024, 10, 19), day(2024, 11, 18)}};
    return made;
}

verdict::Verdict undecided_case() {
    auto made = head();
    made.status = verdict::CaseStatus::undetermined;
    made.outcome = verdict::Outcome::lost;
    made.closed = day(2024, 10, 20);
    verdict::StepVerdict decision;
    decision.name = "决议";
    decision.state = verdict::StepState::undetermined;
    auto held = attempt(2, 3, day(2024, 10, 13), Status::undetermined);
    held.start->minute = 14 * 60 + 5;
    held.end = held.start;
    held.outcome = verdict::Outcome::lost;
    held.vote = verdict::VoteCount{45, std::nullopt, 14, 12, std::nullopt, std::nullopt};
    auto quorum = record_evidence(finding("决议.村民代表会议.到会", RequirementKind::attendance, Result::undetermined), 3);
    quorum.effect = Effect::void_;
    quorum.numbers = ratio(verdict::Measure::persons, Comparison::greater_equal, {2, 3}, model::Denominator::entitled, 45, 30, 26);
    quorum.numbers->found_high = 45;
    quorum.missing = {{verdict::MissingKind::act_count, "present", 0}, {verdict::MissingKind::parameter, "远程计入", 0}};
    auto approval = finding("决议.村民代表会议.赞成", RequirementKind::approval, Result::not_reached);
    approval.numbers = ratio(verdict::Measure::votes, Comparison::greater, {1, 2}, model::Denominator::present, 30, 16, 14);
    auto reply = record_evidence(finding("决议.时限", RequirementKind::deadline, Result::violated), 3);
    reply.effect = Effect::curable;
    reply.citations = {"jx.2.1.7", "jx.2.1.8"};
    verdict::Numbers days;
    days.measure = verdict::Measure::days;
    days.op = Comparison::less_equal;
    days.needed = 15;
    reply.numbers = days;
    reply.counting = verdict::Counting{
        day(2024, 9, 16), day(2024, 10, 13), calendar::Unit::days, calendar::Profile::civil_code, day(2024, 10, 8), true, day(2024, 10, 1)};
    auto situation = finding("决议.分类", RequirementKind::choice, Result::unregulated);
    situation.situation = 3;
    auto notice = finding("决议.材料", RequirementKind::materials, Result::excused);
    notice.modality = model::Modality::should;
    notice.citations = {"xj.2.1.9"};
    held.findings = {quorum, approval, reply, situation, notice};
    decision.attempts.push_back(held);
    auto late = finding("决议.答复", RequirementKind::deadline, Result::undetermined);
    late.missing = {{verdict::MissingKind::calendar_year, {}, 2031}};
    decision.findings = {late};
    made.steps.push_back(decision);
    verdict::StepVerdict skipped;
    skipped.name = "听证";
    skipped.state = verdict::StepState::skipped;
    auto owed = finding("听证.办理", RequirementKind::owed, Result::not_applicable);
    owed.why = verdict::Why::skipped;
    skipped.findings = {owed};
    made.steps.push_back(skipped);
    auto own = finding("要求", RequirementKind::free_form, Result::violated);
    own.modality = model::Modality::must_not;
    own.effect = Effect::curable;
    own.causes = {{verdict::CauseKind::charged, "决议", 2, "决议.材料"}};
    made.findings = {own};
    made.duties = {{"决议.时限", model::Sanction::correction, {}, day(2024, 11, 1)},
                   {"决议.时限", model::Sanction::return_to, "商议", std::nullopt}};
    made.notes = {{verdict::NoteKind::unknown_event, 6, "来信"}};
    return made;
}

}  // namespace guicheng::test
