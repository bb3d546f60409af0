/** The registries as data: all units and categories with their names. */

import type { Member } from "../../model/registry.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import type { Field } from "../../compute/rows/field.ts";

export interface MemberRow {
  readonly dimension: string;
  readonly member: Member;
}

export function memberRows({ dimensions }: Vocabulary): MemberRow[] {
  return [...dimensions.values()].flatMap(({ name, registry }) =>
    registry.members.map((member) => ({ dimension: name, member })),
  );
}

export const memberFields: readonly Field<MemberRow>[] = [
  {
    name: "dimension",
    title: "分组",
    type: "string",
    description: "属于哪种分组，如 单位、类别",
    required: true,
    cell: ({ dimension }) => dimension,
  },
  {
    name: "member",
    title: "全称",
    type: "string",
    description: "登记的全称",
    required: true,
    cell: ({ member }) => member.fullName,
  },
  {
    name: "short_name",
    title: "简称",
    type: "string",
    description: "常用的简称",
    required: true,
    cell: ({ member }) => member.shortName,
  },
  {
    name: "aliases",
    title: "别名",
    type: "string",
    description: "其他写法，用顿号连接",
    cell: ({ member }) => member.aliases.join("、") || undefined,
  },
  {
    name: "kind",
    title: "性质",
    type: "string",
    description: "如 县区、开发区、市直部门",
    cell: ({ member }) => member.kind,
  },
  {
    name: "order",
    title: "次序",
    type: "integer",
    description: "在登记表里的次序，从 1 起",
    required: true,
    cell: ({ member }) => member.order + 1,
  },
];
