import type { Place } from "../base/problem/problem.ts";
import type { SourceText } from "../base/problem/source-text.ts";
import type { BuiltIssue } from "../document/issue-view.ts";
import type { Scopes } from "../document/scope.ts";
import { parseYaml } from "../read/source/yaml.ts";
import type { LocatedYaml, Path } from "../read/source/located-yaml.ts";
import { numbersOfBlock } from "./numbers/index.ts";
import type { Block, Computed } from "./numbers/index.ts";
import type { NumberedPart } from "./trace/index.ts";

/** The numbers of what is printed around the articles, each at the key of `issue.yaml`, else of the bulletin's data, that says it. */
export function frameNumbers(
  { issue, view }: Pick<BuiltIssue, "issue" | "view">,
  scopes: Scopes,
  sources: ReadonlyMap<string, SourceText>,
): { readonly masthead: NumberedPart; readonly imprint: NumberedPart } {
  const files = [issue.number.place.file, "data/bulletin.yaml"].flatMap((file) => sources.get(file) ?? []);
  // They are parsed when somebody asks for a place: a build never does.
  let parsed: readonly LocatedYaml[] | undefined;
  const placeOf = (key: Path): Place => {
    parsed ??= files.flatMap((source) => parseYaml(source).yaml ?? []);
    return parsed.find((yaml) => yaml.range(key) !== undefined)?.place(key) ?? issue.number.place;
  };
  const said = (key: Path, text: string | undefined, computed?: Computed): Block[] =>
    text === undefined
      ? []
      : [{ kind: "paragraph", text, computed: computed === undefined ? [] : [computed], place: () => placeOf(key) }];
  /** The number in it is 本期.期号 or the like. */
  const counted = (fact: string, text: string | undefined): Block[] => {
    const value = scopes.of(issue)?.facts.get("本期")?.get(fact);
    const digits = /\d+/.exec(text ?? "");
    if (value?.kind !== "figure" || digits === null) return said([fact], text);
    const [start, end] = [digits.index, digits.index + digits[0].length];
    return said([fact], text, { start, end, expression: `本期.${fact}`, figure: value.figure });
  };
  const { marking, copyNumber, scope, name, number, serial, issuer, date } = view.masthead;
  const { recipients, contacts, copies } = view.imprint;
  return {
    masthead: part("报头", [
      ...said(["密级"], marking),
      ...said(["编号"], copyNumber),
      ...said(["报头", "范围"], scope),
      ...said(["报头", "刊名"], name),
      ...counted("期号", number),
      ...counted("总期号", serial),
      ...said(["编发单位"], issuer),
      ...said(["日期"], date, { start: 0, end: date.length, expression: "本期.日期", figure: undefined }),
    ]),
    imprint: part("版记", [
      ...recipients.flatMap(({ kind, text }) => said([kind], text)),
      ...contacts.flatMap(({ label, value }) => said(["联系", label], `${label}：${value}`)),
      ...said(["印数"], copies),
    ]),
  };
}

function part(title: string, blocks: readonly Block[]): NumberedPart {
  return { title, slug: undefined, numbers: blocks.flatMap((block) => numbersOfBlock(block)) };
}
