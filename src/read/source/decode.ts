/** Bytes → text. Only UTF-8 is accepted, with or without a byte order mark; other encodings are recognized and refused. */

type Decoded =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      /** The probable encoding of the file. */
      readonly encoding: "UTF-16" | "GB18030" | "unknown";
      /** The text read in that encoding, for `check --fix`; undefined when unreadable. */
      readonly text: string | undefined;
    };

/** Decodes a whole file. GB18030 covers GBK and GB 2312, the encodings that Windows editors save as “ANSI”. */
export function decode(bytes: Uint8Array): Decoded {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    const label = bytes[0] === 0xff ? "utf-16le" : "utf-16be";
    return { ok: false, encoding: "UTF-16", text: attempt(label, bytes) };
  }
  const text = attempt("utf-8", bytes);
  if (text !== undefined) {
    // ASCII text in UTF-16 without a byte order mark is also valid UTF-8, with NUL characters between the letters.
    if (text.includes("\0") && looksLikeUtf16(bytes)) {
      const label = bytes[0] === 0 ? "utf-16be" : "utf-16le";
      return { ok: false, encoding: "UTF-16", text: attempt(label, bytes) };
    }
    return { ok: true, text };
  }
  if (looksLikeUtf16(bytes)) return { ok: false, encoding: "UTF-16", text: attempt("utf-16le", bytes) };
  // Some programs put the mark of UTF-8 in front of a text in “ANSI”.
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const gb = attempt("gb18030", isMarked ? bytes.subarray(3) : bytes);
  return gb === undefined
    ? { ok: false, encoding: "unknown", text: undefined }
    : { ok: false, encoding: "GB18030", text: gb };
}

function attempt(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  let zeros = 0;
  for (const byte of head) if (byte === 0) zeros++;
  return bytes.length % 2 === 0 && zeros > head.length / 20;
}
