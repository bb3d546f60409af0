import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { FontRole } from "../../../model/bulletin.ts";

interface StandIn {
  /** The name in reports. */
  readonly name: string;
  /** The file in its npm package. */
  readonly module: string;
}

/** Open fonts (SIL OFL) from `npm ci`, used in place of fonts that the office has not configured. */
const standIns: Readonly<Record<FontRole, StandIn>> = {
  小标宋: {
    name: "思源宋体 Bold",
    module: "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
  },
  仿宋: { name: "霞鹜文楷 Light", module: "@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-300-normal.woff" },
  楷体: { name: "霞鹜文楷 Medium", module: "@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff" },
  黑体: {
    name: "思源黑体 Medium",
    module: "@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf",
  },
  宋体: {
    name: "思源宋体 Regular",
    module: "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
  },
};

/** The licences of the fonts in their packages, which differ from those of the packages. */
const licences = [
  "@expo-google-fonts/noto-serif-sc/LICENSE_FONT",
  "@expo-google-fonts/noto-sans-sc/LICENSE_FONT",
  "@fontsource/lxgw-wenkai/LICENSE",
];

/** The licences of the stand-ins with their names, which the SIL OFL requires to be distributed with site and PDF. */
export function standInLicences(): string {
  const { resolve } = createRequire(import.meta.url);
  const texts = licences.map((licence) => {
    const ofPackage = path.posix.dirname(licence);
    const names = Object.values(standIns).flatMap(({ name, module }) => (module.startsWith(ofPackage) ? [name] : []));
    return `${names.join("、")}\n\n${readFileSync(resolve(licence), "utf8").trim()}\n`;
  });
  return `网站和 PDF 里嵌入的随附字体，许可如下。单位自己的字体不在其内。\n\n${texts.join(`\n${"=".repeat(72)}\n\n`)}`;
}

export function standIn(role: FontRole): { readonly name: string; readonly file: string } {
  const { name, module } = standIns[role];
  return { name, file: createRequire(import.meta.url).resolve(module) };
}
