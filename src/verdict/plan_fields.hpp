#pragma once
// How a plan is laid out in JSON: see fields.hpp. It is only written.
#include "verdict/fields.hpp"
#include "verdict/plan.hpp"

namespace guicheng::verdict {

/// The structs of a plan that become JSON objects.
template <class T>
concept DescribedPlan =
    Of<T, PlannedDay> || Of<T, calendar::Period> || Of<T, Ask> || Of<T, PlannedPosting> || Of<T, PlannedLength> ||
    Of<T, PlannedMaterials> || Of<T, PlannedDue> || Of<T, PlannedOpening> || Of<T, WaitedLimit> || Of<T, PlannedStep> || Of<T, WaitedFor> ||
    Of<T, WaitingStep> || Of<T, LostStep> || Of<T, PlannedOwed> || Of<T, WishTask> || Of<T, Wish> || Of<T, Outlook> || Of<T, Outlooks>;

template <class Archive, Of<PlannedDay> T>
void describe(Archive& archive, T& value) {
    archive.optional("day", value.day);
    archive.optional("missing_year", value.missing_year);
}

template <class Archive, Of<calendar::Period> T>
void describe(Archive& archive, T& value) {
    archive.field("amount", value.amount);
    archive.field("unit", value.unit);
}

template <class Archive, Of<Ask> T>
void describe(Archive& archive, T& value) {
    archive.field("requirement", value.requirement);
    archive.field("citations", value.citations);
    archive.optional("period", value.period);
    archive.field("profile", value.profile);
    archive.field("exceeds", value.exceeds);
    archive.field("in_principle", value.in_principle);
    archive.field("conditional", value.conditional);
}

template <class Archive, Of<PlannedPosting> T>
void describe(Archive& archive, T& value) {
    archive.field("step", value.step);
    archive.field("start", value.start);
    archive.field("complete", value.complete);
    archive.optional("taken_down", value.taken_down);
    archive.field("ask", value.ask);
}

template <class Archive, Of<PlannedLength> T>
void describe(Archive& archive, T& value) {
    archive.field("complete", value.complete);
    archive.field("ask", value.ask);
}

template <class Archive, Of<PlannedMaterials> T>
void describe(Archive& archive, T& value) {
    archive.field("deliver_by", value.deliver_by);
    archive.field("if_delivered_as_of", value.if_today);
    archive.field("ask", value.ask);
}

template <class Archive, Of<PlannedDue> T>
void describe(Archive& archive, T& value) {
    archive.field("due", value.day);
    archive.field("overdue", value.overdue);
    archive.field("stopped", value.stopped);
    archive.optional("begin_by", value.begin_by);
    archive.field("ask", value.ask);
}

template <class Archive, Of<PlannedOpening> T>
void describe(Archive& archive, T& value) {
    archive.field("day", value.day);
    archive.field("ask", value.ask);
}

template <class Archive, Of<WaitedLimit> T>
void describe(Archive& archive, T& value) {
    archive.field("day", value.day);
    archive.field("step", value.step);
    archive.field("ask", value.ask);
}

template <class Archive, Of<PlannedStep> T>
void describe(Archive& archive, T& value) {
    archive.field("step", value.step);
    archive.field("actors", value.actors);
    archive.field("optional", value.optional);
    archive.field("condition_unknown", value.condition_unknown);
    archive.field("earliest", value.earliest);
    archive.field("postings", value.postings);
    archive.field("lengths", value.lengths);
    archive.field("materials", value.materials);
    archive.field("openings", value.openings);
    archive.field("deadlines", value.due);
}

template <class Archive, Of<WaitedFor> T>
void describe(Archive& archive, T& value) {
    describe(archive, value.cause);
    archive.optional("choice", value.choice);
    archive.optional("way", value.way);
}

template <class Archive, Of<WaitingStep> T>
void describe(Archive& archive, T& value) {
    archive.field("step", value.step);
    archive.field("optional", value.optional);
    archive.field("earliest", value.earliest);
    archive.field("causes", value.causes);
    archive.field("openings", value.openings);
    archive.field("deadlines", value.due);
}

template <class Archive, Of<LostStep> T>
void describe(Archive& archive, T& value) {
    archive.field("step", value.step);
    archive.field("optional", value.optional);
    archive.optional("since", value.since);
    archive.field("ever", value.ever);
    archive.field("earliest", value.earliest);
    archive.field("deadline", value.due);
}

template <class Archive, Of<PlannedOwed> T>
void describe(Archive& archive, T& value) {
    archive.field("requirement", value.requirement);
    archive.field("citations", value.citations);
    archive.field("result", value.result);
}

template <class Archive, Of<WishTask> T>
void describe(Archive& archive, T& value) {
    archive.field("kind", value.kind);
    archive.field("step", value.step);
    archive.field("actors", value.actors);
    archive.field("latest", value.latest);
    archive.field("past", value.past);
    archive.field("blocks", value.blocks);
    archive.field("alternative", value.alternative);
    archive.field("others", value.others);
    archive.optional("ask", value.ask);
    archive.field("late", value.late);
    archive.optional("opening", value.opening);
    archive.optional("limit", value.limit);
    archive.optional("not_before", value.not_before);
}

template <class Archive, Of<Wish> T>
void describe(Archive& archive, T& value) {
    archive.field("step", value.step);
    archive.field("day", value.day);
    archive.field("status", value.status);
    archive.field("tasks", value.tasks);
    archive.optional("since", value.since);
    archive.optional("opening", value.opening);
    archive.optional("deadline", value.due);
    archive.field("earliest", value.earliest);
}

template <class Archive, Of<Outlook> T>
void describe(Archive& archive, T& value) {
    archive.field("procedure", value.verdict.procedure);
    archive.field("version", value.verdict.version);
    archive.field("procedure_identity", value.verdict.procedure_identity);
    archive.field("case_id", value.verdict.case_id);
    archive.field("case_identity", value.verdict.case_identity);
    archive.optional("as_of", value.verdict.as_of);
    archive.field("case_status", value.verdict.status);
    archive.field("closed", value.plan.closed);
    archive.field("ended", value.plan.ended);
    archive.field("suspended", value.plan.suspended);
    archive.field("record_incomplete", value.plan.record_incomplete);
    archive.field("next", value.plan.steps);
    archive.field("waiting", value.plan.waiting);
    archive.field("lost", value.plan.lost);
    archive.field("owed", value.plan.owed);
    archive.field("duties", value.verdict.duties);
    archive.optional("wish", value.plan.wish);
}

template <class Archive, Of<Outlooks> T>
void describe(Archive& archive, T& value) {
    archive.field("engine", value.engine);
    archive.field("prospect", value.prospect);
    archive.field("procedures", value.procedures);
}

}  // namespace guicheng::verdict
