/** Articles deleted as a whole: reported, because the program never removes a file. */

import type { Issue } from "../../model/issue.ts";
import type { Atom } from "./atom.ts";
import type { UnitsByArticle } from "./match.ts";

const cell = /^b\d+r\d+c\d+$/;

export function removalOf(file: string): string {
  return `整篇都删去了，程序不删稿件；这一篇不登的，请把 ${file} 移出这一期的文件夹`;
}

/** Gives every change of such an article the reason. */
export function withWholeArticles(atoms: readonly Atom[], units: UnitsByArticle, { articles }: Issue): Atom[] {
  const gone = new Set(
    atoms.flatMap(({ unit, removed, inserted }) =>
      unit !== undefined && removed !== "" && removed === unit.text && inserted === "" ? [unit] : [],
    ),
  );
  const whole = new Map(
    [...units].flatMap(([number, list]) => {
      const texts = list.filter(({ part, text }) => text !== "" && !cell.test(part));
      const file = articles[number - 1]?.file;
      if (file === undefined || texts.length === 0 || !texts.every((unit) => gone.has(unit))) return [];
      return [[number, removalOf(file)] as const];
    }),
  );
  return atoms.map((atom) => {
    const refusal = whole.get(atom.article ?? 0);
    return refusal === undefined ? atom : { ...atom, splice: undefined, refusal };
  });
}
