import { createRequire } from "node:module";
import type { FontRole } from "../font-role.ts";

interface StandIn {
  /** Its name for the report. */
  readonly name: string;
  /** The file inside its npm package. */
  readonly module: string;
}

/** Open faces (SIL OFL) that come with `npm ci` and stand in for the faces offices own. */
const standIns: Readonly<Record<FontRole, StandIn>> = {
  xiaobiaosong: {
    name: "思源宋体 Bold",
    module: "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
  },
  fangsong: { name: "霞鹜文楷 Light", module: "@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-300-normal.woff" },
  kaiti: { name: "霞鹜文楷 Medium", module: "@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff" },
  heiti: {
    name: "思源黑体 Medium",
    module: "@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf",
  },
  songti: {
    name: "思源宋体 Regular",
    module: "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
  },
};

export function standIn(role: FontRole): { readonly name: string; readonly file: string } {
  const { name, module } = standIns[role];
  return { name, file: createRequire(import.meta.url).resolve(module) };
}
