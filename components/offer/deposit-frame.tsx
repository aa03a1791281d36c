import type { ReactNode } from "react";
import { Card, PageTitle } from "@/components/ui/layout";
import { Stepper } from "@/components/ui/stepper";

const steps = [{ title: "Informations générales" }, { title: "Terrain d’action et documents" }, { title: "Vérification" }];

/** The three pages of a deposit look alike; `title` says whether the offer is new. */
export function DepositFrame({ step, title, children }: { step: 1 | 2 | 3; title: string; children: ReactNode }) {
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <div className="mb-6 [&_ol]:flex [&_ol]:flex-wrap [&_ol]:items-center [&_ol]:gap-x-8 [&_ol]:gap-y-2 [&_ol]:space-y-0">
        <Stepper steps={steps} current={step} />
      </div>
      {step === 3 ? children : <Card>{children}</Card>}
    </>
  );
}
