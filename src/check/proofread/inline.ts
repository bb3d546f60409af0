import { mailAddress, webAddress } from "../../base/text/web-address.ts";
import { SEALED, VALUE, type Block } from "./block.ts";

/** Text with the offset in the source of each of its UTF-16 units. */
export interface TypedText {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** What to do with a stretch that is no prose: put a stand-in, drop it, keep its last character, or break the line. */
type Treatment = "value" | "sealed" | "drop" | "last" | "break";

interface Token {
  /** The characters a token can start with. */
  readonly first: RegExp;
  /** Sticky, with bounded repetition, so that text with many openings and no closing stays cheap. */
  readonly pattern: RegExp;
  readonly treatment: Treatment;
  /** Tried only where no letter, digit or joining sign stands before. */
  readonly atWordStart?: true;
}

const TOKENS: readonly Token[] = [
  { first: /[ \t\r\n]/, pattern: /[ \t]{0,100}\r?\n[ \t\u3000]*/y, treatment: "break" },
  // A remark, or words for the case that there is something, end as they are: 注：…。
  {
    first: /\{/,
    pattern: /\{\{[^{}]{0,1000}[|｜]\s{0,9}(?:说明|[有无]则[^{}|｜]{0,300}[。！？])[^{}]{0,300}\}\}/y,
    treatment: "sealed",
  },
  { first: /\{/, pattern: /\{\{[^{}]{0,1000}\}\}/y, treatment: "value" },
  // A brace forgotten or too few: {{交办.单位.零陵区}件. What it says is no prose; that it is broken is told elsewhere.
  { first: /\{/, pattern: /\{\{[^{}\n，。；：！？]{0,1000}\}?/y, treatment: "value" },
  { first: /`/, pattern: /(?<!`)(`{1,3})(?!`)[^]{0,2000}?(?<!`)\1(?!`)/y, treatment: "sealed" },
  { first: /</, pattern: /<!--[^]{0,5000}?-->/y, treatment: "drop" },
  { first: /</, pattern: /<[A-Za-z][A-Za-z0-9+.-]{1,30}:[^\s<>]{1,2000}>/y, treatment: "sealed" },
  { first: /</, pattern: /<\/?[A-Za-z][^<>]{0,500}>/y, treatment: "drop" },
  { first: /!/, pattern: /!\[(?=[^[\]\n]{0,300}\])/y, treatment: "drop" },
  { first: /\[/, pattern: /\[\^[^\]\s]{1,60}\]:?/y, treatment: "drop" },
  { first: /\[/, pattern: /\[(?=[^[\]]{0,300}\][([])/y, treatment: "drop" },
  {
    first: /\]/,
    // Names of pictures and addresses that an editor typed may hold blanks.
    pattern: /\]\((?:<[^<>\n]{0,1000}>|[^()\n]{0,1000}(?:\([^()\n]{0,200}\)[^()\n]{0,200}){0,5})\)/y,
    treatment: "drop",
  },
  { first: /\\/, pattern: /\\[!-/:-@[-`{-~]/y, treatment: "last" },
  { first: /&/, pattern: /&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});/y, treatment: "sealed" },
  {
    first: /[A-Za-z]/,
    pattern: new RegExp(webAddress, "iy"),
    treatment: "sealed",
    atWordStart: true,
  },
  {
    first: /[A-Za-z0-9_]/,
    pattern: new RegExp(mailAddress, "y"),
    treatment: "sealed",
    atWordStart: true,
  },
  { first: /[(（]/, pattern: /[(（]0\d{2,3}[)）][ -]?\d{7,8}(?!\d)/y, treatment: "sealed" },
  { first: /0/, pattern: /0\d{2,3}-\d{7,8}(?!\d)/y, treatment: "sealed", atWordStart: true },
  // Degrees, minutes, seconds: their quotes are not quotation marks.
  {
    first: /\d/,
    pattern: /\d{1,3}°(?:\d{1,2}['′])?(?:\d{1,2}(?:\.\d{1,4})?["″])?/y,
    treatment: "sealed",
    atWordStart: true,
  },
];

const WORD = /[\w.+-]/;
/** What no token starts with. */
const PLAIN = /[^ \t\r\n{`<![\]\\&A-Za-z0-9(（]+/y;

/** Reads what was typed as prose, without blanks around it. */
export function readInline(typed: TypedText): Pick<Block, "text" | "offsets"> {
  const raw = typed.text.trimEnd();
  const offsets: number[] = [];
  let text = "";
  const put = (characters: string, from: number): void => {
    text += characters;
    for (let unit = 0; unit < characters.length; unit += 1) offsets.push(typed.offsets[from + unit] ?? 0);
  };
  let at = raw.length - raw.trimStart().length;
  while (at < raw.length) {
    PLAIN.lastIndex = at;
    const plain = PLAIN.exec(raw)?.[0];
    if (plain !== undefined) {
      put(plain, at);
      at += plain.length;
      continue;
    }
    const found = tokenAt(raw, at, WORD.test(raw.charAt(at - 1)));
    if (found === undefined) {
      put(raw.charAt(at), at);
      at += 1;
      continue;
    }
    if (found.treatment === "value") put(VALUE, at);
    else if (found.treatment === "sealed") put(SEALED, at);
    else if (found.treatment === "last") put(found.text.slice(-1), at + found.text.length - 1);
    else if (found.treatment === "break") put("\n", at + found.text.indexOf("\n"));
    at += found.text.length;
  }
  return { text, offsets };
}

function tokenAt(raw: string, at: number, insideWord: boolean): { text: string; treatment: Treatment } | undefined {
  const first = raw.charAt(at);
  for (const token of TOKENS) {
    if ((token.atWordStart && insideWord) || !token.first.test(first)) continue;
    token.pattern.lastIndex = at;
    const match = token.pattern.exec(raw);
    if (match) return { text: match[0], treatment: token.treatment };
  }
  return undefined;
}
