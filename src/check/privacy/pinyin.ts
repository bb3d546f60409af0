/** Names in Latin letters: Zhang San, lijianguo. (拼音姓名) */

const SYLLABLE =
  "(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uan|uai|ai|ei|ao|ou|an|en|in|un|er|ia|ie|iu|ua|uo|ui|ue|ve|a|o|e|i|u|v)";
const SYLLABLES = new RegExp(`^(?:${SYLLABLE}){1,2}$`);
const WORDS = /^[A-Za-z]{2,12}(?:[ -]?[A-Z][a-z]{1,11}| [a-z]{2,12}){0,2}/;
/** In one word it takes three syllables at most: a surname and a given name. */
const ONE_WORD = new RegExp(`^(?:${SYLLABLE}){2,3}$`);

/** The name at the start of `text`, or nothing; `isPinyin` says whether it reads as Chinese. */
export function latinNameAt(text: string): { readonly name: string; readonly isPinyin: boolean } | undefined {
  const name = WORDS.exec(text)?.[0];
  if (name === undefined || /^[A-Z]{2,}$/.test(name) || /^[A-Za-z0-9@.]/.test(text.slice(name.length)))
    return undefined;
  const words = name.toLowerCase().split(/[ -]/);
  const isPinyin = words.length > 1 ? words.every((word) => SYLLABLES.test(word)) : ONE_WORD.test(name.toLowerCase());
  return { name, isPinyin };
}
