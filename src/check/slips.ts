/** Slips of the pen: how a number is mistyped most often. (笔误) */

/** 56 and 65: the same digits with two neighbours exchanged. */
export function isExchanged(typed: string, right: string): boolean {
  const [first = 0, second, ...more] = differences(typed, right);
  const isPair = second === first + 1 && more.length === 0 && typed.length === right.length;
  return isPair && typed[first] === right[second] && typed[second] === right[first];
}

/** 459 for 449. */
export function isOneWrong(typed: string, right: string): boolean {
  return typed.length === right.length && differences(typed, right).length === 1;
}

/** 180 and 18: a digit too many or too few. */
export function isOneMore(typed: string, right: string): boolean {
  const [short, long] = typed.length < right.length ? [typed, right] : [right, typed];
  if (long.length !== short.length + 1) return false;
  return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);
}

function differences(a: string, b: string): number[] {
  return [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));
}
