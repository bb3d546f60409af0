import type Fraction from "fraction.js";
import type { Figure } from "../tally/figure.ts";
import type { Tally } from "../tally/tally.ts";
import { sameCounting } from "./period.ts";
import type { Finding, Rule } from "./rule.ts";
import { allCounted, called, counted, lastCounted } from "./subject.ts";
import type { Counted, Subject } from "./subject.ts";
import { placeOf, quantity } from "./wording.ts";

/** A cumulative figure is the last one plus what is new, in all and line by line. */
export const cumulativeStep: Rule = {
  id: "cumulative-step",
  name: "累计与当期",
  severity: "error",
  explanation:
    "写了“累计自”的累计指标，应当等于前一期的累计加这一期的当期数，合计和每一项都是这样；没有前一期可比的，至少不能少于当期数。",
  example: "前一期累计1937件，当期111件，累计却写2058件。",
  check: (subject) =>
    allCounted(subject).flatMap((now) => {
      const source = now.definition.accumulates;
      const fresh = source === undefined ? undefined : counted(subject, source);
      if (fresh === undefined) return [];
      const before = lastCounted(subject, now.definition.name);
      return before !== undefined && follows(fresh, now, before, subject)
        ? exactly(now, fresh, before, called(before.subject.issue, subject.issue))
        : atLeast(now, fresh);
    }),
};

type Earlier = NonNullable<ReturnType<typeof lastCounted>>;

/** The new batch comes right behind those that the earlier cumulative figure covers. */
function follows(fresh: Counted, now: Counted, before: Earlier, subject: Subject): boolean {
  const first = fresh.block.batches?.from;
  const covered = before.block.batches?.to ?? counted(before.subject, fresh.definition.name)?.block.batches?.to;
  if (first !== undefined && covered !== undefined) return first === covered + 1;
  if (now.block.since !== undefined || before.block.since !== undefined) return false;
  return before.subject === subject.previous;
}

function exactly(now: Counted, fresh: Counted, before: Counted, earlier: string): Finding[] {
  const { name } = now.definition;
  const say = (label: string, value: Fraction, last: Fraction, added: Fraction, word: string): string =>
    `${label}应当是${earlier}的${quantity(last, word)}加“${fresh.definition.name}”${quantity(added, word)}，共${quantity(last.add(added), word)}，这里是${quantity(value, word)}`;
  const hint = `请核对“${name}”和“${fresh.definition.name}”。`;
  const [total, last, added] = [now.tally.total, before.tally.total, fresh.tally.total];
  const findings: Finding[] = [];
  if (total && last && added && !total.value.equals(last.value.add(added.value))) {
    const message = say(`“${name}”`, total.value, last.value, added.value, total.measureWord);
    findings.push({ place: now.block.total?.place ?? now.block.place, message, hint });
  }
  if (!sameCounting(now.tally, before.tally) || !sameCounting(now.tally, fresh.tally)) return findings;
  for (const { label, value, figures, place } of linesOf(now)) {
    const old = figures(before.tally);
    const plus = figures(fresh.tally);
    if (old === undefined || plus === undefined || value.value.equals(old.add(plus))) continue;
    findings.push({ place, message: say(label, value.value, old, plus, value.measureWord), hint });
  }
  return findings;
}

/** Each line of a cumulative measure, with a way to find the same line in another tally (zero when it is left out). */
function linesOf({ definition, block, tally }: Counted) {
  return [...tally.breakdowns.values()].flatMap((breakdown) =>
    breakdown.parts.map((part) => ({
      label: `“${definition.name}”里“${part.label}”`,
      value: part.figure,
      place: placeOf(part.figure, block.place),
      figures: (other: Tally): Fraction | undefined => {
        const parts = other.breakdowns.get(breakdown.dimension.name)?.parts;
        if (parts === undefined) return undefined;
        const zero = part.figure.value.sub(part.figure.value);
        return parts.find((candidate) => candidate.member === part.member)?.figure.value ?? zero;
      },
    })),
  );
}

function atLeast(now: Counted, fresh: Counted): Finding[] {
  const { name } = now.definition;
  const findings: Finding[] = [];
  const check = (
    value: Figure | undefined,
    added: Fraction | undefined,
    label: string,
    place: Finding["place"],
  ): void => {
    if (value === undefined || added === undefined || value.value.compare(added) >= 0) return;
    findings.push({
      place,
      message: `${label}累计${quantity(value.value, value.measureWord)}，比“${fresh.definition.name}”的${quantity(added, value.measureWord)}还少`,
      hint: `请核对“${name}”和“${fresh.definition.name}”。`,
    });
  };
  check(now.tally.total, fresh.tally.total?.value, `“${name}”`, now.block.total?.place ?? now.block.place);
  if (!sameCounting(now.tally, fresh.tally)) return findings;
  for (const line of linesOf(now)) check(line.value, line.figures(fresh.tally), line.label, line.place);
  return findings;
}
