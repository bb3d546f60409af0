/**
 * The numbers of the standard in millimetres and points, with their clauses. They are deliberately not shared with the layout: a check
 * that used the numbers of the layout would agree with every mistake in it.
 */

/** GB/T 9704-2012 5.1: A4. */
export const sheet = { width: 595.276, height: 841.89 } as const;

/** GB/T 9704-2012 5.2.1: 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm. */
export const typeArea = { left: 28, top: 37, right: 184, bottom: 262, width: 156, centre: 106 } as const;

/** GB/T 9704-2012 5.2.3: 22 lines of 28 characters fill the area. */
export const grid = { lines: 22, cells: 28, cell: 156 / 28 } as const;

/** 三号 in points, the size of all text without another rule (5.2.2). */
export const bodySize = 16;
/** 四号 in points: imprint (7.4) and page numbers (7.5). */
export const smallSize = 14;

/** An em of 三号 and of 四号 in millimetres: the 字 of 空一字. */
export const bodyEm = (bodySize * 25.4) / 72;
export const smallEm = (smallSize * 25.4) / 72;

/** Points. The browser computes in pixels, so that sizes deviate by up to 0.01 pt. */
export const sizeTolerance = 0.1;

type ProfileName = "gb33476" | "word" | "28pt";

/**
 * Line pitches in use. `gb33476`: 21 pitches and one character fill 225 mm (GB/T 33476.2-2016 Annex A, as reported); `word`: 22
 * pitches fill it, so that the first line is half a leading lower; 28 pt is a custom that does not fill the area.
 */
export const profiles: readonly {
  readonly name: ProfileName;
  readonly term: string;
  readonly pitch: number;
  /** The range of the top of the first line's ink: the em box may contain up to 0.8 mm of white. */
  readonly firstInk: readonly [least: number, most: number];
}[] = [
  { name: "gb33476", term: "GB/T 33476 行距", pitch: 229.84 / 22, firstInk: [36, 38.5] },
  { name: "word", term: "Word 行距", pitch: 225 / 22, firstInk: [38.3, 40.8] },
  { name: "28pt", term: "28 磅行距", pitch: (28 * 25.4) / 72, firstInk: [36, 40.8] },
];

/** Bulletin practice (no national rule): 报头. */
export const masthead = {
  /** Name's top below the sheet's top: 20 mm below the type area's. */
  nameTop: typeArea.top + 20,
  /** Scope line at most, and at least, in points; type line between. */
  scopeSize: [20, 26],
  nameSize: [42, 54],
  /** A name in one line only. */
  singleSize: [20, 54],
  /** Rule: thickness, and distance below the character box of the row above. */
  rule: 0.8,
  ruleGap: 4,
  red: "#ff0000",
} as const;

/** GB/T 9704-2012 7.4.1: recommended heights of the separators of the 版记. */
export const imprint = { outerRule: 0.35, innerRule: 0.25 } as const;

/** GB/T 9704-2012 7.5: 一字线 7 mm below the type area, one character of 四号 in from the side. */
export const pageNumber = {
  dash: typeArea.bottom + 7,
  oddRight: typeArea.right - smallEm,
  evenLeft: typeArea.left + smallEm,
} as const;

/** Part of the em box below the baseline in Han faces made for the 1000-unit em: 0.12. */
export const descent = 0.12;
