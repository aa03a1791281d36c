import type { Outcome } from "@/lib/platform/form/action-result";
import { answerTasks, inPlace } from "@/lib/platform/load/answer-tasks";
import { judgeDocument } from "./inspect";
import type { DocumentRefusal } from "./labels";
import type { AcceptedType } from "./rules";

export type Judged = Outcome<AcceptedType, DocumentRefusal>;

answerTasks<Judged>((content: Uint8Array) => judgeDocument(inPlace(content)));
