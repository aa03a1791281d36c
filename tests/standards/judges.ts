import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import ICAL from "ical.js";
import { folder } from "./portal";

export interface Finding {
  judge: string;
  file: string;
  says: string;
  /** What stands around it. */
  near?: string;
}

/** A program nobody here wrote, or a library of it. */
export interface Judge {
  name: string;
  /** Of the files it reads. */
  ending: string;
  /** The command it cannot do without, and Debian's package of that. */
  needs?: { command: string; package: string };
  judge: (files: readonly string[]) => Promise<Omit<Finding, "judge">[]>;
}

/** Where `npm run check:standards` puts the programs that come from the npm registry. */
const tools = "tests/standards/node_modules";
const xmllint = { command: "xmllint", package: "libxml2-utils" };

export const judges: readonly Judge[] = [
  {
    name: "Nu Html Checker",
    ending: ".html",
    needs: { command: "java", package: "default-jre-headless" },
    judge: async (files) => {
      const jar = `${tools}/vnu-jar/build/dist/vnu.jar`;
      const options = ["-jar", jar, "--format", "json", "--stdout", "--exit-zero-always"];
      const { out } = await run("java", [...options, ...files.map((file) => join(folder, file))]);
      const { messages } = JSON.parse(out) as {
        messages: { url: string; type: string; message: string; extract?: string }[];
      };
      return messages.map(({ url, type, message, extract = "" }) => ({
        file: fileOf(url),
        says: `${type}: ${message}`,
        near: extract.replaceAll(/\s+/g, " "),
      }));
    },
  },
  {
    name: "Redocly",
    ending: "openapi.json",
    judge: (files) =>
      ofEach(files, async (path) => {
        const options = ["lint", path, "--extends=recommended", "--format=json"];
        const { out } = await run(`${tools}/.bin/redocly`, options);
        const { problems } = JSON.parse(out) as {
          problems: { ruleId: string; message: string; location: [{ pointer: string }] }[];
        };
        return problems.map(
          ({ ruleId, message, location: [at] }) => `${ruleId}: ${message} (${at.pointer})`,
        );
      }),
  },
  {
    name: "Spectral",
    ending: "openapi.json",
    judge: (files) =>
      ofEach(files, async (path) => {
        const rules = ["--ruleset", "tests/standards/spectral.yaml", "--fail-severity", "hint"];
        const { out } = await run(`${tools}/.bin/spectral`, [
          "lint",
          path,
          ...rules,
          "-qf",
          "json",
        ]);
        const problems = JSON.parse(out) as { code: string; message: string; path: string[] }[];
        return problems.map((each) => `${each.code}: ${each.message} (${each.path.join("/")})`);
      }),
  },
  {
    name: "xmllint (sitemap.xsd)",
    ending: "sitemap.xml",
    needs: xmllint,
    judge: (files) => lintXml(files, "--schema", `${tools}/sitemap/schema/sitemap.xsd`),
  },
  {
    name: "xmllint (RFC 4287)",
    ending: ".atom",
    needs: xmllint,
    judge: (files) => lintXml(files, "--relaxng", "tests/standards/atom.rng"),
  },
  { name: "ical.js", ending: ".ics", judge: (files) => ofEach(files, readCalendar) },
  {
    name: "qpdf",
    ending: ".pdf",
    needs: { command: "qpdf", package: "qpdf" },
    judge: (files) =>
      ofEach(files, async (path) => {
        const { out, code } = await run("qpdf", ["--check", path]);
        return code === 0 ? [] : [out.trim()];
      }),
  },
];

export function filesOf({ ending }: Judge): string[] {
  return readdirSync(folder).filter((file) => file.endsWith(ending));
}

async function ofEach(
  files: readonly string[],
  judge: (path: string) => Promise<string[]>,
): Promise<Omit<Finding, "judge">[]> {
  const all = [];
  for (const file of files)
    all.push(...(await judge(join(folder, file))).map((says) => ({ file, says })));
  return all;
}

function lintXml(files: readonly string[], ...schema: [kind: string, file: string]) {
  return ofEach(files, async (path) => {
    const { out, code } = await run("xmllint", ["--noout", "--nonet", ...schema, path]);
    return code === 0 ? [] : [out.trim()];
  });
}

function readCalendar(path: string): Promise<string[]> {
  const faults: string[] = [];
  try {
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")) as string[]);
    const named = calendar.getAllSubcomponents("vtimezone").map((zone) => new ICAL.Timezone(zone));
    const events = calendar.getAllSubcomponents("vevent");
    if (events.length === 0) faults.push("no event");
    for (const component of events) {
      const event = new ICAL.Event(component);
      const zone = String(component.getFirstProperty("dtstart")?.getParameter("tzid"));
      if (!named.some(({ tzid }) => tzid === zone)) faults.push(`no time zone ${zone}`);
      for (const name of ["uid", "dtstamp", "dtstart", "summary"])
        if (!component.hasProperty(name)) faults.push(`no ${name}`);
      if (event.isRecurring()) event.iterator().next();
    }
  } catch (error) {
    faults.push(String(error));
  }
  return Promise.resolve(faults);
}

function fileOf(url: string): string {
  return decodeURIComponent(url.split("/").at(-1) ?? "");
}

/** @returns what it printed, on either stream where it failed */
async function run(
  command: string,
  args: readonly string[],
): Promise<{ out: string; code: number }> {
  try {
    const { stdout } = await promisify(execFile)(command, args, {
      maxBuffer: 256 * 1024 * 1024,
      env: { ...process.env, REDOCLY_TELEMETRY: "off" },
    });
    return { out: stdout, code: 0 };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: unknown; stdout: string; stderr: string };
    if (typeof code !== "number") throw error;
    return { out: stdout.trim() || stderr, code };
  }
}
