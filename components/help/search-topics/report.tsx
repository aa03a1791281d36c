export function ReportTopic() {
  return (
    <>
      <p>
        Une information fausse, un lien qui ne va pas, une offre déplacée ? « Signaler cette
        offre », en bas de sa page, prévient l’agence.
      </p>
    </>
  );
}
