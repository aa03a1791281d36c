import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suspendedThings } from "@/lib/offer/suspended/rules";
import { type Depositor, isPublic, type OfferState } from "./rules";
import {
  type OfferVisibility,
  onceApprovedInWords,
  visibilitiesInWords,
  visibilityOf,
  type VisibilityReader,
  visibilityWords,
} from "./visibility";

const readers: readonly VisibilityReader[] = ["depositor", "colleague", "moderator", "letter"];
const booleans = [true, false];

/**
 * Every combination of the facts: 5 × 3 × 2⁴ states of an offer, 2³ × 5 of those around it, elapsed
 * or not.
 */
function* combinations(): Generator<{ state: OfferState; depositor: Depositor; elapsed: boolean }> {
  for (const validation of ["draft", "pending", "approved", "changesRequested", "refused"] as const)
    for (const publication of ["unpublished", "onApproval", "published"] as const)
      for (const hasApproved of booleans)
        for (const paused of booleans)
          for (const archived of booleans)
            for (const deleted of booleans)
              for (const addressConfirmed of booleans)
                for (const accountActive of booleans)
                  for (const structureActive of booleans)
                    for (const suspended of [null, ...suspendedThings])
                      for (const elapsed of booleans)
                        yield {
                          state: {
                            validation,
                            publication,
                            hasApproved,
                            paused,
                            archived,
                            deleted,
                          },
                          depositor: {
                            addressConfirmed,
                            accountActive,
                            structureActive,
                            suspended,
                          },
                          elapsed,
                        };
}

const pausedUntil = new Date("2027-03-02T23:00:00Z");
const seen = /^(Visible dans le catalogue|Elle est publiée\s:)/;

