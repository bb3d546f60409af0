/** A registry (登记表): the members of one dimension – units, categories, sources – under all their names. */

/** One unit (单位), category (类别) … with its names. */
export interface Member {
  /** 全称; identifies the member. */
  readonly fullName: string;
  /** 简称; the full name when none is given. */
  readonly shortName: string;
  /** 别名: other names that mean the same member. */
  readonly aliases: readonly string[];
  /** 性质, e.g. 县区, 市直部门, 开发区. */
  readonly kind: string | undefined;
  /** Place in the registry, from 0: the administrative order (登记序). */
  readonly order: number;
}

/** The end of the list, where a new member has to be entered. */
export interface RegistryEnd {
  readonly file: string;
  /** Of the last member. */
  readonly line: number;
  /** Whether the members are written in brackets on one line. */
  readonly inBrackets: boolean;
}

export class Registry {
  readonly members: readonly Member[];
  /** `undefined` for members that do not come from a file. */
  readonly end: RegistryEnd | undefined;
  readonly #byName = new Map<string, Member>();

  constructor(members: readonly Member[], end?: RegistryEnd) {
    this.members = members;
    this.end = end;
    for (const member of members) {
      for (const name of [member.fullName, member.shortName, ...member.aliases]) {
        if (!this.#byName.has(name)) this.#byName.set(name, member);
      }
    }
  }

  /** The member of that full name, short name or alias. */
  find(name: string): Member | undefined {
    return this.#byName.get(name);
  }

  /** Every name that means some member. */
  names(): string[] {
    return [...this.#byName.keys()];
  }
}
