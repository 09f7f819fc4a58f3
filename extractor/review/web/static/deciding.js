// Decide a field: what the reviewer asks goes to the server, and the card comes back as it is then.
import { get, post } from "./calls.js";
import { draft, openForm, put } from "./cards.js";
import { withName } from "./naming.js";
import { watch } from "./typing.js";

const asked = new WeakMap();

export function decide(card, action, extra = {}) {
  return send(card, "decision", { action, ...extra });
}

export function take(card, { reading, start, end }) {
  return send(card, "passage", { reading, start: Number(start), end: Number(end) });
}

function send(card, what, body) {
  return withName(async () => {
    const path = `/api/drafts/${draft}/fields/${card.dataset.key}`;
    try {
      put(card, await post(`${path}/${what}`, { ...body, seen: card.dataset.seen }));
    } catch (refused) {
      if (refused.wantsReason) return askReason(card, what, body, refused.message);
      card.querySelector(".told").textContent = refused.message;
      if (refused.status !== 409) return;
      const fresh = put(card, await get(`${path}/card`));
      fresh.querySelector(".told").textContent = `${refused.message}. ${describe(card, body)}`;
    }
  });
}

function describe(card, body) {
  if (body.typed) return `Uw tekst was: ${body.typed}`;
  const shown = card.querySelector(".claims, .value")?.textContent.trim();
  return body.action === "accept" && shown ? `U wilde overnemen: ${shown}` : "Uw keuze is niet bewaard.";
}

export function askReason(card, what, body, message, question = "Waarom klopt dit toch?") {
  asked.set(card, { what, body });
  card.querySelector(".told").textContent = message;
  openForm(card, "reason");
  card.querySelector("[data-asked]").textContent = question;
}

export function giveReason(card, note) {
  const { what, body } = asked.get(card);
  return send(card, what, { ...body, note });
}

export function edit(card) {
  openForm(card, "edit");
  watch(card, draft);
}

export function leave(card) {
  askReason(card, "decision", { action: "empty" }, "", "Waarom blijft dit veld leeg?");
  card.querySelector(".reason [name=note]").value = "Niet van toepassing";
  card.querySelector(".reason [name=note]").select();
}

export function askWithhold(card) {
  openForm(card, "withhold");
  const parts = card.querySelector("[data-parts]");
  if (parts.childElementCount) return;
  card.querySelector("[name=whole]").closest("label").hidden = "required" in card.dataset;
  [...card.querySelectorAll(".claims .claim .words")].forEach((words, at) => {
    const box = Object.assign(document.createElement("input"), { type: "checkbox", name: "part", value: at + 1 });
    const label = Object.assign(document.createElement("label"), { className: "tick" });
    label.append(box, ` ${words.textContent.trim().slice(0, 140)}`);
    parts.append(label);
  });
  parts.querySelector("input")?.focus();
}

export function withhold(card, form) {
  const parts = form.elements.whole?.checked ? [] : [...form.querySelectorAll("[name=part]:checked")].map((box) => Number(box.value));
  if (!parts.length && !form.elements.whole?.checked) {
    card.querySelector(".told").textContent = "Kies wat niet in het register komt.";
    return null;
  }
  return decide(card, "withhold", { parts, ground: form.elements.ground.value, note: form.elements.note.value });
}
