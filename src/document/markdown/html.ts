export { escapeHtml, piecesHtml } from "../../compute/phrase/html.ts";
