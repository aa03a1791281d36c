import { expect, it, vi } from "vitest";
import { z } from "zod";
import { Busy } from "@/lib/platform/load/busy";
import { defineAction } from "./define-action";

vi.mock("next/headers", () => ({
  headers: () => Promise.resolve(new Headers({ origin: "https://portail.example" })),
}));
vi.mock("@/lib/platform/environment/env", () => ({
  env: { origin: "https://portail.example", mode: "production" },
}));
vi.mock("@/lib/platform/access/session", () => ({
  getViewer: () => Promise.resolve({ kind: "anonymous" }),
}));

it(
  "says in French that there is no place now, and gives back what was typed but the " + "password",
  async () => {
    const action = defineAction({
      permission: "public",
      schema: z.object({ email: z.string() }),
      messages: {},
      run: () => Promise.reject(new Busy("hashing")),
    });
    const form = new FormData();
    form.set("email", "claire@exemple.fr");
    form.set("password", "Prevention1");
    expect(await action(null, form)).toEqual({
      ok: false,
      code: "busy",
      message: "Le portail est très sollicité. Réessayez dans un instant.",
      fieldErrors: {},
      values: { email: "claire@exemple.fr" },
    });
  },
);
