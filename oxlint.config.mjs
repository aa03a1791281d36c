import next from "eslint-config-next/core-web-vitals";
import tseslint from "typescript-eslint";

/** Rules of the presets that oxlint does not have (docs/decisions/0024). */
const unknown = [
  "@next/next/no-location-assign-relative-destination",
  "@typescript-eslint/no-unsafe-class-instance-assignment",
  "no-dupe-args",
  "no-new-symbol",
  "no-return-await",
  "react-hooks/config",
  "react-hooks/gating",
  "react/jsx-uses-react",
  "react/jsx-uses-vars",
  "react/no-deprecated",
  "react/prop-types",
];

const presets = [...next, ...tseslint.configs.strictTypeChecked].flatMap(({ rules }) =>
  Object.entries(rules ?? {}),
);

export default {
  plugins: ["typescript", "react", "nextjs", "jsx-a11y", "import"],
  categories: { correctness: "off" },
  options: { typeAware: true, typeCheck: true, reportUnusedDisableDirectives: "error" },
  ignorePatterns: ["**/.next/**", ".data/**", "drizzle/**", "*.mjs", "tests/bench/floor/**"],
  rules: {
    ...Object.fromEntries(presets.filter(([name]) => !unknown.includes(name))),
    "@typescript-eslint/no-misused-promises": [
      "error",
      { checksVoidReturn: { attributes: false } },
    ],
    "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    // What is counted and cut of a text are its code points.
    "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
    // The compiler's noUnusedLocals and noUnusedParameters say it already.
    "@typescript-eslint/no-unused-vars": "off",
    // Kinds of mails and jobs are declared where they are, and merged.
    "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "always" }],
    // `() => close()` says what it does; braces around it would take three lines.
    "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    "@typescript-eslint/switch-exhaustiveness-check": [
      "error",
      { considerDefaultExhaustiveForUnions: true },
    ],
    // French is full of apostrophes.
    "react/no-unescaped-entities": "off",
    "import/no-cycle": "error",
  },
};
