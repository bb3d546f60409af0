const latin = /[\x21-\x7e\p{Script=Latin}]/u;

/**
 * What joins two lines of one paragraph: a blank between Latin words and figures, nothing beside Han characters (as pandoc's
 * east_asian_line_breaks). `before` ends the upper line, `after` begins the lower one.
 */
export function lineJoint(before: string, after: string): "" | " " {
  return latin.test(before.at(-1) ?? "") && latin.test(after.at(0) ?? "") ? " " : "";
}
