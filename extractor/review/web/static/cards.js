// The cards of one draft: which is the current one, and putting a fresh one in its place.
import { get } from "./calls.js";
import { showPlace } from "./source.js";

export const draft = document.querySelector(".split").dataset.draft;
export const listCards = () => [...document.querySelectorAll(".card[data-key]")];
export const findCurrent = () => document.querySelector(".card.now");
export const findCard = (key) => document.querySelector(`.card[data-key="${key}"]`);
export const listRefs = (card) => [...card.querySelectorAll(".ref")].filter((ref) => ref.checkVisibility());
export const isAtWork = (card) => Boolean(card.querySelector("form:not([hidden])"));

export function select(card, { focus = true, look = true, scroll = true } = {}) {
  if (!card) return;
  for (const other of document.querySelectorAll(".card.now")) if (other !== card) other.classList.remove("now");
  card.classList.add("now");
  if (focus) card.focus({ preventScroll: true });
  if (scroll) card.scrollIntoView({ block: "nearest" });
  const first = listRefs(card)[0];
  if (look && first) showPlace(first);
  document.dispatchEvent(new CustomEvent("veld", { detail: card }));
}

export function step(by) {
  const all = listCards();
  const at = all.indexOf(findCurrent());
  select(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
}

export function stepPlace(by) {
  const card = findCurrent();
  const all = card ? listRefs(card) : [];
  const at = all.findIndex((ref) => ref.classList.contains("now"));
  const next = all[(at + by + all.length) % all.length];
  if (next) showPlace(next);
}

export function put(card, { html, progress }) {
  const holder = document.createElement("template");
  holder.innerHTML = html.trim();
  const fresh = holder.content.firstElementChild;
  const wasCurrent = card.classList.contains("now");
  card.replaceWith(fresh);
  document.getElementById("voortgang").innerHTML = progress;
  if (wasCurrent) select(fresh, { look: false, scroll: false });
  return fresh;
}

export const refresh = async (card) => put(card, await get(`/api/drafts/${draft}/fields/${card.dataset.key}/card`));

// Forms that few cards need stand once on the page, and are brought when they are asked for.
function bringForm(card, kind) {
  const template = document.getElementById(`vraag-${kind}`);
  if (template && !card.querySelector(`form.${kind}`)) card.querySelector("[data-forms]").append(template.content.cloneNode(true));
}

export function openForm(card, kind) {
  bringForm(card, kind);
  for (const form of card.querySelectorAll("form")) form.hidden = !form.classList.contains(kind);
  card.querySelector(".acts.main").hidden = Boolean(kind);
  if (kind) card.querySelector(`form.${kind} :is(input, select, textarea)`).focus();
  else card.focus();
}
