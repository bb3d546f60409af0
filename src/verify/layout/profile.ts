/** Measures the line pitch of a document. (行距) */

import { most } from "../model/line.ts";
import type { Line } from "../model/line.ts";
import { bodySize, grid, profiles } from "../standard.ts";
import type { Paragraph } from "./paragraph.ts";

export interface Run {
  readonly page: number;
  /** Baselines at a distance of one pitch, from the top. */
  readonly baselines: readonly number[];
}

export interface Profile {
  readonly nearest: (typeof profiles)[number];
  /** Mean pitch over the longest runs. */
  readonly pitch: number;
  /** The longest sequence of adjacent lines in body type for each page. */
  readonly runs: readonly Run[];
}

/** `undefined` if there are no two adjacent lines in body type. */
export function measureProfile(paragraphs: readonly Paragraph[]): Profile | undefined {
  const body = paragraphs.flatMap(({ lines }) => lines).filter((line) => Math.abs(line.size - bodySize) < 1);
  // Faces have different baselines within a line, so that a heading between paragraphs would distort the measurement.
  const face = most(body.map((line) => line.face));
  const lines = body
    .filter((line) => line.face === face)
    .toSorted((a, b) => a.page - b.page || a.baseline - b.baseline);
  const runs = longestRuns(lines);
  const steps = runs.reduce((sum, run) => sum + run.baselines.length - 1, 0);
  if (steps === 0) return undefined;
  const pitch = runs.reduce((sum, run) => sum + span(run), 0) / steps;
  const nearest = profiles.toSorted((a, b) => Math.abs(a.pitch - pitch) - Math.abs(b.pitch - pitch))[0];
  return nearest && { nearest, pitch, runs };
}

export function span(run: Run): number {
  return (run.baselines.at(-1) ?? 0) - (run.baselines[0] ?? 0);
}

/** A larger distance is a blank line in every profile. */
const widest = (225 / grid.lines) * 1.4;

function longestRuns(lines: readonly Line[]): Run[] {
  const longest = new Map<number, number[]>();
  let run: number[] = [];
  let page = 0;
  for (const line of lines) {
    const before = run.at(-1);
    if (line.page !== page || before === undefined || line.baseline - before > widest) run = [];
    page = line.page;
    run.push(line.baseline);
    if (run.length > (longest.get(page)?.length ?? 1)) longest.set(page, run);
  }
  return [...longest].map(([number, baselines]) => ({ page: number, baselines }));
}
