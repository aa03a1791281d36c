import boundariesPlugin from "eslint-plugin-boundaries";
import importX from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";
import * as boundaries from "./eslint.boundaries.mjs";
import { typography } from "./eslint.typography.mjs";

const drizzle = {
  name: "drizzle-orm",
  message: "Queries and commands speak to the database; everything else asks them.",
};
const postgres = { name: "postgres", message: "Only db/ opens connections." };
const resend = { name: "resend", message: "Mail leaves through lib/platform/outbox." };
const nextAuth = {
  name: "next-auth",
  message: "lib/platform/access/session.ts is the one that knows next-auth.",
};
const nextLink = {
  name: "next/link",
  importNames: ["default"],
  message: "Links are components/ui/link.tsx: it fetches nothing ahead.",
};
const patterns = [
  { group: ["drizzle-orm/*"], message: drizzle.message },
  { group: ["next-auth/*"], message: nextAuth.message },
];
const restricted = (...allowed) => [
  "error",
  {
    paths: [drizzle, postgres, resend, nextAuth, nextLink].filter(
      ({ name }) => !allowed.includes(name),
    ),
    patterns: patterns.filter(({ group }) => !allowed.some((name) => group[0].startsWith(name))),
  },
];

/** The rules of this house; those of the trade are oxlint’s (oxlint.config.mjs). */
export default tseslint.config(
  {
    ignores: [
      "**/.next/**",
      ".data/**",
      "drizzle/**",
      "node_modules/**",
      "next-env.d.ts",
      "test-results/**",
      "tests/bench/floor/**",
    ],
  },
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: {
      "import-x": importX,
      boundaries: boundariesPlugin,
    },
    settings: {
      "import/resolver": { typescript: true },
      "import-x/resolver": { typescript: true },
      ...boundaries.settings,
    },
    rules: {
      "import-x/order": [
        "error",
        {
          groups: ["builtin", "external", "internal", "parent", "sibling"],
          pathGroups: [{ pattern: "@/**", group: "internal" }],
          alphabetize: { order: "asc", caseInsensitive: true },
          named: true,
          "newlines-between": "never",
        },
      ],
      // What Prettier cannot break: titles of tests, addresses of files.
      "max-len": [
        "error",
        {
          code: 100,
          ignoreTemplateLiterals: true,
          ignoreRegExpLiterals: true,
          ignorePattern: '^\\s*(it|test)\\(|[^\\s"]{70,}',
        },
      ],
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "no-restricted-properties": [
        "error",
        {
          object: "process",
          property: "env",
          message: "Read the environment through lib/platform/environment/env.ts.",
        },
      ],
      "no-restricted-imports": restricted(),
      "no-restricted-syntax": [
        "error",
        ...["Literal[value=/fait=/]", "TemplateElement[value.raw=/fait=/]"].map((selector) => ({
          selector,
          message: "lib/platform/form/confirmations.ts writes the code of what was done.",
        })),
        ...["MemberExpression[property.name='fait']", "Property[key.name='fait']"].map(
          (selector) => ({
            selector,
            message: "lib/platform/form/confirmations.ts reads the code of what was done.",
          }),
        ),
      ],
      "boundaries/no-unknown-files": "error",
    },
  },
  ...boundaries.rules,
  {
    files: ["{app,components,lib}/**/*.{ts,tsx}"],
    ignores: ["**/*.test.ts"],
    plugins: { french: { rules: { typography } } },
    rules: { "french/typography": "error" },
  },
  {
    files: [
      "db/**",
      "lib/**/queries.ts",
      "lib/**/queries/**",
      "lib/**/tables.ts",
      "lib/**/commands.ts",
      "lib/**/commands/**",
      "lib/platform/{database,visitor,jobs,outbox}/**",
      "lib/start/{reach.ts,seed/**}",
      "tests/**",
    ],
    rules: { "no-restricted-imports": restricted("drizzle-orm", "postgres") },
  },
  {
    files: ["lib/platform/access/session.ts"],
    rules: { "no-restricted-imports": restricted("drizzle-orm", "next-auth") },
  },
  {
    // The cookie of a session that no browser opened.
    files: ["tests/faults/files.test.ts"],
    rules: { "no-restricted-imports": restricted("drizzle-orm", "postgres", "next-auth") },
  },
  {
    files: ["components/ui/link.tsx"],
    rules: { "no-restricted-imports": restricted("next/link") },
  },
  {
    files: ["lib/platform/outbox/transports.ts"],
    rules: { "no-restricted-imports": restricted("resend") },
  },
  {
    files: [
      "lib/platform/environment/{env,action-key,check-start}.ts",
      "lib/start/**",
      "db/embedded-process.ts",
      "tests/**",
      "**/*.test.ts",
      "*.ts",
    ],
    rules: { "no-restricted-properties": "off" },
  },
  {
    files: ["lib/platform/form/confirmations.ts", "tests/**", "**/*.test.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
  { files: ["tests/**", "**/*.test.ts"], rules: { "max-lines": ["error", { max: 600 }] } },
);
