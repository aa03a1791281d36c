import base from "./playwright.config";
export default { ...base, testDir: "/work/wt-c/tests/e2e", outputDir: "/work/wt-c/test-results/e2e", timeout: 300_000, workers: 1, expect: { timeout: 30_000 }, reporter: "list", webServer: { ...(base.webServer as object), cwd: "/work/wt-c" } };
