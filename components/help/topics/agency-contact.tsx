import { Link } from "@/components/ui/link";
import { env } from "@/lib/platform/environment/env";

export function ContactTopic() {
  const { agencyName, contactAddress } = env.agency;
  return (
    <>
      <p>
        Écrivez à l’agence ({agencyName}) :{" "}
        <a href={`mailto:${contactAddress}`}>{contactAddress}</a>. Si votre question porte sur une
        offre, donnez sa référence : elle est sur sa page, sous le titre.
      </p>
      <p>
        Une difficulté pour lire ou utiliser ce site ? La page{" "}
        <Link href="/accessibilite">Accessibilité</Link> dit à qui la signaler.
      </p>
    </>
  );
}
