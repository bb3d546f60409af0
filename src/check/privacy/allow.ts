import { digitsOf } from "./digits.ts";
import { readPlain } from "./reading.ts";

/** The exact strings the office has made public: its telephone, its mailbox. */
export class AllowList {
  /** As compared → as typed. */
  readonly #texts: ReadonlyMap<string, string>;
  readonly #numbers: readonly { readonly number: string; readonly typed: string }[];

  constructor(allowed: readonly string[]) {
    this.#texts = new Map(allowed.map((typed) => [plain(typed), typed]));
    this.#numbers = allowed.filter(isNumber).map((typed) => ({ number: national(typed), typed }));
  }

  /** Numbers are compared by their digits, so （0746）8127713 allows 0746-8127713, and 8127713 without its area code. */
  has(item: string): boolean {
    return this.matching(item) !== undefined;
  }

  /** What of the list allows the item. */
  matching(item: string): string | undefined {
    const text = this.#texts.get(plain(item));
    if (text !== undefined || !isNumber(item)) return text;
    const digits = national(item);
    const local = digits.length === 7 || digits.length === 8;
    return this.#numbers.find(
      ({ number }) => number === digits || (local && isFixedLine(number) && number.endsWith(digits)),
    )?.typed;
  }
}

function plain(text: string): string {
  return fold(text).replace(/\s/g, "").toLowerCase();
}

function isNumber(text: string): boolean {
  return /^[\d\s()+.·-]{7,}$/.test(fold(text));
}

/** The digits without the country's code and without the 0 before an area code. */
function national(text: string): string {
  return digitsOf(fold(text))
    .replace(/^(?:00)?86(?=\d{10,11}$)/, "")
    .replace(/^0(?=\d{10,11}$)/, "");
}

function isFixedLine(number: string): boolean {
  return number.length >= 10 && !/^1[3-9]\d{9}$/.test(number);
}

function fold(text: string): string {
  return readPlain(text).text;
}
