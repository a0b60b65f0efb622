import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// Two pages: the explorer at / and GraphiQL at /graphiql/. Both are built into
// dist/, which the Go binary embeds; nothing is loaded from elsewhere.
export default defineConfig({
  plugins: [react()],
  build: {
    chunkSizeWarningLimit: 6000, // GraphiQL's editor is one large chunk
    rolldownOptions: {
      input: { explorer: "index.html", graphiql: "graphiql/index.html" },
      onLog(level, log, handle) {
        // React's compiler leaves its "use no memo" in packages already built.
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") handle(level, log);
      },
    },
  },
  worker: { format: "es" },
  server: { proxy: { "/graphql": "http://127.0.0.1:8080", "/schema.graphqls": "http://127.0.0.1:8080" } },
});
