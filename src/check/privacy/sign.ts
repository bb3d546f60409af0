/** One character as it is read: look-alike signs as the plain ones that they are taken for. */

const LOOK_ALIKES = new Map<string, string>();
for (const [signs, plain] of [
  ["АВЕЅІЈКМНОРСТУХΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABESIJKMHOPCTYXABEZHIKMNOPTYX"],
  ["аеіјорсуѕхԁԛԝоνιο", "aeijopcysxdqwovio"],
  ["Ззб", "336"],
  ["‐‑‒–—―−─﹣－﹘➖", "------------"],
  ["•・∙‧⋅●⸱･", "········"],
  ["➕", "+"],
  ["❶❷❸❹❺❻❼❽❾⓿", "1234567890"],
  ["➀➁➂➃➄➅➆➇➈", "123456789"],
  ["➊➋➌➍➎➏➐➑➒", "123456789"],
  ["⓵⓶⓷⓸⓹⓺⓻⓼⓽", "123456789"],
] as const) {
  for (const [at, sign] of [...signs].entries()) LOOK_ALIKES.set(sign, plain.charAt(at));
}

const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u20E3\u0300-\u036F]/u;
const BLANK = /[\p{Zs}\t]/u;
const DIGIT = /^\p{Nd}$/u;
const CIRCLED = /[\u2460-\u2468\u24EA\u24F5-\u24FF\u2776-\u277E\u2780-\u2788\u278A-\u2792]/u;

/** `""` for what cannot be seen. A few signs read as several: ⑴ as (1). */
export function readSign(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if ((code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff)) return sign;
  if (UNSEEN.test(sign)) return "";
  if (BLANK.test(sign)) return " ";
  const alike = LOOK_ALIKES.get(sign);
  if (alike !== undefined) return alike;
  if (DIGIT.test(sign)) return String(digitValue(code));
  const compatible = sign.normalize("NFKC");
  const bare = compatible.normalize("NFD").replace(/\p{M}/gu, "");
  return /^[A-Za-z]$/.test(bare) ? bare : [...compatible].map((part) => LOOK_ALIKES.get(part) ?? part).join("");
}

/** ① before a number marks an item of a list; ①③⑧ is a number itself. */
export function isCircledDigit(sign: string): boolean {
  return CIRCLED.test(sign);
}

/** Decimal digits of every script stand in tens, from zero on. */
function digitValue(code: number): number {
  const ascii = Number(String.fromCodePoint(code).normalize("NFKC"));
  if (!Number.isNaN(ascii)) return ascii;
  let zero = code;
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}
