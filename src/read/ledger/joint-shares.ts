/** Groups joint cases by the units that share them and by those of the units that are done. */

import type { NamedMember } from "../../model/count-sheet.ts";
import type { Member } from "../../model/registry.ts";

interface Counted {
  readonly units: readonly Member[];
  readonly done: readonly Member[] | undefined;
  value: number;
}

interface JointGroup {
  readonly key: string;
  readonly units: readonly NamedMember[];
  readonly completed: readonly NamedMember[] | undefined;
  readonly value: number;
}

export class JointShares {
  readonly #groups = new Map<string, Counted>();

  /** Identifies a group regardless of the order of the units. */
  key(units: readonly Member[], done: readonly Member[] | undefined): string {
    const orders = (members: readonly Member[]): string =>
      members
        .map((member) => member.order)
        .sort((a, b) => a - b)
        .join(",");
    return `${orders(units)}/${done === undefined ? "all" : orders(done)}`;
  }

  add(value: number, units: readonly Member[], done: readonly Member[] | undefined): void {
    const key = this.key(units, done);
    const group = this.#groups.get(key);
    if (group === undefined) this.#groups.set(key, { units, done, value });
    else group.value += value;
  }

  /** Most cases first. Units have the given names in the given order; others follow by short name, in the order of the first case. */
  groups(given: readonly NamedMember[]): JointGroup[] {
    return [...this.#groups]
      .sort(([, a], [, b]) => b.value - a.value)
      .map(([key, { units, done, value }]) => ({
        key,
        units: named(units, given),
        completed: done === undefined ? undefined : named(done, given),
        value,
      }));
  }
}

function named(members: readonly Member[], given: readonly NamedMember[]): NamedMember[] {
  const chosen = given.filter(({ member }) => members.includes(member));
  const others = members
    .filter((member) => !chosen.some((name) => name.member === member))
    .map((member) => ({ label: member.shortName, member }));
  return [...chosen.map(({ label, member }) => ({ label, member })), ...others];
}
