/** Weights of the evidence: logistic regression, ridge, by Newton's method. */

export interface Example {
  readonly evidence: ReadonlyMap<string, number>;
  readonly isName: boolean;
  readonly weight: number;
}

/** How strongly a weight is drawn to nothing: what few examples say counts for little. */
const RIDGE = 0.6;
const ROUNDS = 9;

export function fitted(examples: readonly Example[]): Map<string, number> {
  const keys = ["bias", ...new Set(examples.flatMap(({ evidence }) => [...evidence.keys()]))];
  const at = new Map(keys.map((key, index) => [key, index]));
  const rows = examples.map(({ evidence, isName, weight }) => ({
    cells: [{ key: 0, value: 1 }, ...[...evidence].map(([key, value]) => ({ key: at.get(key) ?? 0, value }))],
    isName,
    weight,
  }));
  const size = keys.length;
  const weights = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = weights.map((weight, key) => (key === 0 ? 0 : RIDGE * weight));
    const curve = keys.map((_, key) => new Float64Array(size).fill(RIDGE, key, key + 1));
    for (const { cells, isName, weight } of rows) {
      let odds = 0;
      for (const { key, value } of cells) odds += (weights[key] ?? 0) * value;
      const chance = 1 / (1 + Math.exp(-odds));
      const [error, spread] = [weight * (chance - Number(isName)), weight * chance * (1 - chance)];
      for (const { key, value } of cells) {
        slope[key] = (slope[key] ?? 0) + error * value;
        const line = curve[key];
        if (line !== undefined && spread > 1e-7)
          for (const second of cells) line[second.key] = (line[second.key] ?? 0) + spread * value * second.value;
      }
    }
    const step = solved(curve, slope);
    for (const [key, by] of step.entries()) weights[key] = (weights[key] ?? 0) - by;
  }
  return new Map(keys.map((key, index) => [key, weights[index] ?? 0]));
}

/** Gauss with the largest pivot. */
function solved(matrix: readonly Float64Array[], right: Float64Array): number[] {
  const size = right.length;
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  for (let column = 0; column < size; column += 1) {
    let best = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
    [rows[column], rows[best]] = [rows[best] ?? [], rows[column] ?? []];
    const pivot = rows[column] ?? [];
    for (let row = 0; row < size; row += 1) {
      const line = rows[row];
      if (row === column || line === undefined) continue;
      const factor = (line[column] ?? 0) / (pivot[column] ?? 1);
      if (factor !== 0)
        for (let at = column; at <= size; at += 1) line[at] = (line[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}
