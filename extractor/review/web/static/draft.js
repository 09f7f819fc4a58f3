// One draft: decide field by field, by mouse or by keyboard, with the source beside it.
import { get, post } from "./calls.js";
import { showPlace } from "./source.js";
import { watch } from "./typing.js";

const draft = document.querySelector(".split").dataset.draft;
const keys = document.getElementById("los");
const name = document.getElementById("naam");
const who = document.getElementById("wie");
let waiting = null;

const cards = () => [...document.querySelectorAll(".card")];
const current = () => document.querySelector(".card.now");
const refs = (card) => [...card.querySelectorAll(".ref")].filter((ref) => ref.checkVisibility());

function select(card, { focus = true, look = true, scroll = true } = {}) {
  if (!card) return;
  for (const other of document.querySelectorAll(".card.now")) if (other !== card) other.classList.remove("now");
  card.classList.add("now");
  if (focus) card.focus({ preventScroll: true });
  if (scroll) card.scrollIntoView({ block: "nearest" });
  const first = refs(card)[0];
  if (look && first) showPlace(first);
}

function step(by) {
  const all = cards();
  const at = all.indexOf(current());
  select(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
}

function stepPlace(by) {
  const card = current();
  const all = card ? refs(card) : [];
  const at = all.findIndex((ref) => ref.classList.contains("now"));
  const next = all[(at + by + all.length) % all.length];
  if (next) showPlace(next);
}

function put(card, { html, progress }) {
  const holder = document.createElement("template");
  holder.innerHTML = html.trim();
  const fresh = holder.content.firstElementChild;
  card.replaceWith(fresh);
  document.getElementById("voortgang").innerHTML = progress;
  select(fresh, { look: false });
  return fresh;
}

function edit(card, open) {
  const form = card.querySelector(".edit");
  if (!form) return;
  form.hidden = !open;
  card.querySelector(".acts.main").hidden = open;
  if (open) {
    form.querySelector("[name=typed]").focus();
    watch(card, draft);
  } else {
    card.focus();
  }
}

async function decide(card, action, extra = {}) {
  if (!name.dataset.name) {
    waiting = () => decide(card, action, extra);
    return who.showModal();
  }
  const told = card.querySelector(".told");
  const path = `/api/drafts/${draft}/fields/${card.dataset.key}`;
  try {
    put(card, await post(`${path}/decision`, { action, seen: card.dataset.seen, ...extra }));
  } catch (refused) {
    told.textContent = refused.message;
    if (refused.status !== 409) return;
    const typed = card.querySelector(".edit [name=typed]")?.value;
    const fresh = put(card, await get(`${path}/card`));
    fresh.querySelector(".told").textContent = typed && extra.typed ? `${refused.message}. Uw tekst: ${typed}` : refused.message;
  }
}

const ACTS = {
  accept: (card) => decide(card, "accept"),
  empty: (card) => decide(card, "empty"),
  withdraw: (card) => decide(card, "withdraw"),
  edit: (card) => edit(card, true),
  cancel: (card) => edit(card, false),
  choose: (card, button) => decide(card, "choose", { number: Number(button.dataset.number) }),
};

async function leaveEmpty(button) {
  if (!name.dataset.name) {
    waiting = () => leaveEmpty(button);
    return who.showModal();
  }
  const fields = [...button.parentElement.querySelectorAll("[data-key]")].map((each) => each.dataset.key);
  try {
    await post(`/api/drafts/${draft}/absent`, { fields });
    location.reload();
  } catch (refused) {
    button.insertAdjacentText("afterend", refused.message);
  }
}

async function decideUnread(button) {
  if (!name.dataset.name) {
    waiting = () => decideUnread(button);
    return who.showModal();
  }
  const notice = button.closest(".notice");
  try {
    await post(`/api/drafts/${draft}/unread`, { action: button.dataset.unread, seen: notice.dataset.seen });
    location.reload();
  } catch (refused) {
    notice.querySelector(".told").textContent = refused.message;
  }
}

document.addEventListener("click", (event) => {
  const unread = event.target.closest("[data-unread]");
  if (unread) return decideUnread(unread);
  const ref = event.target.closest(".ref");
  const button = event.target.closest("[data-do]");
  const card = event.target.closest(".card");
  if (button?.dataset.do === "absent") return leaveEmpty(button);
  if (card && card !== current()) select(card, { focus: !event.target.closest("button, a, summary, input, textarea, select"), look: !ref });
  if (ref) return showPlace(ref);
  if (button && card) ACTS[button.dataset.do]?.(card, button);
});

document.addEventListener("focusin", (event) => {
  const card = event.target.closest?.(".card");
  // No scrolling here: a button that moves away under a pressed mouse gets no click.
  if (card && card !== current()) select(card, { focus: false, scroll: false });
});

document.addEventListener("input", (event) => {
  const card = event.target.closest(".card");
  if (card && event.target.name === "typed") watch(card, draft);
});

document.addEventListener("submit", (event) => {
  const card = event.target.closest(".card");
  if (!card) return;
  event.preventDefault();
  decide(card, "edit", { typed: event.target.elements.typed.value });
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if (event.key === "Escape" && typing && current()) return edit(current(), false);
  if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.key === "?") return document.getElementById("toetsen").showModal();
  if (!keys.checked) return;
  const moves = { j: () => step(1), k: () => step(-1), n: () => stepPlace(1), p: () => stepPlace(-1) };
  const acts = { a: "accept", e: "edit", x: "empty", u: "withdraw" };
  if (moves[event.key]) {
    event.preventDefault();
    return moves[event.key]();
  }
  const button = current()?.querySelector(`.acts.main [data-do="${acts[event.key]}"]`);
  if (button) {
    event.preventDefault();
    button.click();
  }
});

document.getElementById("hulp").addEventListener("click", () => document.getElementById("toetsen").showModal());
name.addEventListener("click", () => who.showModal());
document.getElementById("wie-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const given = document.getElementById("wie-naam").value.trim();
  const { name: kept } = await post("/api/name", { name: given });
  name.dataset.name = kept;
  name.textContent = kept;
  who.close();
  waiting?.();
  waiting = null;
});

keys.checked = localStorage.getItem("bronvast-toetsen") !== "uit";
keys.addEventListener("change", () => localStorage.setItem("bronvast-toetsen", keys.checked ? "aan" : "uit"));
select(cards().find((card) => card.classList.contains("open")) ?? cards()[0], { focus: false });
