/** A PDF measured against the checklist. */

import type { CheckOptions, Check, Result, Strength } from "./checks/check.ts";
import { checks } from "./checks/index.ts";
import { understand } from "./layout/bulletin.ts";
import type { Measured } from "./model/measured.ts";

export type Verdict = "pass" | "warn" | "fail" | "unchecked" | "absent";

export interface Row {
  readonly id: string;
  readonly clause: string;
  readonly strength: Strength;
  readonly name: string;
  readonly expected: string;
  readonly measured: string;
  readonly verdict: Verdict;
  readonly faults: readonly string[];
}

export interface Verification {
  /** As the person named it. */
  readonly file: string;
  /** Names the edition: what a record of published issues is searched by. */
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  /** The line pitch found, and whether margins are mirrored, in Chinese. */
  readonly profile: string | undefined;
  readonly rows: readonly Row[];
}

export function check(measured: Measured, options: CheckOptions): Pick<Verification, "pages" | "profile" | "rows"> {
  const bulletin = understand(measured);
  const { profile, mirrored } = bulletin;
  return {
    pages: measured.pages.length,
    profile: profile && `${profile.nearest.term} ${profile.pitch.toFixed(3)} mm${mirrored ? "，镜像页边距" : ""}`,
    rows: checks.map((rule) => rowOf(rule, rule.run(bulletin, options))),
  };
}

export function rowOf({ id, clause, strength, name, severity }: Omit<Check, "run">, result: Result): Row {
  const row = { id, clause, strength, name };
  if ("absent" in result) return { ...row, expected: "", measured: result.absent, verdict: "absent", faults: [] };
  if ("unchecked" in result)
    return { ...row, expected: "", measured: result.unchecked, verdict: "unchecked", faults: [] };
  return { ...row, ...result, verdict: result.faults.length === 0 ? "pass" : severity };
}

/** A failed rule; with `strict` also one that is only a reminder, or could not be checked. */
export function isFailed({ verdict }: Row, strict: boolean): boolean {
  return verdict === "fail" || (strict && (verdict === "warn" || verdict === "unchecked"));
}
