// Filter the list of dossiers by name.
const filter = document.getElementById("filter");

filter?.addEventListener("input", () => {
  const wanted = filter.value.trim().toLowerCase();
  const rows = [...document.querySelectorAll("tbody tr")];
  for (const row of rows) row.hidden = !row.dataset.name.includes(wanted);
  document.getElementById("none").hidden = rows.some((row) => !row.hidden);
});
