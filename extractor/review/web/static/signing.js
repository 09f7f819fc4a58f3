// Signing off the entry as a whole.
import { post } from "./calls.js";
import { draft } from "./cards.js";
import { withName } from "./naming.js";

const section = document.getElementById("vaststelling");

async function send(path, body) {
  try {
    section.innerHTML = (await post(`/api/drafts/${draft}/${path}`, body)).html;
  } catch (refused) {
    section.querySelector(".told").textContent = refused.message;
  }
}

section.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = Object.fromEntries(new FormData(event.target));
  withName(() => send("signoff", { ...form, reference: form.reference || null }));
});

section.addEventListener("click", (event) => {
  if (event.target.closest("[data-signoff]")) withName(() => send("signoff/withdrawal", {}));
});
