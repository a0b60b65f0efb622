// The panel beside the picture: one node in words. Every link leads to
// another node by its id in the address.
import type { DateSpan, Details, EntityDetails, Named, OccurrenceDetails, OccurrenceLine, Overview, Report, TopicDetails } from "./api";
import { h } from "./dom";

export function panel(d: Details): HTMLElement {
  switch (d.__typename) {
    case "Meeting":
    case "Event":
      return occurrence(d);
    case "Topic":
      return topic(d);
    default:
      return entity(d);
  }
}

/** Where to begin: who met most, and the latest meetings. */
export function start(o: Overview): HTMLElement {
  const { people, meetings } = o;
  if (people.totalCount + meetings.totalCount === 0) {
    return h("article", {}, h("h2", {}, "Nothing is loaded yet"), h("p", {}, "Load articles into this store with ", h("code", {}, "whomet load"), "; then look again."));
  }
  return h(
    "article",
    {},
    h("h3", {}, `Who met most (of ${people.totalCount} people)`),
    h("ul", { class: "occurrences" }, ...people.nodes.map((p) => h("li", {}, link(p), " ", h("small", {}, `${p.meetingCount} ${p.meetingCount === 1 ? "meeting" : "meetings"}`)))),
    ...lines("Latest meetings", meetings.totalCount, meetings.nodes),
  );
}

const link = (n: Named) => h("a", { href: `#${n.id}` }, n.name);
const words = (s: string) => s.toLowerCase().replaceAll("_", " ");

// How a relation reads from either end.
const relations: Record<"IN" | "OUT", Record<string, string>> = {
  OUT: { AFTER: "after", DURING: "during", IN_RESPONSE_TO: "in response to", PART_OF: "part of" },
  IN: { AFTER: "before", DURING: "while", IN_RESPONSE_TO: "answered by", PART_OF: "with" },
};

function when(d: DateSpan | null): string {
  if (!d) return "";
  if (d.start) return d.end && d.end !== d.start ? `${d.start} – ${d.end}` : d.start;
  return d.text ? `“${d.text}”` : "";
}

function rows(...pairs: [string, (Node | string)[]][]): HTMLElement {
  const dl = h("dl");
  for (const [name, values] of pairs) {
    if (values.length === 0) continue;
    dl.append(h("dt", {}, name), ...values.map((v) => h("dd", {}, v)));
  }
  return dl;
}

function lines(title: string, total: number, list: OccurrenceLine[]): (HTMLElement | null)[] {
  if (list.length === 0) return [];
  return [
    h("h3", {}, `${title} (${total})`),
    h(
      "ul",
      { class: "occurrences" },
      ...list.map((m) =>
        h("li", {}, h("a", { href: `#${m.id}` }, m.summary), " ", h("small", {}, [when(m.date), m.status === "HELD" ? "" : words(m.status)].filter(Boolean).join(" · "))),
      ),
    ),
  ];
}

function entity(d: EntityDetails): HTMLElement {
  const positions = (d.positions ?? []).map((p) => h("span", {}, p.title, p.of ? ", " : null, p.of ? link(p.of) : null));
  return h(
    "article",
    {},
    h("h2", {}, d.name),
    h("p", { class: "kind" }, d.__typename.toLowerCase()),
    rows(
      ["also", d.aliases.length ? [d.aliases.join(", ")] : []],
      ["posts", positions],
      ["met", d.met.nodes.map((c) => h("span", {}, link(c.entity), c.meetingCount > 1 ? ` (${c.meetingCount}×)` : null))],
    ),
    ...lines("Meetings", d.meetings.totalCount, d.meetings.nodes),
    ...lines("Events", d.events.totalCount, d.events.nodes),
  );
}

function occurrence(d: OccurrenceDetails): HTMLElement {
  const people = d.participants.map((p) =>
    h(
      "span",
      {},
      link(p.entity),
      p.title ? `, ${p.title}` : null,
      p.onBehalfOf ? " for " : null,
      p.onBehalfOf ? link(p.onBehalfOf) : null,
      ["PARTICIPANT", "AGENT"].includes(p.role) ? null : h("small", {}, ` ${words(p.role)}`),
    ),
  );
  return h(
    "article",
    {},
    h("h2", {}, d.summary),
    h("p", { class: "kind" }, [words(d.type ?? d.__typename), d.mode && d.mode !== "UNKNOWN" ? words(d.mode) : "", words(d.status)].filter(Boolean).join(" · ")),
    rows(
      ["who", people],
      ["where", d.place ? [link(d.place)] : []],
      ["when", when(d.date) ? [when(d.date)] : []],
      ["about", d.topics.map(link)],
      ["related", d.related.nodes.map((r) => h("span", {}, `${relations[r.direction][r.kind] ?? words(r.kind)} `, link({ id: r.occurrence.id, name: r.occurrence.summary })))],
      ["told otherwise", d.disagreements.map((x) => `${words(x.field)}: ${x.versions.map((v) => `${v.value} (${v.reports})`).join(", ")}`)],
    ),
    h("h3", {}, `Evidence (${d.reports.totalCount})`),
    ...d.reports.nodes.map(report),
  );
}

function topic(d: TopicDetails): HTMLElement {
  return h("article", {}, h("h2", {}, d.name), h("p", { class: "kind" }, "topic"), rows(["wordings", d.wordings]), ...lines("Meetings", d.meetings.totalCount, d.meetings.nodes));
}

/** A report: its quote, and on demand the whole article with the quote marked. */
function report(r: Report): HTMLElement {
  const head = [r.article.title, r.article.source, r.article.publishedAt].filter(Boolean).join(" · ") || "article";
  const text = Array.from(r.article.text); // spans count code points
  return h(
    "section",
    { class: "report" },
    h("blockquote", {}, r.quote),
    h(
      "details",
      {},
      h("summary", {}, head),
      r.article.url ? h("p", {}, h("a", { href: r.article.url, rel: "noreferrer noopener", target: "_blank" }, r.article.url)) : null,
      h("p", { class: "text" }, text.slice(0, r.start).join(""), h("mark", {}, text.slice(r.start, r.end).join("")), text.slice(r.end).join("")),
    ),
  );
}
