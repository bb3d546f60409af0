import { describe, expect, test } from "vitest";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { checkPrivacyText } from "../../../../src/check/privacy/check.ts";
import { FIRST } from "./corpus/first.ts";
import { KINDS, type Kind } from "./corpus/half.ts";
import { falseAlarms, measure, measureSentences, type Measured } from "./corpus/measure.ts";
import { OFFICE_WORDING, PUBLIC_PLATES } from "./corpus/office-wording.ts";
import { RELATIVES } from "./corpus/relatives.ts";
import { LATER_RELATIVES } from "./corpus/later-relatives.ts";
import { FIFTH } from "./corpus/fifth.ts";
import { FOURTH } from "./corpus/fourth.ts";
import { NAME_SETS } from "./corpus/names.ts";
import { SECOND } from "./corpus/second.ts";
import { SEVENTH } from "./corpus/seventh.ts";
import { SIXTH } from "./corpus/sixth.ts";
import { THIRD } from "./corpus/third.ts";
import { UNSEEN } from "./corpus/unseen.ts";
import { UNSEEN_LATER } from "./corpus/unseen-later.ts";

/**
 * What was found of each set when it had just been written, before anything was mended for it: third to fifth 91 % of what is surely
 * personal and 60 % of names; sixth 97 % and 60 %; seventh 76 % of names.
 * Names of the later sets (`names.ts`) at the first look: 28 % and 32 % by frames alone, 84 to 90 % by the first weighing; 80 % of the
 * fourth, which was made hard; 86 % of the sixth, whose writers had not seen the gate. The present weights
 * (`name-search.ts`) are fitted to all of them.
 */
const halves = [FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH];
const numbersAndPlaces = KINDS.filter((kind) => kind !== "name");

function both(kinds: readonly Kind[]): Measured {
  const parts = halves.map((half) => measure(half, kinds));
  const sum = (of: "items" | "sure" | "found"): number => parts.reduce((total, part) => total + part[of], 0);
  return { items: sum("items"), sure: sum("sure"), found: sum("found"), missed: parts.flatMap(({ missed }) => missed) };
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}%`;

describe("the corpus of personal items", () => {
  test("has at least 300 items and 200 innocent strings", () => {
    expect(both(KINDS).items).toBeGreaterThanOrEqual(300);
    expect(halves.flatMap(({ innocent }) => innocent).length).toBeGreaterThanOrEqual(200);
  });

  test("is found: 95 % of what is surely personal as an error, 85 % of the names at least as a reminder", () => {
    for (const kind of KINDS) {
      const { items, sure, found, missed } = both([kind]);
      const lines = missed.map(({ sentence }) => `    ${sentence.replaceAll("\n", "⏎")}\n`).join("");
      process.stdout.write(`${kind}: ${items} items, ${sure} as errors, ${found} in all\n${lines}`);
    }
    const [numbers, names] = [both(numbersAndPlaces), both(["name"])];
    process.stdout.write(
      `recall: ${percent(numbers.sure, numbers.items)} of what is surely personal, ${percent(names.found, names.items)} of names\n`,
    );
    expect(numbers.sure / numbers.items).toBeGreaterThanOrEqual(0.95);
    expect(names.found / names.items).toBeGreaterThanOrEqual(0.85);
  });

  test("has 85 % of the names of each later set, with at most one innocent in a hundred as an error and one in twenty as a reminder of a name", () => {
    for (const { subject, names, innocent } of NAME_SETS) {
      const { items, sure, found, missed } = measureSentences(names);
      const { errors } = falseAlarms(innocent);
      const { reminders } = falseAlarms(innocent, "private-name");
      process.stdout.write(
        `${subject}: ${items} names, ${sure} as errors, ${found} in all; of ${innocent.length} innocent strings ${errors.length} as errors, ${reminders.length} as reminders\n`,
      );
      for (const sentence of missed) process.stdout.write(`    ${sentence.replaceAll("\n", "⏎")}\n`);
      for (const text of [...errors, ...reminders]) process.stdout.write(`    * ${text}\n`);
      expect(found / items).toBeGreaterThanOrEqual(0.85);
      expect(errors.length).toBeLessThanOrEqual(innocent.length / 100 + 1);
      expect(reminders.length).toBeLessThanOrEqual(innocent.length / 20);
    }
  });

  test("raises at most two false alarms as errors among 200 innocent strings", () => {
    const { errors, reminders } = falseAlarms(halves.flatMap(({ innocent }) => innocent));
    process.stdout.write(`false alarms: ${errors.length} errors, ${reminders.length} reminders\n`);
    for (const text of [...errors, ...reminders]) process.stdout.write(`    ${text}\n`);
    expect(errors.length).toBeLessThanOrEqual(2);
  });

  test("is told without being repeated, and never mended unasked", () => {
    for (const sentence of halves.flatMap(({ personal }) => Object.values(personal).flat())) {
      const text = sentence.replaceAll(/[⟦⟧]/g, "");
      const items = [...sentence.matchAll(/⟦([^⟧]+)⟧/g)]
        .map((match) => match[1] ?? "")
        .filter((item) => item.length > 1);
      for (const { message, hint, fix } of checkPrivacyText(new SourceText("a.md", text), 0, text.length)) {
        expect(fix).toBeUndefined();
        for (const item of items) expect(`${message}${hint ?? ""}`).not.toContain(item);
      }
    }
  });
});

/**
 * What was found of each set before anything was mended for it: two of those by writers who had not seen the gate 36 and 33 of 40, two later ones
 * 59 and 57 of 60 with 1 and 2 false alarms of 100, two last ones 36 and 37 of 40 with 0 and 1 of 100; the relatives 152 of 204, 180 of 200, 61 of 65 and 42 of 44, one part after the other, of what is not 11 of 182,
 * 14 of 135 and 3 of 89; the office's wording 66 of 94, 44 of 48 and 52 of 54, of what is not 60 of 125, 38 of 78 and 10 of 44;
 * the later relatives 101 of 122, 90 of 104, 105 of 115, 107 of 120, 90 of 96, 90 of 99, 96 of 112, 97 of 105, 101 of 105, 75 of 77 and 50 of 60, of what is not
 * 8 of 149, 6 of 114, 2 of 101, 3 of 98, 5 of 96, 7 of 99, 1 of 34 and 0 of 61.
 */
describe.each([
  ["by writers who had not seen the gate", [...UNSEEN, ...UNSEEN_LATER]],
  ["of relatives of every kind", [RELATIVES, LATER_RELATIVES, OFFICE_WORDING]],
] as const)("the sets %s", (title, sets) => {
  test("are found as errors: 95 % of what is surely personal, and at most 1 % of what is not", () => {
    const { items, sure, missed } = measureSentences(sets.flatMap((set) => set.sure));
    const innocent = sets.flatMap((set) => set.innocent);
    const { errors } = falseAlarms(innocent);
    process.stdout.write(`${title}: ${sure} of ${items}; false alarms: ${errors.length} of ${innocent.length}\n`);
    for (const text of [...missed, ...errors]) process.stdout.write(`    ${text.replaceAll("\n", "⏎")}\n`);
    expect(items).toBeGreaterThanOrEqual(120);
    expect(sure / items).toBeGreaterThanOrEqual(0.95);
    expect(errors.length / innocent.length).toBeLessThanOrEqual(0.01);
  });
});

describe("the plate of a bus, a taxi or a firm's vehicle", () => {
  test.each(PUBLIC_PLATES)("is only a reminder: %s", (sentence) => {
    const { items, sure, found } = measureSentences([sentence]);
    expect({ sure, found }).toEqual({ sure: 0, found: items });
  });
});
