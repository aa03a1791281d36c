import { expect, it } from "vitest";
import { afterEvent, problemIn, type Upload } from "./uploads";

const upload = (id: number, name: string): Upload => ({
  id,
  name,
  file: new File(["a"], name),
  replaces: undefined,
  sent: 0,
  problem: null,
});
const refusal = { kind: "refused", message: "Ce fichier est vide." } as const;
const failure = { kind: "failed", message: "le portail ne répond pas." } as const;

it("of two uploads at once neither takes away what the other left", () => {
  const [first, second, third] = [upload(1, "a.pdf"), upload(2, "b.pdf"), upload(3, "c.pdf")];
  let all = afterEvent([], { kind: "sent", uploads: [first, second] });
  all = afterEvent(all, { kind: "answered", id: 1, problem: refusal });
  all = afterEvent(all, { kind: "answered", id: 2, problem: failure });
  all = afterEvent(all, { kind: "sent", uploads: [third] });
  all = afterEvent(all, { kind: "progressed", id: 3, sent: 0.5 });
  expect(all).toEqual([
    { ...first, problem: refusal },
    { ...second, problem: failure },
    { ...third, sent: 0.5 },
  ]);
  all = afterEvent(all, { kind: "answered", id: 3, problem: null });
  all = afterEvent(all, { kind: "closed", id: 1 });
  expect(all).toEqual([{ ...second, problem: failure }]);
  expect(afterEvent(all, { kind: "sent", uploads: [second] })).toEqual([second]);
});

it.each([
  [200, '{"errors":[]}', null],
  [200, '{"errors":[{"name":"a","message":"Ce fichier est vide."}]}', refusal],
  [404, '{"errors":[{"name":"Envoi","message":"Cette offre est introuvable."}]}', /introuvable/],
  // Nobody looked at the file: it waits.
  [401, '{"errors":[{"name":"Envoi","message":"x"}]}', { kind: "signedOut" }],
  [503, '{"errors":[{"name":"Envoi","message":"x"}]}', { kind: "failed" }],
  [0, "", { kind: "failed" }],
  [200, "<html>", { kind: "failed" }],
  [404, "<html>", { kind: "refused" }],
])("%i %s", (status, body, expected) => {
  const problem = problemIn(status, body);
  if (expected instanceof RegExp) expect(problem?.message).toMatch(expected);
  else if (expected) expect(problem).toMatchObject(expected);
  else expect(problem).toBeNull();
});
