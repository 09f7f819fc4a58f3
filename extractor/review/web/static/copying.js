// Copy a field into the register's own form, and remember in this browser what was copied.
const sheet = document.querySelector(".copying");
const kept = `bronvast-overgenomen-${sheet.dataset.draft}`;
const done = new Set(JSON.parse(localStorage.getItem(kept) ?? "[]"));

for (const box of document.querySelectorAll("[data-done]")) {
  const { key } = box.closest(".card").dataset;
  box.checked = done.has(key);
  box.addEventListener("change", () => {
    done[box.checked ? "add" : "delete"](key);
    localStorage.setItem(kept, JSON.stringify([...done]));
  });
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const card = button.closest(".card");
  try {
    await navigator.clipboard.writeText(card.querySelector("[data-value]").textContent);
    button.textContent = "Gekopieerd";
  } catch {
    getSelection().selectAllChildren(card.querySelector("[data-value]"));
    button.textContent = "Druk op Ctrl+C";
  }
});
