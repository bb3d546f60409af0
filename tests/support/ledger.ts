/** Small ledgers in tests: texts in, cases, counts and problems out, without a file. */

import type { CaseLedger } from "../../src/model/ledger.ts";
import type { CountSheet } from "../../src/model/count-sheet.ts";
import type { Vocabulary } from "../../src/model/vocabulary.ts";
import { ledgerCounter } from "../../src/read/ledger/ledger-counter.ts";
import { LedgerReader } from "../../src/read/ledger/read-ledger.ts";
import type { Problem } from "../../src/base/problem/problem.ts";
import { oneLine } from "../../src/base/problem/report.ts";
import { SourceText } from "../../src/base/problem/source-text.ts";
import { readCounts } from "../../src/read/schema/read-counts.ts";
import { readVocabulary } from "../../src/read/schema/read-vocabulary.ts";
import { parseYaml } from "../../src/read/source/yaml.ts";
import type { LocatedYaml } from "../../src/read/source/located-yaml.ts";

export function located(file: string, text: string): LocatedYaml {
  const { yaml, problems } = parseYaml(new SourceText(file, text));
  if (yaml === undefined) throw new Error(lines(problems).join("\n"));
  return yaml;
}

/** A vocabulary whose registries are all listed in the text itself. */
export function vocabularyOf(tallies: string): Vocabulary {
  const { value, problems } = readVocabulary(located("data/tallies.yaml", tallies), new Map());
  if (value === undefined) throw new Error(lines(problems).join("\n"));
  return value;
}

export interface Read {
  readonly ledger: CaseLedger | undefined;
  readonly problems: readonly Problem[];
}

/** Files by name, `.csv` or `.yaml`. */
export function readFiles(vocabulary: Vocabulary, files: Readonly<Record<string, string>>): Read {
  if (vocabulary.ledger === undefined) throw new Error("the vocabulary has no ledger");
  const reader = new LedgerReader(vocabulary.ledger);
  for (const [name, text] of Object.entries(files)) {
    const source = new SourceText(`data/${name}`, text);
    if (name.endsWith(".csv")) reader.csv(source);
    else reader.yaml(source);
  }
  return reader.finish();
}

/** A counts file in ledger mode over a CSV ledger. */
export function countFrom(
  vocabulary: Vocabulary,
  csv: string,
  counts: string,
): { readonly sheet: CountSheet | undefined; readonly problems: readonly Problem[] } {
  const { ledger, problems } = readFiles(vocabulary, { "ledger.csv": csv });
  if (ledger === undefined) throw new Error(lines(problems).join("\n"));
  const reading = readCounts(located("counts.yaml", counts), vocabulary, ledgerCounter(ledger, vocabulary));
  return { sheet: reading.value, problems: reading.problems };
}

/** `file:line:column 错误：…` */
export function lines(problems: readonly Problem[]): string[] {
  return problems.map(oneLine);
}

/** `甲3、乙2` of a breakdown; joint cases as `甲+乙1(甲)`, the units that are done in brackets where not all are. */
export function shown(sheet: CountSheet | undefined, measure: string, dimension: string): string {
  const block = sheet?.blocks.get(measure);
  if (block === undefined) throw new Error(`no ${measure}`);
  if (dimension === "合计") return block.total?.value.toString() ?? "";
  if (dimension === "共有") {
    return block.joint
      .map(({ units, count, completed }) => {
        const done = completed === undefined ? "" : `(${completed.map((unit) => unit.label).join("+")})`;
        return `${units.map((unit) => unit.label).join("+")}${count.value.toString()}${done}`;
      })
      .join("、");
  }
  const group = block.groups.find((other) => other.dimension === dimension);
  return (group?.lines ?? []).map((line) => `${line.label}${line.value.toString()}`).join("、");
}
