/** Another way to read parts that do not add up: they may overlap, or not all be listed. For the hint of a rule. */

import { listsAll, type Breakdown } from "../../compute/tally/breakdown.ts";
import { claimsOf, discordsOf, type Claim, type Discord } from "./claims.ts";
import { allCounted, lastCounted, type Counted, type Subject } from "./subject.ts";

/** What to write where the parts are right as they are; empty where the data speaks against it. */
export function readingOf(subject: Subject, measure: Counted, { claim, reference }: Discord): string {
  const { breakdown } = claim;
  if (breakdown === undefined || hasAddedUp(subject, measure, breakdown)) return "";
  const { dimension, parts } = breakdown;
  const where = `在 data/tallies.yaml 的“${dimension.name}”下写`;
  if (claim.value.compare(reference.value) > 0) {
    const fits = parts.every(({ figure }) => figure.value.compare(reference.value) <= 0);
    return fits && dimension.partial !== true && measure.tally.joint.length === 0
      ? `一件可以同时属于几项的，${where}“可重复: 是”。`
      : "";
  }
  if (!listsAll(breakdown))
    return `${unlisted(subject, measure, breakdown)}${isMuch(claim, reference) ? `本来就只列其中几项的，${where}“可不全: 是”。` : ""}`;
  return dimension.partial === true ? `登记的各项都列出了，应当等于合计；还有别的项目的，请先登记、再列出。` : "";
}

/** More is missing than a slip in one line would make: a part of the list may well have been left out on purpose. */
function isMuch(claim: Claim, reference: Claim): boolean {
  return reference.value.sub(claim.value).mul(20).compare(reference.value) > 0;
}

/** In this issue or the one before some measure comes to its total by this dimension: then this one should, too. */
function hasAddedUp(subject: Subject, measure: Counted, { dimension }: Breakdown): boolean {
  const before = lastCounted(subject, measure.definition.name);
  return [...allCounted(subject), ...(before === undefined ? [] : [before])].some((other) => {
    const claims = claimsOf(other).filter(({ partial }) => !partial);
    const own = claims.find((claim) => claim.breakdown?.dimension.name === dimension.name);
    return own !== undefined && claims.length > 1 && discordsOf(other).length === 0;
  });
}

/** As many members as may be named side by side. */
const most = 3;

/** Registered members without a line, when they are few enough to be worth naming, and not known to have had none before. */
function unlisted(subject: Subject, measure: Counted, { dimension, parts }: Breakdown): string {
  const before = lastCounted(subject, measure.definition.name)?.tally.breakdowns.get(dimension.name)?.parts;
  const listed = new Set(parts.map((part) => part.member));
  const joint = new Set(measure.tally.joint.flatMap((item) => item.units.map((unit) => unit.member)));
  const absent = dimension.registry.members.filter((member) => !listed.has(member) && !joint.has(member));
  const known =
    before === undefined ? absent : absent.filter((member) => before.some((part) => part.member === member));
  return known.length === 0 || known.length > most
    ? ""
    : `登记表里的${known.map((member) => `“${member.shortName}”`).join("、")}没有列出。`;
}
