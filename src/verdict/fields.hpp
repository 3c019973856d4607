#pragma once
// The one description of how a verdict is laid out in JSON: which keys, in which order, and which may be left out. The writer and
// the reader both walk it, so that they cannot differ.
//
// An archive offers
//   field(key, value)       always written; an error where it is absent
//   optional(key, value, none = T{})    left out where the value equals `none`, which is what a fresh object holds
#include <type_traits>

#include "verdict/verdict.hpp"

namespace guicheng::verdict {

/// T is the struct or its const twin.
template <class T, class Struct>
concept Of = std::is_same_v<std::remove_const_t<T>, Struct>;

/// The structs that become JSON objects.
template <class T>
concept Described = Of<T, Missing> || Of<T, Evidence> || Of<T, Term> || Of<T, Side> || Of<T, Compared> || Of<T, KnownCount> ||
                    Of<T, CountBounds> || Of<T, Numbers> || Of<T, Way> || Of<T, Stop> || Of<T, PostedRun> || Of<T, StartDay> ||
                    Of<T, Counting> || Of<T, Cause> || Of<T, Signature> || Of<T, Finding> || Of<T, VoteCount> || Of<T, Attempt> ||
                    Of<T, StepVerdict> || Of<T, OpenedDuty> || Of<T, Note> || Of<T, NextStep> || Of<T, YearIdentity> || Of<T, Verdict>;

template <class Archive, Of<Missing> T>
void describe(Archive& archive, T& value) {
    archive.field("kind", value.kind);
    archive.optional("name", value.name);
    archive.optional("number", value.number);
    archive.optional("of", value.of);
}

template <class Archive, Of<Evidence> T>
void describe(Archive& archive, T& value) {
    archive.optional("record", value.record, -1);
    archive.optional("name", value.name);
    archive.optional("of", value.of);
    archive.optional("value", value.value);
    archive.optional("where", value.where);
    archive.optional("counting", value.counting);
    archive.optional("disregarded", value.disregarded);
}

template <class Archive, Of<Term> T>
void describe(Archive& archive, T& value) {
    archive.optional("sign", value.sign);
    archive.optional("record", value.record, -1);
    archive.optional("name", value.name);
    archive.optional("of", value.of);
    archive.optional("value", value.value);
    archive.optional("where", value.where);
    archive.optional("counting", value.counting);
}

template <class Archive, Of<Side> T>
void describe(Archive& archive, T& value) {
    archive.optional("terms", value.terms);
    archive.optional("value", value.value);
}

template <class Archive, Of<Compared> T>
void describe(Archive& archive, T& value) {
    archive.optional("within", value.within);
    archive.field("relation", value.relation);
    archive.field("holds", value.holds);
    archive.field("type", value.type);
    archive.optional("left", value.left);
    archive.optional("right", value.right);
}

template <class Archive, Of<KnownCount> T>
void describe(Archive& archive, T& value) {
    archive.field("of", value.of);
    archive.field("n", value.n);
}

template <class Archive, Of<CountBounds> T>
void describe(Archive& archive, T& value) {
    archive.field("of", value.of);
    archive.optional("low", value.low);
    archive.optional("high", value.high);
    archive.optional("low_from", value.low_from);
    archive.optional("high_from", value.high_from);
}

template <class Archive, Of<Numbers> T>
void describe(Archive& archive, T& value) {
    archive.field("measure", value.measure);
    archive.optional("of", value.of);
    archive.field("op", value.op);
    archive.optional("needed", value.needed);
    archive.optional("found", value.found);
    archive.optional("found_high", value.found_high);
    archive.optional("base", value.base);
    archive.optional("denominator", value.denominator);
    archive.optional("share", value.share);
    archive.optional("bounds", value.bounds);
    archive.optional("margin", value.margin);
}

template <class Archive, Of<Way> T>
void describe(Archive& archive, T& value) {
    archive.field("holds", value.holds);
    archive.field("numbers", value.numbers);
}

template <class Archive, Of<Stop> T>
void describe(Archive& archive, T& value) {
    archive.field("from", value.from);
    archive.optional("to", value.to);
    archive.field("record", value.record);
    archive.optional("name", value.name);
    archive.field("days", value.days);
    archive.optional("until_record", value.until_record, -1);
    archive.optional("until", value.until);
}

template <class Archive, Of<StartDay> T>
void describe(Archive& archive, T& value) {
    archive.field("name", value.name);
    archive.optional("of", value.of);
    archive.optional("day", value.day);
    archive.optional("record", value.record, -1);
    archive.optional("taken", value.taken);
}

template <class Archive, Of<PostedRun> T>
void describe(Archive& archive, T& value) {
    archive.field("from", value.from);
    archive.field("through", value.through);
    archive.field("found", value.found);
}

template <class Archive, Of<Counting> T>
void describe(Archive& archive, T& value) {
    archive.field("from", value.from);
    archive.field("through", value.through);
    archive.field("unit", value.unit);
    archive.field("profile", value.profile);
    archive.optional("last_day", value.last_day);
    archive.optional("rolled", value.rolled);
    archive.optional("ends", value.ends);
    archive.optional("starts", value.starts);
    archive.optional("stops", value.stops);
    archive.optional("runs", value.runs);
    archive.optional("in_total", value.in_total);
    archive.optional("least", value.least);
    archive.optional("most", value.most);
}

template <class Archive, Of<Cause> T>
void describe(Archive& archive, T& value) {
    archive.field("kind", value.kind);
    archive.optional("step", value.step);
    archive.optional("attempt", value.attempt);
    archive.optional("requirement", value.requirement);
    archive.optional("person", value.person);
}

template <class Archive, Of<Signature> T>
void describe(Archive& archive, T& value) {
    archive.field("office", value.office);
    archive.optional("given", value.given);
    archive.optional("person", value.person);
    archive.optional("day", value.day);
    archive.optional("seal", value.seal, Answer::unknown);
    archive.optional("at_fault", value.at_fault);
}

template <class Archive, Of<Finding> T>
void describe(Archive& archive, T& value) {
    archive.field("requirement", value.requirement);
    archive.field("kind", value.kind);
    archive.field("modality", value.modality);
    archive.field("result", value.result);
    archive.optional("why", value.why);
    archive.optional("exception", value.exception, -1);
    archive.field("effect", value.effect);
    archive.field("effect_written", value.effect_written);
    archive.optional("citations", value.citations);
    archive.optional("interpretations", value.interpretations);
    archive.optional("numbers", value.numbers);
    archive.optional("ways", value.ways);
    archive.optional("counting", value.counting);
    archive.optional("lacking", value.lacking);
    archive.optional("persons", value.persons);
    archive.optional("missing", value.missing);
    archive.optional("evidence", value.evidence);
    archive.optional("compared", value.compared);
    archive.optional("signatures", value.signatures);
    archive.optional("causes", value.causes);
    archive.optional("situation", value.situation, -1);
}

template <class Archive, Of<VoteCount> T>
void describe(Archive& archive, T& value) {
    archive.optional("entitled", value.entitled);
    archive.optional("present", value.present);
    archive.optional("yes", value.yes);
    archive.optional("no", value.no);
    archive.optional("abstain", value.abstain);
    archive.optional("other", value.other);
}

template <class Archive, Of<Attempt> T>
void describe(Archive& archive, T& value) {
    archive.field("number", value.number);
    archive.field("record", value.record);
    archive.optional("start", value.start);
    archive.optional("end", value.end);
    archive.field("status", value.status);
    archive.field("outcome", value.outcome);
    archive.field("withdrawn", value.withdrawn);
    archive.field("serving", value.serving);
    archive.field("counts", value.counts);
    archive.optional("vote", value.vote);
    archive.field("findings", value.findings);
}

template <class Archive, Of<StepVerdict> T>
void describe(Archive& archive, T& value) {
    archive.field("name", value.name);
    archive.field("state", value.state);
    archive.field("attempts", value.attempts);
    archive.field("findings", value.findings);
}

template <class Archive, Of<OpenedDuty> T>
void describe(Archive& archive, T& value) {
    archive.field("requirement", value.requirement);
    archive.field("sanction", value.sanction);
    archive.optional("subject", value.subject);
    archive.optional("due", value.due);
}

template <class Archive, Of<Note> T>
void describe(Archive& archive, T& value) {
    archive.field("kind", value.kind);
    archive.field("record", value.record);
    archive.optional("name", value.name);
}

template <class Archive, Of<NextStep> T>
void describe(Archive& archive, T& value) {
    archive.field("step", value.step);
    archive.optional("actors", value.actors);
    archive.optional("earliest", value.earliest);
    archive.optional("due", value.due);
}

template <class Archive, Of<YearIdentity> T>
void describe(Archive& archive, T& value) {
    archive.field("year", value.year);
    archive.field("notice", value.notice);
    archive.field("identity", value.identity);
}

template <class Archive, Of<Verdict> T>
void describe(Archive& archive, T& value) {
    archive.field("engine", value.engine);
    archive.field("procedure", value.procedure);
    archive.field("full_title", value.full_title);
    archive.field("version", value.version);
    archive.field("procedure_identity", value.procedure_identity);
    archive.field("case_id", value.case_id);
    archive.field("case_identity", value.case_identity);
    archive.optional("standing_identity", value.standing_identity);
    archive.field("years", value.years);
    archive.optional("as_of", value.as_of);
    archive.field("as_of_source", value.as_of_source);
    archive.optional("closed", value.closed);
    archive.field("status", value.status);
    archive.field("outcome", value.outcome);
    archive.optional("applies", value.applies);
    archive.field("steps", value.steps);
    archive.field("findings", value.findings);
    archive.field("duties", value.duties);
    archive.field("next", value.next);
    archive.field("notes", value.notes);
}

}  // namespace guicheng::verdict