describe("what the public sees of an offer", () => {
  it("is said to each reader exactly when it is so, whatever the facts", () => {
    let checked = 0;
    for (const { state, depositor, elapsed } of combinations()) {
      const standing: OfferVisibility = {
        visibility: visibilityOf(state, depositor),
        pausedUntil,
        elapsed,
      };
      const shown = isPublic(state, depositor);
      if ((standing.visibility === "visible") !== shown)
        expect.fail(JSON.stringify({ state, depositor }));
      for (const reader of readers) {
        const sentence = visibilityWords(standing, reader);
        const promised =
          seen.test(sentence) || /^Elle est publiée, mais tous ses mois/.test(sentence);
        const told =
          promised === shown &&
          /^[A-ZÉÀ].*\.$/.test(sentence) &&
          (!shown || elapsed === /mois sont passés/.test(sentence));
        if (!told) expect.fail(JSON.stringify({ reader, sentence, state, depositor, elapsed }));
        // «Votre» is whose it is: the moderator's own is nothing of an offer, a colleague's address
        // is not in question.
        if (reader === "moderator" && /\b(votre|vos|vous)\b/i.test(sentence)) expect.fail(sentence);
        if (reader === "colleague" && /votre (adresse|compte)/i.test(sentence))
          expect.fail(sentence);
        checked++;
      }
    }
    expect(checked).toBe(5 * 3 * 16 * 8 * 5 * 2 * 4);
  });

  const open: OfferState = {
    validation: "approved",
    publication: "published",
    hasApproved: true,
    paused: false,
    archived: false,
    deleted: false,
  };
  const person: Depositor = {
    addressConfirmed: true,
    accountActive: true,
    structureActive: true,
    suspended: null,
  };
  const reads = (
    state: Partial<OfferState>,
    depositor: Partial<Depositor>,
    elapsed = false,
  ): OfferVisibility => ({
    visibility: visibilityOf({ ...open, ...state }, { ...person, ...depositor }),
    pausedUntil,
    elapsed,
  });

  it.each<[Partial<OfferState>, Partial<Depositor>, VisibilityReader, string]>([
    [
      {},
      {},
      "letter",
      "Elle est publiée : les établissements de formation et les étudiants la trouvent " +
        "dès maintenant.",
    ],
    [
      {},
      { addressConfirmed: false },
      "letter",
      "Personne ne la voit encore : il reste à confirmer votre adresse email. Elle " +
        "paraîtra aussitôt, sans autre démarche.",
    ],
    [
      {},
      { addressConfirmed: false },
      "moderator",
      "Pas encore visible : la personne qui l’a déposée n’a pas confirmé son adresse email.",
    ],
    [
      {},
      { addressConfirmed: false },
      "depositor",
      "Pas encore visible : votre adresse email reste à confirmer.",
    ],
    [
      {},
      { addressConfirmed: false },
      "colleague",
      "Pas encore visible : l’adresse email de la personne qui l’a déposée reste à confirmer.",
    ],
    [
      {},
      { suspended: "structure" },
      "letter",
      "Personne ne la voit : l’agence a suspendu votre structure. Elle paraîtra quand la " +
        "suspension sera levée.",
    ],
    [{}, { suspended: "structure" }, "moderator", "Pas visible : sa structure est suspendue."],
    [
      {},
      { suspended: "structure" },
      "colleague",
      "Pas visible : l’agence a suspendu la structure.",
    ],
    [{}, { suspended: "offer" }, "depositor", "Pas visible : l’agence a suspendu cette offre."],
    [{}, { suspended: "account" }, "depositor", "Pas visible : l’agence a suspendu votre compte."],
    [
      {},
      { suspended: "account" },
      "colleague",
      "Pas visible : l’agence a suspendu le compte qui l’a déposée.",
    ],
    [
      { publication: "unpublished" },
      { suspended: "structureType" },
      "colleague",
      "Pas visible : l’agence a suspendu toutes les structures de ce type.",
    ],
    [
      { publication: "unpublished" },
      {},
      "letter",
      "Elle n’est pas encore publiée. Publiez-la depuis sa page pour que les " +
        "établissements et les étudiants la trouvent.",
    ],
    [{ paused: true }, {}, "depositor", "En pause jusqu’au 3 mars 2027."],
    [
      { paused: true },
      {},
      "letter",
      "Elle est en pause jusqu’au 3 mars 2027 : personne ne la voit d’ici là.",
    ],
    [
      { archived: true, publication: "unpublished" },
      {},
      "depositor",
      "Pas visible : elle est archivée.",
    ],
    [{}, { structureActive: false }, "depositor", "Pas visible : la structure est fermée."],
    [
      { validation: "changesRequested", hasApproved: false },
      {},
      "depositor",
      "Pas visible : une correction vous est demandée.",
    ],
    [
      { validation: "changesRequested", hasApproved: false },
      {},
      "moderator",
      "Pas visible : une correction est demandée à sa structure.",
    ],
    // A change that waits hides nothing: the approved version stays.
    [{ validation: "changesRequested" }, {}, "depositor", "Visible dans le catalogue."],
  ])("%o %o, to the %s", (state, depositor, reader, sentence) => {
    expect(visibilityWords(reads(state, depositor), reader)).toBe(sentence);
  });

  it("is told of months that are over", () => {
    expect(visibilityWords(reads({}, {}, true), "moderator")).toBe(
      "Visible dans le catalogue, en dernier : tous ses mois sont passés.",
    );
    expect(visibilityWords(reads({}, {}, true), "letter")).toMatch(
      /tous ses mois sont passés\s: ajoutez-en/,
    );
  });

  it("is told of several at once, those that read alike together", () => {
    const [shown, held] = [reads({}, {}), reads({}, { addressConfirmed: false })];
    expect(visibilitiesInWords([], "moderator")).toEqual([]);
    expect(visibilitiesInWords([held], "moderator")).toEqual([
      "Pas encore visible : la personne qui l’a déposée n’a pas confirmé son adresse email.",
    ]);
    expect(visibilitiesInWords([shown, held, shown], "moderator")).toEqual([
      "Visible dans le catalogue (2 offres).",
      "Pas encore visible : la personne qui l’a déposée n’a pas confirmé son adresse " +
        "email (1 offre).",
    ]);
    expect(onceApprovedInWords(held)).toBe(
      "Une fois validée, pas encore visible : la personne qui l’a déposée n’a pas " +
        "confirmé son adresse email.",
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(shown, held, reads({ paused: true }, {}))),
        (standings) =>
          visibilitiesInWords(standings, "depositor").length === new Set(standings).size,
      ),
    );
  });
});
