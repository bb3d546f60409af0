/** The live preview's server: pages are made on request from what was last saved. */

import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import path from "node:path";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import { pageKind } from "./page-kinds.ts";
import type { PageKind } from "./page-kinds.ts";

/** Supplies the content; implemented by the command. */
export interface PreviewSource {
  /** HTML of a page; `undefined` when there is none. */
  page(kind: PageKind): Promise<string | undefined>;
  /** The PDF, or an HTML page with the problems. */
  pdf(year: number, number: number): Promise<{ readonly pdf: Uint8Array } | { readonly html: string } | undefined>;
  /** A picture as published; `undefined` when the issue does not show it. */
  picture(year: number, number: number, file: string): Promise<Uint8Array | undefined>;
  /** The file of an asset; `undefined` when it is missing or forbidden. */
  file(kind: PageKind): string | undefined;
}

const saved = "data: saved\n\n";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".pdf": "application/pdf",
};

export class PreviewServer {
  readonly #source: PreviewSource;
  readonly #listeners = new Set<ServerResponse>();
  readonly #server: Server;
  readonly #started = Date.now();
  #saves = 0;

  constructor(source: PreviewSource) {
    this.#source = source;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((fault: unknown) => {
        if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
        response.end(`预览出错：${fault instanceof Error ? fault.message : String(fault)}`);
      });
    });
  }

  /** Listens on this machine only, on `port` or the next free one after it. Returns the address. @throws EnvironmentError */
  async listen(port: number): Promise<string> {
    for (let candidate = port; candidate < port + 20; candidate++) {
      if (await this.#tryPort(candidate)) {
        const address = this.#server.address();
        const actual = typeof address === "object" && address !== null ? address.port : candidate;
        return `http://127.0.0.1:${actual}/`;
      }
    }
    throw new EnvironmentError(`端口 ${port} 到 ${port + 19} 都被占用`, "请关掉别的预览窗口，或用 --port 换一个端口。");
  }

  /** Notifies every open page that something was saved. */
  changed(): void {
    this.#saves++;
    for (const listener of this.#listeners) listener.write(saved);
  }

  /** Sent with each page, to detect saves while it was made or loaded; unique to this server run. */
  #state(): string {
    return `${this.#started}-${this.#saves}`;
  }

  close(): Promise<void> {
    for (const listener of this.#listeners) listener.end();
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  #tryPort(port: number): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const failed = (fault: NodeJS.ErrnoException): void => {
        if (fault.code === "EADDRINUSE" || fault.code === "EACCES") resolve(false);
        else reject(fault);
      };
      this.#server.once("error", failed);
      this.#server.listen(port, "127.0.0.1", () => {
        this.#server.off("error", failed);
        resolve(true);
      });
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Prevents a foreign page from reading drafts by DNS rebinding.
    const host = (request.headers.host ?? "").replace(/:\d+$/, "");
    if (host !== "127.0.0.1" && host !== "localhost") return refuse(response, 403, "只接受本机的访问");
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405, "只能读取");
    const state = this.#state();
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    const kind = pageKind(pathname);
    if (kind === undefined) return refuse(response, 400, "地址不对");
    if (kind.kind === "events") return this.#listen(response, searchParams.get("seen"));
    if (kind.kind === "pdf") {
      const made = await this.#source.pdf(kind.year, kind.number);
      if (made === undefined) return refuse(response, 404, "没有这一期");
      return "pdf" in made ? send(response, ".pdf", made.pdf) : sendPage(response, made.html, state);
    }
    if (kind.kind === "picture") {
      const picture = await this.#source.picture(kind.year, kind.number, kind.file);
      if (picture === undefined) return refuse(response, 404, "没有这张图片");
      return send(response, path.extname(kind.file).toLowerCase(), picture);
    }
    const file = this.#source.file(kind);
    if (file !== undefined) {
      const entry = statSync(file, { throwIfNoEntry: false });
      if (entry?.isFile() === true) return send(response, path.extname(file).toLowerCase(), readFileSync(file));
    }
    const html = await this.#source.page(kind);
    return html === undefined ? refuse(response, 404, "没有这一页") : sendPage(response, html, state);
  }

  /** `seen`: the state sent with the listening page. */
  #listen(response: ServerResponse, seen: string | null): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write("retry: 500\n\n");
    if (seen !== null && seen !== this.#state()) response.write(saved);
    this.#listeners.add(response);
    response.on("close", () => this.#listeners.delete(response));
  }
}

/** Adds the preview's script, which listens for saves after `state`. */
function sendPage(response: ServerResponse, html: string, state: string): void {
  send(response, ".html", `${html}<script src="/__dev/preview.js" data-state="${state}"></script>\n`);
}

function send(response: ServerResponse, ending: string, body: string | Uint8Array): void {
  response.writeHead(200, { "content-type": types[ending] ?? "application/octet-stream", "cache-control": "no-store" });
  response.end(body);
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(text);
}
