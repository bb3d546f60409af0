export { escapeHtml, piecesHtml } from "../phrase/html.ts";
