import { LedgerReader } from "../ledger/read-ledger.ts";
import { ledgerCounter } from "../ledger/ledger-counter.ts";
import type { CaseLedger } from "../../model/ledger.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import { error, hasErrors } from "../../base/problem/problem.ts";
import type { LedgerCounter } from "../schema/read-ledger-request.ts";
import { isLockFile } from "./lock-file.ts";
import type { Root } from "./root.ts";

/** 100,000 cases of twenty columns are some 50 MB. */
const largestLedger = 128 * 1024 * 1024;

const ending = /\.(csv|ya?ml)$/i;

/** The counter of the office's ledger; `undefined` when there is no ledger; when the ledger has errors, one that counts nothing. */
export function loadLedger(root: Root, vocabulary: Vocabulary): LedgerCounter | undefined {
  if (vocabulary.ledger === undefined) return undefined;
  const ledger = readLedger(root, vocabulary);
  return ledger === undefined ? () => ({ value: undefined, problems: [] }) : ledgerCounter(ledger, vocabulary);
}

/** Reads all files of the ledger as one; `undefined` after reporting errors. */
export function readLedger(root: Root, vocabulary: Vocabulary): CaseLedger | undefined {
  const { ledger: definition } = vocabulary;
  if (definition === undefined) return undefined;
  const before = root.problems.length;
  const reader = new LedgerReader(definition);
  for (const { name, place } of definition.files) {
    const found = filesOf(root, `data/${name}`);
    if (found.length === 0) {
      root.problems.push(
        error(
          "missing-file",
          place,
          `没有台账 data/${name}`,
          "请把台账（.csv 或 .yaml）放在那里，或改正“台账”下的“文件”；Excel 文件先用 npm run import 导入。",
        ),
      );
    }
    for (const file of found) {
      const source = root.read(file, undefined, { largest: largestLedger, quotable: false });
      if (source === undefined) continue;
      if (/\.csv$/i.test(file)) reader.csv(source);
      else reader.yaml(source);
    }
  }
  const { ledger, problems } = reader.finish();
  root.problems.push(...problems);
  return hasErrors(root.problems.slice(before)) ? undefined : ledger;
}

/** The file itself, or the ledger files of a folder in the order of their names. */
function filesOf(root: Root, file: string): string[] {
  if (!root.exists(file)) return [];
  if (ending.test(file)) return [file];
  return root
    .list(file)
    .filter(({ name, isFolder }) => !isFolder && ending.test(name) && !isLockFile(name))
    .map(({ name }) => `${file}/${name}`);
}
