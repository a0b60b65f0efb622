// The explorer: search a name, see it with those it met, click a meeting and
// read who, where, when, about what, and the sentence that says so. The node
// that is looked at stands in the address, so that a look can be sent on.
import "./style.css";
import { around, details, overview } from "./api";
import { byId, h } from "./dom";
import { panel, start } from "./panel";
import { Picture } from "./picture";
import { search } from "./search";

const aside = byId("panel");
const go = (id: string) => {
  location.hash = id;
};
const picture = new Picture(byId("picture"), go);
let drawn = ""; // the node the picture was drawn around

async function show(): Promise<void> {
  const id = decodeURIComponent(location.hash.slice(1));
  try {
    if (!id) {
      const o = await overview();
      if (location.hash.length > 1) return; // something is looked at meanwhile
      aside.replaceChildren(start(o));
      const most = o.people.nodes.slice(0, 4).map((p) => p.id);
      if (most.length > 0) picture.show(await around(most), null);
      drawn = "";
      return;
    }
    const d = await details(id);
    if (decodeURIComponent(location.hash.slice(1)) !== id) return; // looked on meanwhile
    if (!d) {
      aside.replaceChildren(h("p", { class: "error" }, "There is no such node; it may have been taken back. Search its name."));
      return;
    }
    aside.replaceChildren(panel(d));
    aside.scrollTop = 0;
    // A meeting is read beside the picture it was found in.
    const isOccurrence = d.__typename === "Meeting" || d.__typename === "Event";
    if (drawn !== id && (!isOccurrence || !drawn)) {
      const sub = await around([id]);
      drawn = id;
      picture.show(sub, id);
    }
  } catch (err) {
    aside.replaceChildren(h("p", { class: "error" }, err instanceof Error ? err.message : String(err)));
  }
}

search(go);
window.addEventListener("hashchange", () => void show());
void show();
