// Who decides: asked once, before the first decision of a browser that has no name.
import { post } from "./calls.js";

const name = document.getElementById("naam");
const who = document.getElementById("wie");
let waiting = null;

export function withName(act) {
  if (name.dataset.name) return act();
  waiting = act;
  return who.showModal();
}

export const isMine = (reviewer) => reviewer === name.dataset.name;

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
