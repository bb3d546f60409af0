import { replacing, type Finding, type SourceRule } from "../rule.ts";

/**
 * Unified ideographs of the CJK radicals and strokes, in code point order from the first one on; `　` where there is none. NFKC maps the
 * Kangxi radicals alone. Source: EquivalentUnifiedIdeograph.txt, Unicode 17.0.
 */
const unified: readonly (readonly [first: number, ideographs: string])[] = [
  [
    0x2e80,
    "　厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄心扌攵　旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车" +
      "辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
  ],
  [0x31c0, "　　　　　　𠃌　　　　　　　　乀一丨丿丿丶𠃍乛𠃊𠃎𠄌亅𡿨𠃋乀𠃑乚乙𠄎　　　　"],
];

/** Greek and Cyrillic capitals and small letters that print as Latin ones do. */
const foreign = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕКМНОРСТУХаеорсух";
const latin = "ABEZHIKMNOPTYXABEKMHOPCTYXaeopcyx";

/** Katakana that recognition of scanned pages takes for Han characters. */
const kana = "エカニハロタトー";
const han = "工力二八口夕卜一";

/** Radicals, strokes, compatibility ideographs; ligatures; letters and digits of formulas. */
const disguised = /[\u2E80-\u2FD5\u31C0-\u31E5\uF900-\uFB06\u{1D400}-\u{1D7FF}\u{2F800}-\u{2FA1F}]/gu;
const foreignWord = new RegExp(`[A-Za-z0-9${foreign}]+`, "gu");
const foreignLetter = new RegExp(`[${foreign}]`, "gu");
const lonelyKana = new RegExp(
  `(?<=\\p{Script=Han})[${kana}](?=\\p{Script=Han})|(?<!\\p{L})[${kana.slice(0, -1)}](?=\\p{Script=Han})`,
  "gu",
);

/** The character that was meant; `undefined` where nobody would have typed it. */
function plainForm(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  for (const [first, ideographs] of unified) {
    const plain = [...ideographs][code - first];
    // Those beyond the basic plane are parts of characters that no font at hand has.
    if (plain !== undefined) return plain === "　" || plain.length > 1 ? undefined : plain;
  }
  return character.normalize("NFKC");
}

function finding(start: number, character: string, plain: string | undefined, isSure = true): Finding {
  const message = `“${character}”是编码不同的形近字`;
  if (plain === undefined) return { start, message, hint: "对照原件，改为常用的字" };
  const found = replacing(start, start + character.length, plain, message, `改为常用的“${plain}”`);
  return isSure ? found : { ...found, edits: [] };
}

/** Characters that look like those meant and are found by no search; no font may print them, and `verify` refuses them. */
export const lookAlike: SourceRule = {
  id: "look-alike",
  name: "形近而编码不同的字",
  level: "error",
  fixable: true,
  explanation:
    "从PDF、扫描件复制来的部首字、兼容汉字、片假名和外文字母，与常用字同形而编码不同，检索不到，有的印不出来。",
  example: { wrong: "⼯作简报，⻓江⻄岸", right: "工作简报，长江西岸" },
  basis: "Unicode（EquivalentUnifiedIdeograph、NFKC）；归档惯例",
  find: ({ text }) => [
    ...[...text.matchAll(disguised)].flatMap(({ 0: character, index }) => {
      const plain = plainForm(character);
      return plain === character ? [] : [finding(index, character, plain)];
    }),
    ...[...text.matchAll(foreignWord)].flatMap(({ 0: word, index }) =>
      /[A-Za-z0-9]/.test(word)
        ? [...word.matchAll(foreignLetter)].map((letter) =>
            finding(index + letter.index, letter[0], latin.charAt(foreign.indexOf(letter[0]))),
          )
        : [],
    ),
    ...[...text.matchAll(lonelyKana)].map(({ 0: character, index }) =>
      // One long mark may stand for a dash.
      finding(index, character, han.charAt(kana.indexOf(character)), character !== "ー"),
    ),
  ],
};
