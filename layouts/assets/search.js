// @ts-check
/**
 * The search page: reads the query, loads the shards it needs newest first, shows what is found while older ones come.
 */
(function () {
  "use strict";

  const { terms, searchShard, ranked, pieces, excerpt } = self.jianbaoQuery;
  const index = self.jianbaoIndex;
  const pageSize = 20;
  const hitsShown = 3;

  /** @template {Element} T @param {string} id @param {new () => T} kind @returns {T} */
  function element(id, kind) {
    const found = document.getElementById(id);
    if (!(found instanceof kind)) throw new Error("no " + id);
    return found;
  }
  const form = element("search", HTMLFormElement);
  const input = element("query", HTMLInputElement);
  const year = element("year", HTMLSelectElement);
  const column = element("column", HTMLSelectElement);
  const unit = element("unit", HTMLSelectElement);
  const status = element("status", HTMLParagraphElement);
  const results = element("results", HTMLOListElement);
  const more = element("more", HTMLButtonElement);

  /** @param {HTMLSelectElement} select @param {(string | number)[]} labels @param {(string | number)[]} values */
  function fill(select, labels, values) {
    labels.forEach(function (label, at) {
      select.add(new Option(String(label), String(values[at])));
    });
  }
  const years = index.shards
    .map(function (shard) {
      return shard.year;
    })
    .filter(function (each, at, all) {
      return all.indexOf(each) === at;
    });
  fill(year, years, years);
  fill(column, index.columns, index.columns);
  fill(unit, index.units, index.units);

  /** @type {Map<string, Promise<JianbaoShard>>} */
  const loading = new Map();

  /** @param {{ name: string, file: string }} reference */
  function load(reference) {
    let shard = loading.get(reference.name);
    if (shard === undefined) {
      shard = new Promise(function (resolve, reject) {
        const script = document.createElement("script");
        script.src = reference.file;
        script.onload = function () {
          const loaded = self.jianbaoShards[reference.name];
          if (loaded === undefined) reject(new Error(reference.name));
          else resolve(loaded);
        };
        script.onerror = function () {
          loading.delete(reference.name);
          reject(new Error(reference.name));
        };
        document.head.append(script);
      });
      loading.set(reference.name, shard);
    }
    return shard;
  }

  /** @param {string} name @param {string} className @param {(Node | string)[]} children */
  function make(name, className, children) {
    const made = document.createElement(name);
    if (className !== "") made.className = className;
    made.append.apply(made, children);
    return made;
  }

  /** @param {JianbaoPiece[]} list */
  function marked(list) {
    return list.map(function (piece) {
      return piece.marked ? make("mark", "", [piece.text]) : piece.text;
    });
  }

  /** @param {string} address @param {(Node | string)[]} children */
  function link(address, children) {
    const made = document.createElement("a");
    made.href = "../" + address;
    made.append.apply(made, children);
    return made;
  }

  /** @param {JianbaoIssueHit} hit @param {string[]} wanted */
  function result(hit, wanted) {
    const name = hit.year + "年第" + hit.number + "期";
    const date = document.createElement("time");
    date.dateTime = hit.date;
    date.textContent = hit.date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");
    const parts = [make("p", "result-where", [link(hit.page, marked(pieces(name, wanted))), " ", date])];
    hit.hits.slice(0, hitsShown).forEach(function (article) {
      const address = hit.page + "#" + encodeURIComponent(article.slug);
      parts.push(make("h2", "result-title", [link(address, marked(pieces(article.title, wanted)))]));
      parts.push(make("p", "result-excerpt", marked(excerpt(article.text, wanted))));
    });
    const rest = hit.hits.length - hitsShown;
    if (rest > 0) parts.push(make("p", "result-where", ["本期还有 " + rest + " 篇"]));
    return make("li", "result", parts);
  }

  let run = 0;
  let shown = pageSize;
  /** What the list shows, best first. @type {{ order: JianbaoIssueHit[], wanted: string[] }} */
  let list = { order: [], wanted: [] };

  async function search() {
    const mine = ++run;
    const wanted = terms(input.value);
    const filters = {
      year: year.value === "" ? undefined : Number(year.value),
      column: column.value === "" ? undefined : index.columns.indexOf(column.value),
      unit: unit.value === "" ? undefined : index.units.indexOf(unit.value),
    };
    remember();
    const asked = wanted.length > 0 || filters.column !== undefined || filters.unit !== undefined;
    if (!asked) {
      show([], wanted);
      status.textContent = "";
      return;
    }
    const shards = index.shards.filter(function (shard) {
      return filters.year === undefined || shard.year === filters.year;
    });
    /** @type {JianbaoIssueHit[]} */
    let found = [];
    let failed = 0;
    for (const [at, reference] of shards.entries()) {
      const next = shards[at + 1];
      try {
        const coming = load(reference);
        // The next shard is on its way while this one is searched.
        if (next !== undefined) load(next).catch(function () {});
        const shard = await coming;
        if (mine !== run) return;
        found = found.concat(searchShard(shard, index.columns, wanted, filters));
      } catch {
        if (mine !== run) return;
        failed++;
      }
      if (next !== undefined) {
        status.textContent = "已找到 " + found.length + " 期，正在查 " + next.year + " 年……";
        show(found, wanted);
      }
    }
    show(found, wanted);
    status.textContent =
      (found.length === 0 ? "没有找到。" : "共找到 " + found.length + " 期。") +
      (failed === 0 ? "" : "有 " + failed + " 部分没有读到，结果不全，请重试。");
  }

  /** @param {JianbaoIssueHit[]} found @param {string[]} wanted */
  function show(found, wanted) {
    const place = links().indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
    list = { order: ranked(found), wanted: wanted };
    results.textContent = "";
    extend(0);
    if (place >= 0) focusLink(place);
  }

  /** Shows the results from one place on. @param {number} from */
  function extend(from) {
    const items = list.order.slice(from, shown).map(function (hit) {
      return result(hit, list.wanted);
    });
    results.append.apply(results, items);
    more.hidden = list.order.length <= shown;
  }

  /** The query in the address, so that it can be kept and passed on. */
  function remember() {
    const query = new URLSearchParams();
    [input, year, column, unit].forEach(function (field) {
      if (field.value !== "") query.set(field.name, field.value);
    });
    const text = query.toString();
    try {
      history.replaceState(null, "", text === "" ? "index.html" : "?" + text);
    } catch {
      // Some browsers do not let a page opened from a folder change its address.
    }
  }

  function links() {
    return Array.from(results.querySelectorAll("a"));
  }

  /** @param {number} at */
  function focusLink(at) {
    const found = links()[at];
    if (found !== undefined) found.focus();
  }

  /** @param {KeyboardEvent} event */
  function keys(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === "/" && !inField) {
      event.preventDefault();
      input.focus();
      input.select();
      return;
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const all = links();
    const at = all.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
    if (at < 0 && !(event.target === input && event.key === "ArrowDown")) return;
    event.preventDefault();
    const next = event.key === "ArrowDown" ? at + 1 : at - 1;
    if (next < 0) input.focus();
    else focusLink(next);
  }

  /** @type {number | undefined} */
  let timer;
  function again() {
    shown = pageSize;
    window.clearTimeout(timer);
    void search();
  }
  input.addEventListener("input", function (event) {
    if (/** @type {InputEvent} */ (event).isComposing) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(again, 200);
  });
  input.addEventListener("compositionend", again);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    again();
  });
  [year, column, unit].forEach(function (select) {
    select.addEventListener("change", again);
  });
  more.addEventListener("click", function () {
    const at = links().length;
    const from = shown;
    shown += pageSize;
    extend(from);
    focusLink(at);
  });
  document.addEventListener("keydown", keys);

  const asked = new URLSearchParams(location.search);
  input.value = asked.get("q") || "";
  year.value = asked.get("year") || "";
  column.value = asked.get("column") || "";
  unit.value = asked.get("unit") || "";
  if (input.value === "") input.focus();
  void search();
})();
