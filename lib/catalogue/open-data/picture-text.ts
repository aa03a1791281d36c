import { printable } from "@/lib/platform/formats/printable";

/**
 * What a printed sheet may say and the picture cannot: letters the font lacks, and signs that
 * next/og takes for emoji.
 */
const undrawn = /[©®™µĈĉĔĕĜĝĤĥĨĩĬĭĲĳĴĵĸĿŀŉŊŋŌōŎŏŖŗŜŝŦŧŨũŬŭſ]/gu;

/**
 * A text with nothing but what the shipped font draws: for any other sign next/og asks other hosts
 * for a font or a picture, and fails where they cannot be reached. Cut it afterwards: no sign of it
 * is two halves.
 */
export function pictureText(text: string): string {
  return [...text.normalize("NFC")]
    .map((sign) => (sign === "?" ? sign : printable(sign).replaceAll("?", "")))
    .join("")
    .replaceAll(undrawn, (letter) => letter.normalize("NFKD").replaceAll(/[^\u0020-\u007e]/gu, ""))
    .replaceAll(/[ \n]+/g, " ")
    .trim();
}
