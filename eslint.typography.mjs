import ts from "typescript";

/**
 * What the portal says is set as French is: no line breaks before « ; : ! ? » or between a number
 * and its word, apostrophes are curved. Texts of the sources only: what people typed stays theirs.
 */
const nbsp = "\u00a0";

/** Each fault with what stands in its place; every pattern is one run of characters to replace. */
const faults = [
  {
    wrong: /(?<=(?<![\d.,])\d{1,3}) (?=\d{3}[ \u00a0]\p{L})/gu,
    right: "\u202f",
    says: "between thousands",
  },
  { wrong: /(?<=«)[ \u202f]?(?!\\u00a0)(?=[^\s«»]|$)/g, right: nbsp, says: "after «" },
  { wrong: /(?<=[^\s«»]|^)(?<!\\u00a0)[ \u202f]?(?=»)/g, right: nbsp, says: "before »" },
  {
    wrong: /(?<=[\p{L}\p{N})\]’»%]|^) (?=[;:!?](?:[\s)»<]|$))/gu,
    right: nbsp,
    says: "before ; : ! ?",
  },
  {
    wrong:
      /(?<=\d) (?=(?:Mo|ko|Go|km|%|€|caractères?|mois|jours?|heures?|minutes?|secondes?|offres?|places?|lignes?|documents?|semaines?)(?![\p{L}\d]))/gu,
    right: nbsp,
    says: "between a number and its word",
  },
  {
    wrong: /(?<=(?:^|[\s«(\u00a0])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|aujourd))'(?=\p{L})/giu,
    right: "’",
    says: "apostrophe ’",
  },
];

/** @returns the faults of a text, by where they stand */
function faultsIn(text) {
  return faults.flatMap(({ wrong, right, says }) =>
    [...text.matchAll(wrong)].map(({ index, 0: found }) => ({
      index,
      length: found.length,
      right,
      says,
    })),
  );
}

const isSql = (node) => {
  for (let at = node; at; at = at.parent) if (at.type === "TaggedTemplateExpression") return true;
  return false;
};

const isText = (node) => node.type === "TemplateLiteral" || typeof node.value === "string";

const isNumber = (services, node) => {
  const type = services.getTypeAtLocation(node);
  const parts = type.isUnion() ? type.types : [type];
  return parts.every(({ flags }) => (flags & ts.TypeFlags.NumberLike) !== 0);
};

export const typography = {
  meta: { type: "problem", fixable: "code", schema: [] },
  create(context) {
    const { sourceCode } = context;
    const services = sourceCode.parserServices?.program ? sourceCode.parserServices : null;

    /** @param from where the text begins in the file */
    function judge(node, raw, from) {
      for (const { index, length, right, says } of faultsIn(raw)) {
        const range = [from + index, from + index + length];
        context.report({
          loc: {
            start: sourceCode.getLocFromIndex(range[0]),
            end: sourceCode.getLocFromIndex(range[1]),
          },
          message: `French typography: ${says}.`,
          fix: (fixer) => fixer.replaceTextRange(range, right),
        });
      }
    }

    /** A number, then a plain blank and its word. */
    function judgeNumber(expression, raw, from) {
      if (!services || !/^ \p{L}/u.test(raw) || !isNumber(services, expression)) return;
      context.report({
        loc: { start: sourceCode.getLocFromIndex(from), end: sourceCode.getLocFromIndex(from + 1) },
        message:
          "French typography: between a number and its word (`counted`, or a no-break space).",
        fix: (fixer) => fixer.replaceTextRange([from, from + 1], nbsp),
      });
    }

    return {
      ConditionalExpression({ test, consequent, alternate }) {
        const counts =
          test.type === "BinaryExpression" &&
          test.right.value === 1 &&
          /^(?:>|[!=]==)$/.test(test.operator) &&
          test.left.operator !== "%";
        if (counts && isText(consequent) && isText(alternate))
          context.report({ node: test, message: "French has its own plural: `agree`, `counted`." });
      },
      Literal(node) {
        if (typeof node.value !== "string" || isSql(node)) return;
        if (/^(?:Import|Export|TSLiteralType)/.test(node.parent.type)) return;
        judge(node, node.raw.slice(1, -1), node.range[0] + 1);
      },
      TemplateLiteral(node) {
        if (isSql(node)) return;
        node.quasis.forEach((quasi, index) => {
          const from = quasi.range[0] + 1;
          judge(quasi, quasi.value.raw, from);
          if (index > 0) judgeNumber(node.expressions[index - 1], quasi.value.raw, from);
        });
      },
      JSXText(node) {
        // Compilers disagree on whether they trim it there.
        if (/\u00a0[ \t]*\n|\n[ \t]*\u00a0/.test(node.raw))
          context.report({ node, message: "French typography: no-break space at a line's end." });
        judge(node, node.raw, node.range[0]);
        const siblings = node.parent.children;
        const before = siblings[siblings.indexOf(node) - 1];
        if (before?.type === "JSXExpressionContainer")
          judgeNumber(before.expression, node.raw, node.range[0]);
      },
    };
  },
};
