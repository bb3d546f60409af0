import { homedir } from "node:os";
import path from "node:path";

/** This tool's folder among the user's own settings, by the custom of the platform; it need not exist yet. */
export function userFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  const home = environment["HOME"] ?? homedir();
  const named = platform === "win32" ? environment["APPDATA"] : environment["XDG_CONFIG_HOME"];
  const custom = { win32: ["AppData", "Roaming"], darwin: ["Library", "Application Support"] }[platform as string] ?? [
    ".config",
  ];
  return path.join(named ? named : path.join(home, ...custom), "gongzuo-jianbao");
}
