/**
 * Recomputes a record of `explain --format json` from its inputs and its expression alone. Shares no code with the product:
 * its own exact arithmetic, its own reading of the grammar, its own writing of digits and Chinese numerals.
 */

interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

export interface Recomputable {
  readonly text: string;
  readonly expression: string | null;
  readonly inputs: readonly { readonly value: number | string }[];
  readonly format: {
    readonly absolute: boolean;
    readonly times: string;
    readonly step: number | null;
    readonly decimals: number | null;
    readonly rounding: string;
    readonly trimmed: boolean;
    readonly grouped: boolean;
    readonly numerals: string;
  } | null;
}

const ratio = (n: bigint, d: bigint): Ratio => (d < 0n ? { n: -n, d: -d } : { n, d });
const compare = (a: Ratio, b: Ratio): bigint => a.n * b.d - b.n * a.d;

export function ratioOf(written: number | string): Ratio {
  const [whole = "", divisor = "1"] = String(written).split("/");
  const [integer = "", decimals = ""] = whole.split(".");
  return ratio(BigInt(integer + decimals), 10n ** BigInt(decimals.length) * BigInt(divisor));
}

class Reader {
  readonly #tokens: string[];
  readonly #inputs: readonly Ratio[];
  #at = 0;

  constructor(text: string, inputs: readonly Ratio[]) {
    this.#tokens = text.match(/#\d+|\d+(?:\.\d+)?|count|rank|[+−×÷(),;]/g) ?? [];
    if (this.#tokens.join("") !== text.replaceAll(" ", "")) throw new Error(`not of the grammar: ${text}`);
    this.#inputs = inputs;
  }

  all(): Ratio {
    const value = this.#sum();
    if (this.#at < this.#tokens.length) throw new Error(`left over: ${this.#tokens.slice(this.#at).join(" ")}`);
    return value;
  }

  #next(): string {
    return this.#tokens[this.#at++] ?? "";
  }

  #take(wanted: string): boolean {
    if (this.#tokens[this.#at] !== wanted) return false;
    this.#at++;
    return true;
  }

  #must(wanted: string): void {
    if (!this.#take(wanted)) throw new Error(`${wanted} expected`);
  }

  #sum(): Ratio {
    let value = this.#product();
    for (;;) {
      if (this.#take("+")) {
        const other = this.#product();
        value = ratio(value.n * other.d + other.n * value.d, value.d * other.d);
      } else if (this.#take("−")) {
        const other = this.#product();
        value = ratio(value.n * other.d - other.n * value.d, value.d * other.d);
      } else return value;
    }
  }

  #product(): Ratio {
    let value = this.#factor();
    for (;;) {
      if (this.#take("×")) {
        const other = this.#factor();
        value = ratio(value.n * other.n, value.d * other.d);
      } else if (this.#take("÷")) {
        const other = this.#factor();
        value = ratio(value.n * other.d, value.d * other.n);
      } else return value;
    }
  }

  #list(): Ratio[] {
    const values = [this.#sum()];
    while (this.#take(",")) values.push(this.#sum());
    this.#must(")");
    return values;
  }

  #factor(): Ratio {
    const token = this.#next();
    if (token.startsWith("#")) {
      const input = this.#inputs[Number(token.slice(1)) - 1];
      if (input === undefined) throw new Error(`no input ${token}`);
      return input;
    }
    if (token === "count") {
      this.#must("(");
      return ratio(BigInt(this.#list().length), 1n);
    }
    if (token === "rank") {
      this.#must("(");
      const own = this.#sum();
      this.#must(";");
      return ratio(1n + BigInt(this.#list().filter((other) => compare(other, own) > 0n).length), 1n);
    }
    if (token === "(") {
      const value = this.#sum();
      this.#must(")");
      return value;
    }
    return ratioOf(token);
  }
}

export function evaluated({ expression, inputs }: Recomputable): Ratio {
  if (expression === null) throw new Error("no expression");
  return new Reader(
    expression,
    inputs.map((input) => ratioOf(input.value)),
  ).all();
}

/** What is printed, by the record's own account. */
export function recomputed(record: Recomputable): string {
  const { format } = record;
  if (format === null) throw new Error("no format");
  const times = ratioOf(format.times);
  let value = evaluated(record);
  if (format.absolute && value.n < 0n) value = ratio(-value.n, value.d);
  value = ratio(value.n * times.n, value.d * times.d);
  if (format.step !== null) {
    const step = BigInt(format.step);
    value = ratio((value.n / (value.d * step)) * step, 1n);
  }
  // A word says by itself that there is nothing: 持平, 尚未办结.
  if (format.numerals === "word" && value.n === 0n) return record.text;
  if (format.numerals === "counting" && value.n === 2n * value.d) return "两";
  if (format.numerals === "chinese") return chinese(value.n / value.d);
  const negative = value.n < 0n;
  const size = negative ? -value.n : value.n;
  const decimals = format.decimals ?? 6;
  const scaled = size * 10n ** BigInt(decimals);
  let whole = scaled / value.d;
  if (format.rounding === "half-up" && (scaled % value.d) * 2n >= value.d) whole++;
  if (format.decimals === null && whole * value.d !== scaled) throw new Error("the decimals do not end");
  let text = String(whole).padStart(decimals + 1, "0");
  if (decimals > 0) text = `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
  if (decimals > 0 && (format.trimmed || format.decimals === null)) text = text.replace(/\.?0+$/, "");
  if (format.grouped) text = text.replace(/^\d+/, (digits) => digits.replace(/\d(?=(?:\d{3})+$)/g, "$&,"));
  return negative && /[1-9]/.test(text) ? `-${text}` : text;
}

function chinese(value: bigint): string {
  const digits = "零一二三四五六七八九";
  const number = Number(value);
  if (number < 10) return digits.charAt(number);
  if (number < 100) {
    const [tens, ones] = [Math.floor(number / 10), number % 10];
    return `${tens === 1 ? "" : digits.charAt(tens)}十${ones === 0 ? "" : digits.charAt(ones)}`;
  }
  throw new Error(`no test prints ${number} in words`);
}
