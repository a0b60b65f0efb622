// The search box: suggestions as one types, by mouse and by keyboard (the ARIA
// combobox pattern).
import { find, type Hit } from "./api";
import { byId, h } from "./dom";

const pause = 150; // ms of quiet before the server is asked

export function search(choose: (id: string) => void): void {
  const input = byId<HTMLInputElement>("search");
  const list = byId<HTMLUListElement>("hits");
  let hits: Hit[] = [];
  let active = -1;
  let timer = 0;
  let asking = new AbortController();

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const pick = (i: number) => {
    const hit = hits[i];
    if (!hit) return;
    input.value = hit.text;
    close();
    choose(hit.node.id);
  };
  const mark = (i: number) => {
    active = i;
    list.querySelectorAll("li").forEach((li, at) => li.setAttribute("aria-selected", String(at === i)));
    if (i >= 0) input.setAttribute("aria-activedescendant", `hit-${i}`);
  };
  const show = () => {
    list.replaceChildren(
      ...hits.map((hit, i) => {
        const li = h("li", { role: "option", id: `hit-${i}` }, hit.text, " ", h("small", {}, hit.kind.toLowerCase()));
        li.addEventListener("mousedown", (e) => {
          e.preventDefault(); // keeps the input's focus until the choice is made
          pick(i);
        });
        return li;
      }),
    );
    if (hits.length === 0) list.append(h("li", { class: "none" }, "nothing found"));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    mark(hits.length > 0 ? 0 : -1);
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    asking.abort();
    const text = input.value.trim();
    if (!text) return close();
    timer = window.setTimeout(async () => {
      asking = new AbortController();
      try {
        hits = await find(text, asking.signal);
        show();
      } catch (err) {
        if (asking.signal.aborted) return;
        hits = [];
        list.replaceChildren(h("li", { class: "none" }, String(err)));
        list.hidden = false;
      }
    }, pause);
  });
  input.addEventListener("keydown", (e) => {
    if (list.hidden) return;
    if (e.key === "ArrowDown") mark(Math.min(active + 1, hits.length - 1));
    else if (e.key === "ArrowUp") mark(Math.max(active - 1, 0));
    else if (e.key === "Enter") pick(active);
    else if (e.key === "Escape") close();
    else return;
    e.preventDefault();
  });
  input.addEventListener("blur", close);
}
