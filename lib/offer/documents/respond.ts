import "server-only";
import type { Viewer } from "@/lib/platform/access/policy";
import { fileResponse } from "@/lib/platform/formats/file-response";
import { answerOrBusy } from "@/lib/platform/load/busy";
import { inLane } from "@/lib/platform/load/in-lane";
import { ownReading, publicReading } from "@/lib/platform/load/lane";
import { storedOnDisk } from "@/lib/platform/load/spool";
import { keyOf } from "@/lib/platform/load/store";
import { documentFile, documentHead } from "./queries";
import { isPicture } from "./rules";

/**
 * A document as a file. It never changes, so that it is read from the database once for all who may
 * have it, and who reads slowly holds none of it in memory; who may is asked each time. 404 for
 * everyone else.
 * @param disposition `inline` is for pictures alone
 */
export function documentResponse(
  viewer: Viewer,
  id: string,
  disposition: "attachment" | "inline",
): Promise<Response> {
  return answerOrBusy(async () => {
    const head = await documentHead(viewer, id);
    if (!head || (disposition === "inline" && !isPicture(head.mediaType)))
      return new Response(null, { status: 404 });
    const source = () => ({
      content: new ReadableStream<Uint8Array>({
        async pull(controller) {
          const file = await documentFile(viewer, id);
          if (!file) throw new Error("the document is gone");
          controller.enqueue(file.content);
          controller.close();
        },
      }),
    });
    const reading = viewer.kind === "anonymous" ? publicReading : ownReading;
    return inLane(reading, async () =>
      fileResponse(await storedOnDisk(keyOf("document", id), source), { ...head, disposition }),
    );
  });
}
