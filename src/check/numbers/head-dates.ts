/** Dates in the captions and heads of tables and charts (截至11月7日), held against those of the figures below them. */

import type { Figure } from "../../compute/tally/figure.ts";
import { momentForms, type Moment } from "../../base/text/moment.ts";
import type { NumberToken } from "./number-token.ts";
import type { NumberedBlock } from "./numbered-block.ts";
import type { NumberFinding } from "./finding.ts";

const dated =
  /^(?:((?:19|20)\d{2})[ \t]?年[ \t]?)?(\d{1,2})[ \t]?月[ \t]?(\d{1,2})[ \t]?[日号]?(?:[ \t]?(\d{1,2})[ \t]?[时点])?/;

/** All findings of one block of a computed table or chart. */
export function checkHeadDates({ tokens }: NumberedBlock): NumberFinding[] {
  const about = tokens[0]?.block.passage?.about ?? [];
  return asOfDates(tokens).flatMap((token) => dateFinding(token, about.flatMap(momentsOf), "表里的数"));
}

/** The dates behind 截至, each by its first number. */
export function asOfDates(tokens: readonly NumberToken[]): NumberToken[] {
  return tokens.filter(
    ({ kind, whole, start, block }) =>
      kind === "date" && start === whole.start && /截[至止](?:到|时间[：:]?)?[ \t]*$/.test(block.text.slice(0, start)),
  );
}

/** A date that is none of the moments; `name` is what these are of. */
export function dateFinding(token: NumberToken, moments: readonly Moment[], name: string): NumberFinding[] {
  const [, year, month, day, hour] = dated.exec(token.whole.text) ?? [];
  const [known] = moments;
  if (month === undefined || day === undefined || known === undefined) return [];
  const isMeant = (moment: Moment): boolean =>
    moment.month === Number(month) &&
    moment.day === Number(day) &&
    (year === undefined || moment.year === Number(year)) &&
    (hour === undefined || moment.hour === undefined || moment.hour === Number(hour));
  if (moments.some(isMeant)) return [];
  const written = momentForms[year === undefined ? "月日时" : "年月日时"](known);
  return [
    {
      token,
      message: `这里写的是截至${token.whole.text}，${name}截至${written}`,
      hint: "请核对：是日期没有改，还是数没有改？写成 {{指标.截至 | 月日}}，以后不会再写错。",
    },
  ];
}

/** When a figure is of, and what it was computed from. */
function momentsOf(figure: Figure): Moment[] {
  const { asOf, derivation } = figure;
  const own = asOf === undefined ? [] : [asOf];
  switch (derivation.kind) {
    case "operation":
      return [...own, ...momentsOf(derivation.left), ...momentsOf(derivation.right)];
    case "sum":
      return [...own, ...derivation.parts.flatMap(momentsOf)];
    case "count":
      return [...own, ...derivation.of.flatMap(momentsOf)];
    case "rank":
      return [...own, ...momentsOf(derivation.of)];
    default:
      return own;
  }
}
