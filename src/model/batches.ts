/** Consecutive batches (批次) in which an inspection team hands over its cases, both ends included. */
export interface Batches {
  readonly from: number;
  readonly to: number;
}

/** Every batch of `part` is one of `whole`. */
export function includesBatches(whole: Batches, part: Batches): boolean {
  return whole.from <= part.from && part.to <= whole.to;
}

export function sameBatches(a: Batches, b: Batches): boolean {
  return a.from === b.from && a.to === b.to;
}

export function batchCount({ from, to }: Batches): number {
  return to - from + 1;
}

/** 第15批, 第1—15批. */
export function batchesName({ from, to }: Batches): string {
  return from === to ? `第${from}批` : `第${from}—${to}批`;
}
