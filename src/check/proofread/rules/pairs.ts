import type { Block } from "../block.ts";
import type { Context, Finding, ProseRule } from "../rule.ts";

const PARTNER: Readonly<Record<string, string>> = {
  "“": "”",
  "‘": "’",
  "（": "）",
  "(": ")",
  "《": "》",
  "〈": "〉",
  "【": "】",
  "〔": "〕",
};
/** Deeper nesting is not prose; the bound keeps hostile text cheap. */
const DEEPEST = 32;
const MARKS = /[“”‘’（）()《》〈〉【】〔〕]/g;

interface Mark {
  readonly sign: string;
  readonly at: number;
}

/** Half-width and full-width round brackets pair with each other: their width is another rule's affair. */
function same(left: string, right: string): boolean {
  return left.normalize("NFKC") === right.normalize("NFKC");
}

/** The pairs in a block, and the marks left without a partner. */
export function pairMarks(text: string): { pairs: [Mark, Mark][]; unpaired: Mark[] } {
  const pairs: [Mark, Mark][] = [];
  const unpaired: Mark[] = [];
  const open: Mark[] = [];
  for (const match of text.matchAll(MARKS)) {
    const mark = { sign: match[0], at: match.index };
    if (isApostrophe(text, mark)) continue;
    if (PARTNER[mark.sign] !== undefined) {
      if (open.length === DEEPEST) unpaired.push(...open.splice(0, 1));
      open.push(mark);
      continue;
    }
    const partner = open.findLastIndex((candidate) => same(PARTNER[candidate.sign] ?? "", mark.sign));
    const left = open[partner];
    if (left === undefined) {
      if (!isOrdinal(text, mark)) unpaired.push(mark);
      continue;
    }
    // What was opened since and not closed crosses this pair.
    unpaired.push(...open.splice(partner).slice(1));
    pairs.push([left, mark]);
  }
  unpaired.push(...open);
  return { pairs, unpaired: unpaired.sort((a, b) => a.at - b.at) };
}

function isApostrophe(text: string, { sign, at }: Mark): boolean {
  return /[‘’]/.test(sign) && /[A-Za-z]/.test(text.charAt(at - 1)) && /[A-Za-z]/.test(text.charAt(at + 1));
}

/** The bracket of an ordinal such as 1） or a). */
function isOrdinal(text: string, { sign, at }: Mark): boolean {
  return same(sign, ")") && /(?:^|[\s，。；：、])(?:\d{1,2}|[A-Za-z])$/.test(text.slice(0, at).slice(-3));
}

/** 不成对的标号。 */
export const unpairedMark: ProseRule = {
  id: "unpaired-mark",
  name: "标号不成对",
  level: "warning",
  fixable: false,
  explanation: "引号、括号、书名号在一段之内要成对；连续几段的引文各段只写前引号、末段才写后引号的，不报。",
  example: { wrong: "《水污染防治法第十二条", right: "《水污染防治法》第十二条" },
  basis: "GB/T 15834—2011 4.8、4.9、4.15",
  find(block, context) {
    const { unpaired } = pairMarks(block.text);
    const findings: Finding[] = [];
    for (let index = 0; index < unpaired.length; index += 1) {
      const mark = unpaired[index];
      if (mark === undefined || continues(block, mark, context)) continue;
      const next = unpaired[index + 1];
      if (next && turned(mark, next)) {
        findings.push(mark.sign === "“" || mark.sign === "‘" ? wrongWay(next) : wrongWay(mark));
        index += 1;
      } else findings.push(alone(mark));
    }
    return findings;
  },
};

function alone({ sign, at }: Mark): Finding {
  return { start: at, message: `标号 ${sign} 没有配对的另一半`, hint: "补上另一半，或删去它" };
}

/** Two equal quotes close together: one of them is typed the wrong way round. */
function turned(first: Mark, second: Mark): boolean {
  return first.sign === second.sign && /[“”‘’]/.test(first.sign) && second.at - first.at <= 40;
}

function wrongWay({ sign, at }: Mark): Finding {
  const right = { "“": "”", "”": "“", "‘": "’", "’": "‘" }[sign] ?? "";
  return { start: at, message: `引号${sign}写反了方向`, hint: `改为${right}` };
}

/** A quotation that runs on: this paragraph's last “ stays open and the next paragraph opens with “ again. */
function continues(block: Block, mark: Mark, { blocks, index }: Context): boolean {
  if (mark.sign !== "“" || block.kind === "cell" || block.kind === "title") return false;
  return blocks[index + 1]?.text.startsWith("“") === true;
}

const INNER: Readonly<Record<string, string>> = { "“": "‘", "”": "’", "《": "〈", "》": "〉" };

/** 引号、书名号套用。 */
export const nestedMark: ProseRule = {
  id: "nested-mark",
  name: "引号、书名号套用",
  level: "warning",
  fixable: true,
  explanation: "引号之内再用引号，里面用单引号；书名号之内再用书名号，里面用单书名号。",
  example: { wrong: "“要抓好“夏季攻势”行动”", right: "“要抓好‘夏季攻势’行动”" },
  basis: "GB/T 15834—2011 4.8.3.4、4.15",
  find(block) {
    const furthest: Record<string, number> = {};
    const nested = pairMarks(block.text)
      .pairs.sort(([a], [b]) => a.at - b.at)
      .filter(([left, right]) => {
        const inside = (furthest[left.sign] ?? -1) > right.at;
        if (!inside) furthest[left.sign] = right.at;
        return inside;
      });
    return nested.flatMap(([left, right]): Finding[] => {
      const [open, close] = [INNER[left.sign], INNER[right.sign]];
      if (open === undefined || close === undefined) return [];
      return [
        {
          start: left.at,
          message: `“${left.sign}${right.sign}”里又套了“${left.sign}${right.sign}”`,
          hint: `里面的改为“${open}${close}”`,
          edits: [
            { start: left.at, end: left.at + 1, replacement: open },
            { start: right.at, end: right.at + 1, replacement: close },
          ],
        },
      ];
    });
  },
};
