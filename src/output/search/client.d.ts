/** Types shared by the classic scripts of the search. */

type ArticleRecord = [slug: string, title: string, column: number, units: number[], text: string];
type IssueRecord = [
  year: number,
  number: number,
  date: string,
  page: string,
  head: string,
  imprint: number,
  articles: ArticleRecord[],
];

interface JianbaoShard {
  imprints: string[];
  issues: IssueRecord[];
}
interface JianbaoFilters {
  year: number | undefined;
  column: number | undefined;
  unit: number | undefined;
}
interface JianbaoArticleHit {
  slug: string;
  title: string;
  column: number;
  text: string;
}
interface JianbaoIssueHit {
  year: number;
  number: number;
  date: string;
  page: string;
  inHeadline: boolean;
  hits: JianbaoArticleHit[];
}
interface JianbaoPiece {
  text: string;
  marked: boolean;
}
interface JianbaoQuery {
  normalise: (text: string) => string;
  terms: (query: string) => string[];
  searchShard: (shard: JianbaoShard, columns: string[], wanted: string[], filters: JianbaoFilters) => JianbaoIssueHit[];
  ranked: (hits: JianbaoIssueHit[]) => JianbaoIssueHit[];
  pieces: (text: string, wanted: string[]) => JianbaoPiece[];
  excerpt: (text: string, wanted: string[]) => JianbaoPiece[];
}
interface Window {
  jianbaoQuery: JianbaoQuery;
  jianbaoIndex: {
    columns: string[];
    units: string[];
    shards: { name: string; file: string; year: number; issues: number }[];
  };
  jianbaoShards: Record<string, JianbaoShard>;
}
