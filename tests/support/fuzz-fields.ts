import { z } from "zod";

interface Inner {
  _zod: { def: Record<string, unknown> & { type: string } };
}

/** The fields a schema reads, each with the values it names itself (choices, literals). */
export function fieldsOf(schema: z.ZodType): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  visit(schema as unknown as Inner, fields);
  return fields;
}

function visit(schema: Inner, fields: Map<string, string[]>): void {
  const { def } = schema._zod;
  if (def.type === "object") {
    for (const [name, field] of Object.entries(def.shape as Record<string, Inner>))
      fields.set(name, [...(fields.get(name) ?? []), ...choicesOf(field)]);
    return;
  }
  for (const inner of innerOf(def)) visit(inner, fields);
}

function choicesOf(schema: Inner): string[] {
  const { def } = schema._zod;
  if (def.type === "enum")
    return Object.values(def.entries as Record<string, string | number>).map(String);
  if (def.type === "literal") return (def.values as unknown[]).map(String);
  return innerOf(def).flatMap(choicesOf);
}

function innerOf(def: Record<string, unknown>): Inner[] {
  return ["left", "right", "in", "out", "innerType", "element", "options"]
    .flatMap((part): unknown => def[part] ?? [])
    .filter((part): part is Inner => typeof part === "object" && part !== null && "_zod" in part);
}
