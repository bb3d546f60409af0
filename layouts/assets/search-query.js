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
   * An issue with its texts normalised.
   * @typedef {{ record: ArticleRecord, title: string, text: string }} ComparedArticle
   * @typedef {{ issue: IssueRecord, head: string, articles: ComparedArticle[] }} ComparedIssue
   */

  /** @type {WeakMap<JianbaoShard, ComparedIssue[]>} */
  const compared = new WeakMap();

  /** The texts of a shard, normalised once. @param {JianbaoShard} shard @returns {ComparedIssue[]} */
  function texts(shard) {
    let known = compared.get(shard);
    if (known === undefined) {
      const imprints = shard.imprints.map(normalise);
      known = shard.issues.map(function (issue) {
        return {
          issue: issue,
          // A line break parts the two, as no term can hold one.
          head: normalise(issue[4]) + "\n" + imprints[issue[5]],
          articles: issue[6].map(function (record) {
            return { record: record, title: normalise(record[1]), text: normalise(record[4]) };
          }),
        };
      });
      compared.set(shard, known);
    }
    return known;
  }

  /**
   * The issues of a shard that hold every term, somewhere on their page; with a filter by column or unit, somewhere in the articles
   * that pass it. @param {JianbaoShard} shard @param {string[]} wanted @param {JianbaoFilters} filters @returns {JianbaoIssueHit[]}
   */
  function searchShard(shard, wanted, filters) {
    const whole = filters.column === undefined && filters.unit === undefined;
    /** @type {JianbaoIssueHit[]} */
    const found = [];
    texts(shard).forEach(function (known) {
      const { issue, head, articles } = known;
      if (filters.year !== undefined && issue[0] !== filters.year) return;
      const passing = articles.filter(function (article) {
        return (
          (filters.column === undefined || article.record[2] === filters.column) &&
          (filters.unit === undefined || article.record[3].indexOf(filters.unit) >= 0)
        );
      });
      if (passing.length === 0 && !whole) return;
      const held = wanted.every(function (term) {
        return (
          (whole && head.indexOf(term) >= 0) ||
          passing.some(function (article) {
            return article.text.indexOf(term) >= 0;
          })
        );
      });
      if (!held) return;
      const hits = passing.filter(function (article) {
        return (
          wanted.length === 0 ||
          wanted.some(function (term) {
            return article.text.indexOf(term) >= 0;
          })
        );
      });
      found.push({
        year: issue[0],
        number: issue[1],
        date: issue[2],
        page: issue[3],
        inHeadline:
          wanted.length > 0 &&
          passing.some(function (article) {
            return wanted.every(function (term) {
              return article.title.indexOf(term) >= 0;
            });
          }),
        hits: hits.map(function (article) {
          const record = article.record;
          return { slug: record[0], title: record[1], column: record[2], text: record[4] };
        }),
      });
    });
    return found;
  }

  /** Headline hits first, then the newest. @param {JianbaoIssueHit[]} hits */
  function ranked(hits) {
    return hits.slice().sort(function (a, b) {
      if (a.inHeadline !== b.inHeadline) return a.inHeadline ? -1 : 1;
      if (a.date !== b.date) return a.date < b.date ? 1 : -1;
      return b.year - a.year || b.number - a.number;
    });
  }

  /** A text in pieces, those marked that hold a term. @param {string} text @param {string[]} wanted @returns {JianbaoPiece[]} */
  function pieces(text, wanted) {
    // Normalised text with, for each of its characters, where it stood.
    let plain = "";
    /** @type {number[]} */
    const places = [];
    for (let at = 0; at < text.length; at++) {
      const small = normalise(text.charAt(at));
      for (let each = 0; each < small.length; each++) places.push(at);
      plain += small;
    }
    /** @type {Set<number>} */
    const marked = new Set();
    wanted.forEach(function (term) {
      for (let at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + 1)) {
        places.slice(at, at + term.length).forEach(function (place) {
          marked.add(place);
        });
      }
    });
    /** @type {JianbaoPiece[]} */
    const found = [];
    for (let at = 0; at < text.length; at++) {
      const last = found[found.length - 1];
      if (last !== undefined && last.marked === marked.has(at)) last.text += text.charAt(at);
      else found.push({ text: text.charAt(at), marked: marked.has(at) });
    }
    return found;
  }

  const before = 24;
  const longest = 110;

  /** The words around the first hit, in pieces. @param {string} text @param {string[]} wanted */
  function excerpt(text, wanted) {
    const all = pieces(text.replace(/\n/g, "　"), wanted);
    let whole = 0;
    let first = -1;
    all.forEach(function (piece) {
      if (piece.marked && first < 0) first = whole;
      whole += piece.text.length;
    });
    const from = Math.max(0, Math.min(first - before, whole - longest));
    let at = 0;
    const found = all
      .map(function (piece) {
        const start = Math.max(from - at, 0);
        const end = Math.min(from + longest - at, piece.text.length);
        at += piece.text.length;
        return { text: end > start ? piece.text.slice(start, end) : "", marked: piece.marked };
      })
      .filter(function (piece) {
        return piece.text !== "";
      });
    if (from > 0) found.unshift({ text: "……", marked: false });
    if (from + longest < whole) found.push({ text: "……", marked: false });
    return found;
  }

  self.jianbaoQuery = { normalise, terms, searchShard, ranked, pieces, excerpt };
})();
