import type { ServerResponse } from "node:http";
import fc from "fast-check";
import { inject } from "light-my-request";
import { expect, it } from "vitest";
import { paintFirst, scriptsAfterPaint } from "./paint-first";

const page = (head: string, body = "") => `<html><head>${head}</head><body>${body}</body></html>`;
const addressesIn = (html: string) => /const src of (\[[^\]]*\])/.exec(html)?.[1] ?? "[]";

it.each<[string, string, string[]]>([
  ["no script", "<title>Bonjour</title>", []],
  ["a script", '<script src="/a.js" async=""></script>', ["/a.js"]],
  [
    "the framework's order with a nonce",
    '<script src="/a.js" async="" nonce="n1"></script>',
    ["/a.js"],
  ],
  ["the other order", '<script src="/a.js" nonce="n1" async=""></script>', ["/a.js"]],
  [
    "one that is told of ahead, and twice",
    '<link rel="preload" as="script" fetchPriority="low" href="/a.js"/>' +
      '<script src="/a.js" async=""></script><script src="/a.js" async=""></script>',
    ["/a.js"],
  ],
  [
    "several",
    '<script src="/a.js" async=""></script><script src="/b.js" async=""></script>',
    ["/a.js", "/b.js"],
  ],
])("has the scripts of a page with %s asked for after it", (_, head, addresses) => {
  const html = scriptsAfterPaint(page(head));
  expect(html).not.toMatch(/<script[^>]* src=|as="script"/);
  expect(JSON.parse(addressesIn(html))).toEqual(addresses);
  if (head.includes("nonce")) expect(html).toContain('<script nonce="n1">(');
});

it.each([
  ["for old browsers", '<script src="/old.js" noModule=""></script>'],
  ["in the page", "<script>self.__next_f.push([0])</script>"],
  ["data", '<script type="application/ld+json">{"a":1}</script>'],
  ["a font told of ahead", '<link rel="preload" as="font" href="/f.woff2"/>'],
  ["a style", '<link rel="stylesheet" href="/a.css"/>'],
])("leaves a script or file %s where it is", (_, head) => {
  expect(scriptsAfterPaint(page(head))).toBe(page(head));
  expect(scriptsAfterPaint(page(`${head}<script src="/a.js" async=""></script>`))).toContain(head);
});

it("keeps every word of a page, however it is sent", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: "grapheme" }),
      fc.integer({ min: 1, max: 40 }),
      async (words, cut) => {
        const text = words.replaceAll(/[&<>]/g, "");
        const html = page('<script src="/a.js" async=""></script>', text);
        const bytes = Buffer.from(html);
        const made = await inject(
          (_, answer) => {
            const response = answer as unknown as ServerResponse;
            paintFirst(response);
            response.setHeader("Content-Type", "text/html; charset=utf-8");
            // As the framework does before the first part.
            response.flushHeaders();
            for (let at = 0; at < bytes.length; at += cut)
              response.write(bytes.subarray(at, at + cut));
            response.end();
          },
          { method: "GET", url: "/" },
        );
        expect(made.payload).toBe(scriptsAfterPaint(html));
        expect(made.payload).toContain(text);
      },
    ),
    { numRuns: 50 },
  );
});

it("lets pass what is no page", async () => {
  const data = '{"html":"<script src=\\"/a.js\\" async=\\"\\"></script></body>"}';
  const made = await inject(
    (_, answer) => {
      const response = answer as unknown as ServerResponse;
      paintFirst(response);
      response.setHeader("Content-Type", "application/json");
      response.end(data);
    },
    { method: "GET", url: "/" },
  );
  expect(made.payload).toBe(data);
});
