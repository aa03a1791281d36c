import { z } from "zod";
import { reportFacts } from "@/lib/agency/report/queries";
import { agree, withDe } from "@/lib/platform/values/french";
import { defineMail } from "./define-mail";
import { MailLayout, Paragraph } from "./layout";

export const offerReported = defineMail({
  kind: "offerReported",
  params: z.object({ reportId: z.uuid() }),
  reader: "agency",
  facts: ({ reportId }) => reportFacts(reportId),
  subject: ({ title }) => `Offre signalée : ${title}`,
  Body: ({ title, structureName, reason, waiting, link, frame }) => (
    <MailLayout
      frame={frame}
      title="Une offre est signalée"
      preview={`${structureName} : ${reason}`}
      action={{ label: "Lire et traiter", href: link }}
    >
      <Paragraph>
        Un visiteur a signalé « {title} », {withDe(structureName)} : {reason}.
      </Paragraph>
      <Paragraph>
        {agree(
          waiting,
          "Ce signalement attend une suite.",
          `${waiting} signalements de cette offre attendent une suite.`,
        )}{" "}
        Vous ne recevrez pas d’autre message à son sujet aujourd’hui.
      </Paragraph>
    </MailLayout>
  ),
  sample: {
    title: "Prévention de l’obésité",
    structureName: "Collège Jules-Ferry",
    reason: "L’offre n’a plus cours",
    waiting: 2,
    link: "https://portail.example/admin/signalements/exemple",
  },
});
