/** Character references that an editor or a converter puts between the signs of a number. */
const NAMED: Readonly<Record<string, string>> = {
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  hairsp: " ",
  Tab: " ",
  NewLine: " ",
  zwnj: "",
  zwj: "",
  shy: "",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  middot: "·",
  bull: "·",
  hyphen: "-",
  dash: "-",
  ndash: "-",
  mdash: "-",
  minus: "-",
  times: "×",
  commat: "@",
  num: "#",
  period: ".",
  comma: ",",
  colon: ":",
  sol: "/",
  bsol: "\\",
  ast: "*",
  lowbar: "_",
  plus: "+",
  lpar: "(",
  rpar: ")",
};

/** `&#49;` → `1`; what is no reference stays as it is written. */
export function readEntity(reference: string): string {
  const numeric = /^&#(?:[xX]([0-9A-Fa-f]{1,6})|(\d{1,7}));$/.exec(reference);
  if (numeric === null) return NAMED[reference.slice(1, -1)] ?? reference;
  const code = numeric[1] === undefined ? Number(numeric[2]) : Number.parseInt(numeric[1], 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
