import { done, type Outcome } from "@/lib/platform/form/action-result";
import { answerTasks, inPlace } from "@/lib/platform/load/answer-tasks";
import { judgeDocument } from "./inspect";
import type { DocumentRefusal } from "./labels";
import type { AcceptedType } from "./rules";
import { withoutTraces } from "./without-traces";

export type Judged = Outcome<{ type: AcceptedType; content: Uint8Array }, DocumentRefusal>;

answerTasks<Judged>(async (sent: Uint8Array) => {
  const content = inPlace(sent);
  const judged = await judgeDocument(content);
  if (!judged.ok) return judged;
  return done({ type: judged.data, content: withoutTraces(content, judged.data) });
});
