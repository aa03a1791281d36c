import next from "eslint-config-next/core-web-vitals";
import boundaries from "eslint-plugin-boundaries";
import importX from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

const drizzle = {
  name: "drizzle-orm",
  message: "Queries and commands speak to the database; everything else asks them.",
};
const postgres = { name: "postgres", message: "Only db/ opens connections." };
const resend = { name: "resend", message: "Mail leaves through lib/platform/outbox." };
const nextAuth = {
  name: "next-auth",
  message: "lib/platform/session.ts is the one that knows next-auth.",
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

/** One line of the map: files of the first kind may import files of the others. */
const allow = (from, ...to) => ({
  from: { element: { type: from } },
  allow: { to: { element: { type: to } } },
});

const room = { capture: ["room"], mode: "full" };

export default tseslint.config(
  {
    ignores: [
      "**/.next/**",
      ".data/**",
      "drizzle/**",
      "node_modules/**",
      "next-env.d.ts",
      "test-results/**",
    ],
  },
  ...next,
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { "@typescript-eslint": tseslint.plugin, "import-x": importX, boundaries },
    settings: {
      "import/resolver": { typescript: true },
      "import-x/resolver": { typescript: true },
      "boundaries/elements": [
        { type: "app", pattern: "app/**", mode: "full" },
        {
          type: "entry",
          pattern:
            "(proxy|instrumentation|next.config|drizzle.config|tailwind.config|vitest.config|playwright.config).ts",
          mode: "full",
        },
        { type: "tests", pattern: ["tests/**", "**/*.test.ts"], mode: "full" },
        { type: "ui", pattern: "components/ui/**", mode: "full" },
        { type: "component", pattern: "components/*/**", mode: "full" },
        { type: "start", pattern: "lib/platform/start/**", mode: "full" },
        // The letters: they read any room, and no room knows them (it enqueues a kind).
        { type: "mails", pattern: "lib/mails/**", mode: "full" },
        { type: "jobs", pattern: "lib/jobs/**", mode: "full" },
        // Of the platform, what is pure and may be read by the browser.
        {
          type: "form",
          pattern: [
            "lib/platform/(action-result|confirmations|default-messages|id|fields|french-phone|field-errors|names|read-form|contrast|days|origin|page-title|policy|search-params|session-lifetime).ts",
            "lib/platform/french-numbers.json",
          ],
          mode: "full",
        },
        { type: "platform", pattern: "lib/platform/**", mode: "full" },
        { type: "actions", pattern: "lib/*/actions.ts", ...room },
        {
          type: "commands",
          pattern: ["lib/*/commands.ts", "lib/*/commands/**", "lib/*/*-commands.ts"],
          ...room,
        },
        { type: "queries", pattern: ["lib/*/queries.ts", "lib/*/queries/**"], ...room },
        // Server parts of a room that are neither: what draws a download, links, passwords.
        {
          type: "service",
          pattern: [
            "lib/document/{judge-apart,judge-worker}.ts",
            "lib/import/{read-apart,read-worker}.ts",
            "lib/download/{zip,respond,sheet-writer,draw-offer,draw-report,draw-slots,draw-table,sheet-frame}.ts",
            "lib/export/{respond,stream}.ts",
            "lib/document/respond.ts",
            "lib/open-data/respond.ts",
            "lib/account/{token,password,registration}.ts",
            "lib/offer/contested-site.ts",
          ],
          ...room,
        },
        { type: "rules", pattern: ["lib/*/*.ts", "lib/offer/content/*.ts"], ...room },
        { type: "db", pattern: "db/**", mode: "full" },
      ],
    },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false } },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "import-x/no-cycle": "error",
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "no-restricted-properties": [
        "error",
        {
          object: "process",
          property: "env",
          message: "Read the environment through lib/platform/env.ts.",
        },
      ],
      "no-restricted-imports": restricted(),
      "no-restricted-syntax": [
        "error",
        ...["Literal[value=/fait=/]", "TemplateElement[value.raw=/fait=/]"].map((selector) => ({
          selector,
          message: "lib/platform/confirmations.ts writes the code of what was done.",
        })),
        ...["MemberExpression[property.name='fait']", "Property[key.name='fait']"].map(
          (selector) => ({
            selector,
            message: "lib/platform/confirmations.ts reads the code of what was done.",
          }),
        ),
      ],
      // French is full of apostrophes.
      "react/no-unescaped-entities": "off",
      "boundaries/dependencies": [
        "error",
        {
          default: "disallow",
          policies: [
            allow(
              "app",
              "app",
              "ui",
              "component",
              "actions",
              "queries",
              "commands",
              "rules",
              "service",
              "mails",
              "jobs",
              "platform",
              "form",
            ),
            allow("entry", "platform", "start", "form", "jobs", "tests", "db"),
            allow("mails", "mails", "queries", "rules", "service", "platform", "form", "db"),
            allow("jobs", "jobs", "mails", "commands", "platform", "form"),
            allow("tests", "*"),
            allow("ui", "ui", "form"),
            allow(
              "component",
              "ui",
              "component",
              "actions",
              "queries",
              "rules",
              "form",
              "platform",
            ),
            allow(
              "start",
              "start",
              "jobs",
              "platform",
              "form",
              "commands",
              "queries",
              "rules",
              "db",
            ),
            allow("form", "form"),
            allow("platform", "platform", "form", "db"),
            allow("actions", "commands", "queries", "rules", "service", "platform", "form"),
            allow("commands", "commands", "queries", "rules", "service", "platform", "form", "db"),
            allow("queries", "queries", "rules", "service", "platform", "form", "db"),
            allow("service", "service", "commands", "queries", "rules", "platform", "form"),
            allow("rules", "rules", "form"),
            allow("db", "db", "platform", "form", "rules", "commands", "service"),
          ],
        },
      ],
    },
  },
  {
    files: [
      "db/**",
      "lib/*/queries.ts",
      "lib/*/queries/**",
      "lib/*/commands.ts",
      "lib/*/commands/**",
      "lib/*/*-commands.ts",
      "lib/platform/{throttle,health-queries}.ts",
      "lib/platform/outbox/{attempts,enqueue,mailbox}.ts",
      "tests/**",
    ],
    rules: { "no-restricted-imports": restricted("drizzle-orm", "postgres") },
  },
  {
    files: ["lib/platform/session.ts"],
    rules: { "no-restricted-imports": restricted("drizzle-orm", "next-auth") },
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
      "lib/platform/{env,action-key,check-start}.ts",
      "lib/platform/start/**",
      "db/embedded-process.ts",
      "tests/**",
      "**/*.test.ts",
      "*.ts",
    ],
    rules: { "no-restricted-properties": "off" },
  },
  {
    files: ["lib/platform/confirmations.ts", "tests/**", "**/*.test.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
  { files: ["tests/**", "**/*.test.ts"], rules: { "max-lines": ["error", { max: 600 }] } },
);
