/** The question for a picture: which file, and what it shows. */
import { element } from "../../dom.js";
import { ask, labeled } from "../dialog.js";
import { fileName, fitPicture } from "./picture.js";

/** @import { Picture } from "./picture.js" */

const SAY =
  "Say what it shows, as you would by telephone. It is read to those who cannot see it. No picture may show a patient.";

/** @param {File} [given] @returns {Promise<{picture: Picture, shows: string} | null>} */
export function askForPicture(given) {
  return ask("Picture", (done) => {
    const file = element("input", { type: "file", accept: "image/*" });
    const shows = element("textarea", { rows: "3" });
    const what =
      "A picture is drawn anew, small enough for readers on slow networks, without what the camera wrote into it.";
    return {
      content: [
        ...(given ? [element("p", {}, `The pasted picture, ${given.type}.`)] : [labeled("File", file, what)]),
        labeled("What does it show?", shows, SAY),
      ],
      act: [
        {
          words: "Insert picture",
          run: async () => {
            const chosen = given ?? file.files?.[0];
            if (!chosen) throw new Error("Choose a file first.");
            if (!shows.value.trim()) throw new Error("Say what the picture shows.");
            const words = shows.value.trim().replace(/\s+/g, " ");
            const picture = await fitPicture(chosen, fileName(given ? words : chosen.name));
            done({ picture, shows: words });
          },
        },
      ],
      first: given ? shows : file,
    };
  });
}
