import { digitsOf } from "./digits.ts";
import { readPlain } from "./reading.ts";

/** The exact strings the office has made public: its telephone, its mailbox. */
export class AllowList {
  readonly #texts: ReadonlySet<string>;
  readonly #numbers: readonly string[];

  constructor(allowed: readonly string[]) {
    this.#texts = new Set(allowed.map(plain));
    this.#numbers = allowed.filter(isNumber).map(national);
  }

  /** Numbers are compared by their digits, so （0746）8127713 allows 0746-8127713, and 8127713 without its area code. */
  has(item: string): boolean {
    if (this.#texts.has(plain(item))) return true;
    if (!isNumber(item)) return false;
    const digits = national(item);
    const local = digits.length === 7 || digits.length === 8;
    return this.#numbers.some(
      (number) => number === digits || (local && isFixedLine(number) && number.endsWith(digits)),
    );
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
