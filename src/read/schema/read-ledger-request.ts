import Fraction from "fraction.js";
import type { CountBlock } from "../../model/count-sheet.ts";
import type { LedgerRequest, PlacedName } from "../../model/ledger-request.ts";
import type { Dimension, MeasureDefinition, Vocabulary } from "../../model/vocabulary.ts";
import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { LocatedYaml, Path } from "../source/located-yaml.ts";
import { asOfAt, batchesAt, membersAt } from "./count-fields.ts";
import type { CountRow } from "./count-fields.ts";
import type { Reading } from "./reading.ts";

/** Counts cases for one issue, all requests together, because a part (属于) is counted among the cases of its whole. */
export type LedgerCounter = (requests: readonly LedgerRequest[]) => Reading<ReadonlyMap<string, CountBlock>>;

/** Whether the counts file leaves a measure to the ledger. A typed number always takes precedence. */
export function isFromLedger(counts: unknown, measure: MeasureDefinition): boolean {
  const file = asRow(counts);
  const typed = file[measure.name];
  if (measure.formula !== undefined || (typeof typed !== "object" && typed !== undefined)) return false;
  const own = asRow(typed)["台账"];
  if (own !== undefined) return own === "是";
  return file["台账"] === "是" && (measure.ledger !== undefined || !Object.values(asRow(typed)).some(isNumbers));
}

/** Whether a value can only belong to typed counts. */
const isNumbers = (value: unknown): boolean => typeof value === "number" || typeof value === "object";

const asRow = (value: unknown): CountRow =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as CountRow) : {};

/** Reads a validated block that is counted from the ledger; `undefined` after reporting what is missing. */
export function readLedgerRequest(
  measure: MeasureDefinition,
  row: CountRow,
  yaml: LocatedYaml,
  vocabulary: Vocabulary,
  problems: Problem[],
): LedgerRequest | undefined {
  const path = [measure.name];
  const place = yaml.keyPlace(path);
  if (measure.ledger === undefined) {
    problems.push(
      error(
        "ledger-rule",
        place,
        `“${measure.name}”没有写怎样从台账统计`,
        `请在 data/tallies.yaml 的“${measure.name}”下面加一行“台账: 受理日期”这样的，或者在这里填数字。`,
      ),
    );
    return undefined;
  }
  const asOf = asOfAt(yaml, row, "截至", path);
  if (asOf === undefined) return undefined;
  const joint = vocabulary.ledger?.columns.find((column) => column.kind === "members" && column.joint);
  const jointDimension =
    joint?.kind === "members" && joint.dimension !== undefined ? vocabulary.dimensions.get(joint.dimension) : undefined;
  const names = [...vocabulary.dimensions.values()].flatMap((dimension) => {
    const typed = row[dimension.name];
    return typed === undefined
      ? []
      : [[dimension.name, placedNames(dimension, typed, yaml, [...path, dimension.name], problems)] as const];
  });
  const total = row["合计"];
  return {
    measure,
    asOf,
    since: asOfAt(yaml, row, "起始", path),
    batches: batchesAt(yaml, row, path, problems),
    restarts: row["重新累计"] === "是",
    stated:
      typeof total === "number"
        ? { label: "合计", member: undefined, value: new Fraction(total), place: yaml.place([...path, "合计"]) }
        : undefined,
    names: new Map(names),
    jointNames:
      row["共有"] === undefined || jointDimension === undefined
        ? []
        : placedNames(jointDimension, row["共有"], yaml, [...path, "共有"], problems),
    jointCounting: row["共有计法"] === "各计" ? "each" : "apart",
    listsZeros: row["列出零项"] === "是",
    place,
  };
}

/** The named members, without repetitions, which would print a number twice. */
function placedNames(
  dimension: Dimension,
  typed: unknown,
  yaml: LocatedYaml,
  path: Path,
  problems: Problem[],
): PlacedName[] {
  const seen = new Map<string, string>();
  return membersAt(dimension, typed, yaml, path, problems).filter(({ label, member, place }) => {
    const earlier = seen.get(member.fullName);
    if (earlier !== undefined)
      problems.push(
        error("member-twice", place, `“${label}”与前面的“${earlier}”是同一个${dimension.name}`, "请删去一个。"),
      );
    else seen.set(member.fullName, label);
    return earlier === undefined;
  });
}
