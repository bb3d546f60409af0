/** Counts an issue from the ledger as of the issue's own dates, so that later entries do not change the counts. */

import type { CountBlock } from "../../model/count-sheet.ts";
import type { CaseLedger, LedgerColumn } from "../../model/ledger.ts";
import type { LedgerRequest } from "../../model/ledger-request.ts";
import type { MeasureDefinition, Vocabulary } from "../../model/vocabulary.ts";
import { error, hasErrors, warning } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { LedgerCounter } from "../schema/read-ledger-request.ts";
import { momentForms } from "../../base/text/moment.ts";
import { countBlock } from "./count-block.ts";
import { Selection } from "./selection.ts";
import type { Doubts } from "./selection.ts";
import { Shares } from "./shares.ts";

export function ledgerCounter(ledger: CaseLedger, vocabulary: Vocabulary): LedgerCounter {
  return (requests) => {
    const problems = requests.flatMap((request) => missingColumns(request, ledger));
    if (problems.length > 0) return { value: undefined, problems };
    const selections = new Selections(requests, ledger, vocabulary);
    const blocks = new Map<string, CountBlock>();
    for (const request of requests) {
      const rule = request.measure.ledger;
      const selection = selections.of(request.measure, new Set());
      if (rule === undefined || selection === undefined) continue;
      const block = countBlock(request, new Shares(ledger, rule, selection), ledger, vocabulary);
      problems.push(...remarks(request, selection.doubts(ledger.cases), block));
      blocks.set(request.measure.name, block);
    }
    return { value: hasErrors(problems) ? undefined : blocks, problems };
  };
}

/** Selects a part (属于) from the cases of its whole, so that it can never exceed it, whatever its own as-of date. */
class Selections {
  readonly #requests: ReadonlyMap<string, LedgerRequest>;
  readonly #ledger: CaseLedger;
  readonly #vocabulary: Vocabulary;
  readonly #made = new Map<string, Selection>();

  constructor(requests: readonly LedgerRequest[], ledger: CaseLedger, vocabulary: Vocabulary) {
    this.#requests = new Map(requests.map((request) => [request.measure.name, request]));
    this.#ledger = ledger;
    this.#vocabulary = vocabulary;
  }

  /** `parts`: the measures visited on the way here, to stop at a circle of 属于. */
  of(measure: MeasureDefinition, parts: ReadonlySet<string>): Selection | undefined {
    if (measure.ledger === undefined || parts.has(measure.name)) return undefined;
    const known = this.#made.get(measure.name);
    if (known !== undefined) return known;
    const within = measure.within === undefined ? undefined : this.#vocabulary.measures.get(measure.within);
    const whole = within === undefined ? undefined : this.of(within, new Set([...parts, measure.name]));
    const made = new Selection(this.#ledger, measure.ledger, this.#requests.get(measure.name), whole);
    this.#made.set(measure.name, made);
    return made;
  }
}

function missingColumns({ measure, batches, place }: LedgerRequest, ledger: CaseLedger): Problem[] {
  const rule = measure.ledger;
  if (rule === undefined) return [];
  const has = (column: LedgerColumn): boolean => ledger.columns.has(column);
  const needed = [...rule.conditions.map(({ column }) => column), ...(rule.sum === undefined ? [] : [rule.sum])];
  const missing = needed.filter((column) => !has(column)).map((column) => column.name);
  if (!rule.dates.some(has)) missing.push(rule.dates.map((column) => column.name).join("、"));
  if (batches !== undefined && ![...ledger.columns].some((column) => column.kind === "batch")) missing.push("批次");
  return missing.map((name) =>
    error(
      "missing-column",
      place,
      `“${measure.name}”要用台账的“${name}”一列，台账里没有`,
      "请在台账里补上这一列，或改 data/tallies.yaml 里“台账”的写法。",
    ),
  );
}

/** Reports cases left out that an editor may expect to be counted, and a stated total that differs from the count. */
function remarks(request: LedgerRequest, doubts: Doubts, block: CountBlock): Problem[] {
  const { measure, asOf, batches, stated } = request;
  const problems: Problem[] = [];
  const until = momentForms.年月日时(asOf.moment);
  if (stated !== undefined && block.total !== undefined && !stated.value.equals(block.total.value)) {
    problems.push(
      error(
        "ledger-total",
        stated.place,
        `“${measure.name}”的合计写的是 ${stated.value.toString()}，台账里是 ${block.total.value.toString()}`,
        "请核对合计、截至日期、批次和台账。",
      ),
    );
  }
  if (doubts.hourless > 0) {
    problems.push(
      warning(
        "as-of-hour",
        asOf.place,
        `“${measure.name}”截至${until}，台账里当天有 ${doubts.hourless} 件没有写钟点，没有计入`,
        "要精确到钟点的，请在台账的日期后面写上钟点，如 2020-11-07 10时。",
      ),
    );
  }
  if (batches !== undefined && doubts.laterBatch > 0) {
    problems.push(
      warning(
        "batch-cut",
        batches.place,
        `“${measure.name}”截至${until}，台账里还有 ${doubts.laterBatch} 件在第 ${batches.to} 批以后或没有批次，没有计入`,
        "请核对批次和截至日期。",
      ),
    );
  }
  if (batches !== undefined && doubts.laterDate > 0) {
    problems.push(
      warning(
        "batch-cut",
        batches.place,
        `“${measure.name}”的批次里有 ${doubts.laterDate} 件晚于${until}，没有计入`,
        "请核对批次和截至日期。",
      ),
    );
  }
  return problems;
}
