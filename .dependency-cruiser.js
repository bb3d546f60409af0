/**
 * The rooms of `src`, in the order of the flow, each with its parts in their own order. A file imports from its own part and from
 * those before it. `npm run lint` checks it.
 */
const rooms = {
  base: ["problem", "text", "process", "file", "picture"],
  model: [],
  read: ["source", "schema", "ledger", "load"],
  compute: ["tally", "phrase", "rows"],
  document: [],
  record: [],
  check: [],
  intake: [],
  output: [],
  verify: [],
  review: [],
  release: [],
  build: [],
  desk: [],
  commands: [],
};
const names = Object.keys(rooms);

/** What is computed from what it is given alone: no files, no clock, no processes, no network. */
const pure = [
  "base/(problem|text|picture)",
  "model",
  "read/(source|schema|ledger)",
  "compute",
  "document",
  "record",
  "check/(rules|numbers|trace|proofread|privacy)",
  "intake",
  "output/(web|data|feed|search|word)",
  "review",
];
const outside = "^(node:)?(fs|fs/promises|child_process|http|https|net|os|process|worker_threads)$";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-circle",
      comment: "Files that import each other can only be understood together.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    ...names.slice(0, -1).map((room, at) => ({
      name: `${room}-before-${names[at + 1]}`,
      comment: "A room imports only from those before it in the flow.",
      severity: "error",
      from: { path: `^src/${room}/` },
      to: { path: `^src/(${names.slice(at + 1).join("|")})/` },
    })),
    ...names.flatMap((room) =>
      rooms[room].slice(0, -1).map((part, at) => ({
        name: `${room}-${part}-first`,
        comment: "A part imports only from those before it in its room.",
        severity: "error",
        from: { path: `^src/${room}/${part}/` },
        to: { path: `^src/${room}/(${rooms[room].slice(at + 1).join("|")})/` },
      })),
    ),
    {
      name: "formats-by-their-list",
      comment: "What writes a site walks the list of formats: it need not change for a new one.",
      severity: "error",
      from: { path: "^src/build/write-(site|issues)\\.ts$" },
      to: { path: "^src/output/(web|data|feed|search|card|word)/" },
    },
    {
      name: "memo-in-build",
      comment: "What earlier runs made is known to the build alone.",
      severity: "error",
      from: { pathNot: "^src/build/" },
      to: { path: "^src/build/memo\\.ts$" },
    },
    {
      name: "threads-in-build",
      comment: "Threads are the build's matter; the program looks whether it runs in one.",
      severity: "error",
      from: { pathNot: "^src/(build/worker/|cli\\.ts$)" },
      to: { path: "^(node:)?worker_threads$" },
    },
    {
      name: "pure",
      comment: "Code that computes does no input or output.",
      severity: "error",
      from: { path: `^src/(${pure.join("|")})/` },
      to: { path: outside, dependencyTypes: ["core"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
