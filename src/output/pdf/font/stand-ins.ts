import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { FontRole } from "../../../model/bulletin.ts";

interface StandIn {
  /** Its name for the report. */
  readonly name: string;
  /** The file inside its npm package. */
  readonly module: string;
}

/** Open faces (SIL OFL) that come with `npm ci` and stand in for the faces offices own. */
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

/** In each package, beside the licence of what makes it a package. */
const licences = [
  "@expo-google-fonts/noto-serif-sc/LICENSE_FONT",
  "@expo-google-fonts/noto-sans-sc/LICENSE_FONT",
  "@fontsource/lxgw-wenkai/LICENSE",
];

/** Under which licences the stand-ins may be handed on, in site and PDF: names, then the words of each, as the SIL OFL asks for. */
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
