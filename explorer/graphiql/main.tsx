// GraphiQL, served by whomet itself: no CDN, no network but /graphql.
import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "./graphiql.css";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";

// The example questions live beside the schema, where Go tests check them.
const examples = import.meta.glob<string>("../../schema/examples/*.graphql", { query: "?raw", import: "default", eager: true });
const tabs = Object.keys(examples)
  .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
  .map((path) => ({ query: examples[path] ?? "" }));

// Subscriptions go over a WebSocket of the server that the page is from.
const socket = new URL("/graphql", location.href);
socket.protocol = socket.protocol.replace("http", "ws");
const fetcher = createGraphiQLFetcher({ url: "/graphql", subscriptionUrl: socket.href });

const root = document.getElementById("graphiql");
if (root) {
  createRoot(root).render(<GraphiQL fetcher={fetcher} defaultTabs={tabs} defaultEditorToolsVisibility={false} />);
}
