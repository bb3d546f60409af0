// @ts-check
/**
 * The part of the search that knows no page: what a query means, which issues hold it, and the words around a hit.
 * A classic script, because module scripts do not run from a folder; for the browsers of offices, so nothing newer than 2018.
 */
(function () {
  "use strict";

  /** Text as it is compared: no white space, letters and digits half-width and small. @param {string} text */
  function normalise(text) {
    return text
      .replace(/\s+/g, "")
      .replace(/[０-９Ａ-Ｚａ-ｚ％]/g, function (wide) {
        return String.fromCharCode(wide.charCodeAt(0) - 0xfee0);
      })
      .toLowerCase();
  }

  /** A number belongs to what it numbers, however it was spaced: 第 777 期, 11 月 8 日. @param {string} text */
  function joinNumbers(text) {
    return text
      .replace(/([第年月至])\s+(?=[\d０-９])/g, "$1")
      .replace(/([\d０-９])\s+(?=[年月日时分期批次件个家份起号人名元万亿%％])/g, "$1");
  }

  /**
   * The words that a page has to hold, all of them. White space parts them, but not within quotation marks.
   * @param {string} query @returns {string[]}
   */
  function terms(query) {
    /** @type {string[]} */
    const found = [];
    const rest = query.replace(/"[^"]*"|“[^“”]*”|＂[^＂]*＂/g, function (quoted) {
      found.push(quoted.slice(1, -1));
      return " ";
    });
    return found
      .concat(joinNumbers(rest).split(/\s+/))
      .map(normalise)
      .filter(function (term, at, all) {
        return term !== "" && all.indexOf(term) === at;
      });
  }

  /**
   * An issue as it is compared: its page's whole text, and its articles once they are asked for.
   * @typedef {{ record: ArticleRecord, title: string, text: string }} ComparedArticle
   * @typedef {{ issue: IssueRecord, page: string, articles: ComparedArticle[] | undefined }} ComparedIssue
   */

  /** @type {WeakMap<JianbaoShard, ComparedIssue[]>} */
  const compared = new WeakMap();

  /**
   * The texts of a shard, normalised once. @param {JianbaoShard} shard @param {string[]} columns @returns {ComparedIssue[]}
   */
  function issuesOf(shard, columns) {
    let known = compared.get(shard);
    if (known === undefined) {
      known = shard.issues.map(function (issue) {
        return { issue: issue, page: normalise(pageText(issue, shard.imprints, columns)), articles: undefined };
      });
      compared.set(shard, known);
    }
    return known;
  }

  /** What stands on the page, in its order. @param {IssueRecord} issue @param {string[]} imprints @param {string[]} columns */
  function pageText(issue, imprints, columns) {
    let text = issue[4];
    let column = -1;
    issue[6].forEach(function (article) {
      if (article[2] !== column) text += "【" + columns[article[2]] + "】";
      column = article[2];
      text += article[4];
    });
    return text + imprints[issue[5]];
  }

  /** @param {ComparedIssue} known @returns {ComparedArticle[]} */
  function articlesOf(known) {
    if (known.articles === undefined) {
      known.articles = known.issue[6].map(function (record) {
        return { record: record, title: normalise(record[1]), text: normalise(record[4]) };
      });
    }
    return known.articles;
  }

  /**
   * The issues of a shard that hold every term, somewhere on their page; with a filter by column or unit, somewhere in the articles
   * that pass it. @param {JianbaoShard} shard @param {string[]} columns @param {string[]} wanted @param {JianbaoFilters} filters
   * @returns {JianbaoIssueHit[]}
   */
  function searchShard(shard, columns, wanted, filters) {
    /** @type {JianbaoIssueHit[]} */
    const found = [];
    issuesOf(shard, columns).forEach(function (known) {
      if (filters.year !== undefined && known.issue[0] !== filters.year) return;
      const hit = searchIssue(known, wanted, filters);
      if (hit !== undefined) found.push(hit);
    });
    return found;
  }

  /** @param {ComparedIssue} known @param {string[]} wanted @param {JianbaoFilters} filters @returns {JianbaoIssueHit | undefined} */
  function searchIssue(known, wanted, filters) {
    const issue = known.issue;
    const whole = filters.column === undefined && filters.unit === undefined;
    if (whole && !holdsAll(known.page, wanted)) return undefined;
    const passing = articlesOf(known).filter(function (article) {
      return (
        (filters.column === undefined || article.record[2] === filters.column) &&
        (filters.unit === undefined || article.record[3].indexOf(filters.unit) >= 0)
      );
    });
    const held = passing
      .map(function (article) {
        return article.text;
      })
      .join("\n");
    if (!whole && (passing.length === 0 || !holdsAll(held, wanted))) return undefined;
    const hits = passing.filter(function (article) {
      return wanted.length === 0 || wanted.some((term) => article.text.indexOf(term) >= 0);
    });
    return {
      year: issue[0],
      number: issue[1],
      date: issue[2],
      page: issue[3],
      inHeadline: wanted.length > 0 && passing.some((article) => holdsAll(article.title, wanted)),
      hits: hits.map(function (article) {
        const record = article.record;
        return { slug: record[0], title: record[1], column: record[2], text: record[4] };
      }),
    };
  }

  /** @param {string} text @param {string[]} wanted */
  function holdsAll(text, wanted) {
    return wanted.every((term) => text.indexOf(term) >= 0);
  }

  /** Headline hits first, then the newest. @param {JianbaoIssueHit[]} hits */
  function ranked(hits) {
    return hits.slice().sort(function (a, b) {
      if (a.inHeadline !== b.inHeadline) return a.inHeadline ? -1 : 1;
      if (a.date !== b.date) return a.date < b.date ? 1 : -1;
      return b.year - a.year || b.number - a.number;
    });
  }

  /**
   * Where each character of the normalised text stands in the text; nothing when the two agree place by place.
   * @param {string} text @param {string} plain @returns {number[] | undefined}
   */
  function placesOf(text, plain) {
    if (plain.length === text.length) return undefined;
    /** @type {number[]} */
    const places = [];
    for (let at = 0; at < text.length; at++) {
      for (let each = normalise(text.charAt(at)).length; each > 0; each--) places.push(at);
    }
    return places;
  }

  /** A text in pieces, those marked that hold a term. @param {string} text @param {string[]} wanted @returns {JianbaoPiece[]} */
  function pieces(text, wanted) {
    const plain = normalise(text);
    const places = placesOf(text, plain);
    /** @type {[number, number][]} */
    const spans = [];
    wanted.forEach(function (term) {
      for (let at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + 1)) {
        const last = at + term.length - 1;
        spans.push(places === undefined ? [at, last + 1] : [Number(places[at]), Number(places[last]) + 1]);
      }
    });
    spans.sort(function (a, b) {
      return a[0] - b[0] || a[1] - b[1];
    });
    /** @type {JianbaoPiece[]} */
    const found = [];
    let end = 0;
    spans.forEach(function (span) {
      if (span[1] <= end) return;
      if (span[0] > end) found.push({ text: text.slice(end, span[0]), marked: false });
      const last = found[found.length - 1];
      const added = text.slice(Math.max(span[0], end), span[1]);
      if (last !== undefined && last.marked) last.text += added;
      else found.push({ text: added, marked: true });
      end = span[1];
    });
    if (end < text.length) found.push({ text: text.slice(end), marked: false });
    return found;
  }

  const before = 24;
  const longest = 110;

  /** The words around the first hit, in pieces. @param {string} text @param {string[]} wanted */
  function excerpt(text, wanted) {
    const plain = normalise(text);
    const hits = wanted
      .map(function (term) {
        return plain.indexOf(term);
      })
      .filter(function (at) {
        return at >= 0;
      });
    const hit = hits.length === 0 ? 0 : Math.min.apply(null, hits);
    const places = placesOf(text, plain);
    const first = places === undefined ? hit : Number(places[hit]);
    const from = Math.max(0, Math.min(first - before, text.length - longest));
    const found = pieces(text.slice(from, from + longest).replace(/\n/g, "　"), wanted);
    if (from > 0) found.unshift({ text: "……", marked: false });
    if (from + longest < text.length) found.push({ text: "……", marked: false });
    return found;
  }

  self.jianbaoQuery = { normalise, terms, searchShard, ranked, pieces, excerpt };
})();
