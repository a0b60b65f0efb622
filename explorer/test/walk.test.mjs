// Walks the pages in a real Chromium, over the samples: search a name, see
// whom it met, open a meeting, read its quote in its article; then ask a
// question in GraphiQL. WHOMET is the binary; WHOMET_SCREENSHOTS, if set, a
// folder that screenshots are written to.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const whomet = resolve(process.env.WHOMET ?? "../bin/whomet");
const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const shots = process.env.WHOMET_SCREENSHOTS;

let folder, store, server, browser, url;

before(async () => {
  assert.ok(executablePath, "Chromium is not installed; `make tools` gets it");
  folder = mkdtempSync(join(tmpdir(), "whomet-walk-"));
  store = `sqlite:${join(folder, "walk.db")}`;
  const load = spawnSync(whomet, ["load", "../samples", "--store", store], { encoding: "utf8" });
  assert.equal(load.status, 0, load.stderr);
  server = spawn(whomet, ["serve", "--store", store, "--listen", "127.0.0.1:0"], { stdio: ["ignore", "ignore", "pipe"] });
  url = await new Promise((found, failed) => {
    let said = "";
    server.stderr.on("data", (chunk) => {
      said += chunk;
      const m = said.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (m) found(m[0]);
    });
    server.on("exit", (code) => failed(new Error(`serve ended with ${code}: ${said}`)));
  });
  browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
  });
});

after(async () => {
  await browser?.close();
  server?.kill("SIGTERM");
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** A page that fails the test on any script error and on any request beyond the server. */
async function open(path) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const faults = [];
  page.on("pageerror", (err) => faults.push(String(err)));
  page.on("request", (r) => {
    if (!r.url().startsWith(url) && !/^(data|blob):/.test(r.url())) faults.push(`asked for ${r.url()}`);
  });
  await page.goto(url + path);
  return { page, faults };
}

test("search a name, see whom it met, read a meeting and its quote", { timeout: 120_000 }, async () => {
  const { page, faults } = await open("/");
  await page.locator("#panel a", { hasText: "Winston Churchill" }).first().waitFor(); // among those who met most
  await page.waitForSelector("#picture canvas.sigma-nodes");
  await page.waitForTimeout(500); // for the picture, not for an assertion
  if (shots) await page.screenshot({ path: join(shots, "start.png") });
  await page.fill("#search", "Kissin");
  await page.waitForSelector("#hits li[role=option]");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("#panel h2")?.textContent === "Henry Kissinger");
  await page.waitForSelector("#picture canvas.sigma-nodes");
  await page.waitForTimeout(500); // for the picture, not for an assertion
  if (shots) await page.screenshot({ path: join(shots, "person.png") });
  const met = await page.locator("#panel dl dd a").allTextContents();
  assert.ok(met.some((name) => /Zhou/.test(name)), `Kissinger met ${met}`);

  await page.locator(".occurrences a", { hasText: "Zhou" }).first().click();
  await page.waitForSelector("#panel blockquote");
  const terms = await page.locator("#panel dt").allTextContents();
  for (const t of ["who", "where", "when", "about"]) assert.ok(terms.includes(t), `the meeting tells ${terms}, not ${t}`);
  await page.locator(".report details summary").first().click();
  const quote = await page.locator(".report blockquote").first().textContent();
  const marked = await page.locator(".report mark").first().textContent();
  assert.ok(quote.length > 20);
  assert.equal(marked, quote, "the quote stands in the article at its span");
  if (shots) await page.screenshot({ path: join(shots, "meeting.png") });
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("#panel h2")?.textContent === "Henry Kissinger");
  assert.deepEqual(faults, []);
});

test("a misspelt name is found", { timeout: 60_000 }, async () => {
  const { page, faults } = await open("/");
  await page.fill("#search", "Gorbachov");
  await page.locator("#hits li", { hasText: "Gorbachev" }).first().waitFor();
  assert.deepEqual(faults, []);
});

test("GraphiQL answers, without any other server", { timeout: 120_000 }, async () => {
  const { page, faults } = await open("/graphiql/");
  await page.waitForSelector(".graphiql-container .view-lines", { timeout: 60_000 });
  await page.locator("button.graphiql-execute-button").click();
  await page.locator(".result-window", { hasText: '"data"' }).waitFor();
  if (shots) await page.screenshot({ path: join(shots, "graphiql.png") });
  assert.deepEqual(faults, []);
});

test("GraphiQL shows what another process loads", { timeout: 120_000 }, async () => {
  const { page, faults } = await open("/graphiql/");
  await page.waitForSelector(".graphiql-container .view-lines", { timeout: 60_000 });
  await page.locator(".graphiql-tab-button", { hasText: "AsTheyCome" }).click();
  const asking = new Promise((asked) => {
    page.on("websocket", (socket) => socket.on("framesent", ({ payload }) => String(payload).includes('"subscribe"') && asked(socket)));
  });
  await page.locator("button.graphiql-execute-button").click();
  const socket = await asking;
  assert.equal(socket.url(), `${url.replace("http", "ws")}/graphql`);
  await page.waitForTimeout(500); // until the server has begun, of which it does not tell
  const article = join(folder, "news.txt");
  writeFileSync(article, "OSLO, May 4, 2020 (North Wire) -- Norwegian Prime Minister Ingrid Solberg met Danish Foreign Minister Karen Holm in Arendal on Monday to discuss fishing rights.\n");
  const load = spawnSync(whomet, ["load", article, "--store", store], { encoding: "utf8" });
  assert.equal(load.status, 0, load.stderr);
  await page.locator(".result-window", { hasText: "Ingrid Solberg" }).waitFor();
  if (shots) await page.screenshot({ path: join(shots, "subscription.png") });
  const closed = socket.waitForEvent("close");
  await page.locator("button.graphiql-execute-button").click(); // it stops now
  await closed;
  assert.deepEqual(faults, []);
});
