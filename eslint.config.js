import js from "@eslint/js";
import tseslint from "typescript-eslint";

/** The stages of the flow, first to last. A folder of `src/` imports only from earlier ones and from itself. */
const stages = [
  "problem",
  "process",
  "text",
  "picture",
  "model",
  "source",
  "expression",
  "schema",
  "ledger",
  "load",
  "scaffold",
  "tally",
  "rules",
  "phrase",
  "table",
  "numbers",
  "trace",
  "proofread",
  "chart",
  "markdown",
  "dataset",
  "record",
  "signature",
  "view",
  "search",
  "word",
  "cache",
  "site",
  "raster",
  "print",
  "verify",
  "proof",
  "compare",
  "outgoing",
  "publish",
  "dev",
  "commands",
];

/** Stages that do no I/O. */
const pure = [
  "problem",
  "text",
  "picture",
  "model",
  "source",
  "schema",
  "ledger",
  "scaffold",
  "tally",
  "rules",
  "phrase",
  "table",
  "numbers",
  "trace",
  "proofread",
  "markdown",
  "chart",
  "dataset",
  "record",
  "signature",
  "view",
  "search",
  "word",
  "proof",
  "compare",
];
const io = ["fs", "fs/promises", "child_process", "http", "https", "net", "os", "process"].flatMap((name) => [
  name,
  `node:${name}`,
]);

export default tseslint.config(
  { ignores: ["node_modules", "_site", ".cache", "tests/fixtures", "layouts/dev"] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["eslint.config.js", "scripts/*.mjs"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      eqeqeq: "error",
      "no-irregular-whitespace": ["error", { skipStrings: true, skipTemplates: true, skipComments: true }],
      "no-console": "error",
    },
  },
  { files: ["src/cli.ts", "src/commands/**", "scripts/**"], rules: { "no-console": "off" } },
  { files: ["eslint.config.js", "scripts/*.mjs"], ...tseslint.configs.disableTypeChecked },
  { files: ["scripts/*.mjs"], languageOptions: { globals: { console: "readonly", process: "readonly" } } },
  // Classic scripts of the site: checked by tsc as well, which knows the browser's names.
  { files: ["layouts/assets/*.js"], rules: { "no-undef": "off" } },
  ...stages.map((stage, at) => ({
    files: [`src/${stage}/**/*.ts`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: pure.includes(stage)
            ? io.map((name) => ({
                name,
                message: "纯代码不做输入输出：I/O belongs to load, site, print, publish, commands.",
              }))
            : [],
          patterns: stages.slice(at + 1).length
            ? [
                {
                  regex: `^\\.\\./(${stages.slice(at + 1).join("|")})/`,
                  message: "A stage imports only from earlier stages.",
                },
              ]
            : [],
        },
      ],
    },
  })),
);
