import type { ImportMapping } from "../../model/import-mapping.ts";
import type { LedgerDefinition } from "../../model/ledger.ts";
import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { LocatedYaml, Path } from "../source/located-yaml.ts";
import { didYouMean } from "../../base/text/nearest.ts";
import { listed, splitNames } from "./fields.ts";
import { importSchema } from "./import-schema.ts";
import { failed } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { validate } from "./validate.ts";

/** The mapping without a `data/import.yaml`. Names of complainants (联系人) are never imported by default. */
export const defaultImportMapping: ImportMapping = {
  sheets: undefined,
  headingRow: undefined,
  headings: new Map(),
  dropped: new Set(["联系人"]),
  filledDown: new Set(),
};

export function readImportMapping(yaml: LocatedYaml, definition: LedgerDefinition): Reading<ImportMapping> {
  if (yaml.value === null) return { value: defaultImportMapping, problems: [] };
  const { value: file, problems } = validate(importSchema, yaml);
  if (file === undefined) return failed(problems);
  const known = definition.columns.map((column) => column.name);
  const strangers: Problem[] = [];
  const check = (name: string, path: Path): void => {
    if (known.includes(name)) return;
    strangers.push(
      error(
        "unknown-column",
        yaml.keyPlace(path),
        `台账里没有“${name}”这一列`,
        didYouMean(name, known) || "请先在 data/tallies.yaml 的“台账”的“列”下写上它。",
      ),
    );
  };
  const headings = new Map<string, string>();
  for (const [name, typed] of Object.entries(file.列 ?? {})) {
    check(name, ["列", name]);
    for (const heading of splitNames(typed)) headings.set(heading, name);
  }
  const filledDown = new Set(file.补齐 === undefined ? [] : splitNames(file.补齐));
  for (const name of filledDown) check(name, ["补齐"]);
  return strangers.length > 0
    ? failed(strangers)
    : {
        value: {
          sheets: file.工作表 === undefined ? undefined : listed(file.工作表),
          headingRow: file.表头行,
          headings,
          dropped: file.不要 === undefined ? defaultImportMapping.dropped : new Set(splitNames(file.不要)),
          filledDown,
        },
        problems: [],
      };
}
