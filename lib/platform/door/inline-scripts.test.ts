import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { withHashes } from "./inline-scripts";

const hash = (content: string) =>
  `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'";

it.each<[string, string, string[], string[]]>([
  ["nothing in it", "<p>Bonjour</p>", [], []],
  ["a script of its own", "<script>a()</script>", ["a()"], []],
  ["a script with an address", '<script src="/_next/a.js" async=""></script>', [], []],
  ["attributes", '<script id="b">b("é")</script>', ['b("é")'], []],
  ["several lines", "<script>\na\n</script>", ["\na\n"], []],
  ["the same twice", "<script>a</script><p></p><script>a</script>", ["a"], []],
  ["data for robots", '<script type="application/ld+json">{"a":"<p>"}</script>', [], []],
  ["a style", "<style>:root{--a:#fff}</style>", [], [":root{--a:#fff}"]],
  ["both", "<style>s</style><script>a</script><script>b</script>", ["a", "b"], ["s"]],
])(
  "allows by its hash what runs in a page with %s, and nothing else",
  (_, html, scripts, styles) => {
    const sources = (contents: string[]) => ["'self'", ...contents.map(hash)].join(" ");
    expect(withHashes(policy, html)).toBe(
      `default-src 'none'; script-src ${sources(scripts)}; style-src ${sources(styles)}; img-src 'self'`,
    );
  },
);
