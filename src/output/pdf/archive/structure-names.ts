/**
 * Renumbers the names of structure elements, by which cells refer to their headers. The browser continues its count over all documents
 * of a tab, `(node00004437)`, so that they would depend on what was printed before. The length does not change.
 */
export function fixStructureNames(raw: Uint8Array): Uint8Array {
  const bytes = Buffer.from(raw);
  const numbers = new Map<string, number>();
  const text = bytes.toString("latin1");
  for (const { 1: name = "", index } of text.matchAll(/\(node(\d{8})\)/g)) {
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    bytes.write(String(number).padStart(8, "0"), index + "(node".length, "latin1");
  }
  return bytes;
}
