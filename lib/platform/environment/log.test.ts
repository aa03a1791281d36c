import { describe, expect, it } from "vitest";
import { isRefusal, toldPath, withoutPersons } from "./log";
import { noteActionReached, noteUnavailable, requestState } from "./request-state";

describe("a line of the log", () => {
  it.each([
    ["mail to claire.martin+test@exemple.fr failed", "mail to ••• failed"],
    ["/connexion?email=claire%40exemple.fr", "/connexion?email=•••"],
    ["tel 03 83 00 00 00, 0383000000, +33 3 83 00 00 00, +33383000000", "tel •••, •••, •••, •••"],
    [
      "/invitation/01890a5d-ac96-774b-bcce-b302099a8057.9XiRYw-9fnTapIHfyIJ8NDtUYva7O",
      "/invitation/•••",
    ],
    [
      "/renouvellement/2026.01890a5d-ac96-774b-bcce-b302099a8057.9XiRYw-9fnTapIHfyIJ8NDtUYva7O",
      "/renouvellement/2026.•••",
    ],
  ])("%s", (said, told) => {
    expect(withoutPersons(said)).toBe(told);
  });

  it.each([
    '{"level":50,"time":"2026-11-28T08:26:43.443Z","reference":"0583058459"}',
    "at node:internal/process/task_queues:95:5",
    "node_modules/@scope/name",
    "01890a5d-ac96-774b-bcce-b302099a8057",
  ])("%s tells of nobody", (said) => {
    expect(withoutPersons(said)).toBe(said);
  });
});

describe("the path of a request", () => {
  it.each([
    "/",
    "/espace/offres/01890a5d-ac96-774b-bcce-b302099a8057/documents",
    "/offres/2611-0042/pdf",
    "/api/v1/offres.csv",
    "/offres/2611-0042/opengraph-image-3usvce",
    "/mot-de-passe/choisir",
  ])("%s stands as it is", (path) => {
    expect(toldPath(path)).toBe(path);
  });

  it.each([
    ["/invitation-moderation/Prevention2", "/invitation-moderation/•••"],
    ["/espace/offres/Infirmi%C3%A8re/informations", "/espace/offres/•••/informations"],
    ["/invitation/01890a5d-ac96-774b-bcce-b302099a8057.9XiRYw", "/invitation/•••"],
    [`/${"a".repeat(60)}`, "/•••"],
  ])("%s keeps what was made up to itself", (path, told) => {
    expect(toldPath(path)).toBe(told);
  });
});

describe("a refusal", () => {
  it("is what the framework throws at a request that it does not take", () => {
    expect(isRefusal(new Error("Unexpected end of form"))).toBe(true);
    expect(isRefusal(Object.assign(new Error("x"), { statusCode: 413 }))).toBe(true);
    expect(isRefusal(Object.assign(new Error("x"), { statusCode: 500 }))).toBe(false);
    expect(isRefusal(new Error("Failed query"))).toBe(false);
    expect(isRefusal("aborted")).toBe(false);
  });

  it.each([
    ["before an action of ours was reached", true, () => undefined],
    ["in an action", false, noteActionReached],
    ["because the database is away", false, noteUnavailable],
  ])("is any error over a form that was sent, %s: %s", (_, expected, note) => {
    const state = {
      isHead: false,
      isUnavailable: false,
      isActionSent: true,
      isActionReached: false,
      isRefusalLogged: false,
    };
    requestState.run(state, () => {
      note();
      expect(isRefusal(new TypeError("CreateListFromArrayLike called on non-object"))).toBe(
        expected,
      );
    });
  });
});
