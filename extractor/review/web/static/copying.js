// Copy a field into the register's own form; what stands there is kept on the server.
import { post } from "./calls.js";
import { withName } from "./naming.js";

const sheet = document.querySelector(".copying");
const told = document.getElementById("melding");
const form = document.getElementById("lars-form");
const boxes = [...document.querySelectorAll("[data-done]")];

function count() {
  document.getElementById("teller").textContent = `${boxes.filter((box) => box.checked).length} van ${boxes.length} overgenomen`;
}

// A tick goes with the code that was saved, not with one that is still being typed.
let saved = form.elements.lars.value;

async function keep(lars = saved) {
  count();
  told.textContent = "";
  const fields = boxes.filter((box) => box.checked).map((box) => box.closest(".card").dataset.key);
  try {
    await post(`/api/drafts/${sheet.dataset.draft}/registration`, { fields, lars });
    saved = lars;
  } catch (refused) {
    told.textContent = refused.message;
  }
}

for (const box of boxes) box.addEventListener("change", () => withName(() => keep()));
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await withName(() => keep(form.elements.lars.value));
  form.querySelector("button").textContent = told.textContent ? "Bewaar" : "Bewaard";
});

const escape = (text) => new Option(text).innerHTML;

// The register's form keeps paragraphs and lists only where they come as such.
function makeHtml(text) {
  return text.split(/\n{2,}/).map((part) => {
    const lines = part.split("\n");
    if (lines.every((line) => line.startsWith("- "))) return `<ul>${lines.map((line) => `<li>${escape(line.slice(2))}</li>`).join("")}</ul>`;
    return `<p>${lines.map(escape).join("<br>")}</p>`;
  }).join("\n");
}

async function copy(card) {
  const text = card.querySelector("[data-value]").textContent;
  if (!("rich" in card.dataset)) return navigator.clipboard.writeText(text);
  const kinds = { "text/plain": text, "text/html": makeHtml(text) };
  const blobs = Object.fromEntries(Object.entries(kinds).map(([kind, each]) => [kind, new Blob([each], { type: kind })]));
  return navigator.clipboard.write([new ClipboardItem(blobs)]);
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const card = button.closest(".card");
  try {
    await copy(card);
    button.textContent = "Gekopieerd";
  } catch {
    getSelection().selectAllChildren(card.querySelector("[data-value]"));
    button.textContent = "Druk op Ctrl+C";
  }
});
count();
