import { text } from "node:stream/consumers";
import { type CheerioAPI, load } from "cheerio";
import type { ReactNode } from "react";
import { prerenderToNodeStream } from "react-dom/static";

/** A page as its server renders it, asynchronous components included, without a browser. */
export async function renderedPage(page: ReactNode | Promise<ReactNode>): Promise<CheerioAPI> {
  const { prelude } = await prerenderToNodeStream(await page);
  return load(await text(prelude));
}

/**
 * The words of a {@link renderedPage}.
 * @param only selector of the parts that count
 * @returns what its reader sees: its words, and what its form fields hold
 */
export async function wordsOfPage(
  page: ReactNode | Promise<ReactNode>,
  only = "body",
): Promise<string> {
  const $ = await renderedPage(page);
  $("script, style, option:not([selected])").remove();
  $("[type=checkbox], [type=radio]").not("[checked]").closest("label").remove();
  $("[type=hidden]").remove();
  const held = $(only)
    .find("input")
    .toArray()
    .map((input) => $(input).attr("value") ?? "");
  // Words of two elements are never one word.
  $("*").append(" ");
  return [$(only).text(), ...held].join(" ").replaceAll(/\s+/g, " ");
}
