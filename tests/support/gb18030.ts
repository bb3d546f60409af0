/** Encodes as a Windows editor does whose “ANSI” is GB18030: the two-byte part of it, which is all that ordinary text needs. */

let table: ReadonlyMap<string, readonly [number, number]> | undefined;

export function gb18030(text: string): Buffer {
  table ??= pairs();
  const bytes = [...text].flatMap((character) => {
    const code = character.codePointAt(0) ?? 0;
    const pair = code < 0x80 ? [code] : table?.get(character);
    if (pair === undefined) throw new Error(`no two bytes for ${character}`);
    return pair;
  });
  return Buffer.from(bytes);
}

function pairs(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder("gb18030");
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== "\ufffd") found.set(character, [lead, trail]);
    }
  }
  return found;
}
