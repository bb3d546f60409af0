/** The tallies of one issue as nested JSON. */

import { issueKey } from "../../model/issue.ts";
import { isoDate, isoMoment } from "../../base/text/moment.ts";
import type { IssueTallies } from "../../compute/tally/issue-tallies.ts";
import type { Tally } from "../../compute/tally/tally.ts";
import { decimal } from "../../compute/rows/count-row.ts";
import type { DatasetIssue } from "../../compute/rows/dataset-issue.ts";

/** `measures`: the result of `measuresJson`. */
export function issueJson(dataset: DatasetIssue, measures: readonly unknown[]): Record<string, unknown> {
  const { issue, title, issuer, page, pdf, edition, number, corrections } = dataset;
  return {
    issue: issueKey(issue),
    year: issue.year,
    number: issue.number.value,
    date: isoDate(issue.date.value),
    title,
    issuer,
    page,
    pdf: { path: pdf, ...edition },
    edition: number,
    corrections: corrections.map(({ date, what, why }) => ({ date, what, why })),
    measures,
  };
}

/** All measures of an issue as plain JSON. */
export function measuresJson(tallies: IssueTallies | undefined): Record<string, unknown>[] {
  return (tallies?.available() ?? []).flatMap((name) => {
    const tally = tallies?.get(name);
    return tally === undefined ? [] : [measure(tally)];
  });
}

function measure(tally: Tally): Record<string, unknown> {
  const { definition, asOf, since, batches, total, breakdowns, joint } = tally;
  return {
    name: definition.name,
    unit: total?.percent === undefined ? definition.measureWord : "",
    asOf: asOf === undefined ? undefined : isoMoment(asOf),
    since: since === undefined ? undefined : isoMoment(since),
    batches: batches === undefined ? undefined : { from: batches.from, to: batches.to },
    formula: definition.formula?.expression,
    total: total === undefined ? undefined : decimal(total.value),
    breakdowns: [...breakdowns].map(([dimension, breakdown]) => ({
      dimension,
      overlapping: breakdown.overlapping,
      parts: breakdown.parts.map(({ label, member, figure }) => ({
        label,
        member: member?.fullName,
        value: decimal(figure.value),
      })),
    })),
    joint: joint.map(({ units, figure, completed }) => ({
      units: units.map((unit) => unit.member.fullName),
      value: decimal(figure.value),
      completed: completed?.map((unit) => unit.member.fullName),
    })),
  };
}
