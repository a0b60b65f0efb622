// What the pages ask of the GraphQL API, and the shapes of its answers.

export type Kind = "PERSON" | "ORGANIZATION" | "PLACE" | "EVENT" | "MEETING" | "TOPIC" | "ARTICLE";

export interface Hit {
  kind: Kind;
  text: string;
  node: { id: string };
}

export interface DateSpan {
  start: string | null;
  end: string | null;
  text: string | null;
}

export interface Named {
  id: string;
  name: string;
}

export interface OccurrenceLine {
  id: string;
  summary: string;
  status: string;
  date: DateSpan | null;
  place: Named | null;
}

export interface EntityDetails extends Named {
  __typename: "Person" | "Organization" | "Place";
  aliases: string[];
  mentionCount: number;
  meetingCount: number;
  positions?: { title: string; of: Named | null }[];
  met: { totalCount: number; nodes: { meetingCount: number; entity: Named }[] };
  meetings: { totalCount: number; nodes: OccurrenceLine[] };
  events: { totalCount: number; nodes: OccurrenceLine[] };
}

export interface Report {
  quote: string;
  start: number;
  end: number;
  status: string;
  article: { id: string; title: string | null; url: string | null; source: string | null; publishedAt: string | null; text: string };
}

export interface OccurrenceDetails extends OccurrenceLine {
  __typename: "Meeting" | "Event";
  mode?: string;
  type?: string;
  participants: { role: string; title: string | null; entity: Named; onBehalfOf: Named | null }[];
  topics: Named[];
  related: { nodes: { kind: string; direction: "IN" | "OUT"; occurrence: { id: string; summary: string } }[] };
  disagreements: { field: string; versions: { value: string; reports: number }[] }[];
  reports: { totalCount: number; nodes: Report[] };
}

export interface TopicDetails extends Named {
  __typename: "Topic";
  wordings: string[];
  meetings: { totalCount: number; nodes: OccurrenceLine[] };
}

export type Details = EntityDetails | OccurrenceDetails | TopicDetails;

export interface GraphNode {
  id: string;
  kind: Kind;
  label: string;
  weight: number;
}

export interface GraphEdge {
  id: string;
  source: string;
  target: string;
  kind: string;
  label: string;
}

export interface Subgraph {
  nodes: GraphNode[];
  edges: GraphEdge[];
  truncated: boolean;
}

async function ask<T>(query: string, variables: Record<string, unknown>, signal?: AbortSignal): Promise<T> {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json, application/json" },
    body: JSON.stringify({ query, variables }),
    signal,
  });
  const answer = (await response.json()) as { data?: T; errors?: { message: string }[] };
  if (answer.errors?.length) throw new Error(answer.errors.map((e) => e.message).join("; "));
  if (!answer.data) throw new Error(`the server answered with status ${response.status}`);
  return answer.data;
}

const searchable: Kind[] = ["PERSON", "ORGANIZATION", "PLACE", "TOPIC", "MEETING", "EVENT"];

/** Names that begin so; where there are none, whatever the text finds, misspelt or not. */
export async function find(text: string, signal: AbortSignal): Promise<Hit[]> {
  const begin = await ask<{ suggest: Hit[] }>(
    `query Suggest($text: String!, $kinds: [NodeKind!]) { suggest(prefix: $text, kinds: $kinds, limit: 10) { kind text node { id } } }`,
    { text, kinds: searchable },
    signal,
  );
  if (begin.suggest.length > 0) return begin.suggest;
  const all = await ask<{ search: { nodes: Hit[] } }>(
    `query Search($text: String!, $kinds: [NodeKind!]) { search(text: $text, kinds: $kinds, first: 10) { nodes { kind text node { id } } } }`,
    { text, kinds: searchable },
    signal,
  );
  return all.search.nodes;
}

const line = `id summary status date { start end text } place { id name }`;
const everyStatus = `status: [HELD, PLANNED, OFFERED, CANCELLED, POSTPONED, REFUSED, DENIED, HYPOTHETICAL]`;
const entity = `
  id name aliases mentionCount meetingCount
  met(first: 12) { totalCount nodes { meetingCount entity { id name } } }
  meetings(filter: { ${everyStatus} }, first: 50) { totalCount nodes { ${line} } }
  events(first: 20) { totalCount nodes { ${line} } }`;
const occurrence = `
  ${line}
  participants { role title entity { id name } onBehalfOf { id name } }
  topics { id name }
  related(first: 20) { nodes { kind direction occurrence { id summary } } }
  disagreements { field versions { value reports } }
  reports(first: 20) { totalCount nodes { quote start end status article { id title url source publishedAt text } } }`;

/** One node with all that its panel shows; null where no node has the id. */
export async function details(id: string): Promise<Details | null> {
  const data = await ask<{ node: Details | null }>(
    `query Details($id: ID!) { node(id: $id) { __typename
       ... on Person { ${entity} positions { title of { id name } } }
       ... on Organization { ${entity} }
       ... on Place { ${entity} }
       ... on Meeting { ${occurrence} mode }
       ... on Event { ${occurrence} type }
       ... on Topic { id name wordings meetings(filter: { ${everyStatus} }, first: 50) { totalCount nodes { ${line} } } }
     } }`,
    { id },
  );
  return data.node;
}

export interface Overview {
  people: { totalCount: number; nodes: (Named & { meetingCount: number })[] };
  meetings: { totalCount: number; nodes: OccurrenceLine[] };
}

/** Who met most, and the latest meetings: where to begin. */
export async function overview(): Promise<Overview> {
  return ask<Overview>(
    `query Overview {
       people(first: 12, orderBy: [{ by: MEETINGS, direction: DESC }]) { totalCount nodes { id name meetingCount } }
       meetings(first: 12) { totalCount nodes { ${line} } }
     }`,
    {},
  );
}

/** Meetings around nodes and who took part in them, for the picture. */
export async function around(ids: string[]): Promise<Subgraph> {
  const data = await ask<{ neighborhood: Subgraph }>(
    `query Around($ids: [ID!]!) { neighborhood(ids: $ids, hops: 2, kinds: [PERSON, ORGANIZATION, PLACE, MEETING], via: [PARTICIPATED_IN, ABOUT, HELD_AT], limit: 150) {
       truncated nodes { id kind label weight } edges { id source target kind label }
     } }`,
    { ids },
  );
  return data.neighborhood;
}
