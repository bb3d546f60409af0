/** What the weights are fitted to: candidates of texts whose names are marked, and of texts that have none. */

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { nameCandidates } from "../../src/check/privacy/name-candidate.ts";
import { NameTable } from "../../src/check/privacy/name-column.ts";
import { Sentence } from "../../src/check/privacy/name-evidence.ts";
import { SENTENCE } from "../../src/check/privacy/name-search.ts";
import { readPlain, without } from "../../src/check/privacy/reading.ts";
import { FIFTH } from "../../tests/unit/check/privacy/corpus/fifth.ts";
import { FIRST } from "../../tests/unit/check/privacy/corpus/first.ts";
import { FOURTH } from "../../tests/unit/check/privacy/corpus/fourth.ts";
import { NAME_SETS } from "../../tests/unit/check/privacy/corpus/names.ts";
import { SECOND } from "../../tests/unit/check/privacy/corpus/second.ts";
import { SEVENTH } from "../../tests/unit/check/privacy/corpus/seventh.ts";
import { SIXTH } from "../../tests/unit/check/privacy/corpus/sixth.ts";
import { THIRD } from "../../tests/unit/check/privacy/corpus/third.ts";
import { HARMLESS } from "../../tests/unit/check/privacy/corpus/harmless.ts";
import type { Example } from "./fit.ts";
import type { Word } from "./tables.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const HAN_BLANK = /(?<=[\u3400-\u9fff]) | (?=[\u3400-\u9fff])/g;
/** How much one example counts: there are fewer names than ordinary words, and innocents are chosen for being hard. */
const WEIGHT = { name: 3, innocent: 4, ordinary: 1 } as const;

export function examples(words: readonly Word[]): Example[] {
  const halves = [FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH];
  const named = [...halves.flatMap(({ personal }) => personal.name), ...NAME_SETS.flatMap(({ names }) => names)];
  const innocent = [
    ...HARMLESS,
    ...halves.flatMap(({ innocent: texts, personal }) => [
      ...texts,
      ...Object.entries(personal)
        .flatMap(([kind, sentences]) => (kind === "name" ? [] : sentences))
        .map((text) => text.replaceAll(/[⟦⟧]/g, "")),
    ]),
    ...NAME_SETS.flatMap(({ innocent: texts }) => texts),
    ...repositoryTexts(),
  ];
  return [
    ...named.flatMap((text) => of(text, WEIGHT.ordinary)),
    ...innocent.flatMap((text) => of(text, WEIGHT.innocent)),
    ...readFileSync(path.join(import.meta.dirname, "ordinary.txt"), "utf8")
      .split("\n")
      .flatMap((text) => of(text, WEIGHT.ordinary)),
    ...wordsBehindPersons(words).flatMap((text) => of(text, WEIGHT.ordinary)),
  ];
}

/** 举报人陈述, 村民周边: words that begin with a surname where a name could stand. */
function wordsBehindPersons(words: readonly Word[]): string[] {
  const ordinary = words.filter(
    ({ word, frequency, kind }) => word.length === 2 && frequency >= 300 && /^[vdtfcpra]/.test(kind),
  );
  return ordinary.flatMap(({ word }) => [
    `举报人${word}反映。`,
    `村民${word}多次投诉，${word}举报。`,
    `举报人姓名：${word}。`,
  ]);
}

/** The documents and the example of the repository: names of officials only. */
function repositoryTexts(): string[] {
  return ["docs", "content", "data", "tests/fixtures"].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:md|yaml)$/.test(entry.name))
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "utf8")),
  );
}

/** Persons that the documents show as an example of what is found. */
const SHOWN = /张三|李四|王五|刘卫华|龙四妹|刘青霞|张女士/;

function of(marked: string, weight: number): Example[] {
  const close = without(readPlain(marked).text, HAN_BLANK).text;
  const spans = new Set<string>();
  const covered: [number, number][] = [];
  let [text, open] = ["", -1];
  for (const sign of close) {
    if (sign === "⟦") open = text.length;
    else if (sign === "⟧") {
      spans.add(`${open} ${text.length}`);
      covered.push([open, text.length]);
    } else text += sign;
  }
  const table = new NameTable();
  return [...text.matchAll(SENTENCE)].flatMap(({ index, 0: line }) => {
    const sentence = new Sentence(line, table.row(line));
    return nameCandidates(line).flatMap((candidate): Example[] => {
      const [start, end] = [index + candidate.start, index + candidate.start + candidate.name.length];
      const isName = spans.has(`${start} ${end}`);
      const place = sentence.place(candidate);
      // Another part of a name is neither: 李建 of 李建国 never has the last word.
      if (place === undefined || (!isName && covered.some(([from, to]) => start < to && end > from))) return [];
      if (!isName && covered.length === 0 && SHOWN.test(candidate.name)) return [];
      const evidence = new Map([...sentence.characters(candidate), ...place, ...sentence.words(candidate)]);
      return [{ evidence, isName, weight: isName ? WEIGHT.name : weight }];
    });
  });
}
