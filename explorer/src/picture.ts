// The picture of who met whom: people, bodies and places with the meetings
// between them, drawn by Sigma (WebGL) and laid out by ForceAtlas2.
import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import Sigma from "sigma";
import type { Kind, Subgraph } from "./api";
import { h } from "./dom";

const colours: Record<Kind, string> = {
  PERSON: "#2b6cb0",
  ORGANIZATION: "#805ad5",
  PLACE: "#2f855a",
  MEETING: "#dd6b20",
  EVENT: "#c53030",
  TOPIC: "#b7791f",
  ARTICLE: "#718096",
};

export class Picture {
  private sigma: Sigma | null = null;

  constructor(
    private readonly container: HTMLElement,
    private readonly choose: (id: string) => void,
  ) {}

  show(sub: Subgraph, centre: string): void {
    this.sigma?.kill();
    this.sigma = null;
    this.container.replaceChildren();
    if (sub.nodes.length === 0) {
      this.container.append(h("p", { class: "hint" }, "Nothing is known around it."));
      return;
    }
    const graph = new Graph({ multi: true });
    sub.nodes.forEach((n, i) => {
      // A circle to begin with: the same picture each time, whatever the layout makes of it.
      const angle = (2 * Math.PI * i) / sub.nodes.length;
      graph.addNode(n.id, {
        label: n.label,
        size: n.id === centre ? 14 : n.kind === "MEETING" ? 6 : Math.min(12, 6 + Math.log2(1 + n.weight)),
        color: colours[n.kind],
        forceLabel: n.id === centre || n.kind !== "MEETING",
        x: n.id === centre ? 0 : Math.cos(angle),
        y: n.id === centre ? 0 : Math.sin(angle),
      });
    });
    for (const e of sub.edges) {
      if (graph.hasNode(e.source) && graph.hasNode(e.target)) {
        graph.addEdgeWithKey(e.id, e.source, e.target, { label: e.label, color: "#a0aec0", size: 1.2 });
      }
    }
    forceAtlas2.assign(graph, { iterations: 200, settings: { ...forceAtlas2.inferSettings(graph), adjustSizes: true, gravity: 1.5 } });
    const text = getComputedStyle(this.container).color;
    this.sigma = new Sigma(graph, this.container, {
      labelColor: { color: text },
      labelRenderedSizeThreshold: 5,
      labelFont: "system-ui, sans-serif",
      zIndex: true,
    });
    this.sigma.on("clickNode", ({ node }) => this.choose(node));
    this.sigma.on("enterNode", () => (this.container.style.cursor = "pointer"));
    this.sigma.on("leaveNode", () => (this.container.style.cursor = ""));
    if (sub.truncated) this.container.append(h("p", { class: "hint corner" }, "Only the best connected are drawn."));
  }
}
