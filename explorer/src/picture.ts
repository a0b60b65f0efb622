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
  private pointed: string | null = null;

  constructor(
    private readonly container: HTMLElement,
    private readonly choose: (id: string) => void,
  ) {}

  show(sub: Subgraph, centre: string | null): void {
    this.sigma?.kill();
    this.sigma = this.pointed = null;
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
        label: shorten(n.label),
        size: n.id === centre ? 14 : n.kind === "MEETING" ? 6 : Math.min(12, 6 + Math.log2(1 + n.weight)),
        color: colours[n.kind],
        forceLabel: n.id === centre || n.kind !== "MEETING",
        x: n.id === centre ? 0 : Math.cos(angle),
        y: n.id === centre ? 0 : Math.sin(angle),
      });
    });
    for (const e of sub.edges) {
      if (graph.hasNode(e.source) && graph.hasNode(e.target)) {
        graph.addEdgeWithKey(e.id, e.source, e.target, { label: e.label, color: "#a0aec0", size: 2 });
      }
    }
    forceAtlas2.assign(graph, { iterations: 600, settings: { ...forceAtlas2.inferSettings(graph), gravity: 1, scalingRatio: 4, slowDown: 2 } });
    const text = getComputedStyle(this.container).color;
    this.sigma = new Sigma(graph, this.container, {
      labelColor: { color: text },
      labelRenderedSizeThreshold: 7, // meetings are read by pointing at them or coming nearer
      labelFont: "system-ui, sans-serif",
      labelDensity: 2,
      stagePadding: 90,
      zIndex: true,
      // What is pointed at stands out with its neighbours; the rest fades.
      nodeReducer: (id, data) => (this.fades(graph, id) ? { ...data, color: faded, label: "", forceLabel: false } : data),
      edgeReducer: (id, data) => (this.pointed && !graph.extremities(id).includes(this.pointed) ? { ...data, hidden: true } : data),
    });
    this.container.append(legend(new Set(sub.nodes.map((n) => n.kind))));
    this.sigma.on("clickNode", ({ node }) => this.choose(node));
    this.sigma.on("enterNode", ({ node }) => this.point(node));
    this.sigma.on("leaveNode", () => this.point(null));
    if (sub.truncated) this.container.append(h("p", { class: "hint corner" }, "Only the best connected are drawn."));
  }

  private fades(graph: Graph, id: string): boolean {
    return this.pointed !== null && id !== this.pointed && !graph.areNeighbors(id, this.pointed);
  }

  private point(node: string | null): void {
    this.pointed = node;
    this.container.style.cursor = node ? "pointer" : "";
    this.sigma?.refresh({ skipIndexation: true });
  }
}

const faded = "#cbd5e0";
const longest = 34; // letters of a label; the panel has the whole

const shorten = (s: string) => (s.length > longest ? `${s.slice(0, longest - 1).trimEnd()}…` : s);

function legend(kinds: Set<Kind>): HTMLElement {
  return h(
    "ul",
    { class: "legend", "aria-hidden": "true" },
    ...[...kinds].sort().map((k) => h("li", { style: `--dot: ${colours[k]}` }, k.toLowerCase())),
  );
}
