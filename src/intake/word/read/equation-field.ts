/** Evaluates EQ fields: EQ \o\ac(○,1) is ①, EQ \f(1,2) is ½. */

import { numberText } from "./number-format.ts";
import { inScript, lineFraction } from "./scripts.ts";

export interface Formula {
  readonly text: string;
  /** What is lost in the line of text: 注音, 加框 … */
  readonly lost: readonly string[];
}

/** `code` is the instruction without EQ. `undefined` for a formula that cannot be written as a line of text. */
export function equationText(code: string): Formula | undefined {
  const parser = new Parser(code.replace(/\\\*\s*(?:"[^"]*"|[^\s\\]+)(?:\s*"[^"]*")?/g, ""));
  const text = parser.sequence();
  return text === undefined || !parser.atEnd ? undefined : { text: text.trim(), lost: parser.lost };
}

class Parser {
  readonly #code: string;
  readonly lost: string[] = [];
  #at = 0;

  constructor(code: string) {
    this.#code = code;
  }

  get atEnd(): boolean {
    return this.#at >= this.#code.length;
  }

  /** Parses up to the end of an argument. */
  sequence(): string | undefined {
    let text = "";
    let depth = 0;
    while (!this.atEnd) {
      const character = this.#code[this.#at] ?? "";
      if (character === "\\") {
        const part = this.#command();
        if (part === undefined) return undefined;
        text += part;
        continue;
      }
      if (character === "(") depth++;
      if (depth === 0 && /[,;)]/.test(character)) break;
      if (character === ")") depth--;
      text += character;
      this.#at++;
    }
    return text;
  }

  #command(): string | undefined {
    const rest = this.#code.slice(this.#at);
    const escaped = /^\\([^a-z])/i.exec(rest)?.[1];
    if (escaped !== undefined) {
      this.#at += 2;
      return escaped;
    }
    const [head = "", name = ""] = /^\\([a-z])\s*/i.exec(rest) ?? [];
    const options = /^(?:\\(?:[lrbvf]c\s*\\?[^\sa-z]|[a-z]{2}\s*-?\d*)\s*)*/i.exec(rest.slice(head.length))?.[0] ?? "";
    this.#at += head.length + options.length;
    const given = this.#arguments();
    return given === undefined ? undefined : this.#written(name.toLowerCase(), options.toLowerCase(), given);
  }

  #arguments(): string[] | undefined {
    if (this.#code[this.#at] !== "(") return [];
    const given: string[] = [];
    do {
      this.#at++;
      const text = this.sequence();
      if (text === undefined) return undefined;
      given.push(text.trim());
    } while (/[,;]/.test(this.#code[this.#at] ?? ""));
    if (this.#code[this.#at] !== ")") return undefined;
    this.#at++;
    return given;
  }

  #written(name: string, options: string, given: readonly string[]): string | undefined {
    const [first = "", second] = given;
    switch (name) {
      case "f":
        return second === undefined ? undefined : lineFraction(first, second);
      case "r":
        return second === undefined ? root("", first) : root(first, second);
      case "s":
        return given.length > 1 ? undefined : script(first, options);
      case "o":
        return this.#overstrike(given, options);
      case "b":
        return `${/\\lc\s*\\?(.)/.exec(options)?.[1] ?? "("}${first}${/\\rc\s*\\?(.)/.exec(options)?.[1] ?? ")"}`;
      case "l":
        return given.join(",");
      case "x":
        this.lost.push("边框");
        return first;
      case "d":
        return "";
      default:
        return undefined;
    }
  }

  /** Superimposed characters: a number in a circle, a phonetic reading above a character. */
  #overstrike(given: readonly string[], options: string): string | undefined {
    const [ring = "", inside, ...more] = given;
    if (inside === undefined || more.length > 0) return undefined;
    if (/\\ad/.test(options)) {
      this.lost.push(`注音“${ring.replace(/[⁽^(]|[)⁾]/g, "")}”`);
      return inside;
    }
    if ("○〇◯O".includes(ring) && ring !== "") {
      const number = Number(inside);
      const circled =
        Number.isInteger(number) && inside !== "" ? numberText("decimalEnclosedCircle", number) : undefined;
      if (circled !== undefined) return circled;
    }
    if (!/^[^\p{L}\p{N}\s]$/u.test(ring)) return undefined;
    this.lost.push(`“${ring}”`);
    return `（${inside}）`;
  }
}

function root(degree: string, text: string): string {
  const power = degree === "" ? "" : (inScript(degree, "super") ?? `(${degree})`);
  return `${power}√${/^[\p{L}\p{N}.]+$/u.test(text) ? text : `(${text})`}`;
}

function script(text: string, options: string): string {
  const kind = /\\do/.test(options) ? "sub" : "super";
  // Phonetic readings are raised, too, but are not superscripts.
  if (/[^\d+\-−=()ni\s]/.test(text)) return kind === "sub" ? `_(${text})` : `^(${text})`;
  return inScript(text, kind) ?? (kind === "sub" ? `_(${text})` : `^(${text})`);
}
