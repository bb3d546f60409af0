/** The part of Eleventy 3 that we use; it ships no types of its own. */
declare module "@11ty/eleventy" {
  export interface UserConfig {
    readonly ignores: Set<string>;
    /** What took how long in filters and shortcodes. */
    readonly benchmarks: { readonly config: { setMinimumThresholdMs(least: number): void } };
    addGlobalData(name: string, data: unknown): void;
    addFilter(name: string, filter: (...args: never[]) => unknown): void;
    addPlugin(plugin: (config: UserConfig) => void): void;
    addPassthroughCopy(paths: Record<string, string>): void;
    setNunjucksEnvironmentOptions(options: Record<string, unknown>): void;
    setLibrary(engine: "njk", library: object): void;
    setTemplateFormats(formats: readonly string[]): void;
    setIncludesDirectory(folder: string): void;
    setDataDirectory(folder: string): void;
    setUseGitIgnore(use: boolean): void;
    setDataFileBaseName(name: string): void;
    setFreezeReservedData(freeze: boolean): void;
    setQuietMode(quiet: boolean): void;
  }
  interface RenderedPage {
    readonly url: string;
    readonly inputPath: string;
    readonly outputPath: string;
    readonly content: string;
  }
  interface Options {
    readonly configPath?: string | undefined;
    readonly quietMode?: boolean;
    readonly config?: (config: UserConfig) => void;
    readonly source?: "cli" | "script";
    readonly runMode?: "build" | "serve" | "watch";
  }
  export class Eleventy {
    constructor(input?: string, output?: string, options?: Options);
    write(): Promise<unknown>;
    toJSON(): Promise<RenderedPage[]>;
    disableLogger(): void;
  }
}
