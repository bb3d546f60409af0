/** Fonts of a Word file by role: what offices have installed, or what theirs is configured to be. */

import { fontRoles } from "../../model/bulletin.ts";
import type { Bulletin, FontRole } from "../../model/bulletin.ts";
import { templates } from "../templates/environment.ts";

/** Names under which Chinese offices have the faces; the others are what stands in where they lack. */
const customary: Readonly<Record<FontRole, readonly [name: string, ...others: string[]]>> = {
  小标宋: ["方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "华文中宋", "宋体"],
  仿宋: ["仿宋_GB2312", "仿宋", "FangSong", "华文仿宋"],
  楷体: ["楷体_GB2312", "楷体", "KaiTi", "华文楷体"],
  黑体: ["黑体", "SimHei", "微软雅黑"],
  宋体: ["宋体", "SimSun", "华文宋体"],
};

export type FontNames = Readonly<Record<FontRole, string>>;

export function fontNames({ fonts }: Pick<Bulletin, "fonts">): FontNames {
  const names = fontRoles.map((role) => [role, fonts[role]?.family ?? customary[role][0]] as const);
  return Object.fromEntries(names) as Record<FontRole, string>;
}

/** word/fontTable.xml: for each face the names to try where it is not installed. */
export function fontTable(names: FontNames): string {
  const fonts = fontRoles.map((role) => {
    const others = customary[role].filter((other) => other !== names[role]);
    return { name: names[role], others: others.join(",") };
  });
  // An office may set two roles in one face.
  const unique = fonts.filter(
    (font, at) => fonts.findIndex(({ name, others }) => name === font.name && others === font.others) === at,
  );
  return templates().render("word/fonts.njk", { fonts: unique });
}
