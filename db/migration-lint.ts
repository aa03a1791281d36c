import { parse } from "libpg-query";

/** One statement of a migration that would hold up, or break, a portal that is in use. */
export interface Danger {
  rule: keyof typeof dangers;
  /** The statement's first line. */
  statement: string;
}

/** What is refused, and what to write instead. */
const dangers = {
  enumValueUsed: "a value added to an enum is used before it is committed: use it in the next one",
  rewrite: "the whole table is rewritten under a lock: add a column, fill it, then switch",
  notNull: "fails on a table with rows, or reads it whole under a lock: give a constant default",
  validated: "reads the whole table under a lock: add it NOT VALID, validate it in the next one",
  index: "nobody writes to the table while it is made: say how many rows it has",
  removed: "servers of the version before still use it while they are replaced: remove it later",
  lock: "locks on, or lifts the limit of waiting for a lock (db/migrate.ts sets it)",
} as const;

type Node = Record<string, unknown>;

/**
 * Looks a migration over, by PostgreSQL's own parser. A statement is accepted all the same under a
 * line `-- accepted: <rule>, <why>`.
 * @param migration text of a file of drizzle/
 */
export async function dangersOf(migration: string): Promise<Danger[]> {
  const found: Danger[] = [];
  const added = new Set<string>();
  const [tables, columns] = [new Set<string>(), new Set<string>()];
  for (const text of migration.split("--> statement-breakpoint")) {
    const accepted = new Set(
      [...text.matchAll(/^-- accepted: (\w+), \S/gm)].map(([, rule]) => rule),
    );
    const statement = text.replaceAll(/^--.*$/gm, "").trim();
    const report = (rule: Danger["rule"]) => {
      if (!accepted.has(rule)) found.push({ rule, statement: statement.split("\n")[0] ?? "" });
    };
    const { stmts = [] } = (await parse(statement)) as { stmts?: { stmt: Node }[] };
    for (const { stmt } of stmts) {
      if (literalsIn(stmt).some((literal) => added.has(literal))) report("enumValueUsed");
      for (const rule of dangersOfStatement(stmt, tables, columns)) report(rule);
      const value = child(stmt, "AlterEnumStmt")?.newVal;
      if (typeof value === "string" && !child(stmt, "AlterEnumStmt")?.oldVal) added.add(value);
    }
  }
  return found;
}

function dangersOfStatement(
  stmt: Node,
  tables: Set<string>,
  columns: Set<string>,
): Danger["rule"][] {
  const created = child(stmt, "CreateStmt");
  if (created) tables.add(tableOf(created));
  const index = child(stmt, "IndexStmt");
  if (index) return tables.has(tableOf(index)) ? [] : ["index"];
  const renamed = child(stmt, "RenameStmt")?.renameType;
  if (["OBJECT_TABLE", "OBJECT_COLUMN"].includes(String(renamed))) return ["removed"];
  if (child(stmt, "DropStmt")?.removeType === "OBJECT_TABLE") return ["removed"];
  if (child(stmt, "LockStmt")) return ["lock"];
  if (child(stmt, "VariableSetStmt")?.name === "lock_timeout") return ["lock"];
  const altered = child(stmt, "AlterTableStmt");
  if (!altered || tables.has(tableOf(altered))) return [];
  const commands = (altered.cmds as { AlterTableCmd: Node }[]).map((each) => each.AlterTableCmd);
  return commands.flatMap((command) => dangersOfCommand(command, tableOf(altered), columns));
}

function dangersOfCommand(command: Node, table: string, columns: Set<string>): Danger["rule"][] {
  const definition = child((command.def ?? {}) as Node, "ColumnDef");
  const constraint = child((command.def ?? {}) as Node, "Constraint");
  switch (command.subtype) {
    case "AT_AddColumn": {
      columns.add(`${table}.${String(definition?.colname)}`);
      return dangersOfColumn(definition ?? {});
    }
    case "AT_AlterColumnType":
      return ["rewrite"];
    case "AT_SetNotNull":
      return ["notNull"];
    case "AT_DropColumn":
      return ["removed"];
    case "AT_AddConstraint": {
      const keys = ((constraint?.fk_attrs ?? []) as { String: { sval: string } }[]).map(
        (key) => key.String.sval,
      );
      // A column that was added a moment ago holds nothing to be read.
      const empty = keys.length > 0 && keys.every((key) => columns.has(`${table}.${key}`));
      const kinds = [
        "CONSTR_FOREIGN",
        "CONSTR_CHECK",
        "CONSTR_UNIQUE",
        "CONSTR_PRIMARY",
        "CONSTR_EXCLUSION",
      ];
      return kinds.includes(String(constraint?.contype)) &&
        constraint?.skip_validation !== true &&
        !empty
        ? ["validated"]
        : [];
    }
    default:
      return [];
  }
}

/** A default that differs from row to row is written into each; a constant one is not. */
function dangersOfColumn(definition: Node): Danger["rule"][] {
  const constraints = ((definition.constraints ?? []) as { Constraint: Node }[]).map(
    (each) => each.Constraint,
  );
  const named = (kind: string) => constraints.find(({ contype }) => contype === kind);
  const given = named("CONSTR_DEFAULT")?.raw_expr;
  const serial = /serial/.test(JSON.stringify(definition.typeName));
  const varies =
    /"(FuncCall|SubLink)"/.test(JSON.stringify(given ?? {})) &&
    !/"now"|SQLValueFunction/.test(JSON.stringify(given));
  if (varies || serial || named("CONSTR_IDENTITY") || named("CONSTR_GENERATED")) return ["rewrite"];
  return named("CONSTR_NOTNULL") && !given ? ["notNull"] : [];
}

function child(node: Node, name: string): Node | undefined {
  return node[name] as Node | undefined;
}

function tableOf(node: Node): string {
  return String((node.relation as { relname?: string } | undefined)?.relname);
}

/** Every text constant of a statement, bodies of functions left out: they run later. */
function literalsIn(stmt: Node): string[] {
  if (stmt.CreateFunctionStmt || stmt.AlterEnumStmt) return [];
  return [...JSON.stringify(stmt).matchAll(/"sval":\{"sval":"([^"]*)"/g)].map(
    ([, text = ""]) => text,
  );
}
