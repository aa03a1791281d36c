import type { ServerResponse } from "node:http";
import { holdAnswer } from "./held-answer";

/** A script of the framework's that nothing waits for, or word of one that it will ask for. */
const ahead =
  /<script src="([^"]+)"(?: nonce="([^"]*)")?[^>]*? async=""(?: nonce="([^"]*)")?><\/script>|<link rel="preload" as="script"[^>]*>/g;

/**
 * A page whose scripts are asked for once it is on the screen. Asked for beside its style they take
 * their share of the network from what is shown, and of the processor where it is slow.
 * @param html whole, as the framework made it: nothing in it is anybody's markup
 */
export function scriptsAfterPaint(html: string): string {
  const addresses = new Set<string>();
  let nonce = "";
  const page = html.replaceAll(ahead, (_, address?: string, before?: string, after?: string) => {
    if (address !== undefined) addresses.add(address);
    nonce ||= before ?? after ?? "";
    return "";
  });
  if (addresses.size === 0) return html;
  const allowed = nonce === "" ? "" : ` nonce="${nonce}"`;
  // A page that is not looked at is not painted: it waits for nothing.
  const loader =
    `<script${allowed}>(()=>{const load=()=>{for(const src of ${JSON.stringify([...addresses])})` +
    `document.head.append(Object.assign(document.createElement("script"),{src,async:true}))};` +
    `document.hidden?load():requestAnimationFrame(()=>setTimeout(load))})()</script>`;
  return page.replace("</body>", () => `${loader}</body>`);
}

/**
 * Has the scripts of a page asked for after it was painted. Other answers pass as they are.
 * @param response before the framework writes to it; no page of ours is sent in parts
 */
export function paintFirst(response: ServerResponse): void {
  holdAnswer(response, {
    isWanted: () => /^text\/html\b/.test(String(response.getHeader("content-type"))),
    answer: (made, sent) => {
      response.removeHeader("Content-Length");
      response.end(scriptsAfterPaint(made), sent);
    },
  });
}
