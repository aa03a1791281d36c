import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { typography } from "../../eslint.typography.mjs";

const linter = new Linter();

/** The source as the rule mends it, and what it still refuses. */
function mended(source: string) {
  const { output, messages } = linter.verifyAndFix(source, {
    plugins: { french: { rules: { typography: typography as never } } },
    rules: { "french/typography": "error" },
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
  });
  return { output, refused: messages.map(({ message }) => message) };
}

describe("the texts of the sources", () => {
  it.each([
    ['"Vraiment ?"', '"Vraiment\u00a0?"'],
    ['"« Oui » : c’est dit ; non !"', '"«\u00a0Oui\u00a0»\u00a0: c’est dit\u00a0; non\u00a0!"'],
    ['"«Oui»"', '"«\u00a0Oui\u00a0»"'],
    [
      "`« ${title} » : ${count} % et 10 Mo`",
      "`«\u00a0${title}\u00a0»\u00a0: ${count} % et 10\u00a0Mo`",
    ],
    [
      "<p>« {title} » attend ; voir :</p>",
      "<p>«\u00a0{title}\u00a0» attend\u00a0; voir\u00a0:</p>",
    ],
    ["\"l'offre qu'il voit\"", '"l’offre qu’il voit"'],
    ["`${name} : rien`", "`${name}\u00a0: rien`"],
  ])("%s", (source, right) => {
    expect(mended(source)).toEqual({ output: right, refused: [] });
  });

  it.each([
    '"https://exemple.fr/?q=a"',
    '"a: b"',
    '"[«»]"',
    '"can\'t"',
    "sql`select a ? b : c`",
    "shown > 1 ? 2 : 3",
    'index % 2 === 1 ? "a" : "b"',
    "// Vraiment ?",
    '"200 800"',
    '"HTTP/1.1 405 Method Not Allowed"',
    "`«\\u00a0${word}\\u00a0»`",
    '"gap-4 px-4"',
    'distance < 1 ? "sur place" : "loin"',
  ])("%s stays", (source) => {
    expect(mended(source)).toEqual({ output: source, refused: [] });
  });

  it.each(['count > 1 ? "offres" : "offre"', "list.length === 1 ? `une` : `des`"])(
    "%s is for `agree`",
    (source) => {
      expect(mended(source).refused).toEqual(["French has its own plural: `agree`, `counted`."]);
    },
  );
});
