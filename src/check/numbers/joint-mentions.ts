/** Joint cases in running text: 还1件涉及冷水滩、零陵、经开区; 冷水滩、零陵与经开区共有的1件. */

import type { Member } from "../../model/registry.ts";
import type { JointTally } from "../../compute/tally/breakdown.ts";
import { quantityEnd, wordsBefore, type NumberToken } from "./number-token.ts";
import type { DataContext, Match } from "./match.ts";

const names = String.raw`[^，。；：:（）()\d]{2,60}`;
const owned = new RegExp(`(${names})(?:共有|共同|共担|共管)(?:的)?(?:信访件|案件)?[ \\t]*$`);
const concerns = new RegExp(`^(?:信访件|信访案件|案件|问题)?(?:同时|共同)?涉及[ \\t]*(${names})`);

/** The joint case that a number counts, known by its units. */
export function matchJoint(token: NumberToken, { tallies }: DataContext): Match | undefined {
  if (token.computed !== undefined || token.kind !== "count" || token.value === undefined) return undefined;
  const { text } = token.block;
  const before = owned.exec(wordsBefore(token, 70))?.[1];
  const typed = before ?? concerns.exec(text.slice(quantityEnd(token), quantityEnd(token) + 80))?.[1];
  if (typed === undefined) return undefined;
  const found = [...tallies.vocabulary.measures.keys()].flatMap((measure) => {
    const tally = tallies.find(measure);
    return (tally?.joint ?? []).flatMap((item, at) => {
      if (item.figure.measureWord !== token.measureWord || !hasUnits(item, typed, tallies)) return [];
      const several = (tally?.joint.length ?? 0) > 1;
      return [{ item, expression: `${measure}.共有${several ? `.${at + 1}` : ""}` }];
    });
  });
  const equal = found.find(({ item }) => token.value !== undefined && item.figure.value.equals(token.value));
  const chosen = equal ?? found[0];
  if (chosen === undefined) return undefined;
  const { figure } = chosen.item;
  return { token, expression: chosen.expression, figure, expected: figure.value, agrees: equal !== undefined };
}

function hasUnits(item: JointTally, typed: string, { vocabulary }: DataContext["tallies"]): boolean {
  const wanted = new Set(item.units.map((unit) => unit.member));
  if (wanted.size === 0) return false;
  const named = typed
    .replace(/^[ \t]*(?:含|包括|其中|由|属于)/, "")
    .split(/[、与和及]/)
    .map((name) => name.trim());
  const members = named.map((name): Member | undefined => {
    for (const { registry } of vocabulary.dimensions.values()) {
      const member = registry.find(name);
      if (member !== undefined) return member;
    }
    return undefined;
  });
  return members.length === wanted.size && members.every((member) => member !== undefined && wanted.has(member));
}
